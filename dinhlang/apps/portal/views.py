"""What residents see. Nobody needs an account to read."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from dinhlang.apps.issuance import public as issuance
from dinhlang.apps.plans import public as plan_room
from dinhlang.apps.portal import access, queries
from dinhlang.apps.tasks import public as tasks
from dinhlang.apps.units import public as units
from dinhlang.base import clock
from dinhlang.base.guard import anyone
from dinhlang.base.kept import kept
from dinhlang.base.listing import page_of
from dinhlang.pure.viet import one_line

SHOWN_BODIES = 50


@anyone("residents choose their commune")
@kept
def home(request: HttpRequest) -> HttpResponse:
    """The way to one's own commune."""
    if words := _words_of(request):
        named = queries.places_named(words)
        return render(request, "portal/home.html", {"words": words, "places": named.places, "left": named.left})
    page = page_of(request, queries.places_with_plans())
    context = {"page": page, "places": page.object_list, "provinces": queries.provinces()}
    return render(request, "portal/home.html", context)


def _words_of(request: HttpRequest) -> str:
    return one_line(request.GET.get("q", ""))[:100]


@anyone("residents read what their commune made public")
@kept
def place(request: HttpRequest, code: str) -> HttpResponse:
    """A commune's public face; of a place that is no more, what became of it."""
    here, today = access.place_for(code), clock.today()
    if not here.is_living:
        return _past_place(request, here)
    public = queries.public_plans_of(here)
    shown = queries.plans_shown(public[:6], day=today)
    villages = queries.villages_of(here)
    return render(
        request,
        "portal/place.html",
        {
            **_frame(here),
            "today": today,
            "plans": shown,
            "number_of_plans": public.count(),
            "villages": villages,
            "communes": queries.communes_of(here) if here.kind == units.UnitKind.PROVINCE else [],
            "households": units.households_on(here, day=today) if villages else None,
            "bodies": queries.bodies_of(here),
            "documents": issuance.issued_public_of(here)[:6],
            "formed_from": [s.predecessor for s in units.predecessors_of(here)[:30]],
        },
    )


def _frame(here: units.Unit) -> dict[str, object]:
    return {"here": here, "place": here.full_name, "place_url": reverse("portal:place", args=[here.code])}


def _past_place(request: HttpRequest, here: units.Unit) -> HttpResponse:
    became = [s for s in units.successors_of(here) if s.successor.kind in access.WITH_A_FACE]
    return render(request, "portal/past_place.html", {**_frame(here), "became": became})


@anyone("residents read what their commune made public")
@kept
def plans(request: HttpRequest, code: str) -> HttpResponse:
    """All public plans of a place."""
    here = access.place_for(code)
    page = page_of(request, queries.public_plans_of(here))
    shown = queries.plans_shown(page.object_list, day=clock.today())
    return render(request, "portal/plans.html", {**_frame(here), "page": page, "plans": shown})


@anyone("residents read what their commune made public")
@kept
def plan(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """One plan as residents may know it: what it says, and how far its bodies are."""
    here = access.place_for(code)
    found, today = access.public_plan_for(here, pk), clock.today()
    shown = queries.tasks_shown(found, day=today)
    return render(
        request,
        "portal/plan.html",
        {
            **_frame(here),
            "plan": found,
            "tasks": shown,
            "whole": sum((one.standing for one in shown), tasks.Counts()),
            "clauses": [] if shown else list(found.clauses.order_by("order")),
            "today": today,
        },
    )


@anyone("residents see who does what of a public plan")
@kept
def task(request: HttpRequest, code: str, pk: int, task_pk: int) -> HttpResponse:
    """One task of a public plan: who has a part in it, and how far each of them is."""
    here, today, words = access.place_for(code), clock.today(), _words_of(request)
    found = access.public_task_for(access.public_plan_for(here, pk), task_pk)
    context = {
        **_frame(here),
        "plan": found.plan,
        "task": found,
        "words": words,
        "standing": tasks.progress_of_tasks([found], on=today).get(found.pk, tasks.Counts()),
        "page": page_of(request, queries.doers_of(found, words=words, day=today), size=SHOWN_BODIES),
        "today": today,
    }
    return render(request, "portal/task.html", context)


@anyone("residents see what their village does")
@kept
def village(request: HttpRequest, code: str, village_code: str) -> HttpResponse:
    """One village: what it does under public plans, and how far it is."""
    here, today = access.place_for(code), clock.today()
    found = access.village_for(here, village_code)
    context = {
        **_frame(here),
        "village": found,
        "households": units.households_on(found, day=today),
        "far": queries.far_so_far(found, day=today),
        "page": page_of(request, queries.work_of(found, day=today)),
        "today": today,
    }
    return render(request, "portal/village.html", context)


@anyone("residents read what their commune issued")
@kept
def document(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """An official document as it looks on paper."""
    here = access.place_for(code)
    return render(request, "portal/document.html", {**_frame(here), "document": access.public_document_for(here, pk)})


@anyone("what a resident found leads to its public page")
def found(request: HttpRequest, kind: str, key: int) -> HttpResponse:
    """From a found thing to its page under the place that it belongs to; what is not public is not found."""
    if kind == "unit":
        return redirect(_face_of(get_object_or_404(units.Unit.objects.select_related("parent"), pk=key)))
    place_of = {"plan": _place_of_plan, "outgoing": _place_of_document}
    if kind not in place_of:
        raise Http404
    here = place_of[kind](key)
    return redirect(f"portal:{'plan' if kind == 'plan' else 'document'}", here.code, key)


def _face_of(unit: units.Unit) -> str:
    """A village has a small page under its commune; every other body is shown by its place."""
    if unit.kind == units.UnitKind.VILLAGE and unit.parent is not None:
        return reverse("portal:village", args=[unit.parent.code, unit.code])
    return reverse("portal:place", args=[units.place_of(unit).code])


def _place_of_plan(key: int) -> units.Unit:
    return get_object_or_404(plan_room.Plan.objects.select_related("place"), pk=key, is_public=True).place


def _place_of_document(key: int) -> units.Unit:
    issued = issuance.OutgoingDocument.objects.filter(state=issuance.State.ISSUED, is_public=True)
    document = get_object_or_404(issued.select_related("issuer"), pk=key)
    return units.place_of(document.issuer)
