"""A small world of units: `a_commune()` brings its province along."""

from datetime import date
from itertools import count

from dinhlang.apps.units import public as units
from dinhlang.apps.units.models import Unit

LONG_AGO = date(2000, 1, 1)
TODAY = date(2026, 11, 20)
_numbers = count(1)


def a_unit(name="Đơn vị", *, kind="other", form="", parent=None, begins=LONG_AGO, code=None) -> Unit:
    code = code or f"T{next(_numbers):05}"
    return units.open_unit(code=code, kind=kind, name=name, form=form, parent=parent, begins=begins, today=TODAY)


def a_province(name="Bắc Ninh", **facts) -> Unit:
    return a_unit(name, kind="province", form=facts.pop("form", "tỉnh"), **facts)


def a_district(name="Tân Yên", *, parent=None, **facts) -> Unit:
    return a_unit(name, kind="district", form=facts.pop("form", "huyện"), parent=parent or a_province(), **facts)


def a_commune(name="Nhã Nam", *, parent=None, **facts) -> Unit:
    return a_unit(name, kind="commune", form=facts.pop("form", "xã"), parent=parent or a_province(), **facts)


def a_village(name="Tiến Phan", *, parent=None, **facts) -> Unit:
    return a_unit(name, kind="village", form=facts.pop("form", "thôn"), parent=parent or a_commune(), **facts)


def a_committee(*, of: Unit | None = None, **facts) -> Unit:
    """The People's Committee of a place."""
    place = of or a_commune()
    return a_unit(f"UBND {place.full_name}", kind="people_committee", parent=place, **facts)


def a_body(name="Phòng Văn hóa – Xã hội", *, parent=None, kind="department", **facts) -> Unit:
    return a_unit(name, kind=kind, parent=parent or a_committee(), **facts)


def an_office(*, of: Unit | None = None, **facts) -> Unit:
    """The office that acts in its committee's name."""
    return a_unit("Văn phòng HĐND và UBND", kind="office", parent=of or a_committee(), **facts)


def a_post(name="Công chức Tư pháp – Hộ tịch", *, parent=None, **facts) -> Unit:
    return a_unit(name, kind="post", parent=parent or a_committee(), **facts)
