"""Units that are no more, or will not be, and to whom their work goes: as the tree says it, or as somebody chose.

A unit with one successor hands on to it. A body without a successor of its own goes to its counterpart in the one place
that took its place over: the committee to the committee, the union to the union of the same name. Everything else is
homeless until an administrator says to whom it goes, out of candidates.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from dinhlang.apps.plans import public as plans
from dinhlang.apps.tasks.models import Assignment, AssignmentQuerySet, Heir, Moved, Obstacle
from dinhlang.apps.units import public as units
from dinhlang.base.fields import within_any
from dinhlang.pure.viet import fold

PIECE = 500
"""So many numbers in one question, as SQLite likes it."""
ONE_IN_A_PLACE = {
    units.UnitKind.PEOPLE_COMMITTEE,
    units.UnitKind.PEOPLE_COUNCIL,
    units.UnitKind.FRONT,
    units.UnitKind.INSPECTION_BOARD,
}
"""Bodies of which a place has one: the kind alone says who follows whom."""


@dataclass(frozen=True)
class Fate:
    """A unit that ends with work in its hands: its heir if that is clear, else those out of whom one is chosen."""

    unit: units.Unit
    last: units.UnitVersion
    heir: units.Unit | None
    candidates: tuple[units.Unit, ...]
    above: units.Unit | None = None
    is_chosen: bool = False
    parts: int = 0
    plans: int = 0

    @property
    def day(self) -> date:
        """The first day without the unit."""
        assert self.last.ends is not None  # noqa: S101 - it ended, or it would not be here
        return self.last.ends

    @property
    def of(self) -> str:
        """Under whom it stood, where its own name does not say so: a hundred communes have a "Phòng Kinh tế"."""
        parent = self.last.parent
        return "" if parent is None or units.is_territory(parent.kind) else parent.full_name

    @property
    def default(self) -> units.Unit | None:
        """What the page offers first: of communes the one that bears the name, else the first."""
        named = " ".join(fold(self.last.name).split()[-2:])
        return next((one for one in self.below if fold(one.name).endswith(named)), next(iter(self.below), self.above))

    @property
    def below(self) -> tuple[units.Unit, ...]:
        """The candidates without the one above."""
        return tuple(one for one in self.candidates if one != self.above)


def ending() -> QuerySet[units.Unit]:
    """Units whose last day is known, passed or ahead."""
    lives = units.UnitVersion.objects.filter(unit=OuterRef("pk"))
    return units.Unit.objects.filter(Exists(lives), ~Exists(lives.filter(ends__isnull=True)))


def with_work(found: QuerySet[units.Unit]) -> tuple[dict[int, int], dict[int, int]]:
    """Open parts by unit, and plans by issuer of which something is open: what would be lost without an heir."""
    open_parts = Assignment.objects.alive().filter(unit__in=found.values("pk"), task__withdrawn_at__isnull=True)
    parts = dict(open_parts.order_by().values_list("unit").annotate(n=Count("pk")))
    owed = Assignment.objects.alive().filter(task__plan=OuterRef("pk"), task__withdrawn_at__isnull=True)
    issued = plans.Plan.objects.filter(Exists(owed), issuer__in=found.values("pk")).order_by()
    asked = Obstacle.objects.unsettled().filter(answerer__in=found.values("pk")).order_by()
    by_issuer = dict(issued.values_list("issuer").annotate(n=Count("pk")))
    return parts, by_issuer | {pk: 0 for pk in asked.values_list("answerer", flat=True) if pk not in by_issuer}


def fates(found: QuerySet[units.Unit], *, until: date | None = None) -> list[Fate]:
    """The units among these that end with work in their hands, until a day or ever; in the order of their days."""
    parts, issued = with_work(found)
    keys = sorted({*parts, *issued})
    told = _Heirs(keys)
    fates = [told.fate(pk, parts=parts.get(pk, 0), plans=issued.get(pk, 0)) for pk in keys if pk in told.last]
    wanted = [fate for fate in fates if until is None or fate.day <= until]
    return sorted(wanted, key=lambda fate: (fate.day, fate.last.kind, fate.last.sort_key, fate.unit.pk))


def homeless(found: QuerySet[units.Unit] | None = None, *, until: date | None = None) -> list[Fate]:
    """Those of whom nobody can tell who takes their work over."""
    return [fate for fate in fates(ending() if found is None else found, until=until) if fate.heir is None]


def homeless_parts(*, on: date) -> int:
    """How many open parts are owed by units that are no more."""
    return _left_behind(on=on).count()


def homeless_names(*, on: date, most: int = 5) -> list[str]:
    """Some of the units that owe them, by name."""
    owed = _left_behind(on=on).order_by().values("unit")
    return [unit.full_name for unit in units.Unit.objects.filter(pk__in=owed).in_order()[:most]]


def _left_behind(*, on: date) -> AssignmentQuerySet:
    stands = units.UnitVersion.objects.on(on).filter(unit=OuterRef("unit"))
    owed = Assignment.objects.alive().filter(unit__in=ending().values("pk"), task__withdrawn_at__isnull=True)
    return owed.filter(~Exists(stands))


def pieces(keys: Iterable[int]) -> Iterable[list[int]]:
    """Many numbers, some at a time."""
    listed = sorted(set(keys))
    return (listed[i : i + PIECE] for i in range(0, len(listed), PIECE))


class _Heirs:
    """Resolves many units together, with few questions to the database."""

    def __init__(self, keys: Collection[int]) -> None:
        self.keys = list(keys)
        self.last = _last_versions(keys)
        self.above_of = {pk: [int(part) for part in one.path.split(".") if part] for pk, one in self.last.items()}
        self.heirs: dict[int, Heir] = {}
        self.followers: dict[int, list[int]] = {}
        self.standing: set[int] = set()
        self._follow({*self.keys, *(above for line in self.above_of.values() for above in line)})
        self._follow(pk for ground in self.ground.values() for pk in ground)

    def _follow(self, keys: Iterable[int]) -> None:
        """Who follows these, who follows those, and so on to units that stand."""
        new: set[int] = {*keys} - self.standing - self.followers.keys()
        while new:
            self.followers |= {pk: [] for pk in new}
            for piece in pieces(new):
                self.standing |= set(
                    units.UnitVersion.objects.filter(unit__in=piece, ends__isnull=True).values_list("unit", flat=True)
                )
                self.heirs |= {one.unit_id: one for one in Heir.objects.filter(unit__in=piece)}
                rows = units.Succession.objects.filter(predecessor__in=piece).order_by("is_partial", "pk")
                for before, follower in rows.values_list("predecessor", "successor"):
                    self.followers[before].append(follower)
            after = {follower for pk in new for follower in self.followers[pk]}
            after |= {self.heirs[pk].successor_id for pk in new if pk in self.heirs}
            new = after - self.followers.keys()

    @cached_property
    def places(self) -> dict[int, units.Unit]:
        """Everything that stands above or follows, by number."""
        found: dict[int, units.Unit] = {}
        for piece in pieces(self.followers):
            found |= units.Unit.objects.in_bulk(piece)
        return found

    def place_of(self, pk: int) -> units.Unit | None:
        """The place in which a body stood last."""
        above = [self.places[one] for one in reversed(self.above_of[pk]) if one in self.places]
        return next((one for one in above if units.is_territory(one.kind)), None)

    @cached_property
    def ground(self) -> dict[int, list[int]]:
        """District → the communes that stood in it last. A district ends without a successor: its ground went on."""
        districts = [
            place
            for pk in self.last
            if (place := self.place_of(pk)) and place.kind == units.UnitKind.DISTRICT and place.pk not in self.standing
        ]
        lasts = _last_versions({place.pk for place in districts})
        found: dict[int, list[int]] = {}
        for place in set(districts):
            last = lasts[place.pk]
            then = units.UnitVersion.objects.filter(ends=last.ends).within(last.path).of_kind(units.UnitKind.COMMUNE)
            found[place.pk] = list(then.values_list("unit", flat=True))
        return found

    def ends_at(self, pk: int, seen: frozenset[int] = frozenset()) -> list[int]:
        """The standing units in which one ends, in the order of the successions."""
        if pk in self.standing or pk in seen:
            return [pk] if pk in self.standing else []
        if pk in self.heirs:
            return self.ends_at(self.heirs[pk].successor_id, seen | {pk})
        ways = (self.ends_at(after, seen | {pk}) for after in self.followers.get(pk, []))
        return list(dict.fromkeys(end for way in ways for end in way))

    @cached_property
    def bodies(self) -> dict[int, list[units.Unit]]:
        """Place → the bodies that stand in it, those under its bodies last; of all places that are asked about."""
        wanted = {end for pk in self.last for end in self._places_after(pk)}
        found: dict[int, list[units.Unit]] = {place: [] for place in wanted}
        layer, home = wanted, {place: place for place in wanted}
        while layer:
            below: dict[int, int] = {}
            for piece in pieces(layer):
                versions = units.UnitVersion.objects.filter(parent__in=piece, ends__isnull=True).select_related("unit")
                for one in versions.exclude(kind__in=units.TERRITORIES).order_by("sort_key", "unit"):
                    below[one.unit_id] = home[one.parent_id or 0]
                    found[below[one.unit_id]].append(one.unit)
            home, layer = below, set(below)
        return found

    def _places_after(self, pk: int) -> list[int]:
        """The places that took over the one in which the body stood; the one above a district comes first."""
        place = self.place_of(pk)
        if place is None:
            return []
        if place.pk in self.standing:
            return [place.pk]
        if place.kind != units.UnitKind.DISTRICT:
            return [*self.ends_at(place.pk), *self._above_place(pk, place)]
        ground = [end for commune in self.ground.get(place.pk, []) for end in self.ends_at(commune)]
        own = self.ends_at(place.pk)
        return list(dict.fromkeys([*self._above_place(pk, place), *own, *sorted(ground, key=ground.count)[::-1]]))

    def _above_place(self, pk: int, place: units.Unit) -> list[int]:
        """The nearest place above it of which something stands: what nobody below takes over can still go there."""
        line = self.above_of[pk]
        above = line[: line.index(place.pk)] if place.pk in line else []
        found = (self.ends_at(one)[:1] for one in reversed(above) if one in self.places)
        return next((one for one in found if one), [])

    def counterpart(self, pk: int, place: int) -> units.Unit | None:
        """The body of a place that is what the other was in its own."""
        last, home = self.last[pk], self.place_of(pk)
        bodies = [body for body in self.bodies.get(place, []) if body.kind == last.kind]
        if last.kind in ONE_IN_A_PLACE and len(bodies) == 1:
            return bodies[0]
        own = _bare(last.full_name, home.full_name if home else "")
        same = [body for body in bodies if _bare(body.full_name, self.places[place].full_name) == own]
        return same[0] if len(same) == 1 else None

    def committee(self, place: int) -> units.Unit | None:
        bodies = self.bodies.get(place, [])
        return next((body for body in bodies if body.kind == units.UnitKind.PEOPLE_COMMITTEE), None)

    def fate(self, pk: int, *, parts: int, plans: int) -> Fate:
        last = self.last[pk]
        own = self.ends_at(pk)
        facts: dict[str, Any] = {"parts": parts, "plans": plans}
        if len(own) == 1:
            chosen = pk in self.heirs and self.heirs[pk].is_chosen
            return Fate(last.unit, last, self._unit(own[0]), (), is_chosen=chosen, **facts)
        if own:
            return Fate(last.unit, last, None, tuple(self._unit(one) for one in own), **facts)
        return self._by_place(last, facts)

    def _by_place(self, last: units.UnitVersion, facts: Mapping[str, Any]) -> Fate:
        """A body without a successor of its own, by what became of its place."""
        home, places = self.place_of(last.unit_id), self._places_after(last.unit_id)
        same = {place: self.counterpart(last.unit_id, place) for place in places}
        above = None
        if home is not None and home.pk not in self.standing:
            own = [] if home.kind == units.UnitKind.DISTRICT else self.ends_at(home.pk)
            if len(own) == 1 and (heir := same[own[0]]) is not None:
                return Fate(last.unit, last, heir, (), **facts)
            first = self._above_place(last.unit_id, home)
            above = next((same.get(one) or self.committee(one) for one in first), None)
        offered = [same[place] or self.committee(place) for place in places]
        candidates = dict.fromkeys(one for one in offered if one is not None and one.pk != last.unit_id)
        return Fate(last.unit, last, None, tuple(candidates), above=above, **facts)

    def _unit(self, pk: int) -> units.Unit:
        return self.places[pk]


def _last_versions(keys: Collection[int]) -> dict[int, units.UnitVersion]:
    """How each stood last."""
    found: dict[int, units.UnitVersion] = {}
    for piece in pieces(keys):
        versions = units.UnitVersion.objects.filter(unit__in=piece).select_related("unit", "parent").order_by("begins")
        found |= {one.unit_id: one for one in versions}
    return found


def _bare(name: str, place: str) -> str:
    """What a body is called without its place: "Hội Nông dân xã A" of xã A → "hoi nong dan"."""
    whole, own = fold(name), fold(place)
    return whole.removesuffix(own).strip() if own else whole


def reach_of(found: Sequence[Fate], paths: Iterable[str]) -> list[Fate]:
    """Those that lie in these branches, or whose candidates do."""
    reach = list(paths)
    keys = {one.pk for fate in found for one in (fate.unit, *fate.candidates)}
    within = {
        pk for piece in pieces(keys)
        for pk in units.Unit.objects.filter(within_any("path", reach), pk__in=piece).values_list("pk", flat=True)
    }  # fmt: skip
    return [fate for fate in found if any(one.pk in within for one in (fate.unit, *fate.candidates))]


def choices_ahead(*, today: date) -> QuerySet[Heir]:
    """What was chosen for a day that has not come."""
    ahead = Heir.objects.filter(day__gt=today, is_chosen=True)
    return ahead.select_related("unit", "successor", "by").order_by("day", "unit__sort_key", "pk")


def moves_of(part: Assignment) -> QuerySet[Moved]:
    """From whom a part came, what ended in it, and where it ended itself."""
    there = Q(assignment=part) | Q(joined=part)
    return Moved.objects.filter(there).select_related("from_unit", "to_unit", "joined").order_by("pk")


def moved_at(now: datetime, *, among: QuerySet[units.Unit]) -> list[tuple[units.Unit, units.Unit, int]]:
    """How many parts went from each of these to whom at this very moment."""
    moved = Moved.objects.filter(moved_at=now, from_unit__in=among.values("pk")).order_by("from_unit", "to_unit")
    counted = list(moved.values_list("from_unit", "to_unit").annotate(n=Count("pk")))
    there = units.Unit.objects.in_bulk({pk for before, after, _ in counted for pk in (before, after)})
    return [(there[before], there[after], number) for before, after, number in counted]
