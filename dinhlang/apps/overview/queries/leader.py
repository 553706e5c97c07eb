"""One plan for its leader: bodies × tasks, month by month, how far."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from dinhlang.apps.overview.rules import Cell, cell_of
from dinhlang.apps.plans import public as plans
from dinhlang.apps.tasks import public as tasks
from dinhlang.apps.units import public as units
from dinhlang.pure.viet import fold

Alike = tasks.Alike
STATES = ("late", "submitted", "open", "accepted")


@dataclass(frozen=True)
class Seen:
    """The parts of one plan that a person sees."""

    plan: plans.Plan
    tasks: list[tasks.Task]
    paths: list[str] | None

    @property
    def parts(self) -> Any:
        """What bodies have to do with the plan; what was withdrawn is gone."""
        found = tasks.Assignment.objects.filter(task__in=[task.pk for task in self.tasks])
        found = found.exclude(state=tasks.State.WITHDRAWN)
        return found if self.paths is None else found.of_units_within(*self.paths)

    @cached_property
    def counted(self) -> list[Alike]:
        """How many parts stand how: of who sees all as it is kept, of who sees some counted among these."""
        return (
            tasks.counted([task.pk for task in self.tasks]) if self.paths is None else tasks.counted_among(self.parts)
        )


def seen_of(plan: plans.Plan, *, paths: list[str] | None) -> Seen:
    """The standing tasks of a plan, then of the plans that amend or extend it, in the order of their clauses.

    Who sees only some bodies sees only the tasks in which these have a part.
    """
    partial = plans.Change.objects.filter(earlier=plan).exclude(kind=plans.ChangeKind.REPLACE)
    found = tasks.Task.objects.standing().filter(Q(plan=plan) | Q(plan__in=partial.values("later")))
    if paths is not None:
        found = found.filter(Exists(tasks.Assignment.objects.filter(task=OuterRef("pk")).of_units_within(*paths)))
    return Seen(
        plan, list(found.select_related("clause", "deadline").order_by("plan_id", "clause__order", "pk")), paths
    )


def bodies_of(seen: Seen, *, q: str = "", state: str = "", on: date) -> QuerySet[units.Unit]:
    """Who has a part in the plan, as Vietnamese people sort names; with the words, with anything in the state."""
    parts = seen.parts
    if state == "late":
        parts = parts.overdue(on=on)
    elif state == "open":
        parts = parts.owing().open()
    elif state in {"submitted", "accepted"}:
        parts = parts.owing().filter(state=state)
    found = units.Unit.objects.filter(pk__in=parts.order_by().values("unit"))
    for word in fold(q).split()[:8]:
        found = found.filter(search_text__contains=word)
    return found.in_order()


def numbers_of(bodies: QuerySet[units.Unit]) -> list[int]:
    """Their numbers in order: asked once, they serve for a page and for how many pages there are."""
    return list(bodies.values_list("pk", flat=True))


def bodies_by(numbers: Iterable[int]) -> list[units.Unit]:
    """The few bodies of one page, in the same order."""
    shown = list(numbers)
    found = units.Unit.objects.in_bulk(shown)
    return [found[pk] for pk in shown if pk in found]


@dataclass(frozen=True)
class Row:
    """A body with its cell under each task; None where it has no part."""

    unit: units.Unit
    cells: list[Cell | None]


def heat_map(seen: Seen, bodies: Iterable[units.Unit], columns: Sequence[tasks.Task], *, on: date) -> list[Row]:
    """The cells of one page: one question, whatever the size of the plan."""
    shown = list(bodies)
    parts = seen.parts.filter(unit__in=[unit.pk for unit in shown], task__in=[task.pk for task in columns])
    cells: dict[tuple[int, int], Cell] = {}
    for pk, unit, task, part, state, due in parts.values_list("pk", "unit", "task", "part", "state", "due"):
        cells[unit, task] = cell_of(pk, part=part, state=state, due=due, on=on)
    return [Row(unit, [cells.get((unit.pk, task.pk)) for task in columns]) for unit in shown]


@dataclass(frozen=True)
class Month:
    """What falls due in one month, and how far it is; no day at all has a line of its own."""

    first: date | None
    counts: tasks.Counts


def months_of(seen: Seen, *, on: date) -> list[Month]:
    """Month by month of the days on which results fall due; those without a day come last."""
    sums: dict[date | None, tasks.Counts] = {}
    for row in seen.counted:
        if row.owes:
            month = row.due and row.due.replace(day=1)
            sums[month] = sums.get(month, tasks.Counts()).plus(row.state, row.number, row.late(on))
    days = sorted(month for month in sums if month is not None)
    return [Month(day, sums[day]) for day in [*days, *([None] if None in sums else [])]]


def counts_by_task(seen: Seen, *, on: date) -> dict[int, tasks.Counts]:
    """How far each task is among the bodies that the person sees."""
    return tasks.sum_up(seen.counted, on=on)


def sum_of(counts: Iterable[tasks.Counts]) -> tasks.Counts:
    """All of them together."""
    return sum(counts, tasks.Counts())


def all_cells(seen: Seen, *, q: str, state: str, on: date) -> Iterable[Any]:
    """Every part of the bodies that are listed, for a file."""
    bodies = bodies_of(seen, q=q, state=state, on=on).order_by().values("pk")
    found = seen.parts.filter(unit__in=bodies).select_related("unit", "task__clause")
    return found.order_by("unit__sort_key", "unit", "task__clause__order", "pk").iterator(chunk_size=500)
