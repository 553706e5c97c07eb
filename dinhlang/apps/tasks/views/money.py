"""Money of a part, asked and allotted; and of a whole plan, for finance, with its table to take away."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from dinhlang.apps.tasks import access, actions, queries
from dinhlang.apps.tasks.forms import MoneyForm
from dinhlang.apps.tasks.models import Assignment
from dinhlang.apps.tasks.tables import money_as_csv, money_as_xlsx
from dinhlang.base import clock
from dinhlang.base.guard import guarded
from dinhlang.base.listing import page_of
from dinhlang.base.refusal import Refusal
from dinhlang.look import drafts

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@guarded(access.may_tell_somewhere)
def ask(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The body says how much it needs."""
    part = access.assignment_to_tell(request.user, pk)
    texts = {"heading": _("Đề nghị kinh phí"), "now_is": part.asked}
    return _set(request, part, actions.ask_money, texts)


@guarded(access.may_decide_somewhere)
def allot(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The issuer says how much the body gets."""
    part = access.assignment_to_decide(request.user, pk)
    texts = {"heading": _("Giao kinh phí"), "now_is": part.allotted, "asked": part.asked}
    return _set(request, part, actions.allot_money, texts)


def _set(request: HttpRequest, part: Assignment, act: Any, texts: dict[str, Any]) -> HttpResponseBase:
    form = MoneyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            act(assignment=part, **form.cleaned_data, by=request.user, now=clock.now())
        except Refusal as refusal:
            part.refresh_from_db()
            refusal.beside(form)
        else:
            messages.success(request, _("Đã ghi kinh phí."))
            return drafts.done(redirect("tasks:assignment", part.pk), f"money-{part.pk}")
    return render(request, "tasks/money.html", {"assignment": part, "task": part.task, "form": form, **texts})


@guarded(access.may_look)
def of_plan(request: HttpRequest, pk: int) -> HttpResponse:
    """Part by part, with the sum of all."""
    plan = access.plan_to_sum(request.user, pk)
    money = queries.money_of_plans([plan]).get(plan.pk, queries.Money())
    context = {"plan": plan, "money": money, "page": page_of(request, queries.with_money(plan), size=100)}
    return render(request, "tasks/money_of_plan.html", context)


@guarded(access.may_look)
def csv(request: HttpRequest, pk: int) -> StreamingHttpResponse:
    """The whole table as CSV."""
    plan = access.plan_to_sum(request.user, pk)
    lines = money_as_csv(queries.with_money(plan).iterator(chunk_size=500))
    answer = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="kinh-phi-{plan.pk}.csv"'
    return answer


@guarded(access.may_look)
def xlsx(request: HttpRequest, pk: int) -> HttpResponse:
    """The whole table as a workbook, amounts as numbers."""
    plan = access.plan_to_sum(request.user, pk)
    answer = HttpResponse(money_as_xlsx(queries.with_money(plan).iterator(chunk_size=500)), content_type=XLSX)
    answer["Content-Disposition"] = f'attachment; filename="kinh-phi-{plan.pk}.xlsx"'
    return answer
