"""How the parts of tasks stood at the end of a past day.

Nothing is kept twice for it: the log says the state, the moves say whose part it was, the record says how many bodies
had been given the task and which days were moved since. Where one act moved several different days at once, the record
names them together; such a part shows the earliest.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from dinhlang.apps.audit import public as audit
from dinhlang.apps.tasks.models import Assignment, Extension, Moved, Progress, State, Task

GIVEN = ("tasks.handed_out", "tasks.occurrence_opened", "tasks.members_added")
"""Acts that say to how many bodies a task was given."""

DATED = ("tasks.due_changed", "tasks.due_moved")


@dataclass(frozen=True)
class PartThen:
    """What one body owed of one task, and how far it was, at the end of the day."""

    pk: int
    unit: int
    task: int
    part: str
    state: str
    due: date | None


@dataclass(frozen=True)
class _Move:
    """A day that was moved later: from which to which, and of which bodies only, if not of all."""

    moment: datetime
    before: date | None
    after: date | None
    only: frozenset[str] = frozenset()


def end_of(day: date) -> datetime:
    """The first moment after a day."""
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))


def stood(found: QuerySet[Task], *, day: date) -> list[Task]:
    """The tasks that were handed out and not withdrawn at the end of the day, each with the day that it had then."""
    end = end_of(day)
    there = Q(withdrawn_at__isnull=True) | Q(withdrawn_at__gte=end)
    tasks = list(found.filter(there, handed_out_at__lt=end))
    _given, moved = _recorded([task.pk for task in tasks], end)
    for task in tasks:
        task.due = _unwound(task.due, [one for one in moved.get(task.pk, ()) if not one.only])
    return tasks


def parts_then(tasks: Sequence[int], *, day: date) -> list[PartThen]:
    """Every part of these tasks as it stood at the end of the day; what was given later is not there yet."""
    end = end_of(day)
    given, moved = _recorded(tasks, end)
    states = _last(_log(tasks).filter(moment__lt=end).values_list("assignment", "state"))
    # The earliest move after the day says whose it was; a part that was joined kept its unit.
    later = Moved.objects.filter(assignment__task__in=tasks, joined__isnull=True, moved_at__gte=end)
    owners = _last(later.order_by("-moved_at", "-pk").values_list("assignment", "from_unit"))
    longer = _extended(tasks, end)
    seen: dict[int, int] = {}
    parts = []
    rows = Assignment.objects.filter(task__in=tasks).order_by("task", "pk")
    for pk, unit, name, task, part, due in rows.values_list("pk", "unit", "unit__name", "task", "part", "due"):
        seen[task] = seen.get(task, 0) + 1
        if task in given and seen[task] > given[task]:
            continue
        moves = [one for one in moved.get(task, ()) if not one.only or name in one.only] + longer.get(pk, [])
        state = states.get(pk, State.WAITING)
        parts.append(PartThen(pk, owners.get(pk, unit), task, part, state, _unwound(due, moves)))
    return parts


def _log(tasks: Sequence[int]) -> QuerySet[Progress]:
    return Progress.objects.filter(assignment__task__in=tasks).order_by("moment", "pk")


def _last(pairs: Iterable[tuple[int, Any]]) -> dict[int, Any]:
    """Of each key what was told last."""
    return dict(pairs)


def _recorded(tasks: Sequence[int], end: datetime) -> tuple[dict[int, int], dict[int, list[_Move]]]:
    """To how many bodies each task had been given by then, and which of its days were moved since."""
    entries = audit.Entry.objects.filter(thing_type=Task._meta.label, thing_key__in=[str(pk) for pk in tasks])
    given: dict[int, int] = {}
    moved: dict[int, list[_Move]] = {}
    for entry in entries.filter(act__in=[*GIVEN, *DATED]).order_by("moment", "pk"):
        task = int(entry.thing_key)
        if entry.act in GIVEN:
            if entry.moment < end:
                given[task] = given.get(task, 0) + int(entry.after.get("number", 0))
        elif entry.moment >= end:
            days = [_day(one) for one in str(entry.before.get("due", "")).split(", ")]
            only = frozenset(entry.after.get("units", ()))
            moved.setdefault(task, []).append(_Move(entry.moment, days[0], _day(entry.after.get("due", "")), only))
    return given, moved


def _extended(tasks: Sequence[int], end: datetime) -> dict[int, list[_Move]]:
    granted = Extension.objects.filter(
        assignment__task__in=tasks, answer=Extension.Answer.GRANTED, answered_at__gte=end
    ).order_by("answered_at")
    found: dict[int, list[_Move]] = {}
    for part, moment, before, after in granted.values_list("assignment", "answered_at", "due_before", "granted"):
        if moment is not None:
            found.setdefault(part, []).append(_Move(moment, before, after))
    return found


def _unwound(due: date | None, moves: Iterable[_Move]) -> date | None:
    """The day before these moves: each is undone that led to the day, the latest first."""
    for move in sorted(moves, key=lambda one: one.moment, reverse=True):
        if move.after == due:
            due = move.before
    return due


def _day(words: object) -> date | None:
    try:
        return date.fromisoformat(str(words))
    except ValueError:
        return None
