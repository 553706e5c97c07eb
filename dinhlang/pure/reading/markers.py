"""The signs before an item: "II.", "3.2.", "d)", "-", "+", and how deep each stands."""

import re
from dataclasses import dataclass, replace
from enum import IntEnum

from dinhlang.pure.reading.sheet import UPPER


class Rank(IntEnum):
    """How deep a kind of sign stands; an item lies under the nearest one before it that stands higher."""

    DOCUMENT = 0
    PART = 1
    LETTER_SECTION = 2
    SECTION = 3
    STEP = 4
    NUMBER = 5
    DOTTED = 6
    DEEPER = 7
    LETTER = 8
    BRACKET = 9
    DASH = 10
    PLUS = 11
    PLAIN = 12


@dataclass(frozen=True)
class Marker:
    """A sign as read: its rank, its name in a path, and how many letters it takes."""

    rank: Rank
    label: str
    length: int


_ROMAN = r"(?:X{0,2}(?:IX|IV|V?I{1,3}|V)|X{1,2})"
_FORMS: tuple[tuple[Rank, re.Pattern[str]], ...] = (
    (
        Rank.PART,
        re.compile(
            rf"(?:PHẦN|Phần|CHƯƠNG|Chương)\s+(?:THỨ\s+|thứ\s+)?({_ROMAN}|\d{{1,2}}|NHẤT|nhất|HAI|hai|BA|ba|TƯ"
            rf"|tư)\b[.:]?\s*"
        ),
    ),
    (Rank.SECTION, re.compile(r"(Điều\s+\d{1,2})\s*[.:]\s*")),
    (Rank.SECTION, re.compile(rf"({_ROMAN})\s*(?:[.)/]|\s[-–]\s|-\s)\s*(?=\S)")),
    (Rank.STEP, re.compile(rf"((?:Bước|BƯỚC)\s+(?:\d{{1,2}}|{_ROMAN}|một|hai|ba|bốn|năm))\s*[.:]\s*(?=[^\W\d_])")),
    (Rank.LETTER_SECTION, re.compile(rf"([A-HĐ])\s*[.)/]\s*(?=[{UPPER}])")),
    (Rank.LETTER, re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,2}\.[a-zđ])\s*[.)]\s*(?=\S)")),
    (Rank.DEEPER, re.compile(r"(\d{1,2}(?:\.\d{1,2}){2,3})\s*[.)/]?\s*(?=[^\d\s%.,)/])")),
    (Rank.DOTTED, re.compile(r"(\d{1,2}\.\d{1,2})\s*[.)/:]?\s*(?=[^\d\s%.,)/])")),
    (Rank.NUMBER, re.compile(r"(\d{1,3})\s*(?:[.)/](?=[^\d\s%.,)/])|[.)/]\s+(?=\S)|\s[-–]\s|-\s+(?=\S))\s*")),
    (Rank.LETTER, re.compile(r"(?![lo]\d?/\d)([a-zđ])\d?\s*[.)/]\s*(?=\S)")),
    (Rank.BRACKET, re.compile(r"\((\d{1,2}|[a-zđ]|i{1,3}|iv|vi{0,3})\)\s*(?=\S)")),
    (Rank.DASH, re.compile(r"([-–—•▪●*·■◦])\s*\+\s*(?=\S)")),
    (Rank.DASH, re.compile(r"([-–—•▪●*·■~])\s*(?=[^\d\s-]|\d)")),
    (Rank.PLUS, re.compile(r"([+◦])\s*(?=\S)")),
)
_PERIOD = re.compile(  # "Quý I:", "Tháng 3/2026:" on a line of its own heads the works of that time
    rf"((?:QUÝ|Quý|THÁNG|Tháng|TUẦN|Tuần|GIAI ĐOẠN|Giai đoạn|HỌC KỲ|Học kỳ)\s+(?:\d|{_ROMAN}|thứ\s)[^.;:,]{{0,30}}):$"
)
_SLIPS = {"l": "I", "1": "I"}
_SMALL_ROMAN = re.compile(r"(I(?:i{1,2}|v|x)|Vi{1,3}|Xi{1,3})\s*[.]\s+(?=\S)")  # "Iv. tiến độ thực hiện"
_SLIPPED_ROMAN = re.compile(rf"([IVXl1]{{1,4}})\s*[.]\s*(?=[{UPPER}]{{2}})")


_DIRT = re.compile(rf"[._,:;'`~^]{{1,3}}\s+(?=\d{{1,2}}\s?[.)]\s+[{UPPER}])")


def marker_of(text: str) -> Marker | None:
    """Return the sign at the beginning of a line, if there is one."""
    for rank, form in _FORMS:
        if found := form.match(text):
            if rank is Rank.DASH and "+" in found[0]:
                return Marker(Rank.PLUS, "+", found.end())
            return Marker(rank, found[1].rstrip("."), found.end())
    if found := _PERIOD.match(text):
        return Marker(Rank.STEP, found[1], 0)
    return _slipped(text) or _behind_dirt(text)


def _behind_dirt(text: str) -> Marker | None:
    """Read "._ 8. Hiệp hội" as "8.": a scan takes a spot of the paper for a sign."""
    found = _DIRT.match(text)
    marker = marker_of(text[found.end() :]) if found else None
    return replace(marker, length=marker.length + found.end()) if found and marker else None


def _slipped(text: str) -> Marker | None:
    """Read "lI. NỘI DUNG" as "II.": a scan takes I for l and 1."""
    if small := _SMALL_ROMAN.match(text):
        return Marker(Rank.SECTION, small[1].upper(), small.end())
    found = _SLIPPED_ROMAN.match(text)
    if found is None or found[1].isdigit():
        return None
    label = "".join(_SLIPS.get(letter, letter) for letter in found[1])
    return Marker(Rank.SECTION, label, found.end())
