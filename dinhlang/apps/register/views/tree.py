"""The tree and its units, as of any day."""

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from dinhlang.apps.register import access, queries
from dinhlang.apps.register.access import Asked
from dinhlang.apps.register.forms.acts import ACTS
from dinhlang.apps.units import public as units
from dinhlang.base import clock
from dinhlang.base.guard import signed_in
from dinhlang.base.listing import page_of
from dinhlang.look.as_of import day_asked

PAGE = 200


def at_day(request: Asked) -> dict[str, Any]:
    """What every page through time says: the day, whether it is today, and the links' ending that keeps it."""
    today = clock.today()
    day = day_asked(request, today=today)
    return {
        "day": day,
        "today": today,
        "is_today": day == today,
        "keep": "" if day == today else f"?ngay={day:%Y-%m-%d}",
        "person": request.user,
        "may_import": access.may_import(request.user),
        "may_change": access.may_change(request.user),
    }


@signed_in
def tree(request: Asked) -> HttpResponse:
    """Where the tree begins: the provinces, with how much stands under each."""
    context = at_day(request)
    top = list(queries.tops(day=context["day"]))
    numbers = queries.numbers_under([version.unit_id for version in top], day=context["day"])
    rows = [(version, queries.numbers_in_words(numbers.get(version.unit_id, {}))) for version in top]
    country = units.Unit.objects.of_kind(units.UnitKind.COUNTRY).first()
    return render(request, "register/tree.html", {**context, "rows": rows, "country": country})


@signed_in
def unit(request: Asked, code: str) -> HttpResponse:
    """A unit: what it is on the day, what stands under it, what it was and became."""
    shown = access.unit_for(request.user, code)
    context = at_day(request)
    day = context["day"]
    version, is_there = queries.shown_version(shown, day=day)
    return render(
        request,
        "register/unit.html",
        {
            **context,
            "unit": shown,
            "version": version,
            "is_there": is_there,
            "above": queries.above(version, day=day),
            "steps": queries.life_steps(shown, today=context["today"]),
            "acts": _acts(request, shown) if shown.is_living or version.begins > context["today"] else [],
            "may_read_history": access.may_read_history(request.user, shown),
            **_under(request, shown, day, context["keep"]),
        },
    )


def _under(request: Asked, shown: units.Unit, day: date, keep: str) -> dict[str, Any]:
    """The places under the unit, paged and filtered; its bodies; its households."""
    kinds = queries.kinds_under(shown, day=day)
    kind = request.GET.get("loai", "")
    words = request.GET.get("q", "")
    found = queries.places_under(shown, day=day, words=words, kind=kind if kind in kinds else "")
    page = page_of(request, found, size=PAGE)
    rows = list(page.object_list)
    numbers = queries.numbers_under([row.unit_id for row in rows], day=day)
    return {
        "kinds": [(value, units.UnitKind(value).label, number) for value, number in kinds.items()],
        "kind": kind,
        "words": words,
        "page": page,
        "rows": [(row, queries.numbers_in_words(numbers.get(row.unit_id, {}))) for row in rows],
        "has_numbers": bool(numbers),
        "has_places": bool(kinds),
        "bodies": queries.body_nodes(queries.bodies_under(shown, day=day), keep=keep),
        "households": units.households_on(shown, day=day) if units.is_territory(shown.kind) else None,
        "counts": list(queries.households_by_day(shown)[:20]) if shown.kind == units.UnitKind.VILLAGE else [],
    }


def _acts(request: Asked, shown: units.Unit) -> list[dict[str, Any]]:
    """What this person may do with the unit, each with its page."""
    if not access.may_change_unit(request.user, shown):
        return []
    return [
        {"label": act.label, "icon": act.icon, "url": reverse("register:act", args=[shown.code, slug])}
        for slug, act in ACTS.items()
        if act.fits(shown, clock.today())
    ]
