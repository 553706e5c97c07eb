"""Pages of adopted plans."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dinhlang.apps.files import public as files
from dinhlang.apps.intake import public as intake
from dinhlang.apps.plans import access, actions, queries
from dinhlang.apps.plans.forms import AdoptingForm, BasingForm, FilterForm
from dinhlang.apps.plans.models import Plan
from dinhlang.base import clock
from dinhlang.base.guard import anyone, guarded
from dinhlang.base.listing import key_of, page_holding, page_of, sorted_by
from dinhlang.base.refusal import Refusal
from dinhlang.look.forms import ReasonForm

COLUMNS = {
    "issued": "issued_on",
    "issuer": "issuer__sort_key",
    "clauses": "number_of_clauses",
    "answers": "number_of_answers",
}
SHOWN_BELOW = 12
RESIDENTS_READ = "a public plan is for residents to read; others are not found by strangers"


@guarded(access.may_read)
def listing(request: HttpRequest) -> HttpResponse:
    """The plans within the person's reach, and those above that bind them."""
    readable = queries.readable_by(request.user)
    form = FilterForm(request.GET, years=queries.years_of(readable), issuers=queries.issuers_of(readable))
    chosen = {"words": form.chosen("q") or "", "year": form.chosen("year"), "issuer": form.chosen("issuer")}
    rows, sort = sorted_by(request, queries.listed(readable, **chosen), COLUMNS, default="-issued")
    context = {
        "page": page_of(request, rows),
        "sort": sort,
        "form": form,
        "is_filtered": any(chosen.values()),
        "may_adopt": access.may_adopt(request.user),
    }
    return render(request, "plans/listing.html", context)


@anyone(RESIDENTS_READ)
def plan(request: HttpRequest, pk: int) -> HttpResponse:
    """What a plan says, what it is based on, which plans answer it."""
    one = access.plan_for(request.user, pk)
    among = readable(request)
    above, may_change = queries.what_it_is_based_on(one, among=among), access.may_change(request.user, one)
    context = {
        "plan": one,
        "clauses": queries.clauses_of(one),
        "above": list(reversed(above)),
        "above_words": queries.unlinked_words(one, [step.plan for step in above if step.distance == 1]),
        "below": queries.what_answers(one, among=among)[:SHOWN_BELOW],
        "number_below": one.answered_by.count(),
        "proposed": queries.proposed_bases(one, among=among) if may_change else [],
        "may_change": may_change,
        "versions": queries.changes_of(one, among=among),
        **frame_of(request, one),
    }
    return render(request, "plans/plan.html", context)


def readable(request: HttpRequest) -> Any:
    """The plans that who asks may read, signed in or not."""
    public = Plan.objects.public()
    return (queries.readable_by(request.user) | public).distinct() if request.user.is_authenticated else public


def frame_of(request: HttpRequest, one: Plan) -> dict[str, Any]:
    """Officials see the page in their frame, residents in the public one."""
    is_official = request.user.is_authenticated
    return {
        "frame": "look/page.html" if is_official else "look/public.html",
        "is_official": is_official,
        "place": one.place.full_name,
        "place_url": f"/xa/{one.place.code}/" if one.place.kind == "commune" else "/",
    }


@anyone(RESIDENTS_READ)
def source(request: HttpRequest, pk: int) -> HttpResponse:
    """The text that the plan came from, with each clause marked where it stands."""
    one = access.plan_for(request.user, pk)
    if one.document_id is None:
        raise Http404
    clauses = queries.clauses_of(one)
    lines = intake.paragraphs(queries.text_of(one))
    order = key_of(request.GET.get("muc", ""))
    start = next((clause.start for clause in clauses if clause.order == order), None)
    at = intake.line_at(lines, start) if start is not None else None
    page = page_holding(request, lines, at, size=intake.LINES_A_PAGE)
    context = {"plan": one, "page": page, "lines": queries.lines_of(one, clauses, shown=page.object_list)}
    return render(request, "plans/source.html", context | {"clauses": clauses, **frame_of(request, one)})


@guarded(access.may_read)
def original(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The file that the plan came in."""
    one = access.plan_for(request.user, pk)
    if one.document is None or one.document.file is None:
        raise Http404
    return files.serve(one.document.file, request=request, as_attachment=True)


@guarded(access.may_adopt)
def adopting(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The door at which a person confirms the marks: the document becomes a plan."""
    document = access.document_to_adopt(request.user, pk)
    if existing := Plan.objects.filter(document=document).first():
        return redirect("plans:plan", existing.pk)
    keeper = access.keeper_for(request.user, document)
    is_received = keeper != document.issuer
    choices, bases = queries.may_be_based_on(keeper), intake.bases_of(document, person=request.user)
    earlier = queries.may_be_changed_by(document, keeper=keeper)
    form = AdoptingForm(
        request.POST if request.method == "POST" else None,
        choices=choices,
        earlier=earlier,
        initial={
            **queries.based_on_as_read(bases, among=choices, day=document.issued_on),
            **queries.change_as_read(document, among=earlier),
            "is_public": not is_received and bool(document.number),
        },
    )
    if request.method == "POST" and form.is_valid():
        try:
            adopted, change = actions.adopt(
                document=document, keeper=keeper, **form.cleaned_data, by=request.user, now=clock.now()
            )
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            if change is not None:
                said = _("Đã thành kế hoạch mới. Việc đã giao chỉ thay đổi khi có người quyết định từng điểm.")
                messages.success(request, said)
                return redirect("plans:difference", change.pk)
            messages.success(request, _("Đã thành kế hoạch. Giờ có thể giao việc cho các đơn vị."))
            return redirect("plans:plan", adopted.pk)
    context = {"document": document, "marks": intake.marks_of(document), "form": form}
    context |= {"keeper": keeper, "is_received": is_received}
    return render(request, "plans/adopting.html", context)


@guarded(access.may_adopt)
def basing(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Say what the plan is based on."""
    one = access.plan_to_change(request.user, pk)
    form = BasingForm(
        request.POST if request.method == "POST" else None, choices=queries.may_be_based_on(one.keeper, plan=one)
    )
    if request.method == "POST" and form.is_valid():
        try:
            actions.link(one, based_on=form.cleaned_data["based_on"], by=request.user, now=clock.now())
        except actions.CannotLink as refusal:
            form.add_error("based_on", str(refusal))
        else:
            messages.success(request, _("Đã ghi căn cứ của kế hoạch."))
            return redirect("plans:plan", one.pk)
    proposed = queries.proposed_bases(one, among=readable(request))
    context = {"plan": one, "form": form, "linked": one.based_on.with_names(), "proposed": proposed}
    return render(request, "plans/basing.html", context)


@guarded(access.may_adopt)
@require_POST
def unbasing(request: HttpRequest, pk: int, other: int) -> HttpResponseBase:
    """Take a link back."""
    one = access.plan_to_change(request.user, pk)
    actions.unlink(one, based_on=access.plan_for(request.user, other), by=request.user, now=clock.now())
    messages.success(request, _("Đã gỡ căn cứ."))
    return redirect("plans:basing", one.pk)


@guarded(access.may_adopt)
def showing(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Open the plan to residents or close it, with a reason."""
    one = access.plan_to_change(request.user, pk)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.show_to_residents(
                one, is_public=not one.is_public, **form.cleaned_data, by=request.user, now=clock.now()
            )
        except actions.CannotShow as refusal:
            refusal.beside(form)
        else:
            messages.success(
                request, _("Người dân đọc được kế hoạch này.") if one.is_public else _("Đã thôi công khai kế hoạch.")
            )
            return redirect("plans:plan", one.pk)
    return render(request, "plans/showing.html", {"plan": one, "form": form})
