"""Units as the search knows them."""

from collections.abc import Iterator, Sequence

from django.urls import reverse

from dinhlang.apps.search import public as search
from dinhlang.apps.units import public as units


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
        is_public=unit.kind != units.UnitKind.POST,
        is_living=unit.is_living,
    )


def found_entries(within: str = "") -> Iterator[search.Entry]:
    """Every unit (of a branch) as the search knows it."""
    all_units = units.Unit.objects.with_a_life().order_by("pk")
    chosen = all_units.within(within) if within else all_units
    known = units.Unit.objects.in_bulk([int(part) for part in within.split(".")[:-1]]) if within else {}
    loaded = list(chosen)
    known |= {unit.pk: unit for unit in loaded}
    for unit in loaded:
        yield found_entry(unit, [known[pk] for pk in _numbers(unit.path)[:-1] if pk in known])


def _numbers(path: str) -> list[int]:
    return [int(part) for part in path.split(".")[:-1]]
