"""Who may read a deadline, and who may record what moves it."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404

from dinhlang.apps.deadlines.kinds import is_read_above
from dinhlang.apps.deadlines.models import Deadline, Session
from dinhlang.apps.people import public as people
from dinhlang.apps.plans import public as plans
from dinhlang.apps.units import public as units


def may_look(person: people.Person) -> bool:
    """Whether there may be any deadline for this person to see."""
    return person.may(people.Word.TASKS_READ)


def may_change_somewhere(person: people.Person) -> bool:
    """Whether there may be any deadline for this person to move."""
    return person.may(people.Word.TASKS_HAND_OUT)


def may_change(person: Any, deadline: Deadline) -> bool:
    """Whoever hands out in the name of the body that issued the plan."""
    return bool(person.may(people.Word.TASKS_HAND_OUT, at=deadline.plan.keeper.path))


def deadline_for(person: people.Person, pk: int) -> Deadline:
    """The only way to get a deadline: who reads its plan or has a part in its duty; 404 for everyone else."""
    found = (
        Deadline.objects.select_related("plan__issuer", "plan__keeper", "plan__place", "clause", "session__place")
        .filter(pk=pk)
        .first()
    )
    if found is None or not (plans.may_read_plan(person, found.plan) or is_read_above(person, found)):
        raise Http404
    return found


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


def session_to_change(person: people.Person, pk: int) -> Session:
    """A sitting of a council of the person's own place."""
    found = Session.objects.select_related("place").filter(pk=pk).first()
    if found is None or not may_keep_sessions(person, found.place):
        raise Http404
    return found
