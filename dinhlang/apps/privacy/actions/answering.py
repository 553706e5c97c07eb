"""A request is answered: taken up, given more time, done, refused, or taken back by whoever asked."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from dinhlang.apps.audit import public as audit
from dinhlang.apps.people import public as people
from dinhlang.apps.privacy import rules
from dinhlang.apps.privacy.access import may_answer_this
from dinhlang.apps.privacy.actions.asking import meet, must_go, put_export, write_deadline
from dinhlang.apps.privacy.actions.consents import withdraw
from dinhlang.apps.privacy.actions.gathering import store_export
from dinhlang.apps.privacy.models import DataRequest, Export, Kind, State
from dinhlang.base.refusal import Refusal
from dinhlang.pure.law import Rule


class CannotAnswer(Refusal):
    """A request cannot be answered so."""


def _must_answer(by: people.Person, request: DataRequest) -> None:
    if request.person_id == by.pk:
        raise CannotAnswer(_("Yêu cầu của chính mình phải do người khác trả lời."))
    if not may_answer_this(by, request):
        raise CannotAnswer(_("Yêu cầu này thuộc địa bàn khác. Hãy nhờ người trả lời ở đó."))


@transaction.atomic
def accept(
    request: DataRequest, *, reply: str, is_elsewhere: bool = False, by: people.Person, now: datetime
) -> DataRequest:
    """The first reply: it came, this is how it goes on. Whoever else got the data has days of their own."""
    _must_answer(by, request)
    must_go(request, State.ACCEPTED)
    if not reply.strip():
        raise CannotAnswer(_("Hãy viết câu trả lời cho người yêu cầu."), field="reply")
    request.state, request.reply = State.ACCEPTED, reply.strip()
    request.save(update_fields=["state", "reply"])
    meet(request, day=timezone.localtime(now).date(), kinds=("reply",))
    if is_elsewhere:
        write_deadline(request, rules.done_by("third_parties", received=request.received_on, of="elsewhere"))
    _record("privacy.accepted", request, by=by, now=now)
    return request


@transaction.atomic
def extend(request: DataRequest, *, days: int, reason: str, by: people.Person, now: datetime) -> list[Rule]:
    """More time; answers with the rules that this does not keep. They remind: their text was not read in full."""
    _must_answer(by, request)
    deadline = request.deadlines.select_for_update().filter(kind="done", met_on=None).first()
    if deadline is None or not request.is_open:
        raise CannotAnswer(_("Yêu cầu này đã xong, không cần thêm thời gian."))
    if not reason.strip():
        raise CannotAnswer(_("Hãy ghi lý do để người yêu cầu hiểu vì sao phải chờ."), field="reason")
    if days < 1:
        raise CannotAnswer(_("Hãy ghi số ngày thêm, ít nhất một ngày."), field="days")
    doubts = rules.doubts_of_extension(days=days, already=deadline.extensions, day=timezone.localtime(now).date())
    before, deadline.due = deadline.due, deadline.due + timedelta(days=days)
    deadline.extensions, deadline.reason = deadline.extensions + 1, reason.strip()
    deadline.save(update_fields=["due", "extensions", "reason"])
    audit.record(
        "privacy.extended",
        request,
        by=by,
        now=now,
        unit=request.unit,
        reason=reason.strip(),
        before={"due": before},
        after={"due": deadline.due},
    )
    return doubts


@transaction.atomic
def finish(request: DataRequest, *, answer: str, by: people.Person, now: datetime) -> DataRequest:
    """Do what was asked, and keep the answer. What the house can do itself it does in the same transaction."""
    _must_answer(by, request)
    must_go(request, State.DONE)
    if not answer.strip():
        raise CannotAnswer(_("Hãy viết kết quả: đã làm gì, điều gì còn giữ lại và vì sao."), field="answer")
    _carry_out(request, by=by, now=now)
    _close(request, State.DONE, answer=answer, by=by, now=now)
    _record("privacy.done", request, by=by, now=now)
    return request


def _carry_out(request: DataRequest, *, by: people.Person, now: datetime) -> None:
    if request.kind == Kind.WITHDRAW and request.consent is not None:
        withdraw(request.consent, words=request.words, by=by, now=now)
    if request.person is None:
        return
    reason = str(request)
    if request.kind == Kind.CORRECT and request.proposed:
        people.correct_person(request.person, facts=request.proposed, by=by, now=now, reason=reason)
    elif request.kind == Kind.RESTRICT and not request.person.is_name_hidden:
        people.hide_name(request.person, is_hidden=True, reason=reason, by=by, now=now)
    elif request.kind == Kind.ERASE:
        people.make_nameless(request.person, reason=reason, by=by, now=now)
        forget_name(request)
    elif request.kind == Kind.SEE:
        put_export(request, now=now)


def forget_name(request: DataRequest) -> None:
    """The requests of an erased person keep what was asked and answered, no longer by whom."""
    person = request.person
    assert person is not None  # noqa: S101
    DataRequest.objects.filter(person=person).update(name=person.full_name, contact="", words="", proposed={})
    request.name, request.contact, request.words, request.proposed = person.full_name, "", "", {}


@transaction.atomic
def refuse(request: DataRequest, *, answer: str, by: people.Person, now: datetime) -> DataRequest:
    """It cannot be done, and why; the person is told where to complain."""
    _must_answer(by, request)
    must_go(request, State.REFUSED)
    if not answer.strip():
        raise CannotAnswer(_("Hãy viết lý do không làm được."), field="answer")
    _close(request, State.REFUSED, answer=answer, by=by, now=now)
    _record("privacy.refused", request, by=by, now=now)
    return request


@transaction.atomic
def take_back(request: DataRequest, *, by: people.Person, now: datetime) -> DataRequest:
    """Whoever asked no longer wants it."""
    if request.person_id != by.pk:
        raise CannotAnswer(_("Chỉ người đã gửi mới rút lại được yêu cầu."))
    must_go(request, State.TAKEN_BACK)
    _close(request, State.TAKEN_BACK, answer="", by=by, now=now)
    _record("privacy.taken_back", request, by=by, now=now)
    return request


@transaction.atomic
def hand_over(request: DataRequest, *, packed: bytes, now: datetime) -> Export | None:
    """The worker gathered it: the export lies ready. A person's own request to see is thereby done."""
    current = DataRequest.objects.select_for_update().get(pk=request.pk)
    if current.state in {State.REFUSED, State.TAKEN_BACK} or Export.objects.filter(request=current).exists():
        return None
    export = store_export(current, packed, now=now)
    audit.record("privacy.gathered", current, by=None, now=now, unit=current.unit)
    if rules.may_go(current.state, State.DONE):
        answer = _("Bản dữ liệu đã sẵn sàng để tải về trong %(days)s ngày.") % {"days": rules.EXPORT_DAYS}
        _close(current, State.DONE, answer=answer, by=None, now=now)
        _record("privacy.done", current, by=None, now=now)
    return export


def _close(request: DataRequest, state: State, *, answer: str, by: people.Person | None, now: datetime) -> None:
    request.state, request.answer, request.answered_by, request.answered_at = state, answer.strip(), by, now
    request.save(update_fields=["state", "answer", "answered_by", "answered_at"])
    meet(request, day=timezone.localtime(now).date(), kinds=("reply", "done", "elsewhere"))


def _record(act: str, request: DataRequest, *, by: people.Person | None, now: datetime) -> None:
    audit.record(act, request, by=by, now=now, unit=request.unit, after={"state": request.state})
