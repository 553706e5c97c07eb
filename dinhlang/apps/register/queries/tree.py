"""A level of the tree and a unit through time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from dinhlang.apps.units import public as units
from dinhlang.pure.viet import fold


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
        found.setdefault(int(row["parent"] or 0), {})[row["kind"]] = row["number"]
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


def above(version: units.UnitVersion, *, day: date) -> list[units.UnitVersion]:
    """What the unit stood under on the day, from the top down."""
    numbers = [int(part) for part in version.path.split(".")[:-2]]
    found = {v.unit_id: v for v in units.UnitVersion.objects.on(day).filter(unit__in=numbers).select_related("unit")}
    return [found[number] for number in numbers if number in found]
