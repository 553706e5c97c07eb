"""What bodies handed on inside: to whom it may go, how far it is, what waits for a person."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from dinhlang.apps.people import public as people
from dinhlang.apps.people.public import Word
from dinhlang.apps.tasks.models import Assignment, Share, ShareState, ShareWord
from dinhlang.apps.units import public as units
from dinhlang.base.fields import within_any


@dataclass(frozen=True)
class Inside:
    """How many shares of a part are in, of how many."""

    done: int = 0
    total: int = 0

    @property
    def is_complete(self) -> bool:
        return 0 < self.total == self.done


def branch_of(unit: units.Unit) -> str:
    """Within what a body gives orders: a committee within its place, any other within itself."""
    return units.place_of(unit).path if unit.kind == units.UnitKind.PEOPLE_COMMITTEE else unit.path


def units_inside(unit: units.Unit) -> QuerySet[units.Unit]:
    """Whom a body may hand parts of its work."""
    inside = units.Unit.objects.within(branch_of(unit)).living().exclude(pk=unit.pk)
    return inside.exclude(pk=units.place_of(unit).pk).in_order()


def people_inside(unit: units.Unit, *, day: date) -> QuerySet[people.Person]:
    """The people who hold a role within the body's branch on the day."""
    roles = people.Role.objects.on(day).within([branch_of(unit)])
    return people.Person.objects.here_on(day).filter(pk__in=roles.values("person")).order_by("full_name", "pk")


def shares_of(assignment: Assignment) -> QuerySet[Share]:
    """What a body handed on inside, in the order of giving."""
    return assignment.shares.standing().select_related("unit", "person").order_by("given_at", "pk")


def inside_of(assignment: Assignment) -> Inside:
    """ "3 of 4 done"."""
    states = list(assignment.shares.standing().order_by().values_list("state", flat=True))
    return Inside(states.count(ShareState.IN), len(states))


def said_of_share(share: Share) -> QuerySet[ShareWord]:
    """What was told of it, from the first line on."""
    return share.said.select_related("by").prefetch_related("files__file").order_by("pk")


def shares_for(person: people.Person) -> QuerySet[Share]:
    """What waits inside for this person: by name, or for the units in whose name the person acts."""
    mine = Q(person=person) | within_any("unit__path", person.reach(Word.TASKS_PROGRESS))
    found = Share.objects.open().filter(mine, assignment__in=Assignment.objects.alive())
    return found.select_related("unit", "person", "assignment__task").order_by("due", "pk")
