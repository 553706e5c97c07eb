"""The superior's question: who below took over what, and where is nobody."""

from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from dinhlang.apps.overview import access, queries
from dinhlang.apps.overview.forms import WordsForm, chosen
from dinhlang.apps.overview.rules import HoleKind
from dinhlang.apps.overview.views.files import as_file
from dinhlang.apps.plans import public as plans
from dinhlang.apps.tasks import public as tasks
from dinhlang.base import clock
from dinhlang.base.guard import guarded
from dinhlang.base.listing import page_of

WORDS = {
    HoleKind.UNHANDED: gettext_lazy("Chưa giao cho ai"),
    HoleKind.NOT_TAKEN: gettext_lazy("Chưa nhận, chưa vào kế hoạch"),
    HoleKind.NO_PLAN: gettext_lazy("Chưa có kế hoạch riêng"),
    HoleKind.TOO_LATE: gettext_lazy("Hạn muộn hơn cấp trên"),
}
HEADER = [
    gettext_lazy("Thiếu gì"),
    gettext_lazy("Việc"),
    gettext_lazy("Đơn vị"),
    gettext_lazy("Tình trạng"),
    gettext_lazy("Hạn của kế hoạch này"),
    gettext_lazy("Hạn của đơn vị"),
    gettext_lazy("Muộn hơn (ngày)"),
]


@guarded(access.may_look)
def coverage(request: HttpRequest, pk: int) -> HttpResponse:
    """Each hole with who and how far."""
    plan = access.plan_to_oversee(request.user, pk)
    form = WordsForm(request.GET)
    found = queries.coverage_of(plan, q=form.words)
    counts = found.counts()
    first = next((kind for kind in HoleKind if counts[kind]), HoleKind.NOT_TAKEN)
    kind = chosen(request.GET.get("loai", ""), HoleKind, first)
    page = page_of(request, found.of(kind), number=counts[kind])
    context = {
        "plan": plan,
        "form": form,
        "kind": kind,
        "chips": [(one, WORDS[one], counts[one]) for one in HoleKind],
        "number": sum(counts.values()),
        "page": page,
        "holes": list(queries.holes(found, kind, page)),
        "own": queries.own_plans_of(found),
        "clauses": plans.clauses_of(plan) if plans.may_change(request.user, plan) else [],
        "citing": plans.proposed_answers(plan, among=plans.readable_by(request.user)),
        "may_hand_out": tasks.may_hand_out(request.user, plan),
        "today": clock.today(),
    }
    return render(request, "overview/coverage.html", context)


@guarded(access.may_look)
def export(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Every hole, all kinds or the one that is looked at, as a file."""
    plan = access.plan_to_oversee(request.user, pk)
    found = queries.coverage_of(plan, q=WordsForm(request.GET).words)
    asked = chosen(request.GET.get("loai", ""), HoleKind, None)
    kinds = [asked] if asked else list(HoleKind)
    return as_file(request, f"do-phu-{plan.pk}", HEADER, _rows(found, kinds))


def _rows(found: queries.Coverage, kinds: list[HoleKind]) -> Iterator[list[Any]]:
    for kind in kinds:
        for hole in queries.holes(found, kind, found.of(kind).iterator(chunk_size=500)):
            part = hole.assignment
            who = [part.unit.full_name, part.get_state_display()] if part else ["", ""]
            yield [str(WORDS[kind]), hole.title, *who, hole.due, hole.their_day, hole.days_after or None]


@require_POST
@guarded(access.may_look)
def asking(request: HttpRequest, pk: int, clause_pk: int) -> HttpResponseBase:
    """Mark by hand whether those who owe a clause must make a plan of their own."""
    clause = access.clause_to_ask(request.user, pk, clause_pk)
    asks = request.POST.get("asks") == "1"
    plans.say_it_asks_for_a_plan(clause, asks=asks, by=request.user, now=clock.now())
    said = _("Đã ghi: đơn vị được giao phải lập kế hoạch riêng.")
    messages.success(request, said if asks else _("Đã ghi: không phải lập kế hoạch riêng."))
    return redirect("overview:coverage", pk)
