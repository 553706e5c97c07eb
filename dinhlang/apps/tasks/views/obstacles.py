"""What stands in the way: raised on a part, answered by who can, accepted or raised again by who asked."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dinhlang.apps.files import public as files
from dinhlang.apps.tasks import access, actions, queries
from dinhlang.apps.tasks.forms import AnswerForm, ObstacleForm, ReasonForm
from dinhlang.apps.tasks.models import Obstacle, ObstacleState
from dinhlang.base import clock
from dinhlang.base.guard import guarded
from dinhlang.base.listing import page_of
from dinhlang.base.refusal import Refusal
from dinhlang.look import drafts
from dinhlang.look.trying import tried

ANSWERED_SHOWN = 50


@guarded(access.may_look)
def listing(request: HttpRequest) -> HttpResponse:
    """What waits for an answer of mine, what was answered to my bodies, and what they still wait for."""
    mine = queries.shown(access.obstacles_of_mine(request.user).waiting())
    context = {
        "page": page_of(request, queries.obstacles_to_answer(request.user)),
        "may_answer": access.may_decide_somewhere(request.user),
        "answered": queries.obstacles_answered(request.user)[:ANSWERED_SHOWN],
        "waiting": mine[:ANSWERED_SHOWN],
    }
    return render(request, "tasks/obstacles.html", context)


@guarded(access.may_tell_somewhere)
def raising(request: HttpRequest, pk: int) -> HttpResponseBase:
    """A body says what stands in its way."""
    part = access.assignment_to_tell(request.user, pk)
    form = ObstacleForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.raise_obstacle(assignment=part, said=_said(form), by=request.user, now=clock.now())
        except Refusal as refusal:
            refusal.beside(form)
        else:
            said = _("Đã nêu vướng mắc. %(unit)s sẽ thấy ngay trên bàn việc.")
            messages.success(request, said % {"unit": part.task.plan.keeper.full_name})
            return drafts.done(redirect("tasks:assignment", pk), f"obstacle-{pk}")
    return render(request, "tasks/raise_obstacle.html", {"assignment": part, "task": part.task, "form": form})


def _said(form: forms.Form) -> actions.Saying:
    """What the form holds, as the actions take it."""
    told = form.cleaned_data
    return actions.Saying(told["words"], told["uploads"], told.get("kind", ""), told.get("document", ""))


@guarded(access.may_look)
def obstacle(request: HttpRequest, pk: int) -> HttpResponse:
    """What was said of it, line by line, and what can be done now."""
    return _page(request, access.obstacle_for(request.user, pk))


def _page(request: HttpRequest, found: Obstacle, **forms: Any) -> HttpResponse:
    is_askers = access.may_progress(request.user, found.assignment)
    may_answer = access.may_answer(request.user, found) and found.state != ObstacleState.SETTLED
    context = {
        "obstacle": found,
        "assignment": found.assignment,
        "task": found.assignment.task,
        "said": queries.said_of(found),
        "may_answer": may_answer,
        "may_pass_up": may_answer and found.state == ObstacleState.OPEN,
        "may_settle": is_askers and found.state == ObstacleState.ANSWERED,
        "may_raise_again": is_askers and found.state != ObstacleState.OPEN,
        "reads_part": access.may_read_assignment(request.user, found.assignment),
        "answer_form": AnswerForm(),
        "reason_form": ReasonForm(auto_id="up_%s"),
        "again_form": ObstacleForm(auto_id="again_%s"),
        **forms,
    }
    return render(request, "tasks/obstacle.html", context)


@require_POST
@guarded(access.may_decide_somewhere)
def answer(request: HttpRequest, pk: int) -> HttpResponseBase:
    """With words, a document or a decision."""
    found = access.obstacle_to_answer(request.user, pk)
    form = AnswerForm(request.POST, request.FILES)

    def act() -> None:
        actions.answer(obstacle=found, said=_said(form), by=request.user, now=clock.now())

    said = _("Đã trả lời. Đơn vị nêu vướng mắc sẽ xem và cho biết đã gỡ được chưa.")
    return _tried(request, found, form, name="answer_form", act=act, said=said)


@require_POST
@guarded(access.may_decide_somewhere)
def pass_up(request: HttpRequest, pk: int) -> HttpResponseBase:
    """To the body above, with the reason."""
    found = access.obstacle_to_answer(request.user, pk)
    form = ReasonForm(request.POST, auto_id="up_%s")

    def act() -> None:
        actions.pass_up(obstacle=found, reason=form.cleaned_data["reason"], by=request.user, now=clock.now())

    said = _("Đã chuyển lên cấp trên, kèm lý do.")
    return _tried(request, found, form, name="reason_form", act=act, said=said)


@require_POST
@guarded(access.may_tell_somewhere)
def settle(request: HttpRequest, pk: int) -> HttpResponse:
    """The answer helps."""
    found = access.obstacle_to_judge(request.user, pk)
    actions.settle(obstacle=found, by=request.user, now=clock.now())
    messages.success(request, _("Đã ghi nhận: vướng mắc này đã gỡ."))
    return redirect("tasks:obstacle", pk)


@require_POST
@guarded(access.may_tell_somewhere)
def again(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The answer does not help."""
    found = access.obstacle_to_judge(request.user, pk)
    form = ObstacleForm(request.POST, request.FILES, auto_id="again_%s")

    def act() -> None:
        actions.raise_again(obstacle=found, said=_said(form), by=request.user, now=clock.now())

    return _tried(request, found, form, name="again_form", act=act, said=_("Đã nêu lại vướng mắc."))


def _tried(
    request: HttpRequest, found: Obstacle, form: forms.Form, *, name: str, act: Callable[[], None], said: str
) -> HttpResponseBase:
    def again() -> HttpResponse:
        found.refresh_from_db()  # somebody may have been quicker
        return _page(request, found, **{name: form})

    there, draft = reverse("tasks:obstacle", args=[found.pk]), f"{name}-{found.pk}"
    return tried(request, form, act, said=said, done=there, draft=draft, again=again)


@guarded(access.may_look)
def file(request: HttpRequest, pk: int) -> HttpResponseBase:
    """A file beside what was said; only for those who read it."""
    return files.serve(access.obstacle_file_for(request.user, pk).file, request=request)
