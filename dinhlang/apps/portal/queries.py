"""Reads for the public face: few, counted, and the same for every stranger."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case, Count, Q, QuerySet, Value, When

from dinhlang.apps.plans import public as plans
from dinhlang.apps.portal.rules import closeness
from dinhlang.apps.tasks import public as tasks
from dinhlang.apps.units import public as units
from dinhlang.pure.viet import fold

MOST = 40


@dataclass(frozen=True)
class Shown:
    """A plan or a task with how far its bodies are."""

    thing: plans.Plan | tasks.Task
    standing: tasks.Counts


@dataclass(frozen=True)
class Named:
    """The places that bear a name, the closest first, and how many more there are."""

    places: list[units.Unit]
    left: int


def places_named(words: str) -> Named:
    """Communes and provinces whose name holds the words, however they are typed: the closest first."""
    found = units.Unit.objects.of_kind(units.UnitKind.PROVINCE, units.UnitKind.COMMUNE)
    for word in fold(words).split()[:6]:
        found = found.filter(search_text__contains=word)
    best = _closest_first(words, found)
    places = found.model.objects.select_related("parent").in_bulk(best[:MOST])
    return Named([places[pk] for pk in best[:MOST]], max(0, len(best) - MOST))


def _closest_first(words: str, found: QuerySet[units.Unit]) -> list[int]:
    """Keys of the places; where names are equally close, living ones, then provinces, then by name."""
    keys = []
    rows = found.order_by("-is_living", "sort_key", "pk").values_list("pk", "form", "name", "is_living", "kind")
    for order, (pk, form, name, is_living, kind) in enumerate(rows):
        close = closeness(words, full_name=f"{form} {name}", name=name)
        keys.append((close, not is_living, kind != units.UnitKind.PROVINCE, order, pk))
    return [key[-1] for key in sorted(keys)]


def places_with_plans() -> QuerySet[units.Unit]:
    """Living places that have made plans public, most first."""
    counted = units.Unit.objects.living().filter(kind__in=["province", "commune"], plans_here__is_public=True)
    return (
        counted.select_related("parent")
        .annotate(number_of_plans=Count("plans_here"))
        .order_by("-number_of_plans", "sort_key", "pk")
    )


def provinces() -> list[units.Unit]:
    """All provinces of today, in order."""
    return list(units.Unit.objects.living().of_kind(units.UnitKind.PROVINCE).in_order()[:100])


def communes_of(place: units.Unit) -> list[units.Unit]:
    """The living communes right under a province, in order."""
    return list(units.Unit.objects.living().of_kind(units.UnitKind.COMMUNE).filter(parent=place).in_order()[:400])


def public_plans_of(place: units.Unit) -> QuerySet[plans.Plan]:
    """What the place's bodies made public, latest first."""
    return plans.Plan.objects.filter(place=place, is_public=True).select_related("issuer").order_by("-issued_on", "-pk")


def plans_shown(found: Iterable[plans.Plan], *, day: date) -> list[Shown]:
    """Each plan with how far its bodies are."""
    listed = list(found)
    counts = tasks.progress_of_plans(listed, on=day)
    return [Shown(plan, counts.get(plan.pk, tasks.Counts())) for plan in listed]


def tasks_shown(plan: plans.Plan, *, day: date) -> list[Shown]:
    """Each task of a plan with how far its bodies are, in the plan's order."""
    listed = list(tasks.tasks_of(plan).select_related("clause"))
    counts = tasks.progress_of_tasks(listed, on=day)
    return [Shown(task, counts.get(task.pk, tasks.Counts())) for task in listed]


def doers_of(task: tasks.Task, *, words: str, day: date) -> QuerySet[tasks.Assignment]:
    """The bodies that have a part in a task, late ones first; with words, those whose name holds them."""
    found = _late_first(_standing().filter(task=task), day=day).select_related("unit__parent")
    for word in fold(words).split()[:6]:
        found = found.filter(unit__search_text__contains=word)
    return found.order_by("comes", "unit__sort_key", "pk")


def work_of(unit: units.Unit, *, day: date) -> QuerySet[tasks.Assignment]:
    """What a body does under public plans: what is late first, then what is open, by day."""
    found = _late_first(_public_work_of(unit), day=day).select_related("task__plan__place", "task__plan__issuer")
    return found.order_by("comes", "due", "pk")


@dataclass(frozen=True)
class FarSoFar:
    """How far a body is with all that it owes under public plans."""

    total: int
    done: int
    late: int


def far_so_far(unit: units.Unit, *, day: date) -> FarSoFar:
    """How far a body is; what it only helps with is not counted."""
    owed = _public_work_of(unit).owing()
    counted = owed.order_by().aggregate(total=Count("pk"), done=Count("pk", filter=Q(state=tasks.State.ACCEPTED)))
    return FarSoFar(**counted, late=owed.overdue(on=day).count())


def _public_work_of(unit: units.Unit) -> Any:
    return _standing().filter(unit=unit, task__plan__is_public=True)


def _standing() -> Any:
    gone = tasks.State.WITHDRAWN
    return tasks.Assignment.objects.exclude(state=gone).filter(task__in=tasks.Task.objects.standing())


def _late_first(found: Any, *, day: date) -> Any:
    late = When(pk__in=found.overdue(on=day).order_by().values("pk"), then=Value(0))
    done = When(state__in=[tasks.State.ACCEPTED, tasks.State.DECLINED], then=Value(2))
    return found.annotate(comes=Case(late, done, default=Value(1)))


def villages_of(place: units.Unit) -> list[units.Unit]:
    """The living villages of a place, in order."""
    return list(units.Unit.objects.living().of_kind(units.UnitKind.VILLAGE).filter(parent=place).in_order()[:200])


def bodies_of(place: units.Unit) -> list[units.Unit]:
    """The bodies of a place and of its committee, in order."""
    standing_here = Q(parent=place) | Q(parent__parent=place, parent__kind=units.UnitKind.PEOPLE_COMMITTEE)
    hidden = [*units.TERRITORIES, units.UnitKind.POST]
    found = units.Unit.objects.living().filter(standing_here).exclude(kind__in=hidden)
    return list(found.order_by("kind", "sort_key")[:100])
