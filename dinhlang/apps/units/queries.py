"""Reads: the tree as of a day, the members of a group, successors, household totals."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Max, OuterRef, Q, QuerySet, Subquery, Sum

from dinhlang.apps.units.models import HouseholdCount, Succession, Unit, UnitKind, UnitVersion
from dinhlang.apps.units.rules import LEVELS, Group


def version_of(unit: Unit, *, day: date) -> UnitVersion | None:
    """What the unit was on a day; None if it was not there."""
    return UnitVersion.objects.on(day).filter(unit=unit).select_related("unit", "parent").first()


def children_of(unit: Unit | None, *, day: date) -> QuerySet[UnitVersion]:
    """What stood right under a unit on a day (under nothing: the tops of the tree)."""
    versions = UnitVersion.objects.on(day).select_related("unit")
    return (versions.filter(parent=unit) if unit else versions.filter(parent__isnull=True)).in_order()


def subtree_of(unit: Unit, *, day: date) -> QuerySet[UnitVersion]:
    """The unit and everything below it on a day; empty if it was not there."""
    version = version_of(unit, day=day)
    if version is None:
        return UnitVersion.objects.none()
    return UnitVersion.objects.on(day).within(version.path).select_related("unit").in_order()


def ancestors_of(version: UnitVersion) -> list[Unit]:
    """From the top down to the parent."""
    ids = [int(part) for part in version.path.split(".")[:-2]]
    found = Unit.objects.in_bulk(ids)
    return [found[pk] for pk in ids if pk in found]


def place_of(unit: Unit) -> Unit:
    """The nearest place (commune, province …) that the unit is or stands in; the unit itself if there is none."""
    ids = [int(part) for part in unit.path.split(".") if part]
    places = {u.pk: u for u in Unit.objects.filter(pk__in=ids, kind__in=LEVELS)}
    return next((places[pk] for pk in reversed(ids) if pk in places), unit)


def members_of(group: Group, *, within: Unit, day: date) -> QuerySet[UnitVersion]:
    """The bodies that a group expression names, within a place, as of a day.

    With levels ("UBND các xã") the bodies belong to places of that level; without ("các phòng, ban") to the
    place itself.
    """
    version = version_of(within, day=day)
    if version is None:
        return UnitVersion.objects.none()
    found = UnitVersion.objects.on(day).within(version.path).of_kind(*group.kinds).exclude(unit=within)
    if group.kinds == (UnitKind.VILLAGE,):
        return found.select_related("unit").in_order()
    if group.levels:
        found = found.filter(_belongs_to_level(group.levels))
    else:
        found = found.filter(Q(parent=within) | Q(parent__parent=within, parent__kind=UnitKind.PEOPLE_COMMITTEE))
    if group.name_holds:
        found = found.filter(unit__search_text__contains=group.name_holds)
    return found.select_related("unit").in_order()


def _belongs_to_level(levels: Iterable[str]) -> Q:
    return Q(parent__kind__in=list(levels))


def successors_of(unit: Unit) -> QuerySet[Succession]:
    """What became of a unit."""
    return Succession.objects.filter(predecessor=unit).select_related("successor").order_by("day", "is_partial", "pk")


def predecessors_of(unit: Unit) -> QuerySet[Succession]:
    """What a unit was formed from."""
    return Succession.objects.filter(successor=unit).select_related("predecessor").order_by("day", "is_partial", "pk")


def households_on(unit: Unit, *, day: date) -> int | None:
    """All households of the villages in a place on a day, by each village's latest count; None if nobody counted."""
    latest = (
        HouseholdCount.objects.filter(unit=OuterRef("unit"), day__lte=day).order_by("-day").values("households")[:1]
    )
    villages = subtree_of(unit, day=day).filter(kind=UnitKind.VILLAGE).order_by()
    total = villages.annotate(households=Subquery(latest)).aggregate(total=Sum("households"))["total"]
    return None if total is None else int(total)


def latest_change_day() -> date | None:
    """The day of the latest change in the tree, for headings such as "as of"."""
    return UnitVersion.objects.aggregate(day=Max("begins"))["day"]
