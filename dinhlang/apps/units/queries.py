"""Reads: the tree as of a day, the members of a group, successors, household totals."""

from datetime import date

from django.db.models import Max, OuterRef, Q, QuerySet, Subquery, Sum

from dinhlang.apps.units.models import HouseholdCount, Succession, Unit, UnitKind, UnitVersion, VersionQuerySet
from dinhlang.apps.units.rules import BELOW, LEVELS, Group, Part
from dinhlang.apps.units.rules.timeline import Facts, Placed


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
    place itself. Posts, villages and enterprises are meant wherever they stand.
    """
    version = version_of(within, day=day)
    if version is None:
        return UnitVersion.objects.none()
    here = UnitVersion.objects.on(day).within(version.path)
    meant = Q()
    for part in group.parts:
        meant |= _meant_by(part, here, within)
    return here.filter(meant).exclude(unit=within).select_related("unit").in_order()


def _meant_by(part: Part, here: VersionQuerySet, within: Unit) -> Q:
    meant = Q(kind__in=part.kinds)
    if part.name_holds:
        meant &= Q(unit__search_text__contains=part.name_holds)
    if part.is_anywhere:
        return meant
    if part.levels == (BELOW,):
        places = here.filter(parent=within, kind__in=LEVELS)
    elif part.levels:
        places = here.filter(kind__in=part.levels)
    else:
        places = here.filter(unit=within)
    committees = here.filter(kind=UnitKind.PEOPLE_COMMITTEE, parent__in=places.values("unit"))
    return meant & (Q(parent__in=places.values("unit")) | Q(parent__in=committees.values("unit")))


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


def timelines() -> dict[str, list[Placed]]:
    """Every unit's versions, with places as codes: what bulk changes are reckoned from."""
    code_of = dict(Unit.objects.values_list("pk", "code"))
    found: dict[str, list[Placed]] = {code: [] for code in code_of.values()}
    for pk, begins, ends, kind, form, name, parent, path in UnitVersion.objects.order_by(
        "unit_id", "begins"
    ).values_list("unit_id", "begins", "ends", "kind", "form", "name", "parent_id", "path"):
        facts = Facts(kind, form, name, code_of[parent] if parent else "")
        places = tuple(code_of[int(part)] for part in path.split(".")[:-1])
        found[code_of[pk]].append(Placed(begins, ends, facts, places))
    return {code: places for code, places in found.items() if places}
