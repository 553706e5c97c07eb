"""Doors at which something is done with a task or a part of it: the forms and actions of the pages."""

from functools import partial
from typing import Any

from django import forms
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.people import public as people
from dinhlang.apps.people.public import Word
from dinhlang.apps.plans import public as plans
from dinhlang.apps.tasks import access, actions, queries
from dinhlang.apps.tasks.api import shapes
from dinhlang.apps.tasks.forms import (
    ClauseForm,
    CommentForm,
    DueForm,
    ExtensionAnswerForm,
    ExtensionForm,
    MembersForm,
    ProgressForm,
    ReasonForm,
    ReassignForm,
)
from dinhlang.apps.tasks.models import Assignment

MOST_CHOICES = 400
_of_part = partial(people.writes, answer=shapes.PART, version=shapes.version_of)
_telling = partial(_of_part, word=Word.TASKS_PROGRESS, thing=access.assignment_to_tell)
_deciding = partial(_of_part, word=Word.TASKS_ACCEPT, thing=access.assignment_to_decide)


class ToldForm(forms.Form):
    """How far a body is; `finished` hands the result in."""

    words = ProgressForm.base_fields["words"]
    uploads = ProgressForm.base_fields["uploads"]
    finished = forms.BooleanField(label=_("Gửi kết quả để duyệt"), required=False)


class ReturnForm(ReasonForm):
    """Why it is returned, and as what it was seen."""

    seen = forms.CharField(label=_("Tình trạng khi bạn xem"), required=False, max_length=10)


def _now(part: Assignment) -> dict[str, Any]:
    """The part as it is after the act."""
    names = ("unit", "task__plan")
    return shapes.part(Assignment.objects.select_related(*names).get(pk=part.pk))


@_telling("phan-viec/{pk}/nhan", "receiveAssignment", _("Nhận phần việc"))
def receive(call: people.Call) -> Any:
    """The body takes it on."""
    actions.receive(assignment=call.thing, by=call.by, now=call.now)
    return _now(call.thing)


@_telling(
    "phan-viec/{pk}/tien-do", "tellProgress", _("Ghi tiến độ, hoặc gửi kết quả kèm minh chứng"), takes=ToldForm
)  # fmt: skip
def tell(call: people.Call) -> Any:
    """How far it is, or the result, with files."""
    actions.tell_progress(assignment=call.thing, **call.said, by=call.by, now=call.now)
    return _now(call.thing)


@_telling("phan-viec/{pk}/khong-nhan", "declineAssignment", _("Được đề nghị mà không tham gia"), takes=ReasonForm)
def decline(call: people.Call) -> Any:
    """A body that was only asked does not take part."""
    actions.decline(assignment=call.thing, **call.said, by=call.by, now=call.now)
    return _now(call.thing)


@_telling("phan-viec/{pk}/khong-thuoc-dien", "sayNotOurs", _("Báo việc không thuộc diện"), takes=ReasonForm)
def not_ours(call: people.Call) -> Any:
    """The duty does not concern the body."""
    actions.say_not_ours(assignment=call.thing, **call.said, by=call.by, now=call.now)
    return _now(call.thing)


@_deciding("phan-viec/{pk}/duyet", "acceptAssignment", _("Duyệt kết quả"))
def accept(call: people.Call) -> Any:
    """The result is what was asked for."""
    actions.accept(assignment=call.thing, by=call.by, now=call.now, day=call.today)
    return _now(call.thing)


@_deciding("phan-viec/{pk}/tra-lai", "returnAssignment", _("Trả lại kết quả, kèm lý do"), takes=ReturnForm)
def send_back(call: people.Call) -> Any:
    """Something is missing; also takes back an acceptance."""
    said = {**call.said, "seen": call.said["seen"] or None}
    actions.return_(assignment=call.thing, **said, by=call.by, now=call.now)
    return _now(call.thing)


@_deciding("phan-viec/{pk}/rut", "takeOffAssignment", _("Rút việc khỏi một đơn vị, kèm lý do"), takes=ReasonForm)
def take_off(call: people.Call) -> Any:
    """This body owes it no longer."""
    actions.take_off(assignment=call.thing, **call.said, by=call.by, now=call.now)
    return _now(call.thing)


@_deciding("phan-viec/{pk}/thong-nhat", "exemptAssignment", _("Thống nhất là không thuộc diện"))
def exempt(call: people.Call) -> Any:
    """The issuer agrees."""
    actions.exempt(assignment=call.thing, by=call.by, now=call.now, day=call.today)
    return _now(call.thing)


def _reader(plan: plans.Plan, call: people.Call) -> queries.Reader:
    return queries.Reader(plan.place, day=call.today, issuer=plan.issuer, said=plans.names_said_in(plan))


def _with_reader(call: people.Call) -> dict[str, Any]:
    return {"reader": _reader(call.thing.task.plan, call)}


@_deciding(
    "phan-viec/{pk}/chuyen", "reassignAssignment", _("Chuyển phần việc cho đơn vị khác, kèm lịch sử"),
    takes=ReassignForm, made_with=_with_reader,
)  # fmt: skip
def reassign(call: people.Call) -> Any:
    """Another body owes it from now on."""
    actions.reassign(assignment=call.thing, **call.said, by=call.by, now=call.now)
    return _now(call.thing)


@people.writes(
    "phan-viec/{pk}/y-kien", "addComment", _("Ghi ý kiến; @tên để nhắc một người"),
    word=Word.TASKS_READ, thing=access.assignment_for, takes=CommentForm, answer=shapes.COMMENT, status=201,
)  # fmt: skip
def comment(call: people.Call) -> Any:
    """Whoever reads a part may say something beside it."""
    words = call.said["comment"]
    return shapes.comment(actions.comment(assignment=call.thing, words=words, by=call.by, now=call.now))


@people.writes(
    "phan-viec/{pk}/gia-han", "askExtension", _("Xin gia hạn, kèm lý do"), word=Word.TASKS_PROGRESS,
    thing=access.assignment_to_tell, version=shapes.version_of, takes=ExtensionForm,
    answer=shapes.EXTENSION, status=201,
)  # fmt: skip
def ask_extension(call: people.Call) -> Any:
    """The body says until when it needs, and why."""
    asked = actions.ask_extension(assignment=call.thing, **call.said, by=call.by, now=call.now, day=call.today)
    return shapes.extension(asked)


@people.writes(
    "gia-han/{pk}/tra-loi", "answerExtension", _("Trả lời một lần xin gia hạn"), word=Word.TASKS_ACCEPT,
    thing=access.extension_to_answer, takes=ExtensionAnswerForm, answer=shapes.EXTENSION,
)  # fmt: skip
def answer_extension(call: people.Call) -> Any:
    """The issuer grants or refuses."""
    said = call.said
    if said["granted"] == "yes" and not said["day"]:
        raise actions.CannotExtend(str(_("Xin ghi gia hạn đến ngày nào.")), field="day")
    granted = said["day"] if said["granted"] == "yes" else None
    facts = {"granted": granted, "reason": said["reason"], "by": call.by, "now": call.now}
    return shapes.extension(actions.answer_extension(extension=call.thing, **facts))


@people.writes(
    "nhiem-vu/{pk}/doi-han", "changeDue", _("Đổi hạn của một nhiệm vụ, kèm lý do"), word=Word.TASKS_HAND_OUT,
    thing=access.task_to_change, takes=DueForm, answer=shapes.TASK_WITH_COUNTS,
)  # fmt: skip
def change_due(call: people.Call) -> Any:
    """Another day for all who have not finished."""
    actions.change_due(task=call.thing, **call.said, by=call.by, now=call.now)
    return shapes.task_with_counts(access.task_for(call.by, call.thing.pk))


@people.writes(
    "nhiem-vu/{pk}/rut-lai", "withdrawTask", _("Rút lại một nhiệm vụ, kèm lý do"), word=Word.TASKS_HAND_OUT,
    thing=access.task_to_change, takes=ReasonForm, answer=shapes.TASK_WITH_COUNTS,
)  # fmt: skip
def withdraw(call: people.Call) -> Any:
    """Nobody owes it any more."""
    actions.withdraw_task(task=call.thing, **call.said, by=call.by, now=call.now)
    return shapes.task_with_counts(access.task_for(call.by, call.thing.pk))


@people.writes(
    "nhiem-vu/{pk}/giao-them", "addMembers", _("Giao nhiệm vụ cho thêm đơn vị"), word=Word.TASKS_HAND_OUT,
    thing=access.task_to_change, takes=MembersForm, answer=shapes.TASK_WITH_COUNTS,
    made_with=lambda call: {"reader": _reader(call.thing.plan, call)},
)  # fmt: skip
def add_members(call: people.Call) -> Any:
    """More bodies owe it."""
    actions.add_members(task=call.thing, **call.said, by=call.by, now=call.now, day=call.today)
    return shapes.task_with_counts(access.task_for(call.by, call.thing.pk))


def _clause_to_hand_out(person: people.Person, pk: int, clause: int) -> plans.Clause:
    plan = access.plan_to_hand_out(person, pk)
    found = get_object_or_404(plans.Clause.objects.filter(plan=plan), pk=clause)
    found.plan = plan
    return found


def _with_clause(call: people.Call) -> dict[str, Any]:
    plan = call.thing.plan
    return {"clause": call.thing, "reader": _reader(plan, call), "choices": queries.tickable(plan)[:MOST_CHOICES]}


@people.writes(
    "ke-hoach/{pk}/muc/{clause}/giao", "handOut", _("Giao một mục của kế hoạch cho các đơn vị"),
    word=Word.TASKS_HAND_OUT, thing=_clause_to_hand_out, takes=ClauseForm, made_with=_with_clause,
    answer=shapes.TASK_WITH_COUNTS, status=201,
)  # fmt: skip
def hand_out(call: people.Call) -> Any:
    """To whom the words mean, exactly as the page would show them."""
    made = actions.hand_out(**call.form.facts(), by=call.by, now=call.now, day=call.today)
    return shapes.task_with_counts(access.task_for(call.by, made.pk))
