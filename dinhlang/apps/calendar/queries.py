"""The calendar in force, and a year of it with where each day comes from."""

from dataclasses import dataclass
from datetime import date

from dinhlang.apps.calendar.models import DecidedDay
from dinhlang.pure.dates import Calendar, Change, default_calendar


@dataclass(frozen=True)
class Notable:
    """A day that is not what its weekday says, who decided, and the line of this house if it is one."""

    change: Change
    line: DecidedDay | None
    instead_of: Change | None
    """What the kept list said before this house's line."""

    @property
    def is_reckoned(self) -> bool:
        """Nobody decided yet: the library reckons it."""
        return not self.change.source


def calendar_in_force() -> Calendar:
    """The kept list under this house's own lines. One question to the database; ask once for each document."""
    return default_calendar().amended(line.as_change() for line in DecidedDay.objects.in_force())


def year_of_days(year: int) -> list[Notable]:
    """The days off of a year and those worked in exchange, in their order."""
    lines = {line.day: line for line in DecidedDay.objects.in_force().of_year(year)}
    kept = {change.day: change for change in default_calendar().notable_in(year)}
    amended = default_calendar().amended(line.as_change() for line in lines.values())
    return [_notable(change, lines.get(change.day), kept) for change in amended.notable_in(year)]


def _notable(change: Change, line: DecidedDay | None, kept: dict[date, Change]) -> Notable:
    return Notable(change, line, kept.get(change.day) if line else None)


def withdrawn_in(year: int) -> list[DecidedDay]:
    """The lines of a year that no longer count."""
    return list(DecidedDay.objects.of_year(year).filter(withdrawn_at__isnull=False))
