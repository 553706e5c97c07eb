"""Reads of deadlines: the story of a day, and what waits for what."""

from dataclasses import dataclass

from django.db.models import QuerySet

from dinhlang.apps.deadlines import rules
from dinhlang.apps.deadlines.models import DayChange, Deadline, Event, Milestone


@dataclass(frozen=True)
class Day:
    """One day of a deadline with how it was reckoned and what moved it."""

    milestone: Milestone
    told: rules.Told | None
    changes: list[tuple[DayChange, rules.Told | None]]

    @property
    def is_moved(self) -> bool:
        """Whether it was once another day."""
        return bool(self.changes)


def days_of(deadline: Deadline, *, most: int = 24) -> list[Day]:
    """The days of a deadline, the latest occurrences first where it comes back."""
    found = deadline.milestones.prefetch_related("changes__by")
    rows = list(found.order_by("-order" if deadline.comes_back else "order")[:most])
    return [_day(one) for one in rows]


def _day(milestone: Milestone) -> Day:
    changes = [(change, rules.told(change.reckoning)) for change in milestone.changes.all()]
    return Day(milestone, rules.told(milestone.reckoning), changes)


def event_of(deadline: Deadline) -> Event | None:
    """What its day waited for, if somebody recorded it and it stands."""
    standing = deadline.events.filter(withdrawn_at__isnull=True)
    return standing.select_related("recorded_by", "file").first()


def withdrawn_events(deadline: Deadline) -> QuerySet[Event]:
    """What was recorded and taken back."""
    return deadline.events.filter(withdrawn_at__isnull=False).select_related("recorded_by")
