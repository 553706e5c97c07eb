"""Days in words, and days read from what people type."""

import re
from datetime import date
from enum import StrEnum

_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})")
_DAY_FIRST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})(?:\2(\d{4}|\d{2}))?")
_IN_WORDS = re.compile(r"ngày (\d{1,2}) tháng (\d{1,2})(?: năm (\d{4}))?")
_CENTURY_TURNS = 80  # '79 is 2079, '80 is 1980


class DayTrouble(StrEnum):
    """Why a day could not be read; the page that asked words it."""

    EMPTY = "empty"
    SHAPE = "shape"
    NO_SUCH_DAY = "no_such_day"
    YEAR_MISSING = "year_missing"


class CannotReadDay(ValueError):
    """What was typed is not a day."""

    def __init__(self, reason: DayTrouble, typed: str) -> None:
        super().__init__(f"cannot read a day from {typed!r}: {reason}")
        self.reason = reason
        self.typed = typed


def day_words(day: date) -> str:
    """Write a day as decrees do: ngày 05 tháng 9 năm 2024.

    Days under 10 and months 1 and 2 take a zero in front (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.4.b).
    """
    return f"ngày {day.day:02} tháng {_month(day)} năm {day.year}"


def short_day(day: date) -> str:
    """Write a day in figures: 05/9/2024, with the zeros decrees ask for."""
    return f"{day.day:02}/{_month(day)}/{day.year}"


def full_day(day: date) -> str:
    """Write a day with its day of the week: thứ Hai, 23/11/2026."""
    return f"{weekday(day)}, {short_day(day)}"


def weekday(day: date) -> str:
    """Name the day of the week: thứ Hai … Chủ nhật."""
    return _WEEKDAYS[day.weekday()]


def _month(day: date) -> str:
    return f"{day.month:02}" if day.month <= 2 else str(day.month)


def parse_day(typed: str, *, today: date | None = None) -> date:
    """Read 5/9/24, 05-09-2024, 5.9.2024, 2024-09-05, "ngày 05 tháng 9 năm 2024"; and 5/9 of the year of `today`.

    Raises CannotReadDay, a ValueError with a reason code.
    """
    text = " ".join(typed.split()).lower()
    year, month, day = _figures(text, typed)
    year = year if year is not None or today is None else today.year
    if year is None:
        raise CannotReadDay(DayTrouble.YEAR_MISSING, typed)
    try:
        return date(year, month, day)
    except ValueError:
        raise CannotReadDay(DayTrouble.NO_SUCH_DAY, typed) from None


def _figures(text: str, typed: str) -> tuple[int | None, int, int]:
    """Return year (if any), month and day from one of the ways to write them."""
    if found := _YEAR_FIRST.fullmatch(text):
        return int(found[1]), int(found[3]), int(found[4])
    if found := _DAY_FIRST.fullmatch(text):
        return _year(found[4]), int(found[3]), int(found[1])
    if found := _IN_WORDS.fullmatch(text):
        return _year(found[3]), int(found[2]), int(found[1])
    raise CannotReadDay(DayTrouble.SHAPE if text else DayTrouble.EMPTY, typed)


def _year(figures: str | None) -> int | None:
    if figures is None:
        return None
    if len(figures) == 4:
        return int(figures)
    return int(figures) + (2000 if int(figures) < _CENTURY_TURNS else 1900)
