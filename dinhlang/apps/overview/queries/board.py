"""The board: communes by state, from counts that are kept; and one place looked into, counted at once."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Count, Q, QuerySet

from dinhlang.apps.overview.models import PlaceCount, PlaceState
from dinhlang.apps.people import public as people
from dinhlang.apps.plans import public as plans
from dinhlang.apps.tasks import public as tasks
from dinhlang.apps.units import public as units
from dinhlang.base.fields import within_any
from dinhlang.look.maps import Dot, Sheet, Spot, drawn
from dinhlang.pure.viet import fold


def places_of(person: people.Person, *, q: str = "") -> QuerySet[units.Unit]:
    """The communes within the person's reach, as Vietnamese people sort names; with the words, without marks."""
    reach = person.reach(people.Word.TASKS_READ)
    found = units.Unit.objects.living().of_kind(units.UnitKind.COMMUNE).filter(within_any("path", reach))
    for word in fold(q).split()[:8]:
        found = found.filter(search_text__contains=word)
    return found.select_related("place_count", "parent").in_order()


def in_state(found: QuerySet[units.Unit], state: str) -> QuerySet[units.Unit]:
    """Only those that stand so; whoever owes nothing stands as if nothing was received."""
    if not state:
        return found
    nothing = Q(place_count__isnull=True) if state == PlaceState.NONE else Q(pk__in=())
    return found.filter(Q(place_count__state=state) | nothing)


def numbers_by_state(found: QuerySet[units.Unit]) -> dict[str, int]:
    """How many places stand how, in one question."""
    rows = found.order_by().select_related(None).values_list("place_count__state").annotate(n=Count("pk"))
    numbers: dict[str, int] = dict.fromkeys(PlaceState.values, 0)
    for state, number in rows:
        numbers[state or PlaceState.NONE] += number
    return numbers


@dataclass(frozen=True)
class OnMap:
    """The communes of a board on a sheet: those asked for, the rest as bare dots, and those that are on no map yet."""

    sheet: Sheet
    others: list[Dot]
    unplaced: list[units.Unit]
    number_unplaced: int
    is_crowded: bool


NAMED, LINKED = 12, 400
"""So many places without a point are named; more dots than that lead nowhere, since a page would be mostly links."""
_FIRST = [PlaceState.LATE, PlaceState.WAITING, PlaceState.DOING, PlaceState.DONE, PlaceState.NONE]


def on_map(found: QuerySet[units.Unit], state: str) -> OnMap:
    """The same places as a map; who stands worst is drawn and named first."""
    wanted = in_state(found, state)
    placed = list(wanted.filter(map_point__isnull=False).select_related("map_point", "place_count"))
    placed.sort(key=lambda unit: _FIRST.index(state_of(unit)))
    rest = found.filter(map_point__isnull=False).exclude(pk__in=[unit.pk for unit in placed]) if state else found.none()
    spots = [_spot(unit, unit.full_name) for unit in placed]
    spots += [_spot(unit, "") for unit in rest.select_related("map_point")]
    sheet = drawn(spots)
    lost = wanted.filter(map_point__isnull=True)
    return OnMap(
        replace(sheet, dots=sheet.dots[: len(placed)]),
        sheet.dots[len(placed) :],
        list(lost[:NAMED]),
        lost.count(),
        len(placed) > LINKED,
    )


def state_of(place: units.Unit) -> PlaceState:
    """How a place stands; without a count it has received nothing."""
    count = getattr(place, "place_count", None)
    return PlaceState(count.state) if count else PlaceState.NONE


def _spot(unit: units.Unit, name: str) -> Spot:
    return Spot(unit, float(unit.map_point.latitude), float(unit.map_point.longitude), name)


def counted_at() -> datetime | None:
    """When the places were last counted."""
    return PlaceCount.objects.order_by("-counted_at").values_list("counted_at", flat=True).first()


def told_otherwise(place: units.Unit, now_counted: tasks.Counts) -> PlaceCount | None:
    """What the board, counted earlier, said of a place, if it no longer agrees with what is counted now."""
    said = PlaceCount.objects.filter(place=place).first()
    if said is None or (said.late, said.done) == (now_counted.late, now_counted.done):
        return None
    return said


@dataclass(frozen=True)
class OfPlan:
    """One plan as far as the bodies of one place have a part in it."""

    plan: plans.Plan
    counts: tasks.Counts


@dataclass(frozen=True)
class OfBody:
    """One body of a place: a committee, an office, a village, with how far it is."""

    unit: units.Unit
    counts: tasks.Counts


def bodies_in(place: units.Unit, *, on: date) -> list[OfBody]:
    """The bodies of a place that owe something, the latest trouble first, then as people sort names."""
    parts: Any = tasks.Assignment.objects.of_units_within(place.path).filter(task__withdrawn_at__isnull=True)
    sums = tasks.counts_by_unit(parts, on=on)
    found = units.Unit.objects.filter(pk__in=list(sums)).in_order()
    told = [OfBody(unit, sums[unit.pk]) for unit in found]
    return sorted(told, key=lambda one: (-one.counts.late, -one.counts.submitted))


def last_day_of(place: units.Unit, *, today: date) -> date | None:
    """The last day of a place that is no more; None while it is."""
    last = units.UnitVersion.objects.filter(unit=place).order_by("-begins").first()
    return last.ends - timedelta(days=1) if last and last.ends and last.ends <= today else None


def only_place(person: people.Person) -> units.Unit | None:
    """The commune of who looks at one alone: a board of a single tile would say nothing."""
    found = list(places_of(person)[:2])
    return found[0] if len(found) == 1 else None


def plans_in(place: units.Unit, *, on: date) -> list[OfPlan]:
    """The plans in which bodies of a place owe something, the latest trouble first."""
    parts: Any = tasks.Assignment.objects.of_units_within(place.path).filter(task__withdrawn_at__isnull=True)
    by_task = tasks.counts_by_task(parts, on=on)
    sums: dict[int, tasks.Counts] = {}
    for task, plan in tasks.Task.objects.filter(pk__in=parts.order_by().values("task")).values_list("pk", "plan"):
        if task in by_task:
            sums[plan] = sums.get(plan, tasks.Counts()) + by_task[task]
    found = plans.Plan.objects.filter(pk__in=list(sums)).select_related("issuer")
    told = [OfPlan(plan, sums[plan.pk]) for plan in found]
    return sorted(told, key=lambda one: (-one.counts.late, -one.counts.submitted, -one.plan.pk))
