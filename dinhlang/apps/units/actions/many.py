"""Writing how many units stand at once: whole timelines, and the copy of today."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import F, Q

from dinhlang.apps.units.models import Unit, UnitVersion
from dinhlang.apps.units.rules.timeline import Placed, settled
from dinhlang.pure.viet import sort_key

_COPIED = ["kind", "form", "name", "parent", "path", "is_living", "sort_key", "search_text"]
_AT_ONCE = 2000


def hold_the_tree() -> None:
    """Whoever writes the tree waits for whoever is writing it, until the end of the transaction.

    Else two moves that do not see each other could make a circle. SQLite has one writer at a time in any case.
    """
    Unit.objects.select_for_update(no_key=True).order_by("pk").first()


@transaction.atomic
def restate_units(timelines: Mapping[str, Sequence[Placed]], *, today: date) -> dict[str, Unit]:
    """Write whole timelines anew, by code; units not there yet are opened. Every code in a path must be known."""
    hold_the_tree()
    units = _all_units(timelines)
    number_of = dict(Unit.objects.values_list("code", "pk"))
    versions = {code: _versions(units[code], places, number_of) for code, places in timelines.items()}
    for code, written in versions.items():
        shown = next((v for v in written if _is_on(v, today)), None)
        units[code].put(shown or _nearest(written, today), is_living=shown is not None)
    Unit.objects.bulk_create(
        units.values(), update_conflicts=True, unique_fields=["id"], update_fields=_COPIED, batch_size=_AT_ONCE
    )
    for some in _batches([unit.pk for unit in units.values()]):
        UnitVersion.objects.filter(unit__in=some).delete()
    keep_many([version for written in versions.values() for version in written])
    return units


def _all_units(codes: Iterable[str]) -> dict[str, Unit]:
    """The units of these codes; those that are new get a row, and with it a number, first."""
    wanted = list(codes)
    there = {unit.code: unit for some in _batches(wanted) for unit in Unit.objects.filter(code__in=some)}
    new = [Unit(code=code, is_living=False) for code in wanted if code not in there]
    Unit.objects.bulk_create(new, batch_size=_AT_ONCE)
    return there | {unit.code: unit for unit in new}


def _versions(unit: Unit, places: Sequence[Placed], number_of: Mapping[str, int]) -> list[UnitVersion]:
    return [
        UnitVersion(
            unit=unit,
            begins=place.begins,
            ends=place.ends,
            kind=place.facts.kind,
            form=place.facts.form,
            name=place.facts.name,
            parent_id=number_of[place.facts.parent] if place.facts.parent else None,
            path="".join(f"{number_of[code]}." for code in place.path),
        )
        for place in settled(places)
    ]


def _is_on(version: UnitVersion, day: date) -> bool:
    return version.begins <= day and (version.ends is None or day < version.ends)


def _nearest(written: Sequence[UnitVersion], today: date) -> UnitVersion:
    """What an ended unit was in the end; what a planned one will be at first."""
    return next((v for v in reversed(written) if v.begins <= today), written[0])


def _batches(things: Sequence[Any]) -> Iterator[list[Any]]:
    """SQLite takes so many values at once and no more."""
    return (list(things[start : start + _AT_ONCE]) for start in range(0, len(things), _AT_ONCE))


def refresh_current(today: date, *, within: str = "") -> int:
    """Copy the versions of today onto the units that show something else; says how many changed.

    The timetable calls it daily, so that a change decided for a future day shows on that day.
    """
    versions = UnitVersion.objects.on(today).select_related("unit")
    if within:
        versions = versions.within(within)
    stale = versions.exclude(
        Q(unit__name=F("name"), unit__form=F("form"), unit__kind=F("kind"), unit__path=F("path"), unit__is_living=True)
    )
    changed = [_refreshed(version) for version in stale]
    Unit.objects.bulk_update(
        changed,
        _COPIED,
        batch_size=200,
    )
    gone = Unit.objects.filter(is_living=True).exclude(versions__in=UnitVersion.objects.on(today))
    if within:
        gone = gone.within(within)
    return len(changed) + gone.update(is_living=False)


def _refreshed(version: UnitVersion) -> Unit:
    version.unit.put(version, is_living=True)
    return version.unit


def keep_many(versions: Sequence[UnitVersion]) -> None:
    """Many versions at once, for imports; paths must already be right."""
    for version in versions:
        version.sort_key = sort_key(version.name)
    UnitVersion.objects.bulk_create(versions, batch_size=500)
