"""Hiding what points at one person in a text for everyone: phones, identity numbers, mail, accounts, house numbers.

Document numbers, days, sums, articles and lanes stay as they are. What an office gives out itself stays too: hotlines,
numbers said to be an office's, mail under .gov.vn, accounts of a fund or the treasury.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum


class Hidden(StrEnum):
    """What was hidden; the value is what stands there instead."""

    PHONE = "(đã che số điện thoại)"
    IDENTITY = "(đã che số giấy tờ)"
    MAIL = "(đã che thư điện tử)"
    ACCOUNT = "(đã che số tài khoản)"
    HOUSE = "(đã che số nhà)"


@dataclass(frozen=True)
class Found:
    """A stretch of the text that points at one person."""

    start: int
    end: int
    kind: Hidden


_GAP = r"[ \u00a0\u2009\u202f.\-]"
_PHONE = re.compile(rf"(?<!\d)(?:\(?(?:\+|00)84\)?{_GAP}?(?:\(0\))?|\(?0)(?:{_GAP}?\d|\)){{8,11}}(?!\d)")
_IDENTITY = re.compile(
    r"(?<![\d/])(?<!\d[.,])(?:0(?:0[1-9]|[1-8]\d|9[0-6])\d{9}|0(?:0[1-9]|[1-8]\d|9[0-6])(?:[ \-]\d{3}){3}|\d{9})"
    r"(?!\d|/|[.,]\d)"
)
_LABELLED_IDENTITY = re.compile(
    r"(?:CMND|CMT|CCCD|căn cước(?: công dân)?|chứng minh(?: nhân dân| thư)?|định danh(?: cá nhân)?|hộ chiếu)"
    r"[^\d\n]{0,20}?(?P<number>(?:\d[ .\-]?){8,11}\d)(?!\d|/)",
    re.IGNORECASE,
)
_MAIL = re.compile(r"[\w+\-][\w.+\-]{0,63}@[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)+")
_ACCOUNT = re.compile(
    r"(?:số\s+tài\s+khoản|tài\s+khoản|số\s+TK|STK|\bTK)[^\d\n]{0,30}?(?P<number>\d(?:[ .\-]?\d){5,18})(?!\d|/)",
    re.IGNORECASE,
)
_HOUSE = re.compile(
    r"(?:số\s+nhà|nhà\s+số)\s*:?\s*(?P<number>\d+[A-Za-z]?(?:/\d+[A-Za-z]?)*)\b"
    r"|(?<!\w)số\s*:?\s*(?P<street>\d+[A-Za-z]?(?:/\d+[A-Za-z]?)*)(?=,?\s+(?:đường|phố|ngõ|ngách|hẻm|kiệt)\s)",
    re.IGNORECASE,
)
# Most texts hold none of this and are not looked at again: six digits on end, an @, the number of a house.
_SUSPECT = re.compile(
    r"@|\d(?:[ \u00a0\u2009\u202f.\-()]{0,2}\d){5}|số\s+nhà|nhà\s+số|số\s*:?\s*\d[\w/]*,?\s+(?:đườ|ph|ng|hẻ|ki)",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\s*(?:đồng|đ\b|vnđ|vnd|usd|triệu|tỷ|tỉ|nghìn|m2|m²|m3|m³|ha\b|kg|tấn|lít|người|hộ\b|%)", re.IGNORECASE
)
_HOTLINE = re.compile(r"(?:đường dây nóng|hotline|tổng đài|trực ban)[^\d\n]{0,30}$", re.IGNORECASE)
_OFFICE = re.compile(
    r"(?:ubnd|ủy ban|uỷ ban|cơ quan|văn phòng|trụ sở|bộ phận|một cửa|công an|trạm y tế|trường|\bsở\b|\bphòng\b|fax)"
    r"[^\d\n]{0,50}$",
    re.IGNORECASE,
)
_OF_OFFICE = re.compile(r"kho bạc|\bquỹ\b|ủy ban|uỷ ban|ubnd|mặt trận|mttq|ban vận động", re.IGNORECASE)
_PUBLIC_PLACE = re.compile(
    r"(?:trụ sở|ubnd|ủy ban|uỷ ban|cơ quan|nhà văn hóa|nhà văn hoá|trường|trạm|công ty|\bsở\b|văn phòng|công an)"
    r"[^\d\n]{0,50}$",
    re.IGNORECASE,
)
_BEFORE = 90
_HEX, _DIGEST = frozenset("0123456789abcdefABCDEF"), 16


def found_in(text: str) -> list[Found]:
    """What points at one person, from left to right; nothing overlaps."""
    kept: list[Found] = []
    for one in sorted(_all_of(text), key=lambda one: (one.start, -one.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def mask(text: str) -> str:
    """The text as everyone may read it; a second time changes nothing."""
    if not _SUSPECT.search(text):
        return text
    pieces, at = [], 0
    for one in found_in(text):
        pieces += [text[at : one.start], one.kind.value]
        at = one.end
    return "".join([*pieces, text[at:]])


def _all_of(text: str) -> Iterator[Found]:
    yield from _matches(text, _MAIL, Hidden.MAIL, _is_of_a_person)
    yield from _matches(text, _ACCOUNT, Hidden.ACCOUNT, _is_account)
    yield from _matches(text, _LABELLED_IDENTITY, Hidden.IDENTITY, _is_as_long_as_identity)
    yield from _matches(text, _IDENTITY, Hidden.IDENTITY, _is_not_counted)
    yield from _matches(text, _PHONE, Hidden.PHONE, _is_phone)
    yield from _matches(text, _HOUSE, Hidden.HOUSE, _is_home)


def _matches(
    text: str, pattern: re.Pattern[str], kind: Hidden, means_it: Callable[[str, re.Match[str]], bool]
) -> Iterator[Found]:
    """Every match that means it; after one that does not, the search goes on right behind its first letter."""
    at = 0
    while match := pattern.search(text, at):
        group = match.lastgroup or 0
        if means_it(text, match) and not _is_in_digest(text, match):
            yield Found(match.start(group), match.end(group), kind)
            at = match.end()
        else:
            at = match.start() + 1


def _is_in_digest(text: str, match: re.Match[str]) -> bool:
    """Whether it is a stretch of a long hexadecimal number: the seals of the record are written so."""
    start, end = match.span()
    first, last = max(0, start - _DIGEST), min(len(text), end + _DIGEST)
    while start > first and text[start - 1] in _HEX:
        start -= 1
    while end < last and text[end] in _HEX:
        end += 1
    return end - start >= _DIGEST and (start, end) != match.span()


def _digits(words: str) -> str:
    return "".join(character for character in words if character.isdigit())


def _before(text: str, at: int) -> str:
    return text[max(0, at - _BEFORE) : at]


def _is_phone(text: str, match: re.Match[str]) -> bool:
    """Ten digits of a mobile, eleven of a line at home, in groups of at least two; not what an office gives out."""
    written = match.group()
    digits = _digits(written)
    if digits.startswith(("84", "0084")):
        digits = "0" + digits.removeprefix("00").removeprefix("84").removeprefix("0")
    groups = re.findall(r"\d+", written)
    if min(map(len, groups[1:]), default=2) < 2 or _HOTLINE.search(_before(text, match.start())):
        return False
    if len(digits) == 10 and digits[1] in "35789":
        return True
    return len(digits) == 11 and digits[1] == "2" and not _OFFICE.search(_before(text, match.start()))


def _is_not_counted(text: str, match: re.Match[str]) -> bool:
    """Nine digits before đồng, m², người are a number of things; so is a round one."""
    if len(_digits(match.group())) > 9:
        return True
    return not match.group().endswith("000") and not _COUNTED.match(text, match.end())


def _is_as_long_as_identity(_text: str, match: re.Match[str]) -> bool:
    return len(_digits(match.group("number"))) in {9, 12}


def _is_of_a_person(_text: str, match: re.Match[str]) -> bool:
    """Mail under .gov.vn is how one reaches an office."""
    return not match.group().lower().endswith(".gov.vn")


def _is_account(text: str, match: re.Match[str]) -> bool:
    """Not a sum that lies in an account, nor the account of an office or a fund, which people are asked to use."""
    if _COUNTED.match(text, match.end()):
        return False
    return not _OF_OFFICE.search(text[match.start() : match.start("number")])


def _is_home(text: str, match: re.Match[str]) -> bool:
    """A number in a street may be an office's; "số nhà" is always somebody's."""
    return match.group("street") is None or not _PUBLIC_PLACE.search(_before(text, match.start()))
