"""Reminders are laid as soon as a day is known, and cancelled when it holds no more. A second time changes nothing.

The house itself does this, so no entry is written to the record: the rows are the record, and none is ever deleted.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from dinhlang.apps.reminders import queries
from dinhlang.apps.reminders.models import Reminder, ReminderState
from dinhlang.apps.reminders.rules import Tide, moment_of

AT_A_TIME = 2000


@dataclass(frozen=True)
class Laid:
    """How many were laid anew, came back, and were cancelled."""

    new: int = 0
    back: int = 0
    cancelled: int = 0

    def __str__(self) -> str:
        return f"+{self.new} ↺{self.back} −{self.cancelled}"


def lay(*, now: datetime, only: list[int] | None = None) -> Laid:
    """Bring the rows to what the parts of some tasks, or of all, need now."""
    with transaction.atomic():
        cancelled = sum(
            rows.update(state=ReminderState.CANCELLED, because=because, settled_at=now)
            for because, rows in queries.obsolete(only)
        )
        back = queries.revivable(now, only).update(state=ReminderState.WAITING, because="", settled_at=None)
    new = sum(_lay(tide, only=only) for tide in queries.tides())
    return Laid(new, back, cancelled)


def _lay(tide: Tide, *, only: list[int] | None) -> int:
    """One step for all that lack it, some thousand at a time, so that a broken-off run goes on where it was."""
    number, last = 0, 0
    while True:
        lacking = queries.lacking(tide, only=only).filter(pk__gt=last).order_by("pk")
        found = list(lacking.values_list("pk", "due", "changed_at")[:AT_A_TIME])
        if not found:
            return number
        Reminder.objects.bulk_create(_rows(tide, found), ignore_conflicts=True)
        number, last = number + len(found), found[-1][0]


def _rows(tide: Tide, found: Iterable[tuple[int, date | None, datetime]]) -> list[Reminder]:
    zone = timezone.get_default_timezone()
    rows = []
    for assignment, due, changed_at in found:
        given = timezone.localtime(changed_at).date()
        anchor = due if tide.hangs_on_due and due else given
        facts = {"step": tide.step, "days": tide.days, "anchor": anchor}
        rows.append(Reminder(assignment_id=assignment, due_at=moment_of(tide, anchor, zone=zone), **facts))
    return rows
