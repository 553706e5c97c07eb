"""The acts on a unit, for page and door: the form of each, what it does, what it brings, on which units it fits."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy

from dinhlang.apps.people import public as people
from dinhlang.apps.register import actions, forms, queries
from dinhlang.apps.register.forms import brings
from dinhlang.apps.register.rules import bodies_of
from dinhlang.apps.units import public as units

Data = dict[str, Any]


@dataclass(frozen=True)
class Doing:
    """Who does something to which unit, when."""

    unit: units.Unit
    by: people.Person
    now: datetime


@dataclass(frozen=True)
class Act:
    """One thing that can be done with a unit."""

    label: Any
    icon: str
    form: type[forms.ActForm]
    run: Callable[[Doing, Data], units.Unit]
    brings: Callable[[units.Unit, Data, date], list[str]]
    fits: Callable[[units.Unit, date], bool] = lambda unit, today: True
    more: Callable[[units.Unit, date, date], dict[str, Any]] = lambda unit, day, today: {}
    """What its form asks besides, on the day of the act, as of today."""
    ends: Callable[[units.Unit, Data], list[units.Unit]] = lambda unit, data: []
    """Which units are no more by it."""


# What each act does


def _create(doing: Doing, data: Data) -> units.Unit:
    return actions.create_unit(parent=doing.unit, by=doing.by, now=doing.now, **data)


def _rename(doing: Doing, data: Data) -> units.Unit:
    return actions.rename_unit(doing.unit, by=doing.by, now=doing.now, **data)


def _reclassify(doing: Doing, data: Data) -> units.Unit:
    return actions.reclassify_unit(doing.unit, by=doing.by, now=doing.now, **data)


def _move(doing: Doing, data: Data) -> units.Unit:
    return actions.move_unit(doing.unit, by=doing.by, now=doing.now, **data)


def _merge(doing: Doing, data: Data) -> units.Unit:
    new = actions.NewUnit(data["name"], doing.unit.kind, data["form"], data["code"])
    return actions.merge_units(
        [doing.unit, *data["others"]],
        into=data["into"] or new,
        day=data["day"],
        basis=data["basis"],
        by=doing.by,
        now=doing.now,
    )


def _split(doing: Doing, data: Data) -> units.Unit:
    into = [
        part if isinstance(part, units.Unit) else actions.NewUnit(part, doing.unit.kind, doing.unit.form)
        for part in data["parts"]
    ]
    actions.split_unit(
        doing.unit,
        into=into,
        fates=data["fates"],
        remains=data["remains"],
        day=data["day"],
        basis=data["basis"],
        by=doing.by,
        now=doing.now,
    )
    return doing.unit


def _abolish(doing: Doing, data: Data) -> units.Unit:
    return actions.abolish_unit(doing.unit, by=doing.by, now=doing.now, **data)


def _correct(doing: Doing, data: Data) -> units.Unit:
    return actions.correct_unit(doing.unit, by=doing.by, now=doing.now, **data)


def _withdraw(doing: Doing, data: Data) -> units.Unit:
    return actions.withdraw_change(doing.unit, by=doing.by, now=doing.now, **data)


def _count(doing: Doing, data: Data) -> units.Unit:
    source = data.pop("basis")
    actions.count_households(doing.unit, by=doing.by, now=doing.now, source=source, **data)
    return doing.unit


def _place(doing: Doing, data: Data) -> units.Unit:
    return actions.place_on_map(doing.unit, by=doing.by, now=doing.now, **data)


def _furnish(doing: Doing, data: Data) -> units.Unit:
    usual = {body.suffix for body in bodies_of(doing.unit.kind, doing.unit.form, data["day"])}
    chosen = set(data["bodies"])
    actions.furnish(
        doing.unit, day=data["day"], by=doing.by, now=doing.now, but=usual - chosen, also=chosen, basis=data["basis"]
    )
    return doing.unit


def _is_place(unit: units.Unit, today: date) -> bool:
    return units.is_territory(unit.kind) and unit.kind != units.UnitKind.COUNTRY


def _children(unit: units.Unit, day: date, today: date) -> dict[str, Any]:
    return {"children": list(units.children_of(unit, day=day).filter(kind__in=units.TERRITORIES)[:100])}


def _planned(unit: units.Unit, day: date, today: date) -> dict[str, Any]:
    return {"days": queries.planned_days(unit, today=today)}


def _has_plans(unit: units.Unit, today: date) -> bool:
    return bool(queries.planned_days(unit, today=today))


def _usual_bodies(unit: units.Unit, day: date, today: date) -> dict[str, Any]:
    return {"bodies": bodies_of(unit.kind, unit.form, day)}


ACTS: dict[str, Act] = {
    "them": Act(
        gettext_lazy("Thêm đơn vị bên dưới"),
        "plus",
        forms.CreatingForm,
        _create,
        brings.nothing_more,
        fits=lambda unit, today: unit.kind != units.UnitKind.POST,
    ),
    "lap-bo-may": Act(
        gettext_lazy("Lập các tổ chức thường có"),
        "stamp",
        forms.FurnishingForm,
        _furnish,
        brings.nothing_more,
        fits=lambda unit, today: unit.kind in ("commune", "district", "province"),
        more=_usual_bodies,
    ),
    "so-ho": Act(
        gettext_lazy("Ghi số hộ"),
        "home",
        forms.CountingForm,
        _count,
        brings.nothing_more,
        fits=lambda unit, today: unit.kind == units.UnitKind.VILLAGE,
    ),
    "toa-do": Act(gettext_lazy("Ghi tọa độ"), "place", forms.PlacingForm, _place, brings.nothing_more, fits=_is_place),
    "doi-ten": Act(gettext_lazy("Đổi tên"), "edit", forms.RenamingForm, _rename, brings.renaming),
    "doi-hinh-thuc": Act(
        gettext_lazy("Đổi hình thức"), "edit", forms.ReclassifyingForm, _reclassify, brings.renaming, fits=_is_place
    ),
    "chuyen": Act(gettext_lazy("Chuyển cấp trên"), "move", forms.MovingForm, _move, brings.moving),
    "sap-nhap": Act(gettext_lazy("Sáp nhập"), "merge", forms.MergingForm, _merge, brings.merging, ends=brings.merged),
    "chia": Act(
        gettext_lazy("Chia tách"),
        "split",
        forms.SplittingForm,
        _split,
        brings.splitting,
        more=_children,
        ends=brings.itself,
    ),
    "bai-bo": Act(
        gettext_lazy("Bãi bỏ"), "close", forms.AbolishingForm, _abolish, brings.abolishing, ends=brings.itself
    ),
    "dinh-chinh": Act(gettext_lazy("Đính chính"), "edit", forms.CorrectingForm, _correct, brings.nothing_more),
    "thu-hoi": Act(
        gettext_lazy("Thu hồi thay đổi đã định"),
        "close",
        forms.WithdrawingForm,
        _withdraw,
        brings.withdrawing,
        fits=_has_plans,
        more=_planned,
    ),
}


def data_of(form: forms.ActForm) -> Data:
    """What was filled in, as the act takes it."""
    data = {name: value for name, value in form.cleaned_data.items() if not name.startswith("fate_")}
    if isinstance(form, forms.SplittingForm):
        data["fates"] = form.fates()
    return data


def tried(chosen: Act, doing: Doing, data: Data, *, today: date) -> list[str]:
    """What an act would bring: it is done and undone at once, so every refusal is met before anyone confirms it.

    What the rooms above keep of the units that ended is told as it became in the trial, not as somebody reckons it.
    """
    told, ended = chosen.brings(doing.unit, data, today), chosen.ends(doing.unit, data)
    with transaction.atomic():
        chosen.run(doing, dict(data))
        told = [*told, *brings.for_rooms_above(ended, doing.now)]
        transaction.set_rollback(True)
    return told
