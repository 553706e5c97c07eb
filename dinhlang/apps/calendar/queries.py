"""The calendar in force, and a year of it with where each day comes from."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any

from dinhlang.apps.audit import public as audit
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


@dataclass(frozen=True)
class Version:
    """What the calendar was: since when, by which change of this house, and who made it."""

    moment: datetime | None = None
    line: DecidedDay | None = None
    by: Any = None
    is_known: bool = False
    is_in_force: bool = False


def said_versions(versions: Iterable[str]) -> list[Version]:
    """Each version of the calendar by the change that made it, so that nobody has to read its short name."""
    wanted = set(versions)
    if not wanted:
        return []
    found, in_force = dict(_versions(wanted)), calendar_in_force().version
    said = [replace(found.get(one, Version()), is_in_force=one == in_force) for one in wanted]
    return sorted(said, key=lambda one: (one.moment is not None, one.moment or datetime.min.replace(tzinfo=UTC)))


def _versions(wanted: set[str]) -> Iterator[tuple[str, Version]]:
    """The kept list alone, then after each line that was added or withdrawn."""
    if (base := default_calendar().version) in wanted:
        yield base, Version(is_known=True)
    lines = list(DecidedDay.objects.all())
    changes = [(line.added_at, line, "calendar.added") for line in lines]
    changes += [(line.withdrawn_at, line, "calendar.withdrawn") for line in lines if line.withdrawn_at]
    for moment, line, act in sorted(changes, key=lambda change: (change[0], change[1].pk)):
        standing = [one for one in lines if one.added_at <= moment and not _is_over(one, moment)]
        version = default_calendar().amended(one.as_change() for one in standing).version
        if version in wanted:
            entry = audit.history_of(line).filter(act=act).first()
            yield version, Version(moment, line, entry.actor if entry else None, is_known=True)


def _is_over(line: DecidedDay, moment: datetime) -> bool:
    return line.withdrawn_at is not None and line.withdrawn_at <= moment
