"""One plan as its leader would have seen it at the end of a past day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from dinhlang.apps.overview.queries.leader import Month, Row, Seen
from dinhlang.apps.overview.rules import Cell, cell_of
from dinhlang.apps.plans import public as plans
from dinhlang.apps.tasks import public as tasks
from dinhlang.apps.units import public as units
from dinhlang.base.fields import within_any
from dinhlang.pure.viet import fold


@dataclass(frozen=True)
class SeenThen:
    """The tasks of one plan that a person sees, and their parts, as they stood."""

    seen: Seen
    parts: list[tasks.PartThen]
    day: date


def seen_then(plan: plans.Plan, *, paths: list[str] | None, day: date) -> SeenThen:
    """What stood at the end of the day: tasks with the days they had, parts with whom they lay then."""
    partial = plans.Change.objects.filter(earlier=plan).exclude(kind=plans.ChangeKind.REPLACE)
    found = tasks.Task.objects.filter(Q(plan=plan) | Q(plan__in=partial.values("later")))
    found = found.select_related("clause", "deadline").order_by("plan_id", "clause__order", "pk")
    there = tasks.stood(found, day=day)
    parts = [one for one in tasks.parts_then([task.pk for task in there], day=day) if one.state != "withdrawn"]
    if paths is not None:
        mine = units.Unit.objects.filter(within_any("path", paths)).filter(pk__in={one.unit for one in parts})
        own = set(mine.values_list("pk", flat=True))
        parts = [one for one in parts if one.unit in own]
        with_parts = {one.task for one in parts}
        there = [task for task in there if task.pk in with_parts]
    return SeenThen(Seen(plan, there, paths), parts, day)


def bodies_then(then: SeenThen, *, q: str = "", state: str = "") -> QuerySet[units.Unit]:
    """Who had a part, narrowed as on the page of today."""
    chosen = {one.unit for one in then.parts if not state or _is_in(one, state, on=then.day)}
    found = units.Unit.objects.filter(pk__in=chosen)
    for word in fold(q).split()[:8]:
        found = found.filter(search_text__contains=word)
    return found.in_order()


def _is_in(one: tasks.PartThen, state: str, *, on: date) -> bool:
    if one.part not in tasks.OWING:
        return False
    if state == "late":
        return one.state in tasks.OPEN and one.due is not None and one.due < on
    return one.state in tasks.OPEN if state == "open" else one.state == state


def heat_then(then: SeenThen, bodies: Iterable[units.Unit], columns: Sequence[tasks.Task]) -> list[Row]:
    """The cells of one page; the part that is not closed stands before one that is."""
    cells: dict[tuple[int, int], Cell] = {}
    for one in sorted(then.parts, key=lambda part: part.state not in tasks.OUT):
        cells[one.unit, one.task] = cell_of(one.pk, part=one.part, state=one.state, due=one.due, on=then.day)
    return [Row(unit, [cells.get((unit.pk, task.pk)) for task in columns]) for unit in bodies]


def counts_then(then: SeenThen) -> dict[int, tasks.Counts]:
    """How far each task was."""
    sums: dict[int, tasks.Counts] = {}
    for one in then.parts:
        if tasks.is_counted(one.part, one.state):
            sums[one.task] = _plus(sums.get(one.task), one, on=then.day)
    return sums


def months_then(then: SeenThen) -> list[Month]:
    """Month by month of the days on which results fell due."""
    sums: dict[date | None, tasks.Counts] = {}
    for one in then.parts:
        if one.part in tasks.OWING and one.state not in tasks.OUT:
            month = one.due.replace(day=1) if one.due else None
            sums[month] = _plus(sums.get(month), one, on=then.day)
    days = sorted(month for month in sums if month is not None)
    return [Month(day, sums[day]) for day in [*days, *([None] if None in sums else [])]]


def _plus(counts: tasks.Counts | None, one: tasks.PartThen, *, on: date) -> tasks.Counts:
    is_late = one.due is not None and one.due < on
    return (counts or tasks.Counts()).plus(one.state, 1, int(is_late))
