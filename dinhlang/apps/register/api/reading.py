"""Doors that tell of bodies and places: as they stand today, and the life of one of them."""

from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.people import public as people
from dinhlang.apps.register import access
from dinhlang.apps.units import public as units
from dinhlang.base import api
from dinhlang.pure.viet import fold

_UNIT = {
    "code": api.TEXT,
    "kind": api.one_of(units.UnitKind.values),
    "name": api.TEXT,
    "parent": api.maybe(api.TEXT),
    "is_living": api.FLAG,
    "page": api.TEXT,
}
UNIT = api.a_thing(**_UNIT)
VERSION = api.a_thing(
    begins=api.DAY,
    ends=api.maybe(api.DAY),
    kind=api.one_of(units.UnitKind.values),
    name=api.TEXT,
    parent=api.maybe(api.TEXT),
)
SUCCESSION = api.a_thing(code=api.TEXT, day=api.DAY, kind=api.one_of(units.SuccessionKind.values), is_partial=api.FLAG)
WHOLE_UNIT = api.a_thing(
    **_UNIT, versions=api.many(VERSION), formed_from=api.many(SUCCESSION), became=api.many(SUCCESSION)
)


class UnitsAsked(forms.Form):
    """Which bodies."""

    q = forms.CharField(label=_("Tên"), required=False, max_length=100)
    kind = forms.ChoiceField(label=_("Loại"), required=False, choices=units.UnitKind)
    parent = forms.CharField(label=_("Mã đơn vị ngay trên"), required=False, max_length=40)
    within = forms.CharField(label=_("Mã địa bàn, kể cả mọi cấp dưới"), required=False, max_length=40)


def _unit(unit: units.Unit) -> dict[str, Any]:
    return {
        "code": unit.code,
        "kind": unit.kind,
        "name": unit.full_name,
        "parent": unit.parent.code if unit.parent else None,
        "is_living": unit.is_living,
        "page": reverse("register:unit", args=[unit.code]),
    }


@people.lists("don-vi", "listUnits", _("Các đơn vị đang có, theo ngày hôm nay"), asks=UnitsAsked, item=UNIT, told=_unit)
def bodies(call: people.Call) -> Any:
    """Those that live today."""
    said, found = call.said, units.Unit.objects.living().select_related("parent")
    if said["within"]:
        found = found.within(access.unit_for(call.by, said["within"]).path)
    exact = {name: said[key] for name, key in (("kind", "kind"), ("parent__code", "parent")) if said[key]}
    for word in fold(said["q"]).split()[:8]:
        found = found.filter(search_text__contains=word)
    return found.filter(**exact)


@people.reads(
    "don-vi/{code}", "getUnit", _("Một đơn vị: đã là gì qua thời gian, từ đâu mà có, thành gì"),
    thing=access.unit_for, answer=WHOLE_UNIT,
)  # fmt: skip
def body(call: people.Call) -> Any:
    """Its whole life."""
    return whole_unit(call.thing)


def whole_unit(unit: units.Unit) -> dict[str, Any]:
    """What it is, what it was, where it came from, what became of it."""
    return {
        **_unit(unit),
        "versions": [
            {
                "begins": api.when(one.begins),
                "ends": api.when(one.ends),
                "kind": one.kind,
                "name": one.full_name,
                "parent": one.parent.code if one.parent else None,
            }
            for one in unit.versions.select_related("parent").order_by("begins")
        ],
        "formed_from": [_succession(one, one.predecessor) for one in units.predecessors_of(unit)],
        "became": [_succession(one, one.successor) for one in units.successors_of(unit)],
    }


def _succession(one: units.Succession, other: units.Unit) -> dict[str, Any]:
    return {"code": other.code, "day": api.when(one.day), "kind": one.kind, "is_partial": one.is_partial}
