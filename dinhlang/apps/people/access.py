"""Who may look after accounts, whose account, and who may see who can do what."""

from collections.abc import Iterable
from datetime import date

from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import Http404

from dinhlang.apps.people.models import Person, Role, RoleKind, ServiceAccount, StandIn
from dinhlang.apps.people.rules import Word
from dinhlang.apps.units import public as units
from dinhlang.base.fields import within_any


def may_manage_people(person: Person) -> bool:
    """Whether the person looks after accounts anywhere."""
    return person.may(Word.PEOPLE_MANAGE)


def may_see_permission(person: Person) -> bool:
    """Whether the person may ask who can do what, anywhere."""
    return person.may(Word.PEOPLE_MANAGE) or person.may(Word.AUDIT_READ)


def may_give(person: Person, *, kind: str, unit: units.Unit, place: units.Unit) -> bool:
    """A role may be given in a unit of one's reach; an administrator's only if its whole place is within reach.

    And only by a role of one's own: who stands in for an administrator for a week makes none for ever.
    """
    asked = place if kind == RoleKind.ADMINISTRATOR else unit
    if kind == RoleKind.ADMINISTRATOR:
        person = person.by_own_roles()
    return person.may(Word.PEOPLE_MANAGE, at=unit.path) and person.may(Word.PEOPLE_MANAGE, at=asked.path)


def may_end(person: Person, role: Role) -> bool:
    """Whoever may give a role may end it; who stands in for its holder, only by roles of their own.

    Else whoever stands in for the one administrator could lock them out, or become them by a new password.
    """
    stands_in = any(lent.person_id == role.person_id != person.pk for lent in person.roles_in_force)
    asked = person.by_own_roles() if stands_in else person
    return may_give(asked, kind=role.kind, unit=role.unit, place=role.place)


def may_manage_account(viewer: Person, person: Person, *, day: date) -> bool:
    """Change, lock, reset: only if every role the person holds or will hold lies within the viewer's reach.

    Else an administrator of a commune could reset the password of someone who also administers the province. The
    roles of those for whom the person stands in, or will, count as the person's own.
    """
    absent = StandIn.objects.not_over(day).filter(person=person).values("absent")
    roles = Role.objects.not_over(day).filter(Q(person=person) | Q(person__in=absent)).with_units()
    return may_manage_people(viewer) and all(may_end(viewer, role) for role in roles)


def person_for(viewer: Person, pk: int) -> Person:
    """Someone who has, had or will have a role within the viewer's reach; others are not known to exist."""
    person = Person.objects.within(viewer.reach(Word.PEOPLE_MANAGE)).filter(pk=pk).first()
    if person is None:
        raise Http404
    return person


def account_for(viewer: Person, pk: int, *, day: date) -> Person:
    """The person whose account the viewer may change."""
    person = person_for(viewer, pk)
    if not may_manage_account(viewer, person, day=day):
        raise PermissionDenied
    return person


def role_for(viewer: Person, pk: int, role_pk: int) -> Role:
    """A role that the viewer may end."""
    person = person_for(viewer, pk)
    role = Role.objects.with_units().select_related("person").filter(person=person, pk=role_pk).first()
    if role is None:
        raise Http404
    if not may_end(viewer, role):
        raise PermissionDenied
    return role


def may_give_program(person: Person, *, unit: units.Unit, words: Iterable[Word]) -> bool:
    """A program gets only words that its maker holds there by roles of their own: it outlives a stand-in."""
    own = person.by_own_roles()
    return all(own.may(word, at=unit.path) for word in (Word.PEOPLE_MANAGE, *words))


def may_manage_program(person: Person, program: ServiceAccount) -> bool:
    """Renew its token, revoke it: whoever looks after the accounts of its unit."""
    return person.may(Word.PEOPLE_MANAGE, at=program.unit.path)


def programs_for(viewer: Person) -> QuerySet[ServiceAccount]:
    """The service accounts of the units within the viewer's reach."""
    named = ServiceAccount.objects.select_related("person", "unit", "responsible")
    return named.filter(within_any("unit__path", viewer.reach(Word.PEOPLE_MANAGE)))


def program_for(viewer: Person, pk: int) -> ServiceAccount:
    """One of them; others are not known to exist."""
    program = programs_for(viewer).filter(pk=pk).first()
    if program is None:
        raise Http404
    return program


def stand_in_for(viewer: Person, pk: int, stand_in_pk: int, *, day: date) -> StandIn:
    """A stand-in that the viewer may end: of an account they look after, or of their own absence."""
    known = StandIn.objects.select_related("person", "absent").filter(absent=pk, pk=stand_in_pk).first()
    if known is None or (known.absent != viewer and not may_manage_people(viewer)):
        raise Http404
    if known.absent != viewer:
        account_for(viewer, pk, day=day)
    return known
