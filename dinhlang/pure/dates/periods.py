"""Pieces of the calendar as people name them, perhaps without their year: which days they are in a given year."""

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from dinhlang.pure.dates.lunar import lunar_day

Bounds = tuple[date, date]
Kind = Literal["day", "month", "quarter", "year", "months", "week", "days", "feast", "now", "signed", "school"]
Part = Literal["", "start", "mid", "end", "first half", "last half", "upper", "middle", "lower", "last months"]


@dataclass(frozen=True)
class Period:
    """A named piece of the calendar. `number` counts days, quarters, weeks, or the months of "6 tháng đầu năm"."""

    kind: Kind
    number: int = 0  # day of the month (-1: the last), quarter, week of the month (-1: the last), number of months
    month: int | None = None
    year: int | None = None
    part: Part = ""
    shift: int = 0  # "năm sau", "tháng tới": units from that of the document
    relative: bool = False  # said from the document's own day: tháng này, năm sau
    name: str = ""  # of a feast

    @property
    def vague(self) -> bool:
        """Whether no first day can be said: "đầu tháng", "cuối năm"."""
        return self.part in {"start", "mid", "end", "last months"}

    @property
    def is_day(self) -> bool:
        """Whether it is one day, not a stretch."""
        return self.kind in {"day", "feast", "now", "signed"}

    @property
    def has_year(self) -> bool:
        """Whether nothing is left to guess."""
        return self.year is not None or self.relative or self.kind in {"now", "signed"}

    def of_year(self, year: int | None) -> "Period":
        """The same, of a year, if it has none of its own."""
        comes_back = self.kind == "day" and self.month is None and bool(self.name)  # "ngày 12 của tháng cuối quý"
        return self if self.has_year or year is None or comes_back else replace(self, year=year)

    def of_month(self, month: int | None, year: int | None) -> "Period":
        """The same day of a month that stands elsewhere."""
        if self.kind == "day" and self.month is None and not self.name:
            return replace(self, month=month, year=self.year or year)
        return self.of_year(year)


def month_of(year: int, month: int) -> Bounds:
    """First and last day of a month."""
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def bounds(period: Period, on: date, year: int | None = None) -> Bounds | None:
    """First and last day of a period: of its own year, else of the year given. None when there is no such day."""
    year = period.year or year or on.year
    if not 1 < year < 9999:
        return None
    try:
        return _OF_KIND[period.kind](period, year, on)
    except (ValueError, OverflowError):
        return None


def _day(period: Period, year: int, on: date) -> Bounds:
    if period.relative:
        day = on + timedelta(days=period.shift)
        return day, day
    month = period.month or on.month
    if period.month is None and period.name == "next month":
        month, year = (month + 1, year) if month < 12 else (1, year + 1)
    number = month_of(year, month)[1].day if period.number == -1 else period.number
    day = date(year, month, number)
    return day, day


def _month(period: Period, year: int, on: date) -> Bounds:
    if period.relative:
        place = on.year * 12 + on.month - 1 + period.shift
        year, month = divmod(place, 12)
        first, last = month_of(year, month + 1)
    else:
        first, last = month_of(year, period.month or on.month)
    cuts: dict[str, tuple[int, int]] = {
        "start": (1, 10), "mid": (1, 15), "first half": (1, 15), "last half": (16, last.day),
        "upper": (1, 10), "middle": (11, 20), "lower": (21, last.day),
    }  # fmt: skip
    begin, end = cuts.get(period.part, (1, last.day))
    return first.replace(day=begin), first.replace(day=end)


def _quarter(period: Period, year: int, on: date) -> Bounds:
    number = period.number
    if period.relative:
        place = on.year * 4 + (on.month - 1) // 3 + period.shift
        year, number = place // 4, place % 4 + 1
    if not 1 <= number <= 4:
        raise ValueError(number)
    months = number * 3
    first, last = date(year, months - 2, 1), month_of(year, months)[1]
    if period.part == "start":
        return first, month_of(year, months - 2)[1]
    if period.part == "mid":
        return first, date(year, months - 1, 15)
    return first, last


def _year(period: Period, year: int, on: date) -> Bounds:
    if period.relative:
        year = on.year + period.shift
    ends = {"start": (1, 1, 3, 31), "mid": (1, 1, 6, 30), "first half": (1, 1, 6, 30), "last half": (7, 1, 12, 31)}
    month, day, end_month, end_day = ends.get(period.part, (1, 1, 12, 31))
    return date(year, month, day), date(year, end_month, end_day)


def _months(period: Period, year: int, on: date) -> Bounds:
    """ "6 tháng đầu năm", "02 tháng cuối năm"."""
    count = min(max(period.number, 1), 12)
    if period.relative:
        year = on.year + period.shift
    if period.part == "last half":
        return date(year, 13 - count, 1), date(year, 12, 31)
    return date(year, 1, 1), month_of(year, count)[1]


def _days(period: Period, year: int, on: date) -> Bounds:
    """ "10 ngày đầu tháng 12", "15 ngày cuối năm"."""
    first, last = month_of(year, period.month or on.month)
    if period.part == "last half":
        return last - timedelta(days=period.number - 1), last
    return first, first + timedelta(days=period.number - 1)


def _week(period: Period, year: int, on: date) -> Bounds:
    """Weeks run Monday to Sunday and belong to the month that holds their Thursday; cut at the ends of the month."""
    if period.relative:
        monday = on - timedelta(days=on.weekday()) + timedelta(weeks=period.shift)
        return monday, monday + timedelta(days=6)
    first, last = month_of(year, period.month or on.month)
    thursday = first + timedelta(days=(3 - first.weekday()) % 7)
    if period.number == -1:
        thursday = last - timedelta(days=(last.weekday() - 3) % 7)
    else:
        thursday += timedelta(weeks=period.number - 1)
    if thursday > last or period.number == 0:
        raise ValueError(period.number)
    return max(first, thursday - timedelta(days=3)), min(last, thursday + timedelta(days=3))


def _feast(period: Period, year: int, on: date) -> Bounds:
    month, number = FEASTS[period.name]
    lunar = period.name in LUNAR
    day = lunar_day(year, month, number) if lunar else date(year, month, number)
    return day, day


def _school(period: Period, year: int, on: date) -> Bounds:
    """A school year: from the opening on 5 September to the end of May."""
    return date(year, 9, 5), date(year + 1, 5, 31)


def _now(period: Period, year: int, on: date) -> Bounds:
    return on, on


_OF_KIND: dict[str, Callable[[Period, int, date], Bounds]] = {
    "day": _day, "month": _month, "quarter": _quarter, "year": _year, "months": _months, "week": _week,
    "days": _days, "feast": _feast, "now": _now, "signed": _now, "school": _school,
}  # fmt: skip

FEASTS = {
    "Tết Nguyên đán": (1, 1),
    "Tết Dương lịch": (1, 1),
    "Rằm tháng Giêng": (1, 15),
    "Giỗ Tổ Hùng Vương": (3, 10),
    "Phật đản": (4, 15),
    "Vu Lan": (7, 15),
    "Tết Trung thu": (8, 15),
    "Quốc khánh": (9, 2),
    "Quốc tế Lao động": (5, 1),
    "Quốc tế Thiếu nhi": (6, 1),
    "Quốc tế Phụ nữ": (3, 8),
    "Ngày hội Đại đoàn kết": (11, 18),
    "Ngày Pháp luật Việt Nam": (11, 9),
    "Ngày Chuyển đổi số quốc gia": (10, 10),
    "Ngày Thương binh - Liệt sĩ": (7, 27),
    "Ngày Nhà giáo Việt Nam": (11, 20),
    "Ngày Gia đình Việt Nam": (6, 28),
}
LUNAR = frozenset({"Tết Nguyên đán", "Rằm tháng Giêng", "Giỗ Tổ Hùng Vương", "Phật đản", "Vu Lan", "Tết Trung thu"})
