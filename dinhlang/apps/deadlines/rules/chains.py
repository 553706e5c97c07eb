"""The chain of a report: from the last recipient's day back through each level that puts together. Plain Python.

The one above must send by a day; it needs some working days to put together; so the one below sends that much earlier.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from dinhlang.apps.deadlines.rules.days import Reckoned, reckoned
from dinhlang.pure.dates import Calendar, Count

USUAL_DAYS = 5
"""Working days for putting together that a new chain proposes. The house's own habit, no law; a person changes it."""

MOST_DAYS_TOGETHER = 60
MOST_LEVELS = 6
MOST_PERIODS = 24

TWO_TIERS = ("province", "commune")
THREE_TIERS = ("province", "district", "commune")


class Rhythm(StrEnum):
    """How often a report comes back."""

    ONCE = "once"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"

    @property
    def months(self) -> int:
        """How many months lie between two periods; none where it does not come back."""
        return {"once": 0, "month": 1, "quarter": 3, "half": 6, "year": 12}[self.value]


class Conflict(StrEnum):
    """What speaks against a chain."""

    PAST = "past"
    BEFORE_CLOSE = "before_close"
    NO_DISTRICT = "no_district"


@dataclass(frozen=True)
class Period:
    """One report of a series: the last day of what it tells of, and the day on which it is to reach the recipient."""

    closes_on: date
    last_day: date


@dataclass(frozen=True)
class Link:
    """By when one level sends, how that was counted, and from when it puts together."""

    day: date
    reckoned: Reckoned
    starts_on: date


def periods(first: Period, rhythm: Rhythm, times: int) -> list[Period]:
    """The first period and those that follow it; the last day of a month stays the last day of a month."""
    count = times if rhythm.months else 1
    return [
        Period(_later(first.closes_on, n * rhythm.months), _later(first.last_day, n * rhythm.months))
        for n in range(count)
    ]


def _later(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = _last_of(year, month + 1)
    is_last = day == _last_of(day.year, day.month)
    return last if is_last else last.replace(day=min(day.day, last.day))


def _last_of(year: int, month: int) -> date:
    following = date(year + month // 12, month % 12 + 1, 1)
    return following - timedelta(days=1)


def laid(last_day: date, days: Sequence[int], calendar: Calendar) -> list[Link]:
    """By when each level sends, from the highest down; `days`: how many working days each needs to put together.

    Raises what `Count.from_day` raises.
    """
    sent = _on_a_working_day(last_day, calendar)
    links = []
    for number in days:
        earlier = reckoned(Count(number, "day", working=True, back=True), sent.day, calendar)
        links.append(Link(sent.day, sent, earlier.day))
        sent = earlier
    return links


def _on_a_working_day(day: date, calendar: Calendar) -> Reckoned:
    """The day itself; where offices are shut on it, the last working day before."""
    if calendar.works_on(day):
        return Reckoned(day)
    return reckoned(Count(1, "day", working=True, back=True), day, calendar)


def conflicts(
    links: Sequence[Link], levels: Sequence[str], *, closes_on: date, day: date, no_district_from: date
) -> list[tuple[Conflict, int]]:
    """What speaks against a chain, each with the level (from above) of which it is to be said."""
    found = []
    if links and links[-1].starts_on < day:
        found.append((Conflict.PAST, len(links) - 1))
    if links and links[-1].starts_on <= closes_on:
        found.append((Conflict.BEFORE_CLOSE, len(links) - 1))
    abolished = (
        (Conflict.NO_DISTRICT, n)
        for n, (link, level) in enumerate(zip(links, levels, strict=True))
        if level == "district" and link.day >= no_district_from
    )
    return [*found, *abolished]


def tiers(day: date, *, no_district_from: date) -> tuple[str, ...]:
    """The tiers of local government under the centre, as they stood on a day."""
    return TWO_TIERS if day >= no_district_from else THREE_TIERS
