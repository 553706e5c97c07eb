"""One body's part: what is asked of it, what it tells, what shows it; and what the issuer says to that."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dinhlang.apps.deadlines import public as deadlines
from dinhlang.apps.files import public as files
from dinhlang.apps.plans import public as plans
from dinhlang.apps.tasks import access, actions, queries, rules
from dinhlang.apps.tasks.forms import CommentForm, ProgressForm, ReasonForm, ReassignForm
from dinhlang.apps.tasks.models import Assignment, Evidence, Part, State
from dinhlang.base import clock
from dinhlang.base.guard import guarded
from dinhlang.base.refusal import Refusal
from dinhlang.look import drafts

LONGEST_LOG = 100
CLOSED = {State.ACCEPTED, State.WITHDRAWN, State.EXEMPT, State.JOINED}


@guarded(access.may_look)
def assignment(request: HttpRequest, pk: int) -> HttpResponse:
    """What is asked, by when, by whom; and how far it is."""
    return _page(request, access.assignment_for(request.user, pk))


def _page(request: HttpRequest, found: Assignment, **forms: Any) -> HttpResponse:
    may_tell = access.may_progress(request.user, found) and found.state not in CLOSED
    may_decide = access.may_accept(request.user, found.task)
    is_waiting = found.state in rules.TO_BE_DECIDED
    is_own = is_waiting and Assignment.objects.filter(pk=found.pk).sent_by(request.user).exists()
    sees_inside = access.may_see_inside(request.user, found)
    evidence = Prefetch("evidence", Evidence.objects.select_related("file").order_by("pk"))
    log = list(found.progress.select_related("by").prefetch_related(evidence).order_by("-moment", "-pk")[:LONGEST_LOG])
    extensions = list(found.extensions.select_related("asked_by", "answered_by"))
    context = {
        "assignment": found,
        "task": found.task,
        "plan": found.task.plan,
        "today": clock.today(),
        "log": log,
        "returned_because": log[0].words if log and found.state == State.RETURNED else "",
        "may_tell": may_tell,
        "may_decide": may_decide and is_waiting,
        "may_accept": may_decide and is_waiting and not is_own,
        "may_take_back": may_decide and found.state in {State.ACCEPTED, State.EXEMPT},
        "may_take_off": may_decide and (found.is_open or found.state == State.DECLINED),
        "is_claim": found.state == State.NOT_OURS,
        "claimed_because": log[0].words if log and found.state in {State.NOT_OURS, State.EXEMPT} else "",
        "may_claim": may_tell and found.is_open and found.part in rules.OWING,
        "may_allot": may_decide and found.state not in {State.WITHDRAWN, State.JOINED},
        "comments": queries.comments_of(found),
        "comment_form": CommentForm(),
        "may_reassign": may_decide and found.state in {*rules.OPEN, State.NOT_OURS},
        "sees_inside": sees_inside,
        "shares": queries.shares_of(found) if sees_inside else [],
        "inside": queries.inside_of(found) if sees_inside else queries.Inside(),
        "moves": queries.moves_of(found),
        "own_day": deadlines.own_day_of(found.task.deadline, found.unit),
        "obstacles": queries.obstacles_of(found),
        "may_raise": access.may_progress(request.user, found) and found.state not in {State.WITHDRAWN, State.JOINED},
        "may_decline": may_tell and found.part == Part.REQUESTED and found.is_open,
        "is_mine": access.may_progress(request.user, found),
        "extensions": extensions,
        "may_decide_later": may_decide,
        "may_ask_later": may_tell and found.is_open and found.due and not any(not one.answer for one in extensions),
        "form": ProgressForm(initial={"seen": found.changed_at.isoformat()}),
        "reason_form": ReasonForm(),
        **forms,
    }
    return render(request, "tasks/assignment.html", context)


def _done(request: HttpRequest, found: Assignment, said: str) -> HttpResponse:
    messages.success(request, said)
    return redirect("tasks:assignment", found.pk)


@require_POST
@guarded(access.may_tell_somewhere)
def receive(request: HttpRequest, pk: int) -> HttpResponse:
    """The body takes it on."""
    found = access.assignment_to_tell(request.user, pk)
    actions.receive(assignment=found, by=request.user, now=clock.now())
    return _done(request, found, _("Đã nhận việc. Khi có kết quả, xin ghi tiến độ ở đây."))


@require_POST
@guarded(access.may_tell_somewhere)
def tell(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The body says how far it is, or hands the result in."""
    found = access.assignment_to_tell(request.user, pk)
    form = ProgressForm(request.POST, request.FILES)
    finished = "finished" in request.POST
    if form.is_valid():
        try:
            _tell(request, found, form, finished=finished)
        except Refusal as refusal:
            found.refresh_from_db()
            refusal.beside(form)
        else:
            said = _("Đã gửi kết quả. Đơn vị giao việc sẽ xem và duyệt.") if finished else _("Đã ghi tiến độ.")
            return drafts.done(_done(request, found, said), f"part-{pk}")
    return _page(request, found, form=form)


def _tell(request: HttpRequest, found: Assignment, form: ProgressForm, *, finished: bool) -> None:
    if form.cleaned_data["seen"] not in {"", found.changed_at.isoformat()}:
        raise actions.CannotTell(
            _("Phần việc này vừa có cập nhật khác (xem nhật ký bên dưới). Xin xem lại, rồi gửi lần nữa nếu vẫn đúng.")
        )
    actions.tell_progress(
        assignment=found,
        words=form.cleaned_data["words"],
        uploads=form.sent(),
        by=request.user,
        now=clock.now(),
        finished=finished,
    )


@require_POST
@guarded(access.may_decide_somewhere)
def accept(request: HttpRequest, pk: int) -> HttpResponse:
    """The result is what was asked for."""
    found = access.assignment_to_decide(request.user, pk)
    actions.accept(assignment=found, by=request.user, now=clock.now(), day=clock.today())
    return _done(request, found, _("Đã duyệt. Phần việc này đã xong."))


@require_POST
@guarded(access.may_decide_somewhere)
def send_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Something is missing."""
    found = access.assignment_to_decide(request.user, pk)
    act = partial(actions.return_, seen=request.POST.get("seen", ""))
    return _with_reason(request, found, act, _("Đã trả lại, kèm lý do."))


@require_POST
@guarded(access.may_decide_somewhere)
def take_off(request: HttpRequest, pk: int) -> HttpResponse:
    """This body owes it no longer."""
    found = access.assignment_to_decide(request.user, pk)
    return _with_reason(request, found, actions.take_off, _("Đã rút việc này khỏi đơn vị."))


@require_POST
@guarded(access.may_tell_somewhere)
def decline(request: HttpRequest, pk: int) -> HttpResponse:
    """A body that was only asked does not take part."""
    found = access.assignment_to_tell(request.user, pk)
    return _with_reason(request, found, actions.decline, _("Đã báo là không tham gia."))


@require_POST
@guarded(access.may_tell_somewhere)
def not_ours(request: HttpRequest, pk: int) -> HttpResponse:
    """The duty does not concern the body."""
    found = access.assignment_to_tell(request.user, pk)
    said = _("Đã báo là việc này không thuộc diện. Đơn vị giao việc sẽ xem.")
    return _with_reason(request, found, actions.say_not_ours, said)


@require_POST
@guarded(access.may_decide_somewhere)
def exempt(request: HttpRequest, pk: int) -> HttpResponse:
    """The issuer agrees."""
    found = access.assignment_to_decide(request.user, pk)
    actions.exempt(assignment=found, by=request.user, now=clock.now(), day=clock.today())
    return _done(request, found, _("Đã thống nhất: việc này không thuộc diện của đơn vị."))


@require_POST
@guarded(access.may_look)
def comment(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Whoever reads a part may say something beside it."""
    found = access.assignment_for(request.user, pk)
    form = CommentForm(request.POST)
    if form.is_valid():
        try:
            words = form.cleaned_data["comment"]
            actions.comment(assignment=found, words=words, by=request.user, now=clock.now())
        except Refusal as refusal:
            refusal.beside(form)
        else:
            return drafts.done(_done(request, found, _("Đã gửi ý kiến.")), f"comment-{pk}")
    return _page(request, found, comment_form=form)


@guarded(access.may_decide_somewhere)
def reassign(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Another body owes it from now on."""
    found = access.assignment_to_decide(request.user, pk)
    plan = found.task.plan
    reader = queries.Reader(plan.place, day=clock.today(), issuer=plan.issuer, said=plans.names_said_in(plan))
    form = ReassignForm(request.POST or None, reader=reader)
    if request.method == "POST" and form.is_valid():
        try:
            actions.reassign(assignment=found, **form.cleaned_data, by=request.user, now=clock.now())
        except Refusal as refusal:
            refusal.beside(form)
        else:
            said = _("Đã chuyển cho %(unit)s, kèm lịch sử.") % {"unit": found.unit.full_name}
            return drafts.done(_done(request, found, said), f"reassign-{pk}")
    names = [unit.full_name for unit in queries.own_bodies(plan.place)]
    return render(
        request, "tasks/reassign.html", {"assignment": found, "task": found.task, "form": form, "names": names}
    )


def _with_reason(request: HttpRequest, found: Assignment, act: Any, said: str) -> HttpResponse:
    form = ReasonForm(request.POST)
    if form.is_valid():
        try:
            act(assignment=found, reason=form.cleaned_data["reason"], by=request.user, now=clock.now())
        except Refusal as refusal:
            found.refresh_from_db()
            refusal.beside(form)
        else:
            return _done(request, found, said)
    return _page(request, found, reason_form=form)


@guarded(access.may_look)
def evidence(request: HttpRequest, pk: int) -> HttpResponseBase:
    """A file that shows the work; only for those who read what the body told."""
    return files.serve(access.evidence_for(request.user, pk).file, request=request)


@guarded(access.may_look)
def thumbnail(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The same picture, small."""
    return files.thumbnail_response(access.evidence_for(request.user, pk).file, request=request)
