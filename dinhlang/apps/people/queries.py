"""Reads: a person with the roles in force on a day, who may do what where, and which units words mean."""

from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.utils import timezone

from dinhlang.apps.people.models import WORD_NAMES, Invitation, Person, Role, RoleKind, ServiceAccount, StandIn
from dinhlang.apps.people.models.people import here
from dinhlang.apps.people.rules import Span, Word, gaps
from dinhlang.apps.units import public as units
from dinhlang.base.fields import within_any
from dinhlang.base.waiting import Waiting, waits_for
from dinhlang.pure.viet import fold

WARNED_BEFORE = timedelta(days=7)


def person_on(pk: int, *, day: date) -> Person | None:
    """The person with an account in use, and with the roles that are in force on a day, or None."""
    person = Person.objects.here_on(day).filter(pk=pk).first()
    return None if person is None else with_roles_on(person, day=day)


def with_roles_on(person: Person, *, day: date) -> Person:
    """The same person, with the roles in force on a day: their own, and those of whom they stand in for.

    Who left has none, even before the job of the night ended them.
    """
    if person.leaves_on is not None and person.leaves_on < day:
        return person.carry([], day=day)
    absent = StandIn.objects.on(day).filter(person=person).values("absent")
    # One list of people, not "or": so a database goes by its index, in a house of ten thousand roles too.
    whose = Person.objects.filter(pk=person.pk).values("pk").union(absent)
    roles = Role.objects.on(day).with_units().select_related("person").filter(person__in=whose)
    return person.carry(roles.order_by("begins", "pk"), day=day)


def people_with_roles(paths: Iterable[str], *, day: date) -> QuerySet[Person]:
    """The people of the branches, each with `roles_now`: the roles in force on the day."""
    now = Role.objects.on(day).select_related("unit").order_by("begins", "pk")
    return Person.objects.within(paths).prefetch_related(Prefetch("roles", queryset=now, to_attr="roles_now"))


def holding(people: QuerySet[Person], *, kind: str = "", path: str = "", day: date) -> QuerySet[Person]:
    """Only those who hold a role on the day: of a kind, or in a branch, or both."""
    roles = Role.objects.on(day).filter(person=OuterRef("pk"))
    if kind:
        roles = roles.filter(kind=kind)
    if path:
        roles = roles.within([path])
    return people.filter(Exists(roles))


def roles_of(person: Person) -> QuerySet[Role]:
    """All roles of a person, latest first."""
    return Role.objects.filter(person=person).with_units().order_by("-begins", "-pk")


def stand_ins_of(person: Person, *, day: date) -> QuerySet[StandIn]:
    """Who stands in for the person and for whom the person does, that day or later."""
    either = Q(person=person) | Q(absent=person)
    return StandIn.objects.not_over(day).filter(either).select_related("person", "absent").order_by("begins", "pk")


@dataclass(frozen=True)
class Held:
    """What somebody who leaves still holds, and what waits for them."""

    roles: list[Role]
    stand_ins: list[StandIn]
    programs: list[ServiceAccount]
    invitations: list[Invitation]
    work: list[Waiting]

    @property
    def is_empty(self) -> bool:
        return not (self.roles or self.stand_ins or self.programs or self.invitations)

    @property
    def must_be_handed_on(self) -> bool:
        """Something would be left lying."""
        return bool(self.work or self.programs)


def held_by(person: Person, *, day: date) -> Held:
    """Everything of a day or later; the work as the rooms above know it, by the person's own roles."""
    roles = Role.objects.not_over(day).filter(person=person).with_units().order_by("begins", "pk")
    programs = ServiceAccount.objects.filter(responsible=person, revoked_at=None, ends__gt=day)
    begins = timezone.make_aware(datetime.combine(day, time.min))
    invitations = Invitation.objects.filter(Q(person=person) | Q(made_by=person), good_until__gt=begins)
    return Held(
        roles=list(roles),
        stand_ins=list(stand_ins_of(person, day=day)),
        programs=list(programs.select_related("person").order_by("pk")),
        invitations=list(invitations.select_related("person").order_by("pk")),
        work=waits_for(with_roles_on(copy(person), day=day).by_own_roles()),
    )


def leaving_soon(viewer: Person, *, day: date) -> QuerySet[Person]:
    """Who leaves within a week: oneself, and whose account one looks after."""
    soon = Person.objects.here_on(day).filter(leaves_on__lte=day + WARNED_BEFORE)
    return soon.filter(Q(pk=viewer.pk) | Q(pk__in=Person.objects.within(viewer.reach(Word.PEOPLE_MANAGE)).values("pk")))


def people_meant(words: str, *, within: Iterable[str]) -> QuerySet[Person]:
    """The accounts in use of the branches that words mean: by user name, also in brackets at the end, or by name."""
    reach = Person.objects.within(within).filter(is_active=True)
    by_username = reach.filter(username__iexact=_code_in(words))
    return by_username if words and by_username.exists() else reach.named(words).in_order()


def home_unit(person: Person) -> units.Unit | None:
    """Where a change to the account itself is recorded: the unit of the latest role."""
    role = roles_of(person).first()
    return role.unit if role else None


@dataclass(frozen=True)
class Holder:
    """A person who may do something in a unit, and the roles that give each word there."""

    person: Person
    words: dict[Word, list[Role]]

    @property
    def names(self) -> list[object]:
        """What the person may do, in short words."""
        return [WORD_NAMES[word] for word in self.words]

    @property
    def reasons(self) -> list[Role]:
        """The roles from which the person's words come."""
        return list(dict.fromkeys(role for roles in self.words.values() for role in roles))


def holders_at(unit: units.Unit, *, day: date) -> list[Holder]:
    """Everyone who may do anything in a unit on a day, with the reasons, in the order of names."""
    found: dict[Person, list[Role]] = {}
    for person, role in _with_stand_ins(_roles_reaching(unit.path, day=day), day=day):
        found.setdefault(person, []).append(role)
    holders = [Holder(person, words_at(roles, unit.path)) for person, roles in found.items()]
    return sorted((holder for holder in holders if holder.words), key=lambda holder: _in_order(holder.person))


def _with_stand_ins(roles: QuerySet[Role], *, day: date) -> list[tuple[Person, Role]]:
    """Who has each role, and who has it for somebody else these days."""
    known = list(roles.order_by("begins", "pk"))
    stand_ins = StandIn.objects.on(day).filter(here(day, "person__"), absent__in={role.person_id for role in known})
    instead = {one.absent_id: one for one in stand_ins.select_related("person")}
    own = [(role.person, role) for role in known]
    return own + [_lent(role, instead[role.person_id]) for role in known if role.person_id in instead]


def _lent(role: Role, stand_in: StandIn) -> tuple[Person, Role]:
    """The role as whoever stands in has it: for these days only."""
    lent = copy(role)
    lent.begins, lent.ends = max(role.begins, stand_in.begins), min(role.ends or stand_in.ends, stand_in.ends)
    return stand_in.person, lent


def _in_order(person: Person) -> tuple[str, int]:
    return person.sort_key, person.pk


def words_at(roles: Iterable[Role], path: str) -> dict[Word, list[Role]]:
    """Which words roles give at a place in the tree, each with the roles that give it."""
    roles = list(roles)
    given = {word: [role for role in roles if path.startswith(role.reach_of(word) or "-")] for word in Word}
    return {word: reasons for word, reasons in given.items() if reasons}


def people_who_may(word: Word, *, at: str, day: date) -> list[Person]:
    """The active people who hold a word at a place in the tree (a path) on a day, in the order of names."""
    pairs = _with_stand_ins(_roles_reaching(at, day=day), day=day)
    return sorted({person for person, role in pairs if at.startswith(role.reach_of(word) or "-")}, key=_in_order)


def acting_for(word: Word, bodies: Iterable[units.Unit], *, day: date) -> dict[int, list[Person]]:
    """For many bodies at once, by their keys: the people who hold a word by a role in the body itself or its office.

    Where nobody does, those who hold it from further up: a department without accounts is its committee's affair.
    """
    bodies = list(bodies)
    own = Q(unit__in=bodies) | Q(unit__parent__in=bodies, unit__kind=units.UnitKind.OFFICE)
    roles = Role.objects.on(day).filter(own, here(day, "person__")).with_units().select_related("person")
    found: dict[int, set[Person]] = {}
    for person, role in _with_stand_ins(roles, day=day):
        if word in role.words:
            found.setdefault(role.acting_unit.pk, set()).add(person)
    return {
        one.pk: sorted(found[one.pk], key=_in_order) if one.pk in found else people_who_may(word, at=one.path, day=day)
        for one in bodies
    }


def heads_over(bodies: Iterable[units.Unit], *, day: date) -> dict[int, list[Person]]:
    """For many bodies at once, by their keys: who leads the committee of the nearest place on the way up."""
    bodies = list(bodies)
    ways = {one.pk: _way(one.path) for one in bodies}
    places = {pk for way in ways.values() for pk in way}
    committee = Q(unit__kind=units.UnitKind.PEOPLE_COMMITTEE) | Q(unit__kind=units.UnitKind.OFFICE)
    leading = Role.objects.on(day).filter(committee, kind=RoleKind.LEADER, place__in=places)
    leading = leading.filter(here(day, "person__")).with_units().select_related("person")
    of_place: dict[int, set[Person]] = {}
    for person, role in _with_stand_ins(leading, day=day):
        of_place.setdefault(role.place_id, set()).add(person)
    nearest = {pk: next((place for place in reversed(way) if place in of_place), None) for pk, way in ways.items()}
    return {pk: sorted(of_place[place], key=_in_order) if place else [] for pk, place in nearest.items()}


def reaches_everyone(person: Person, word: Word) -> bool:
    """Whether somebody holds a word over all who hold a role on this installation, that day or later.

    Several entries of one page ask it; a person who was read once is answered once for the same branches.
    """
    if not person.is_authenticated or not (paths := tuple(person.reach(word))):
        return False
    known = person.__dict__.setdefault("_reaches_everyone", {})
    if (paths, person.as_of) not in known:
        beyond = Role.objects.not_over(person.as_of).exclude(within_any("unit__path", paths))
        known[paths, person.as_of] = not beyond.exists()
    return bool(known[paths, person.as_of])


def is_administered(place: units.Unit, *, span: Span, without: Q) -> bool:
    """Whether on every day of a span somebody administers all of a place; some roles are not counted."""
    over_it = Role.objects.filter(kind=RoleKind.ADMINISTRATOR, place__in=_way(place.path), person__is_active=True)
    asked = over_it.exclude(without).sharing_a_day(*span).select_related("person").order_by("begins", "pk")
    held = [(role.begins, _over(role)) for role in asked]
    return not list(gaps(*span, held=held))


def _over(role: Role) -> date | None:
    """The first day on which it holds no more: its own last day is over, or its holder's."""
    left = role.person.leaves_on and role.person.leaves_on + timedelta(days=1)
    return min(filter(None, (role.ends, left)), default=None)


def _way(path: str) -> list[int]:
    """The units from the top of the tree down to a path."""
    return [int(part) for part in path.split(".") if part]


def _roles_reaching(path: str, *, day: date) -> QuerySet[Role]:
    """The roles in units, or in places, on the way from the top of the tree down to the path."""
    way = _way(path)
    on_the_way = Q(unit__in=way) | Q(place__in=way) | Q(unit__parent__in=way, unit__kind=units.UnitKind.OFFICE)
    return Role.objects.on(day).filter(on_the_way, here(day, "person__")).with_units().select_related("person")


def accounts_to_try(*, day: date, limit: int = 12) -> dict[units.Unit, list[Role]]:
    """For the demo's sign-in page: the first active people with a role, by unit."""
    roles = Role.objects.on(day).filter(here(day, "person__")).select_related("person", "unit").order_by("pk")
    first: dict[int, Role] = {}
    for role in roles[: limit * 4]:
        first.setdefault(role.person_id, role)
    by_unit: dict[units.Unit, list[Role]] = {}
    for role in list(first.values())[:limit]:
        by_unit.setdefault(role.unit, []).append(role)
    return by_unit


def _code_in(words: str) -> str:
    """The code that words are, or that they hold in brackets at their end."""
    return words.rpartition("(")[2].rstrip(") ").strip()


def unit_of_code(words: str) -> units.Unit | None:
    """The living unit of the country whose code the words name."""
    return units.Unit.objects.living().filter(code__iexact=_code_in(words)).first()


def units_meant(words: str, *, within: Iterable[str]) -> QuerySet[units.Unit]:
    """The living units of the branches that words mean: by code, by code in brackets at the end, or by name."""
    reach = units.Unit.objects.living().filter(within_any("path", within)).in_order()
    code = _code_in(words)
    if code and (by_code := reach.filter(code__iexact=code)).exists():
        return by_code
    for word in fold(words).split():
        reach = reach.filter(search_text__contains=word)
    return reach
