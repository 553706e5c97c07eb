"""The page of an act on a unit: filled in, tried without leaving a trace, shown with what it brings, then done."""

from datetime import date
from zlib import crc32

from django import forms as django_forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from dinhlang.apps.register import access, forms
from dinhlang.apps.register.access import Asked
from dinhlang.apps.register.forms.acts import ACTS, Act, Doing, data_of, tried
from dinhlang.apps.units import public as units
from dinhlang.base import clock
from dinhlang.base.guard import guarded
from dinhlang.base.refusal import Refusal
from dinhlang.look import drafts
from dinhlang.look.days import numeric


@guarded(access.may_change)
def act(request: Asked, code: str, slug: str) -> HttpResponse:
    """Fill in an act; the first sending shows what it brings, the second does it."""
    unit = access.changeable_unit_for(request.user, code)
    chosen, today = ACTS.get(slug), clock.today()
    if chosen is None or not chosen.fits(unit, today):
        raise Http404
    form = chosen.form(
        request.POST or None,
        unit=unit,
        person=request.user,
        today=today,
        **chosen.more(unit, _day(request, today), today),
    )
    key = _draft(unit, slug, request.GET.get("ten", "") if form.begin_with(request.GET) else "")
    if not form.is_valid():
        return _filling(request, unit, chosen, form, key=key)
    doing = Doing(unit, request.user, clock.now())
    try:
        if "da-xem" in request.POST:
            return _done(request, chosen, chosen.run(doing, data_of(form)), key=key)
        told = tried(chosen, doing, data_of(form), today=today)
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
