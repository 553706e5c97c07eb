"""Numbers of documents as other documents cite them, each with the year to which it belongs.

A number begins anew each year (NĐ 30/2020/NĐ-CP, Điều 15): only number, issuer and year together name a document.
"""

import re
from dataclasses import dataclass

_NUMBER = re.compile(r"\b(\d{1,5})\s?/\s?((?:\d{4}/)?[A-ZĐƯ][\w&Đđ-]*(?:-[\w&Đđ]+)*)")
_YEAR_WITHIN = re.compile(r"(\d{4})/")
_THEN_DAY = re.compile(
    r"\s{0,3}[,(]?\s{0,3}(?:(?:ban hành\s)?ngày\s{0,3}(?:\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?(\d{4})\b"
    r"|\d{1,2}\s{1,3}tháng\s{1,3}\d{1,2}\s{1,3}năm\s{1,3}(\d{4})\b)|năm\s{1,3}(\d{4})\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class CitedNumber:
    """A number as written, and its year, where the words say one."""

    number: str
    year: int | None = None

    @property
    def key(self) -> str:
        """By what two writings of the number are the same."""
        return number_key(self.number)

    def may_be_of(self, year: int | None) -> bool:
        """Whether a document of a year may be meant; what is not said on either side does not speak against it."""
        return self.year is None or year is None or self.year == year


def numbers_cited(words: str) -> list[CitedNumber]:
    """Each number once a year: "Quyết định số 346/QĐ-TTg ngày 06/4/2023" → 346/QĐ-TTg of 2023."""
    found = [CitedNumber(f"{one[1]}/{one[2]}", _year_of(one, words)) for one in _NUMBER.finditer(words)]
    return list(dict.fromkeys(found))


def number_key(number: str) -> str:
    """By what two writings of a number are the same."""
    return "".join(number.split()).casefold()[:60]


def _year_of(found: re.Match[str], words: str) -> int | None:
    """Some numbers hold their year (02/2025/NĐ-CP); behind the others stands the day."""
    if within := _YEAR_WITHIN.match(found[2]):
        return int(within[1])
    day = _THEN_DAY.match(words, found.end())
    return int(next(filter(None, day.groups()))) if day else None
