"""A task: who owes it, how far they are; and what its issuer may do with it."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from dinhlang.apps.deadlines import public as deadlines
from dinhlang.apps.plans import public as plans
from dinhlang.apps.tasks import access, actions, queries
from dinhlang.apps.tasks.forms import DueForm, FilterForm, MembersForm, ReasonForm
from dinhlang.apps.tasks.models import Assignment, State, Task
from dinhlang.apps.tasks.views.listing import in_order, size_of_page
from dinhlang.base import clock
from dinhlang.base.guard import guarded
from dinhlang.base.listing import PAGE_SIZES, key_of, page_of
from dinhlang.base.refusal import Refusal

LATE_SHOWN = 8


@guarded(access.may_look)
def task(request: HttpRequest, pk: int) -> HttpResponse:
    """What is asked, how far everyone is, who is late."""
    found = access.task_for(request.user, pk)
    return render(request, "tasks/task.html", _context(request, found))


def _context(request: HttpRequest, found: Task) -> dict[str, Any]:
    today = clock.today()
    form = FilterForm(request.GET)
    rows, sort = in_order(request, queries.filtered(found.assignments.all(), **form.wanted, on=today))
    counts = queries.progress_of(found, on=today)
    may_accept = access.may_accept(request.user, found)
    own = found.assignments.owing().to_be_accepted().sent_by(request.user).count() if may_accept else 0
    page = page_of(request, rows.select_related("unit"), size=size_of_page(request))
    return {
        "task": found,
        "today": today,
        "counts": counts,
        "late": queries.late_of(found, on=today)[:LATE_SHOWN] if counts.late else [],
        "form": form,
        "chips": _chips(found, counts),
        "sort": sort,
        "page": page,
        "stuck": queries.stuck_among(page),
        "sizes": PAGE_SIZES,
        "is_filtered": any(form.wanted.values()),
        "may_accept": may_accept,
        "own": own,
        "acceptable": counts.submitted - own,
        "may_change": access.may_hand_out(request.user, found.plan) and found.withdrawn_at is None,
        "mine": access.mine_to_do(request.user).filter(task=found).select_related("unit")[:3],
        "series": queries.series_of(found, on=today) if found.occurrence else [],
        "waits_for": found.deadline.waits_for if found.deadline and found.deadline.is_waiting else "",
        "milestones": deadlines.milestones_said(found.deadline),
        "sittings": deadlines.sittings_of(found.deadline),
        "reads_all": access.reads_all_of(request.user, found),
    }


def _chips(found: Task, counts: queries.Counts) -> list[tuple[str, str, int]]:
    """Ways to look at the list, with how many are on each; empty ones are left out."""
    ways = (
        ("submitted", str(State.SUBMITTED.label), counts.submitted),
        ("not_ours", str(State.NOT_OURS.label), counts.not_ours),
        ("late", _("quá hạn"), counts.late),
        ("obstacle", _("có vướng mắc"), counts.obstacles),
        ("accepted", str(State.ACCEPTED.label), counts.done),
        ("exempt", str(State.EXEMPT.label), counts.exempt),
    )
    everyone = ("", _("Tất cả"), found.assignments.count())
    return [everyone] + [way for way in ways if way[2]]


@require_POST
@guarded(access.may_decide_somewhere)
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Accept or return all ticked parts, or accept all that wait."""
    found = access.task_to_decide(request.user, pk)
    act = request.POST.get("act")
    left = 0
    ticked = [key for text in request.POST.getlist("chosen") if (key := key_of(text)) is not None]
    chosen = Assignment.objects.filter(task=found) if act == "accept_all" else found.assignments.filter(pk__in=ticked)
    if act != "accept_all":
        left = chosen.exclude(state=State.SUBMITTED).count()
    try:
        messages.success(request, _decided(request, chosen, is_return=act == "return"))
        if left:
            messages.warning(request, _said_left(left))
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect("tasks:task", pk)


def _said_left(number: int) -> str:
    """What was ticked and not decided about: an older page showed it as waiting."""
    said = ngettext(
        "Để lại %(n)s phần không còn chờ duyệt: người khác vừa duyệt, trả lại hoặc đơn vị chưa gửi kết quả.",
        "Để lại %(n)s phần không còn chờ duyệt: người khác vừa duyệt, trả lại hoặc đơn vị chưa gửi kết quả.",
        number,
    )
    return said % {"n": number}


def _decided(request: HttpRequest, chosen: Any, *, is_return: bool) -> str:
    by, now = request.user, clock.now()
    if is_return:
        number = actions.return_many(assignments=chosen, reason=request.POST.get("reason", ""), by=by, now=now)
        return ngettext("Đã trả lại %(n)s kết quả.", "Đã trả lại %(n)s kết quả.", number) % {"n": number}
    number, own = actions.accept_many(assignments=chosen, by=by, now=now, day=clock.today())
    said = ngettext("Đã duyệt %(n)s kết quả.", "Đã duyệt %(n)s kết quả.", number) % {"n": number}
    left = ngettext(
        "Để lại %(n)s kết quả do chính anh, chị gửi: người khác sẽ duyệt.",
        "Để lại %(n)s kết quả do chính anh, chị gửi: người khác sẽ duyệt.",
        own,
    )
    return f"{said} {left % {'n': own}}" if own else said


def _change(
    request: HttpRequest, found: Task, form: forms.Form, act: Callable[[dict[str, Any]], str], texts: dict[str, Any]
) -> HttpResponse:
    """Ask, act, and say what came of it; a refusal stands beside its field."""
    if request.method == "POST" and form.is_valid():
        try:
            messages.success(request, act(form.cleaned_data))
        except Refusal as refusal:
            refusal.beside(form)
        else:
            return redirect("tasks:task", found.pk)
    return render(request, "tasks/change.html", {"task": found, "form": form, **texts})


@guarded(access.may_hand_out_somewhere)
def change_due(request: HttpRequest, pk: int) -> HttpResponse:
    """Another day for all who have not handed in yet."""
    found = access.task_to_change(request.user, pk)

    def act(said: dict[str, Any]) -> str:
        number = actions.change_due(task=found, **said, by=request.user, now=clock.now())
        return ngettext("Đã đổi hạn cho %(n)s đơn vị.", "Đã đổi hạn cho %(n)s đơn vị.", number) % {"n": number}

    form = DueForm(request.POST or None, initial={"due": found.due})
    texts = {
        "heading": _("Đổi hạn"),
        "lead": _("Hạn mới áp dụng cho các đơn vị chưa gửi kết quả. Hạn cũ và lý do được giữ trong lịch sử."),
        "label": _("Đổi hạn"),
    }
    return _change(request, found, form, act, texts)


@guarded(access.may_hand_out_somewhere)
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """The task is no order any more."""
    found = access.task_to_change(request.user, pk)

    def act(said: dict[str, Any]) -> str:
        actions.withdraw_task(task=found, **said, by=request.user, now=clock.now())
        return _("Đã rút lại việc này.")

    texts = {
        "heading": _("Rút lại việc này"),
        "lead": _("Các đơn vị chưa xong không phải làm nữa. Những gì đã báo vẫn được giữ; mục này có thể giao lại."),
        "label": _("Rút lại việc"),
    }
    return _change(request, found, ReasonForm(request.POST or None), act, texts)


@guarded(access.may_hand_out_somewhere)
def add_members(request: HttpRequest, pk: int) -> HttpResponse:
    """More bodies for the task, such as one that came later."""
    found = access.task_to_change(request.user, pk)
    reader = queries.Reader(
        found.plan.place, day=clock.today(), issuer=found.plan.issuer, said=plans.names_said_in(found.plan)
    )

    def act(said: dict[str, Any]) -> str:
        number = actions.add_members(task=found, **said, by=request.user, now=clock.now(), day=clock.today())
        return ngettext("Đã giao thêm cho %(n)s đơn vị.", "Đã giao thêm cho %(n)s đơn vị.", number) % {"n": number}

    texts = {
        "heading": _("Giao thêm đơn vị"),
        "lead": _("Đơn vị đã được giao thì giữ nguyên; chỉ đơn vị mới được thêm."),
        "label": _("Giao thêm"),
        "names": [unit.full_name for unit in queries.own_bodies(found.plan.place)],
    }
    return _change(request, found, MembersForm(request.POST or None, reader=reader), act, texts)
