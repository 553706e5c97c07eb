"""A unit is given its place on the map, or many at once; the record keeps where it was thought to lie before."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from dinhlang.apps.audit import public as audit
from dinhlang.apps.people import public as people
from dinhlang.apps.register.actions.changing import CannotChange
from dinhlang.apps.units import public as units
from dinhlang.pure.viet import NotAPoint, Point, one_line, read_point


@transaction.atomic
def place_on_map(
    unit: units.Unit, *, point: str, by: people.Person | None, now: datetime, source: str = ""
) -> units.Unit:
    """Say where a unit's seat lies, as a map on a telephone writes it; nothing written takes it off the map."""
    told = _told(point) if point.strip() else None
    kept = units.MapPoint.objects.filter(unit=unit).first()
    if told is None and kept is not None:
        kept.delete()
        before = _as_facts((kept.latitude, kept.longitude))
        audit.record("units.taken_off_map", unit, by=by, now=now, unit=unit, reason=one_line(source), before=before)
    elif told is not None:
        place_many({unit: told}, by=by, now=now, source=source)
    return unit


def _told(point: str) -> Point:
    words = {
        "shape": _("Không đọc được tọa độ này. Hãy chép từ bản đồ trên điện thoại, ví dụ 21.43702, 106.09911."),
        "swapped": _("Vĩ độ và kinh độ bị đổi chỗ. Hãy ghi vĩ độ trước, ví dụ 21.43702, 106.09911."),
        "far": _("Tọa độ này nằm ngoài Việt Nam. Vĩ độ từ 6 đến 24, kinh độ từ 102 đến 118."),
    }
    try:
        return read_point(point)
    except NotAPoint as trouble:
        raise CannotChange(words[trouble.reason], field="point") from None


def place_many(
    points: Mapping[units.Unit, Point], *, by: people.Person | None, now: datetime, source: str = ""
) -> None:
    """Each of these lies there from now on; the caller holds the transaction."""
    kept = {one.unit_id: one for one in units.MapPoint.objects.filter(unit__in=list(points))}
    moved = {unit: point for unit, point in points.items() if unit.pk not in kept or _of(kept[unit.pk]) != point}
    units.MapPoint.objects.bulk_create(
        [units.MapPoint(unit=unit, latitude=north, longitude=east) for unit, (north, east) in moved.items()],
        update_conflicts=True,
        unique_fields=["unit"],
        update_fields=["latitude", "longitude"],
        batch_size=2000,
    )
    audit.record_many(
        audit.entry(
            "units.placed_on_map",
            unit,
            by=by,
            now=now,
            unit=unit,
            reason=one_line(source),
            before=_as_facts(_of(kept[unit.pk])) if unit.pk in kept else {},
            after=_as_facts(point),
        )
        for unit, point in moved.items()
    )


def _of(kept: units.MapPoint) -> Point:
    return kept.latitude, kept.longitude


def _as_facts(point: Point) -> dict[str, str]:
    return {"point": f"{point[0]}, {point[1]}"}
