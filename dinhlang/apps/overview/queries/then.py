"""A plan and a place as they were at the end of a past day: who had which part, under which name, and how far."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from dinhlang.apps.overview.rules import Cell, cell_of, day_of_most
from dinhlang.apps.plans import public as plans
from dinhlang.apps.tasks import public as tasks
from dinhlang.apps.units import public as units
from dinhlang.pure.viet import fold, sort_key


@dataclass(frozen=True)
class TaskThen:
    """A task with the day that most of its doers had, and how far they were."""

    task: tasks.Task
    due: date | None
    counts: tasks.Counts


@dataclass(frozen=True)
class Named:
    """A body as it was called then."""

    full_name: str


@dataclass(frozen=True)
class RowThen:
    """A body with its cell under each task; None where it had no part."""

    unit: Named
    cells: list[Cell | None]


@dataclass(frozen=True)
class PlanThen:
    """What a person sees of a plan as it was."""

    day: date
    told: list[TaskThen]
    parts: list[tasks.PartThen]
    names: dict[int, str]

    @property
    def sum(self) -> tasks.Counts:
        return sum((one.counts for one in self.told), tasks.Counts())

    def bodies(self, *, q: str = "") -> list[int]:
        """Who had a part, as Vietnamese people sort names; with the words, without marks."""
        words = fold(q).split()[:8]
        there = {one.unit for one in self.parts}
        wanted = [pk for pk in there if all(word in fold(self.names[pk]) for word in words)]
        return sorted(wanted, key=lambda pk: (sort_key(self.names[pk]), pk))

    def heat_map(self, bodies: Iterable[int], columns: Sequence[tasks.Task]) -> list[RowThen]:
        """The cells of one page."""
        shown = list(bodies)
        wanted = {(pk, task.pk) for pk in shown for task in columns}
        cells: dict[tuple[int, int], Cell] = {
            (one.unit, one.task): cell_of(one.pk, part=one.part, state=one.state, due=one.due, on=self.day)
            for one in self.parts
            if (one.unit, one.task) in wanted
        }
        return [RowThen(Named(self.names[pk]), [cells.get((pk, task.pk)) for task in columns]) for pk in shown]


def plan_then(plan: plans.Plan, *, paths: list[str] | None, day: date) -> PlanThen:
    """A plan at the end of a day; who sees only some bodies sees what these had a part in."""
    found = list(tasks.tasks_then(plan, day=day))
    owed: Any = tasks.Assignment.objects.filter(task__in=[task.pk for task in found])
    parts = tasks.parts_then(owed if paths is None else owed.of_units_within(*paths), day=day)
    of_task: dict[int, list[tasks.PartThen]] = {}
    for one in parts:
        of_task.setdefault(one.task, []).append(one)
    told = [
        TaskThen(task, day_of_most(one.due for one in theirs), tasks.summed(theirs, on=day))
        for task in found
        if (theirs := of_task.get(task.pk, [])) or paths is None
    ]
    return PlanThen(day, told, parts, _names({one.unit for one in parts}, day))


def _names(keys: Iterable[int], day: date) -> dict[int, str]:
    """What each was called on the day; who was not there then, as it is called else."""
    wanted = set(keys)
    then = {one.unit_id: one.full_name for one in units.UnitVersion.objects.on(day).filter(unit__in=wanted)}
    return {one.pk: then.get(one.pk, one.full_name) for one in units.Unit.objects.filter(pk__in=wanted)}


@dataclass(frozen=True)
class PlaceThen:
    """What the bodies of a place owed: by plan and by body, the latest trouble first."""

    name: str
    plans: list[tuple[plans.Plan, tasks.Counts]]
    bodies: list[tuple[str, tasks.Counts]]

    @property
    def sum(self) -> tasks.Counts:
        return sum((counts for _name, counts in self.bodies), tasks.Counts())


def place_then(place: units.Unit, *, day: date) -> PlaceThen | None:
    """A place at the end of a day; None if it was not there."""
    version = units.version_of(place, day=day)
    if version is None:
        return None
    within = set(units.UnitVersion.objects.on(day).within(version.path).values_list("unit", flat=True))
    parts = [one for one in tasks.parts_then(tasks.once_of_units(within, day=day), day=day) if one.unit in within]
    standing = _standing_tasks({one.task for one in parts}, day)
    owed = [one for one in parts if one.task in standing]
    by_body = _summed(owed, lambda one: one.unit, day)
    by_plan = _summed(owed, lambda one: standing[one.task], day)
    names = _names(by_body, day)
    found = plans.Plan.objects.select_related("issuer").in_bulk(list(by_plan))
    return PlaceThen(
        version.full_name,
        sorted(((found[pk], counts) for pk, counts in by_plan.items()), key=lambda one: (-one[1].late, -one[0].pk)),
        sorted(
            ((names[pk], counts) for pk, counts in by_body.items() if counts.total),
            key=lambda one: (-one[1].late, sort_key(one[0])),
        ),
    )


def _summed(
    parts: Iterable[tasks.PartThen], key: Callable[[tasks.PartThen], int], day: date
) -> dict[int, tasks.Counts]:
    groups: dict[int, list[tasks.PartThen]] = {}
    for one in parts:
        groups.setdefault(key(one), []).append(one)
    return {pk: tasks.summed(theirs, on=day) for pk, theirs in groups.items()}


def _standing_tasks(keys: Iterable[int], day: date) -> dict[int, int]:
    """Those that were not withdrawn by then, with the plan of each."""
    found = tasks.Task.objects.filter(pk__in=list(keys)).values_list("pk", "plan", "withdrawn_at")
    return {pk: plan for pk, plan, withdrawn in found if withdrawn is None or tasks.end_of(day) <= withdrawn}
