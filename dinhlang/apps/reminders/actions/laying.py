"""Reminders are laid as soon as a day is known, and cancelled when it holds no more. A second time changes nothing.

The house itself does this, so no entry is written to the record: the rows are the record, and none is ever deleted.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection, transaction
from django.db.models import QuerySet, Value
from django.utils import timezone

from dinhlang.apps.reminders import queries
from dinhlang.apps.reminders.models import Reminder, ReminderState
from dinhlang.apps.reminders.rules import Tide, moment_of
from dinhlang.apps.tasks import public as tasks

AT_A_TIME = 10_000


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
    zone = timezone.get_default_timezone()
    return sum(
        _add(some, step=tide.step, days=tide.days, anchor=day, due_at=moment_of(tide, day, zone=zone))
        for day, parts in queries.lacking_by_day(tide, only=only)
        for some in _pieces(parts)
    )


def _pieces(parts: QuerySet[tasks.Assignment]) -> Iterator[QuerySet[tasks.Assignment]]:
    last: int | None = 0
    while last is not None:
        left = parts.filter(pk__gt=last)
        last = left.order_by("pk").values_list("pk", flat=True)[AT_A_TIME:].first()
        yield left if last is None else left.filter(pk__lte=last)


def _add(parts: QuerySet[Any], **facts: Any) -> int:
    """The same row for each of these parts, made inside the database; says how many were not there yet.

    Of two runs at once the unique key lets one add each row.
    """
    row = {"state": ReminderState.WAITING.value, "because": "", "words": "", **facts}
    fields = {field.name: field for field in Reminder._meta.concrete_fields}
    said = [Value(value, output_field=fields[name]) for name, value in row.items()]
    chosen, told = parts.values_list("pk", *said).query.sql_with_params()
    columns = ", ".join(str(fields[name].column) for name in ("assignment", *row))
    with connection.cursor() as cursor:
        # Only our own words are put together here; every value is a parameter.
        cursor.execute(f"INSERT INTO {Reminder._meta.db_table} ({columns}) {chosen} ON CONFLICT DO NOTHING", told)
        return cursor.rowcount
