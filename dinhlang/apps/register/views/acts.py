"""The acts on a unit: each is filled in, tried without leaving a trace, shown with what it brings, and then done."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zlib import crc32

from django import forms as django_forms
from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dinhlang.apps.people import public as people
from dinhlang.apps.register import access, actions, forms, queries
from dinhlang.apps.register.access import Asked
from dinhlang.apps.register.rules import bodies_of
from dinhlang.apps.register.views import brings
from dinhlang.apps.units import public as units
from dinhlang.base import clock
from dinhlang.base.guard import guarded
from dinhlang.base.refusal import Refusal
from dinhlang.look import drafts
from dinhlang.look.days import numeric

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
    fits: Callable[[units.Unit], bool] = lambda unit: True
    more: Callable[[units.Unit, date], dict[str, Any]] = lambda unit, day: {}
    ends: Callable[[units.Unit, Data], list[units.Unit]] = lambda unit, data: []


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


def _is_place(unit: units.Unit) -> bool:
    return units.is_territory(unit.kind) and unit.kind != units.UnitKind.COUNTRY


def _children(unit: units.Unit, day: date) -> dict[str, Any]:
    return {"children": list(units.children_of(unit, day=day).filter(kind__in=units.TERRITORIES)[:100])}


def _planned(unit: units.Unit, day: date) -> dict[str, Any]:
    return {"days": queries.planned_days(unit, today=clock.today())}


def _has_plans(unit: units.Unit) -> bool:
    return bool(queries.planned_days(unit, today=clock.today()))


def _usual_bodies(unit: units.Unit, day: date) -> dict[str, Any]:
    return {"bodies": bodies_of(unit.kind, unit.form, day)}


ACTS: dict[str, Act] = {
    "them": Act(
        gettext_lazy("Thêm đơn vị bên dưới"),
        "plus",
        forms.CreatingForm,
        _create,
        brings.nothing_more,
        fits=lambda unit: unit.kind != units.UnitKind.POST,
    ),
    "lap-bo-may": Act(
        gettext_lazy("Lập các tổ chức thường có"),
        "stamp",
        forms.FurnishingForm,
        _furnish,
        brings.nothing_more,
        fits=lambda unit: unit.kind in ("commune", "district", "province"),
        more=_usual_bodies,
    ),
    "so-ho": Act(
        gettext_lazy("Ghi số hộ"),
        "home",
        forms.CountingForm,
        _count,
        brings.nothing_more,
        fits=lambda unit: unit.kind == units.UnitKind.VILLAGE,
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


@guarded(access.may_change)
def act(request: Asked, code: str, slug: str) -> HttpResponse:
    """Fill in an act; the first sending shows what it brings, the second does it."""
    unit = access.changeable_unit_for(request.user, code)
    chosen = ACTS.get(slug)
    if chosen is None or not chosen.fits(unit):
        raise Http404
    today = clock.today()
    form = chosen.form(
        request.POST or None, unit=unit, person=request.user, today=today, **chosen.more(unit, _day(request, today))
    )
    key = _draft(unit, slug, request.GET.get("ten", "") if form.begin_with(request.GET) else "")
    if not form.is_valid():
        return _filling(request, unit, chosen, form, key=key)
    doing = Doing(unit, request.user, clock.now())
    try:
        if "da-xem" in request.POST:
            return _done(request, chosen, chosen.run(doing, _data(form)), key=key)
        told = [*chosen.brings(unit, _data(form), today), *_try(chosen, doing, _data(form))]
        unit.refresh_from_db()
    except Refusal as refusal:
        refusal.beside(form)
        return _filling(request, unit, chosen, form, key=key)
    return _confirming(request, unit, chosen, form, told)


def _day(request: Asked, today: date) -> date:
    """The day typed so far, for lists that depend on it."""
    field = forms.ActForm.base_fields["day"]
    try:
        return field.clean(request.POST.get("day", "")) or today
    except django_forms.ValidationError:
        return today


def _data(form: forms.ActForm) -> Data:
    data = {name: value for name, value in form.cleaned_data.items() if not name.startswith("fate_")}
    if isinstance(form, forms.SplittingForm):
        data["fates"] = form.fates()
    return data


def _try(chosen: Act, doing: Doing, data: Data) -> list[str]:
    """Do it and undo it at once: every refusal there could be is met before anyone is asked to confirm.

    What the rooms above keep of the units that ended is told as it became in the trial, not as somebody reckons it.
    """
    ended = chosen.ends(doing.unit, data)
    with transaction.atomic():
        chosen.run(doing, dict(data))
        told = brings.for_rooms_above(ended, doing.now)
        transaction.set_rollback(True)
    return told


def _filling(request: Asked, unit: units.Unit, chosen: Act, form: forms.ActForm, *, key: str) -> HttpResponse:
    if "twin_is_meant" in form.fields and not form.errors.get("twin_is_meant"):
        form.fields["twin_is_meant"].widget = django_forms.HiddenInput()
    return render(request, "register/act.html", {"unit": unit, "act": chosen, "form": form, "draft": key})


def _confirming(
    request: Asked, unit: units.Unit, chosen: Act, form: forms.ActForm, consequences: list[str]
) -> HttpResponse:
    again = _told_again(form)
    for field in form.fields.values():
        field.widget = field.hidden_widget()
    form.data = request.POST.copy()
    form.data["da-xem"] = "1"
    form.fields["da-xem"] = django_forms.CharField(widget=django_forms.HiddenInput)
    return render(
        request,
        "register/act_confirm.html",
        {
            "heading": chosen.label,
            "thing": unit.full_name[:1].upper() + unit.full_name[1:],
            "text": again,
            "consequences": consequences,
            "label": chosen.label,
            "form": form,
            "cancel_url": reverse("register:unit", args=[unit.code]),
        },
    )


def _told_again(form: forms.ActForm) -> str:
    """What was filled in, in one line, so that it can be read once more."""
    told = [
        f"{form.fields[name].label}: {value.full_name if isinstance(value, units.Unit) else value}"
        for name, value in form.cleaned_data.items()
        if name != "day" and isinstance(value, str | int | units.Unit) and not isinstance(value, bool) and value != ""
        if not name.startswith("fate_")
    ]
    day = form.cleaned_data.get("day")
    return " · ".join([*told, _("Từ ngày %(day)s") % {"day": numeric(day)}] if day else told)


def _draft(unit: units.Unit, slug: str, name: str = "") -> str:
    """The key under which a browser keeps what was typed so far; another for each name that the form begins with."""
    return f"unit-{unit.pk}-{slug}" + (f"-{crc32(name.encode()):x}" if name else "")


def _done(request: Asked, chosen: Act, unit: units.Unit, *, key: str) -> HttpResponse:
    messages.success(request, _("Đã ghi: %(act)s, %(unit)s.") % {"act": chosen.label, "unit": unit.full_name})
    response = redirect("register:unit", unit.code)
    drafts.done(response, key)
    return response
