"""Who may read a deadline, and who may record what moves it."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404

from dinhlang.apps.deadlines.kinds import is_read_above, speaks_for
from dinhlang.apps.deadlines.models import Deadline, ReportChain, Session
from dinhlang.apps.people import public as people
from dinhlang.apps.plans import public as plans
from dinhlang.apps.units import public as units
from dinhlang.base.fields import within_any


def may_look(person: people.Person) -> bool:
    """Whether there may be any deadline for this person to see."""
    return person.may(people.Word.TASKS_READ)


def may_change_somewhere(person: people.Person) -> bool:
    """Whether there may be any deadline for this person to move."""
    return person.may(people.Word.TASKS_HAND_OUT)


def may_change(person: Any, deadline: Deadline) -> bool:
    """Whoever hands out in the name of the body that keeps the plan; where it is no more, of its heir."""
    return speaks_for(person, people.Word.TASKS_HAND_OUT, deadline.plan.keeper)


def deadline_for(person: people.Person, pk: int) -> Deadline:
    """The only way to get a deadline: who reads its plan or has a part in its duty; 404 for everyone else."""
    found = (
        Deadline.objects.select_related("plan__issuer", "plan__keeper", "plan__place", "clause", "session__place")
        .filter(pk=pk)
        .first()
    )
    if found is None or not _may_read(person, found):
        raise Http404
    return found


def _may_read(person: people.Person, deadline: Deadline) -> bool:
    """Who reads the plan, who has a part, and who took over from the body that kept the plan."""
    return plans.may_read_plan(person, deadline.plan) or is_read_above(person, deadline) or may_change(person, deadline)


def deadline_to_change(person: people.Person, pk: int) -> Deadline:
    """A deadline to move: 403 for what may be read and not moved."""
    found = deadline_for(person, pk)
    if not may_change(person, found):
        raise PermissionDenied
    return found


def places_of(person: people.Person) -> list[units.Unit]:
    """The places whose council's sittings this person keeps: those in which it hands out in a body's name."""
    bodies = units.Unit.objects.filter(path__in=person.reach(people.Word.TASKS_HAND_OUT))
    places = {place.pk: place for place in map(units.place_of, bodies)}
    return sorted(places.values(), key=lambda place: place.sort_key)


def may_keep_sessions(person: people.Person, place: units.Unit) -> bool:
    """Whoever hands out for a body that stands in the place itself."""
    return any(one.pk == place.pk for one in places_of(person))


def council_to_keep(person: people.Person, pk: int) -> units.Unit:
    """A place whose council's calendar this person keeps; others are not this person's to speak for."""
    found = next((place for place in places_of(person) if place.pk == pk), None)
    if found is None:
        raise PermissionDenied
    return found


def deadline_and_council(person: people.Person, pk: int, code: str) -> tuple[Deadline, units.Unit]:
    """A deadline that the person may read, and a place whose council's calendar it keeps."""
    found = deadline_for(person, pk)
    council = next((place for place in places_of(person) if place.code == code), None)
    if council is None:
        raise PermissionDenied
    return found, council


def session_to_change(person: people.Person, pk: int) -> Session:
    """A sitting of a council of the person's own place."""
    found = Session.objects.select_related("place").filter(pk=pk).first()
    if found is None or not may_keep_sessions(person, found.place):
        raise Http404
    return found


def may_chain(person: people.Person, plan: plans.Plan) -> bool:
    """Whoever hands out for the body that keeps a plan, or for its heir, lays the chains of its reports."""
    return speaks_for(person, people.Word.TASKS_HAND_OUT, plan.keeper)


def plan_to_chain(person: people.Person, pk: int) -> plans.Plan:
    """A plan to lay a chain under: 403 for what may be read and is not this person's to hand out."""
    found = plans.Plan.objects.with_names().select_related("keeper", "place").filter(pk=pk).first()
    if found is not None and may_chain(person, found):
        return found
    plans.plan_for(person, pk)
    raise PermissionDenied


def bodies_of(person: people.Person) -> list[units.Unit]:
    """The bodies in whose name the person reports: a committee, an office, a village; not all that stand below."""
    reach = person.reach(people.Word.TASKS_PROGRESS)
    kinds = (units.UnitKind.PEOPLE_COMMITTEE, units.UnitKind.VILLAGE, units.UnitKind.DEPARTMENT, units.UnitKind.OFFICE)
    found = units.Unit.objects.living().of_kind(*kinds).filter(within_any("path", reach))
    return list(found.order_by("path")[:MOST_BODIES])


MOST_BODIES = 60
"""Of whoever reports for more than these only the first are looked up; such a person opens the plan."""


def levels_of_mine(person: people.Person, chain: ReportChain) -> set[int]:
    """Which levels of a chain are bodies of the person."""
    concerning = levels_concerning(bodies_of(person))
    return set(chain.levels.filter(concerning).values_list("pk", flat=True))


def levels_concerning(bodies: Iterable[units.Unit]) -> Q:
    """Which levels of chains these bodies are: named themselves, or one of all of their level within the place."""
    found = Q(pk__in=[])
    for body in bodies:
        place = units.place_of(body)
        found |= Q(unit=body)
        if body.kind in {units.UnitKind.PEOPLE_COMMITTEE, units.UnitKind.VILLAGE}:
            above = [int(part) for part in place.path.split(".") if part]
            found |= Q(unit__isnull=True, level=place.kind, chain__plan__place__in=above)
    return found


def may_change_chain(person: people.Person, chain: ReportChain) -> bool:
    """Whoever may lay one under its plan."""
    return may_chain(person, chain.plan)


def chain_for(person: people.Person, pk: int) -> ReportChain:
    """The only way to get a chain: who reads its plan, or stands in it; 404 for everyone else."""
    found = (
        ReportChain.objects.select_related("plan__issuer", "plan__keeper", "plan__place", "made_by")
        .filter(pk=pk)
        .first()
    )
    if found is None or not (
        plans.may_read_plan(person, found.plan) or may_chain(person, found.plan) or levels_of_mine(person, found)
    ):
        raise Http404
    return found


def chain_to_change(person: people.Person, pk: int) -> ReportChain:
    """A chain to move: 403 for what may be read and not moved."""
    found = chain_for(person, pk)
    if not may_change_chain(person, found):
        raise PermissionDenied
    return found
