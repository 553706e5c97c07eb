"""A length counted from a day: in days, weeks, months or working days, forwards or back."""

import calendar as _months
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Protocol

from dinhlang.pure.dates.calendar import Calendar


class Countable(Protocol):
    """A number of units, as a phrase or a person says it."""

    @property
    def number(self) -> int:
        """How many."""

    @property
    def unit(self) -> str:
        """Of what."""

    @property
    def working(self) -> bool:
        """Whether only days count on which offices work."""

    @property
    def back(self) -> bool:
        """Whether it is counted towards the past."""


@dataclass(frozen=True)
class Count:
    """A length that is counted, and once its first day is known what came of it: the day, and the days passed over."""

    number: int
    unit: str = "day"
    working: bool = False
    back: bool = False
    begin: date | None = None
    end: date | None = None
    passed: tuple[date, ...] = ()

    def from_day(self, begin: date, calendar: Calendar) -> "Count":
        """The same length counted from a day. Raises what `moved` raises."""
        end, passed = moved(self, begin, calendar)
        return replace(self, begin=begin, end=end, passed=passed)

    def as_data(self) -> dict[str, Any]:
        """What has to be kept to count it anew."""
        begin = self.begin.isoformat() if self.begin else None
        return {
            "number": self.number, "unit": self.unit, "working": self.working, "back": self.back, "begin": begin,
        }  # fmt: skip


def count_of(data: dict[str, Any]) -> Count:
    """A length as `as_data` kept it."""
    begin = date.fromisoformat(data["begin"]) if data.get("begin") else None
    return Count(data["number"], data["unit"], data["working"], data["back"], begin)


_MONTHS = {"month": 1, "quarter": 3, "year": 12}
_DAYS = {"day": 1, "week": 7}


def moved(length: Countable, begin: date, calendar: Calendar) -> tuple[date, tuple[date, ...]]:
    """The day at the end of the length, and the days off passed on the way. Day one is the day after."""
    sign = -1 if length.back else 1
    if length.working:
        return calendar.counted(begin, length.number, back=length.back)
    if length.unit in _MONTHS:
        return _months_on(begin, sign * length.number * _MONTHS[length.unit]), ()
    if length.unit in {"hour", "minute"}:
        return begin + sign * timedelta(hours=length.number if length.unit == "hour" else 0), ()
    return begin + sign * length.number * timedelta(days=_DAYS[length.unit]), ()


def _months_on(begin: date, months: int) -> date:
    year, month = divmod(begin.year * 12 + begin.month - 1 + months, 12)
    return date(year, month + 1, min(begin.day, _months.monthrange(year, month + 1)[1]))
