"""A plan and a place as they were at the end of a past day."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from dinhlang.apps.overview import access, queries
from dinhlang.apps.overview.forms import WordsForm
from dinhlang.apps.overview.views.leader import BODIES, COLUMNS
from dinhlang.apps.plans import public as plans
from dinhlang.base import clock
from dinhlang.base.guard import guarded
from dinhlang.base.listing import page_of
from dinhlang.look.as_of import day_asked


@guarded(access.may_look)
def plan(request: HttpRequest, pk: int) -> HttpResponse:
    """Bodies × tasks as they were; today's page for today and what is to come."""
    one, today = plans.plan_for(request.user, pk), clock.today()
    day = day_asked(request, today=today)
    if day >= today:
        return redirect("overview:plan", one.pk)
    seen = queries.plan_then(one, paths=access.paths_within(request.user, one), day=day)
    form, columns = WordsForm(request.GET), [told.task for told in seen.told]
    bodies = page_of(request, seen.bodies(q=form.words), size=BODIES)
    across = Paginator(columns, COLUMNS).get_page(request.GET.get("cot"))
    numbered = list(enumerate(seen.told, 1))
    shown = numbered[across.start_index() - 1 if columns else 0 : across.end_index()]
    context = {
        "plan": one,
        "day": day,
        "seen": seen,
        "form": form,
        "tasks": numbered,
        "page": bodies,
        "across": across,
        "columns": [(number, told.task) for number, told in shown],
        "rows": seen.heat_map(bodies, list(across)),
    }
    return render(request, "overview/plan_then.html", context)


@guarded(access.may_look)
def place(request: HttpRequest, code: str) -> HttpResponse:
    """One commune as it was, also where it is no more."""
    found, today = access.place_for(request.user, code), clock.today()
    day = day_asked(request, today=today)
    if day >= today:
        return redirect("overview:place", found.code)
    context = {"place": found, "day": day, "then": queries.place_then(found, day=day)}
    return render(request, "overview/place_then.html", context)
