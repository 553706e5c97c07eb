"""What an act would bring with it, and what the record keeps of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from dinhlang.apps.people import public as people
from dinhlang.apps.units import public as units
from dinhlang.pure.viet import sort_key


def twin_of(name: str, *, parent: units.Unit | None, day: date, but: units.Unit | None = None) -> units.Unit | None:
    """Another unit of the same name under the same parent on the day."""
    versions = units.UnitVersion.objects.on(day).filter(parent=parent, sort_key=sort_key(name))
    found = versions.exclude(unit=but).select_related("unit").first()
    return found.unit if found else None


def bodies_named_after(unit: units.Unit, *, day: date) -> list[units.UnitVersion]:
    """The bodies that bear the place's full name, such as "UBND xã (or Xã) Nhã Nam": they change with it."""
    version = units.version_of(unit, day=day)
    if version is None or not units.is_territory(version.kind):
        return []
    below = units.UnitVersion.objects.on(day).within(version.path).filter(name__iendswith=f" {version.full_name}")
    return list(below.exclude(kind__in=units.TERRITORIES).select_related("unit", "parent").in_order())


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
