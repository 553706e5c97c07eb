"""Reads of this room: a level of the tree, a unit through time, what an act would bring with it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.urls import reverse

from dinhlang.apps.people import public as people
from dinhlang.apps.search import public as search
from dinhlang.apps.units import public as units
from dinhlang.pure.viet import fold, sort_key


@dataclass(frozen=True)
class Span:
    """What a unit was called and stood under from a day until before another; cuts by moves above are joined."""

    version: units.UnitVersion
    begins: date
    ends: date | None


def spans_of(unit: units.Unit) -> list[Span]:
    """The unit's life, earliest first."""
    spans: list[Span] = []
    for version in units.UnitVersion.objects.filter(unit=unit).select_related("parent").order_by("begins"):
        if spans and spans[-1].ends == version.begins and _same(spans[-1].version, version):
            spans[-1] = Span(version, spans[-1].begins, version.ends)
        else:
            spans.append(Span(version, version.begins, version.ends))
    return spans


def _same(one: units.UnitVersion, other: units.UnitVersion) -> bool:
    return (one.kind, one.form, one.name, one.parent_id) == (other.kind, other.form, other.name, other.parent_id)


def shown_version(unit: units.Unit, *, day: date) -> tuple[units.UnitVersion, bool]:
    """What the unit was on the day, and True; else what it was at last (or will be at first), and False."""
    version = units.version_of(unit, day=day)
    if version is not None:
        return version, True
    around = units.UnitVersion.objects.filter(unit=unit).select_related("unit", "parent")
    before = around.filter(begins__lte=day).order_by("-begins").first()
    return before or around.order_by("begins")[0], False


def places_under(unit: units.Unit | None, *, day: date, words: str = "", kind: str = "") -> QuerySet[units.UnitVersion]:
    """The places right under another on a day, those with the words in their name or code only."""
    found = units.children_of(unit, day=day).filter(kind__in=units.TERRITORIES)
    if kind:
        found = found.filter(kind=kind)
    for word in fold(words).split():
        found = found.filter(unit__search_text__contains=word)
    return found


def tops(*, day: date) -> QuerySet[units.UnitVersion]:
    """Where the tree begins: what stands under nothing, or under the country where there is one."""
    countries = units.UnitVersion.objects.on(day).filter(kind=units.UnitKind.COUNTRY).values("unit")
    found = units.UnitVersion.objects.on(day).exclude(kind=units.UnitKind.COUNTRY)
    return found.filter(Q(parent__isnull=True) | Q(parent__in=countries)).select_related("unit").in_order()


def numbers_under(parents: Iterable[int], *, day: date) -> dict[int, dict[str, int]]:
    """For each unit, how many of each kind of place stand right under it on a day."""
    found: dict[int, dict[str, int]] = {}
    rows = (
        units.UnitVersion.objects.on(day)
        .filter(parent__in=list(parents), kind__in=units.TERRITORIES)
        .values("parent", "kind")
        .annotate(number=Count("pk"))
        .order_by("parent", "kind")
    )
    for row in rows:
        found.setdefault(row["parent"], {})[row["kind"]] = row["number"]
    return found


def kinds_under(unit: units.Unit, *, day: date) -> dict[str, int]:
    """How many of each kind of place stand right under a unit, the widest first."""
    numbers = numbers_under([unit.pk], day=day).get(unit.pk, {})
    return {kind: numbers[kind] for kind in units.TERRITORIES if kind in numbers}


@dataclass
class BodyNode:
    """A body in the tree of bodies of one place."""

    version: units.UnitVersion
    children: list["BodyNode"]


def bodies_under(unit: units.Unit, *, day: date) -> list[BodyNode]:
    """The bodies of a place or body, each with what stands under it; places below are left out. Two queries deep."""
    first = list(units.children_of(unit, day=day).exclude(kind__in=units.TERRITORIES))
    if not first:
        return []
    within = Q()
    for version in first:
        within |= Q(path__within=version.path)
    below = units.UnitVersion.objects.on(day).filter(within).select_related("unit").in_order()
    nodes = {version.unit_id: BodyNode(version, []) for version in below}
    for node in nodes.values():
        if node.version.parent_id in nodes:
            nodes[node.version.parent_id].children.append(node)
    return [nodes[version.unit_id] for version in first]


def households_by_day(unit: units.Unit) -> QuerySet[units.HouseholdCount]:
    """All counts of a village, latest first."""
    return units.HouseholdCount.objects.filter(unit=unit).order_by("-day")


def twin_of(name: str, *, parent: units.Unit | None, day: date, but: units.Unit | None = None) -> units.Unit | None:
    """Another unit of the same name under the same parent on the day."""
    versions = units.UnitVersion.objects.on(day).filter(parent=parent, sort_key=sort_key(name))
    found = versions.exclude(unit=but).select_related("unit").first()
    return found.unit if found else None


def bodies_named_after(unit: units.Unit, *, day: date) -> list[units.UnitVersion]:
    """The bodies that bear the place's full name, such as "UBND xã Nhã Nam": they change with it."""
    version = units.version_of(unit, day=day)
    if version is None or not units.is_territory(version.kind):
        return []
    below = units.UnitVersion.objects.on(day).within(version.path).filter(name__endswith=version.full_name)
    return list(below.exclude(kind__in=units.TERRITORIES).select_related("unit").in_order())


def number_with_roles(path: str, *, day: date) -> int:
    """How many people hold a role in a unit or below it on a day."""
    return people.Role.objects.on(day).filter(unit__path__within=path).values("person").distinct().count()


@dataclass(frozen=True)
class Fate:
    """What happens to something that stands under an ended unit: it goes to a successor, or ends with its branch."""

    version: units.UnitVersion
    successor: int | None
    below: int


def fates_under(
    ended: Sequence[units.Unit], *, day: date, number_of_successors: int, chosen: Mapping[int, int | None]
) -> list[Fate]:
    """For everything right under the ended units: which successor (by its place in the list) takes it, or None.

    Unless chosen otherwise, places go to the first successor; bodies and posts end, since the successor has its own.
    """
    children = units.UnitVersion.objects.on(day).filter(parent__in=ended).select_related("unit", "parent").in_order()
    fates = []
    for child in children:
        usual = 0 if number_of_successors and units.is_territory(child.kind) else None
        goes_to = chosen.get(child.unit_id, usual)
        below = units.UnitVersion.objects.on(day).within(child.path).count() - 1
        fates.append(Fate(child, goes_to, below))
    return fates


def found_entry(unit: units.Unit, above: Sequence[units.Unit] = ()) -> search.Entry:
    """The unit as the search knows it; `above` from the top down."""
    names = [place.full_name for place in reversed(above) if place.kind != units.UnitKind.COUNTRY]
    return search.entry(
        "unit",
        unit.pk,
        title=unit.full_name[:1].upper() + unit.full_name[1:],
        detail=", ".join(names),
        url=reverse("register:unit", args=[unit.code]),
        path=unit.path,
        is_public=units.is_territory(unit.kind),
        is_living=unit.is_living,
    )


def found_entries(within: str = "") -> Iterator[search.Entry]:
    """Every unit (of a branch) as the search knows it."""
    all_units = units.Unit.objects.order_by("pk")
    chosen = all_units.within(within) if within else all_units
    known = units.Unit.objects.in_bulk([int(part) for part in within.split(".")[:-1]]) if within else {}
    loaded = list(chosen)
    known |= {unit.pk: unit for unit in loaded}
    for unit in loaded:
        yield found_entry(unit, [known[pk] for pk in _numbers(unit.path)[:-1] if pk in known])


def _numbers(path: str) -> list[int]:
    return [int(part) for part in path.split(".")[:-1]]


def audit_facts(version: units.UnitVersion | None) -> dict[str, Any]:
    """What the record keeps of a unit's state."""
    if version is None:
        return {}
    return {
        "name": version.full_name,
        "kind": version.kind,
        "parent": version.parent.full_name if version.parent else "",
        "begins": version.begins.isoformat(),
        "ends": version.ends.isoformat() if version.ends else "",
    }
