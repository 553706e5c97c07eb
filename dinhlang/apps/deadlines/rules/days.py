"""How far ahead an occurrence is opened, and how a day is reckoned and explained. Plain Python."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from dinhlang.pure.dates import Calendar, Count, is_weekly, makes_occurrences, occurrences

AHEAD = timedelta(days=30)
"""A task that comes back is opened so long before its day: a month's work is asked for when the month begins."""

AHEAD_WEEKLY = timedelta(days=6)
MOST_AT_ONCE = 60
"""Occurrences of one series opened in one night at most, after a long pause; the next night goes on."""

MOST_DAYS = 3650
"""Days counted from an event at most; more is a slip of the pen."""


@dataclass(frozen=True)
class Reckoned:
    """A day and how it came about: counted from which day, what was passed over and why, what was worked."""

    day: date
    count: Count | None = None
    skipped: tuple[tuple[date, str], ...] = ()
    worked: tuple[date, ...] = ()

    def as_data(self) -> dict[str, Any]:
        """As it is kept beside the day."""
        if self.count is None:
            return {}
        return {
            **self.count.as_data(),
            "skipped": [[day.isoformat(), why] for day, why in self.skipped],
            "worked": [day.isoformat() for day in self.worked],
        }


@dataclass(frozen=True)
class Told:
    """A kept reckoning as a page tells it."""

    count: Count
    skipped: list[tuple[date, str]] = field(default_factory=list)
    worked: list[date] = field(default_factory=list)


def reckoned(count: Count, begin: date, calendar: Calendar) -> Reckoned:
    """The day at the end of a length that is counted from another. Raises what `Count.from_day` raises."""
    done = count.from_day(begin, calendar)
    end = done.end or begin
    skipped = tuple((day, calendar.why_off(day)) for day in sorted(done.passed))
    low, high = sorted((begin, end))
    between = (low + timedelta(days=n) for n in range((high - low).days + 1)) if count.working else ()
    worked = tuple(day for day in between if day != begin and day.weekday() >= 5 and calendar.works_on(day))
    return Reckoned(end, done, skipped, worked)


def told(data: dict[str, Any]) -> Told | None:
    """What `Reckoned.as_data` kept."""
    if not data:
        return None
    begin = date.fromisoformat(data["begin"]) if data.get("begin") else None
    count = Count(data["number"], data["unit"], data["working"], data["back"], begin)
    skipped = [(date.fromisoformat(day), why) for day, why in data.get("skipped", [])]
    return Told(count, skipped, [date.fromisoformat(day) for day in data.get("worked", [])])


def comes_back(rule: str, anchors: Iterable[date]) -> bool:
    """Whether a rule of return makes occurrences to hand in."""
    return bool(rule) and makes_occurrences(rule, anchors)


def next_days(rule: str, anchors: Iterable[date], *, after: date, day: date) -> list[date]:
    """The occurrences later than the last one that are to be open by a day."""
    ahead = AHEAD_WEEKLY if is_weekly(rule) else AHEAD
    return occurrences(rule, anchors, after=after, upto=day + ahead)[:MOST_AT_ONCE]
