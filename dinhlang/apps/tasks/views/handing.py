"""Handing out a plan: all its clauses on one page, or one with everything that can be said of it."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dinhlang.apps.plans import public as plans
from dinhlang.apps.tasks import access, queries, rules
from dinhlang.apps.tasks.actions import hand_out
from dinhlang.apps.tasks.forms import ClauseForm, DoersForm, RowForm, Together
from dinhlang.apps.tasks.models import Assignment, Task
from dinhlang.base import clock
from dinhlang.base.guard import guarded
from dinhlang.base.refusal import Refusal
from dinhlang.look import days, drafts

MOST_CHOICES = 400


@guarded(access.may_hand_out_somewhere)
def hand_out_plan(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The clauses that nobody was handed yet, each with whom its words mean."""
    plan = access.plan_to_hand_out(request.user, pk)
    reader = queries.Reader(plan.place, day=clock.today(), issuer=plan.issuer, said=plans.names_said_in(plan))
    forms = [_row(request, clause, reader) for clause in queries.clauses_left(plan)]
    chosen = [form for form in forms if form.is_chosen]
    if request.method == "POST" and "preview" not in request.POST and _all_handed_out(request, plan, chosen):
        return drafts.done(redirect("plans:plan", plan.pk), f"hand-out-{plan.pk}")
    context = {"plan": plan, "forms": forms, "names": _names(reader), "wrong": Together(chosen)}
    return render(request, "tasks/hand_out_plan.html", context)


def _row(request: HttpRequest, clause: plans.Clause, reader: queries.Reader) -> RowForm:
    sent = request.POST if request.method == "POST" else None
    return RowForm(sent, clause=clause, reader=reader)


def _all_handed_out(request: HttpRequest, plan: plans.Plan, chosen: list[RowForm]) -> bool:
    """All that are ticked, or none; an older page, whose ticks somebody handed out meanwhile, is told so."""
    meanwhile = queries.ticked_and_handed_out(plan, request.POST)
    if not chosen and meanwhile:
        _say_meanwhile(request, meanwhile)
        return True
    if not chosen:
        messages.warning(request, _("Chưa có mục nào được đánh dấu. Xin đánh dấu “Giao mục này” ở mục muốn giao."))
        return False
    wrong = [form for form in chosen if not form.is_valid()]
    if wrong:
        return False
    try:
        with transaction.atomic():
            tasks = [_handed_out(request, form) for form in chosen]
    except _Refused:
        return False
    _say_how_many(request, tasks)
    if meanwhile:
        _say_meanwhile(request, meanwhile)
    return True


def _say_meanwhile(request: HttpRequest, handed_out: list[Task]) -> None:
    latest = handed_out[-1]
    said = ngettext(
        "%(n)s mục đã đánh dấu vừa được %(person)s giao lúc %(moment)s nên không giao lại.",
        "%(n)s mục đã đánh dấu vừa được %(person)s giao lúc %(moment)s nên không giao lại.",
        len(handed_out),
    )
    named = {"n": len(handed_out), "person": latest.handed_out_by, "moment": days.moment(latest.handed_out_at)}
    messages.warning(request, said % named)


class _Refused(Exception):
    """Undoes the others that were handed out together."""


def _handed_out(request: HttpRequest, form: DoersForm) -> Task:
    try:
        return hand_out(**form.facts(), by=request.user, now=clock.now(), day=clock.today())
    except Refusal as refusal:
        refusal.beside(form)
        raise _Refused from refusal


def _say_how_many(request: HttpRequest, tasks: list[Task]) -> None:
    """As the plan's page counts: who owes, and beside them who only helps."""
    given = list(Assignment.objects.filter(task__in=tasks).values_list("unit", "part"))
    bodies = [unit for unit, part in given if part in rules.OWING]
    number, helpers = len(set(bodies)), len({unit for unit, part in given if part not in rules.OWING})
    doers = ngettext("%(number)s đơn vị", "%(number)s đơn vị", number) % {"number": number}
    done = ngettext("Đã giao %(n)s việc cho %(doers)s.", "Đã giao %(n)s việc cho %(doers)s.", len(tasks))
    said = done % {"n": len(tasks), "doers": doers}
    parts = ngettext("Tất cả có %(n)s phần việc.", "Tất cả có %(n)s phần việc.", len(bodies)) % {"n": len(bodies)}
    helped = ngettext("Phối hợp: %(n)s đơn vị.", "Phối hợp: %(n)s đơn vị.", helpers) % {"n": helpers}
    sentences = [said, *([parts] if len(tasks) > 1 else []), *([helped] if helpers else [])]
    messages.success(request, " ".join(sentences))


def _names(reader: queries.Reader) -> list[str]:
    """What the doers' fields offer while one types: usual groups, and the bodies of the place."""
    return [*queries.USUAL_GROUPS, *(unit.full_name for unit in queries.own_bodies(reader.place))]


@guarded(access.may_hand_out_somewhere)
def hand_out_clause(request: HttpRequest, pk: int, clause_pk: int) -> HttpResponseBase:
    """One clause: every part, a name of its own, and a list to tick."""
    plan = access.plan_to_hand_out(request.user, pk)
    clause = get_object_or_404(plans.Clause.objects.filter(plan=plan), pk=clause_pk)
    if task := Task.objects.standing().filter(clause=clause).first():
        messages.info(request, _("Mục này đã được giao. Có thể giao thêm đơn vị ở đây."))
        return redirect("tasks:task", task.pk)
    reader = queries.Reader(plan.place, day=clock.today(), issuer=plan.issuer, said=plans.names_said_in(plan))
    sent = request.POST if request.method == "POST" else None
    form = ClauseForm(sent, clause=clause, reader=reader, choices=queries.tickable(plan)[:MOST_CHOICES])
    if request.method == "POST" and form.is_valid() and "preview" not in request.POST:
        try:
            task = _handed_out(request, form)
        except _Refused:
            pass
        else:
            _say_how_many(request, [task])
            return drafts.done(redirect("tasks:task", task.pk), f"clause-{clause.pk}")
    context: dict[str, Any] = {"plan": plan, "clause": clause, "form": form, "names": _names(reader)}
    return render(request, "tasks/hand_out_clause.html", context)
