"""Pages of reports."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dinhlang.apps.plans import public as plans
from dinhlang.apps.reports import access, actions, queries, rules
from dinhlang.apps.reports.forms import AgainForm, FilterForm, GatherForm, NarrativeForm
from dinhlang.apps.reports.models import Report
from dinhlang.base import clock
from dinhlang.base.guard import guarded
from dinhlang.base.listing import page_of
from dinhlang.base.refusal import Refusal
from dinhlang.look import drafts
from dinhlang.look.forms import ReasonForm


@guarded(access.may_read)
def listing(request: HttpRequest) -> HttpResponse:
    """Reports of the places where the person reads, latest day first."""
    person: Any = request.user
    known = access.readable_reports(person)
    form = FilterForm(request.GET, years=queries.years_of(known))
    chosen = {name: value for name, value in form.cleaned_data.items() if value} if form.is_valid() else {}
    page = page_of(request, queries.listed(known, **chosen))
    context = {"page": page, "form": form, "is_filtered": bool(chosen), "may_write": access.may_write(person)}
    return render(request, "reports/listing.html", context)


@guarded(access.may_write)
def gathering(request: HttpRequest) -> HttpResponse:
    """A new report: choose the plan and the day, the rest is counted."""
    person: Any = request.user
    asked = request.GET.get("plan", "")
    plan = plans.plan_for(person, int(asked)) if asked.isdecimal() else None
    form = GatherForm(request.POST or None, person=person, plan=plan, initial={"as_of": clock.today()})
    if request.method == "POST" and form.is_valid():
        try:
            report = actions.gather_report(**form.cleaned_data, by=person, now=clock.now())
        except Refusal as refused:
            refused.beside(form)
        else:
            messages.success(request, _("Đã tổng hợp số liệu và viết sẵn lời văn. Xin đọc lại trước khi chốt."))
            return redirect("reports:report", report.pk)
    return render(request, "reports/gathering.html", {"form": form, "plan": plan})


@guarded(access.may_read)
def report(request: HttpRequest, pk: int) -> HttpResponse:
    """One report: its figures with the way to what they counted, its words, and what comes of it."""
    person: Any = request.user
    found = access.report_for(person, pk)
    context = {
        "report": found,
        "may_write": access.may_write_for(person, found.unit),
        "figures": queries.figures_shown(found),
        "sections": _sections(found),
        "changes": queries.changes_shown(found),
        "again": AgainForm(initial={"as_of": found.as_of}),
    }
    return render(request, "reports/report.html", context)


def _sections(found: Report) -> list[tuple[str, str]]:
    return [(heading, getattr(found, name)) for name, heading in rules.HEADINGS.items()]


@guarded(access.may_write)
def editing(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The words of a draft."""
    found = access.report_for(request.user, pk, to_write=True)
    form = NarrativeForm(request.POST) if request.method == "POST" else NarrativeForm.of(found)
    if request.method == "POST" and form.is_valid():
        try:
            actions.edit_narrative(report=found, by=request.user, now=clock.now(), **form.cleaned_data)
        except Refusal as refused:
            refused.beside(form)
        else:
            messages.success(request, _("Đã lưu lời văn của báo cáo."))
            return drafts.done(redirect("reports:report", pk), f"report-{pk}")
    return render(request, "reports/editing.html", {"form": form, "report": found})


@guarded(access.may_write)
@require_POST
def gathering_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Count a draft anew."""
    found = access.report_for(request.user, pk, to_write=True)
    form = AgainForm(request.POST)
    if not form.is_valid():
        messages.error(request, " ".join(str(error) for errors in form.errors.values() for error in errors))
        return redirect("reports:report", pk)
    again = actions.regather_report(
        report=found,
        by=request.user,
        now=clock.now(),
        as_of=form.cleaned_data["as_of"],
    )
    told = _("Đã tổng hợp lại.") if again.changes else _("Đã tổng hợp lại; số liệu không thay đổi.")
    messages.success(request, told)
    return redirect("reports:report", pk)


@guarded(access.may_write)
@require_POST
def finishing(request: HttpRequest, pk: int) -> HttpResponse:
    """Make a draft final."""
    found = access.report_for(request.user, pk, to_write=True)
    actions.finish_report(report=found, by=request.user, now=clock.now())
    messages.success(request, _("Đã chốt báo cáo. Bây giờ có thể lập văn bản."))
    return redirect("reports:report", pk)


@guarded(access.may_write)
def reopening(request: HttpRequest, pk: int) -> HttpResponse:
    """Make a final report a draft again, with a reason."""
    found = access.report_for(request.user, pk, to_write=True)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.reopen_report(report=found, by=request.user, now=clock.now(), **form.cleaned_data)
        except Refusal as refused:
            refused.beside(form)
        else:
            messages.success(request, _("Đã mở lại báo cáo để sửa."))
            return redirect("reports:report", pk)
    return render(request, "reports/reopening.html", {"form": form, "report": found})


@guarded(access.may_read)
def counted(request: HttpRequest, pk: int, figure: str) -> HttpResponse:
    """The very list that a figure counted, as frozen in the report."""
    found = access.report_for(request.user, pk)
    heading = queries.heading_of(found, figure)
    if heading is None:
        raise Http404
    page = page_of(request, queries.counted_in(found, figure), size=50)
    page.object_list = queries.rows_counted(found, figure, page.object_list)
    return render(request, "reports/counted.html", {"report": found, "heading": heading, "page": page})


@guarded(access.may_read)
def printing(request: HttpRequest, pk: int) -> HttpResponse:
    """The report on a sheet, for reading on paper; the official document is made in another room."""
    found = access.report_for(request.user, pk)
    figures = queries.figures_shown(found)
    return render(request, "reports/print.html", {"report": found, "sections": _sections(found), "figures": figures})
