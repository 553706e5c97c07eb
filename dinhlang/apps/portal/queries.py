"""Reads for the public face: few, counted, and the same for every stranger."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from dinhlang.apps.plans import public as plans
from dinhlang.apps.tasks import public as tasks
from dinhlang.apps.units import public as units
from dinhlang.pure.viet import fold

MOST = 40


@dataclass(frozen=True)
class Shown:
    """A plan or a task with how far its bodies are."""

    thing: plans.Plan | tasks.Task
    standing: tasks.Counts


def places_named(words: str) -> list[units.Unit]:
    """Communes and provinces whose name holds the words, however they are typed; those of today first."""
    found = units.Unit.objects.of_kind(units.UnitKind.PROVINCE, units.UnitKind.COMMUNE)
    for word in fold(words).split()[:6]:
        found = found.filter(search_text__contains=word)
    return list(found.select_related("parent").order_by("-is_living", "sort_key", "pk")[:MOST])


def places_with_plans() -> list[units.Unit]:
    """Living places that have made plans public, most first."""
    counted = units.Unit.objects.living().filter(kind__in=["province", "commune"], plans_here__is_public=True)
    return list(
        counted.select_related("parent")
        .annotate(number_of_plans=Count("plans_here"))
        .order_by("-number_of_plans", "sort_key")[:MOST]
    )


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


def villages_of(place: units.Unit) -> list[units.Unit]:
    """The living villages of a place, in order."""
    return list(units.Unit.objects.living().of_kind(units.UnitKind.VILLAGE).filter(parent=place).in_order()[:200])


def bodies_of(place: units.Unit) -> list[units.Unit]:
    """The bodies of a place and of its committee, in order."""
    standing_here = Q(parent=place) | Q(parent__parent=place, parent__kind=units.UnitKind.PEOPLE_COMMITTEE)
    hidden = [*units.TERRITORIES, units.UnitKind.POST]
    found = units.Unit.objects.living().filter(standing_here).exclude(kind__in=hidden)
    return list(found.order_by("kind", "sort_key")[:100])
