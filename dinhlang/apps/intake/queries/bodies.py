"""Who is meant by the names in a document: bodies as they were called, and stood, on the document's day.

All bodies that a document of a place may well name are fetched at once: those of the place and of the places above, and
the committees, councils and fronts of the places right below. A name that says its own place ("UBND thị xã Phước Long")
is looked for in the whole register of that day. What is not found is guessed, never settled; where it is not clear who
issued the document, the bodies of the own place are not meant by general names: they may be another's.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q

from dinhlang.apps.intake.models import Document, NamedBody
from dinhlang.apps.intake.rules import (
    UNDER_A_COMMITTEE,
    by_likeness,
    contradict,
    likely_unit,
    own_name_in,
    parted,
    ways_to_say,
)
from dinhlang.apps.units import public as units

BELOW = (units.UnitKind.PEOPLE_COMMITTEE, units.UnitKind.PEOPLE_COUNCIL, units.UnitKind.FRONT)
GUESS = 0.6
"""How alike two names must be before one is offered for the other."""
MOST_NAMESAKES = 400
"""Bodies that hold one proper name; more are not compared."""


@dataclass(frozen=True)
class Meaning:
    """What a name means: one unit, a group of units, a guess, or nothing that is kept here."""

    words: str
    kind: str
    """one · group · some · kept (a person said so) · left (a person left it) · post (no body) · guess · unknown"""
    unit: units.Unit | None = None
    called: str = ""
    confidence: float = 0.0

    @property
    def is_settled(self) -> bool:
        return self.kind not in {"guess", "unknown"}

    @property
    def key(self) -> str:
        """The same for all ways to write the name; an anchor on the page."""
        return units.name_key(self.words).replace(" ", "-")

    @property
    def as_called(self) -> str:
        """The name of the unit that is meant, where the document writes it in other words."""
        said = self.is_settled and self.unit is not None and units.name_key(self.called) != units.name_key(self.words)
        return self.called if said else ""

    @property
    def is_doubtful(self) -> bool:
        """A person took a unit of another level than the name says."""
        return self.kind == "kept" and contradict(units.name_key(self.words), units.name_key(self.called))


@dataclass
class Bodies:
    """Understands the names of one document; asks the tables once, however many names there are."""

    document: Document
    day: date
    place: units.Unit = field(init=False)
    _known: dict[str, units.UnitVersion] | None = None
    _said: dict[str, NamedBody] | None = None
    _meant: dict[str, Meaning] = field(default_factory=dict)
    _places_on: dict[int, units.UnitVersion] | None = None

    def __post_init__(self) -> None:
        self.place = units.place_of(self.document.issuer or self.document.owner)
        said = str(self.document.said.get("issuer") or "")
        if self.document.issuer is None and said.strip():
            issuer = self.issuer(said)
            self._stand_at(units.place_of(issuer) if issuer is not None else None)

    def _stand_at(self, place: units.Unit | None) -> None:
        """Names are read from the place of who issued the document; from none while that is unknown."""
        self._known, self._places_on, self._meant = (None if place else {}), None, {}
        self.place = place or self.place

    def issuer(self, words: str) -> units.Unit | None:
        """Who issued the document, only if there is no doubt."""
        meant = self.meant(words) if words.strip() else None
        return meant.unit if meant is not None and meant.kind in {"one", "kept"} else None

    def of_line(self, line: str) -> list[Meaning]:
        """Each name of a line of names."""
        return [self.meant(name) for name in parted(line)]

    def meant(self, words: str) -> Meaning:
        """What one name means."""
        if words not in self._meant:
            self._meant[words] = self._understand(words)
        return self._meant[words]

    def _understand(self, words: str) -> Meaning:
        key = units.name_key(words)
        if (said := self._told(key)) is not None:
            called = said.unit.full_name if said.unit else ""
            return Meaning(words, "kept" if said.unit else "left", said.unit, called, 1.0)
        known = self._all_known()
        for way in ways_to_say(key, self._levels()):
            if way in known:
                return Meaning(words, "one", known[way].unit, known[way].full_name, 1.0)
        if (found := self._anywhere(key)) is not None:
            return Meaning(words, "one", found.unit, found.full_name, 1.0)
        group = units.understand_group(words)
        if group is not None:
            return Meaning(words, "some" if group.is_some else "group", None, words, 1.0)
        if likely_unit(words).kind == units.UnitKind.POST:
            return Meaning(words, "post")
        return Meaning(words, "unknown") if " cac " in f" {key} " else self._guess(words, key)  # many are never one

    def _anywhere(self, key: str) -> units.UnitVersion | None:
        """In the whole register of the day: the one body that is called just so, if its name says of which place."""
        own = own_name_in(key)
        if not own:
            return None
        rows = units.UnitVersion.objects.on(self.day).exclude(kind__in=[*units.TERRITORIES, units.UnitKind.POST])
        for word in own.split():
            rows = rows.filter(unit__search_text__contains=word)
        found = [row for row in rows.select_related("unit")[:MOST_NAMESAKES] if units.name_key(row.full_name) == key]
        return found[0] if len(found) == 1 else None

    def _guess(self, words: str, key: str) -> Meaning:
        near, alike = by_likeness(key, self._all_known())
        if near is None or alike < GUESS:
            return Meaning(words, "unknown")
        version = self._all_known()[near]
        return Meaning(words, "guess", version.unit, version.full_name, alike)

    def _told(self, key: str) -> NamedBody | None:
        if self._said is None:
            self._said = {}
            if self.document.pk:
                rows = self.document.named_bodies.select_related("unit")
                self._said = {row.key: row for row in rows}
        return self._said.get(key[:300])

    def _chain(self) -> list[int]:
        return [int(part) for part in self.place.path.split(".") if part]

    def _levels(self) -> list[str]:
        """The words for a level that a name may carry: "Sở Nội vụ tỉnh" is "Sở Nội vụ"."""
        return [units.name_key(place.form) for place in self._places.values() if place.form]

    @property
    def _places(self) -> dict[int, units.UnitVersion]:
        if self._places_on is None:
            rows = units.UnitVersion.objects.on(self.day).filter(unit__in=self._chain())
            self._places_on = {row.unit_id: row for row in rows}
        return self._places_on

    def _all_known(self) -> dict[str, units.UnitVersion]:
        """Every way to say a body's name → the body; the nearest body wins: own place, then above, then below."""
        if self._known is None:
            self._known = {}
            near = {pk: steps for steps, pk in enumerate(reversed(self._chain()))}
            rows = sorted(self._candidates(), key=lambda row: (self._distance(row, near), row.sort_key, row.unit_id))
            for row in rows:
                for way in self._ways(row):
                    self._known.setdefault(way, row)
        return self._known

    def _candidates(self) -> list[units.UnitVersion]:
        chain, on = self._chain(), units.UnitVersion.objects.on(self.day)
        committees = on.filter(parent__in=chain, kind=units.UnitKind.PEOPLE_COMMITTEE).values("unit")
        places_below = on.filter(parent=self.place, kind__in=units.TERRITORIES).values("unit")
        bodies = Q(parent__in=chain) | Q(parent__in=committees)
        wanted = (bodies & ~Q(kind__in=units.TERRITORIES)) | Q(parent=self.place, kind=units.UnitKind.VILLAGE)
        wanted |= Q(parent__in=places_below, kind__in=BELOW)
        return list(on.filter(wanted).select_related("unit", "parent", "parent__parent"))

    def _distance(self, row: units.UnitVersion, near: dict[int, int]) -> int:
        """Steps from the document's place up to the body's own; bodies of places below come last."""
        return next((near[pk] for pk in reversed(_numbers(row.path)) if pk in near), 0) + (
            0 if self._stands_at(row) in near else len(near)
        )

    def _stands_at(self, row: units.UnitVersion) -> int:
        parent = row.parent
        while parent is not None and parent.kind not in units.TERRITORIES:
            parent = parent.parent if parent.parent_id else None
        return parent.pk if parent is not None else 0

    def _ways(self, row: units.UnitVersion) -> list[str]:
        key = units.name_key(row.full_name)
        place = self._places.get(self._stands_at(row))
        if place is None:  # of a place below: only its full name tells which
            return [key]
        full, name, form = (units.name_key(words) for words in (place.full_name, place.name, place.form))
        ways = [key, key.removesuffix(f" {full}"), key.removesuffix(f" {name}")]
        with_form = f"{ways[1]} {form}" if form else ways[1]
        return [way for way in dict.fromkeys([*ways, with_form, f"{ways[1]} {full}"]) if way]


@dataclass(frozen=True)
class Creation:
    """A way to create what a name means: under which unit, and what the form begins with."""

    words: str
    parent: units.Unit
    asked: dict[str, str]


def creations_of(bodies: Bodies, names: Iterable[Meaning]) -> dict[str, Creation]:
    """For each name how a unit for it would be created; the chain of places and their committees are asked once."""
    chain = {unit.pk: unit for unit in units.Unit.objects.living().filter(pk__in=bodies._chain())}
    under = units.Unit.objects.living().filter(parent__in=chain, kind=units.UnitKind.PEOPLE_COMMITTEE)
    committees = {unit.parent_id: unit for unit in under.order_by("-pk")} if names else {}
    return {one.words: _creation(one.words, bodies.place, chain, committees) for one in names}


def _creation(
    words: str, place: units.Unit, chain: dict[int, units.Unit], committees: dict[int | None, units.Unit]
) -> Creation:
    """Under the place that the name ends with, or the province for its departments, or the document's own place."""
    likely, key = likely_unit(words), f" {units.name_key(words)}"
    named = [unit for unit in chain.values() if unit.form and key.endswith(f" {units.name_key(unit.full_name)}")]
    provinces = [unit for unit in chain.values() if likely.is_of_province and unit.kind == units.UnitKind.PROVINCE]
    parent = next(iter([*named, *provinces]), place)
    if likely.kind in UNDER_A_COMMITTEE:
        parent = committees.get(parent.pk, parent)
    told = {"ten": likely.name, "hinh-thuc": likely.form, "loai": likely.kind}
    return Creation(words, parent, {name: value for name, value in told.items() if value})


def named_bodies(document: Document) -> dict[str, units.Unit]:
    """What people said about the names in a document: the key of a name → the unit it means."""
    rows = document.named_bodies.filter(unit__isnull=False).select_related("unit")
    return {row.key: row.unit for row in rows if row.unit is not None}


def _numbers(path: str) -> list[int]:
    return [int(part) for part in path.split(".") if part]
