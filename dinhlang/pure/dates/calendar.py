"""Which days offices work: the kept library of Vietnamese holidays, with a list of decisions that wins over it.

The library forecasts years for which nothing has been decided yet; the list (`days_off.tsv`) says what was decided,
a line a day. An administrator's own lines come in as another `Calendar`; nothing here reads a clock or a setting.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache, cached_property, lru_cache
from hashlib import sha256
from importlib.resources import files

import holidays

_WORDS = {
    "New Year's Day": "Tết Dương lịch",
    "Hung Kings": "Giỗ Tổ Hùng Vương",
    "Liberation Day": "Ngày Chiến thắng 30/4",
    "Labor Day": "Quốc tế Lao động 01/5",
    "National Day": "Quốc khánh",
    "Vietnam Cultural Day": "Ngày Văn hóa Việt Nam",
    "Lunar New Year": "nghỉ Tết Nguyên đán",
    "substituted": "nghỉ hoán đổi",
}
_SATURDAY = 5
_WEEKEND = "cuối tuần"
_FARTHEST = 366 * 40  # working days counted at most; a longer length is a slip of the pen


class CannotCount(ValueError):
    """So many working days would lead out of the calendar."""


@dataclass(frozen=True)
class Change:
    """One decided day: off or worked in exchange, what it is, and who decided."""

    day: date
    works: bool
    name: str
    source: str


@dataclass(frozen=True)
class Calendar:
    """Working days: Monday to Friday, without holidays, with the Saturdays that a decision made working days."""

    changes: Mapping[date, Change] = field(default_factory=dict)

    def amended(self, changes: Iterable[Change]) -> "Calendar":
        """The same calendar with further decisions, which win."""
        return Calendar({**self.changes, **{change.day: change for change in changes}})

    @cached_property
    def version(self) -> str:
        """A short name of exactly these decisions over this library: two calendars that differ have two."""
        lines = sorted(f"{day} {change.works} {change.name} {change.source}" for day, change in self.changes.items())
        return sha256("\n".join([holidays.__version__, *lines]).encode()).hexdigest()[:12]

    def works_on(self, day: date) -> bool:
        """Whether offices work on the day."""
        change = self.changes.get(day)
        return change.works if change else bool(_year(day.year).is_working_day(day))

    def why_off(self, day: date) -> str:
        """What keeps offices shut on the day; empty on a working day."""
        change = self.changes.get(day)
        if change:
            return "" if change.works else change.name
        if self.works_on(day):
            return ""
        name = str(_year(day.year).get(day, ""))
        return next((words for english, words in _WORDS.items() if english in name), "") or _WEEKEND

    def notable_in(self, year: int) -> Iterator[Change]:
        """The days of a year that are not what their weekday says; without a source where the library reckons it."""
        for number in range(date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal() + 1):
            day = date.fromordinal(number)
            if change := self.changes.get(day):
                yield change
                continue
            works, why = self.works_on(day), self.why_off(day)
            if works and day.weekday() >= _SATURDAY:
                yield Change(day, works=True, name="làm bù", source="")
            elif not works and why != _WEEKEND:
                yield Change(day, works=False, name=why, source="")

    def counted(self, begin: date, number: int, *, back: bool = False) -> tuple[date, tuple[date, ...]]:
        """The number-th working day after (or before) a day, and the days off passed on the way."""
        if number > _FARTHEST:
            raise CannotCount(str(number))
        day, left, passed = begin, number, []
        try:
            while left > 0:
                day += timedelta(days=-1 if back else 1)
                if self.works_on(day):
                    left -= 1
                else:
                    passed.append(day)
        except OverflowError as beyond:
            raise CannotCount(str(number)) from beyond
        return day, tuple(passed)


@lru_cache(maxsize=64)
def _year(year: int) -> holidays.HolidayBase:
    return holidays.country_holidays("VN", years=[year], language="en_US")


def changes_in(lines: str) -> tuple[Change, ...]:
    """Read the list of decided days: day, off | works, name, source, parted by tabs; # begins a remark."""
    rows = [line.split("\t") for line in lines.splitlines() if line.strip() and not line.startswith("#")]
    return tuple(Change(date.fromisoformat(day), what == "works", name, source) for day, what, name, source in rows)


@cache
def default_calendar() -> Calendar:
    """The calendar as it is kept with the program."""
    text = (files("dinhlang.pure.dates") / "days_off.tsv").read_text(encoding="utf-8")
    return Calendar().amended(changes_in(text))
