"""A later day on request: the body asks with a reason, the issuer grants or refuses with one; the old day stays."""

from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from dinhlang.apps.audit import public as audit
from dinhlang.apps.deadlines import public as deadlines
from dinhlang.apps.people import public as people
from dinhlang.apps.tasks import rules
from dinhlang.apps.tasks.models import Assignment, Extension, Progress
from dinhlang.base.refusal import Refusal


class CannotExtend(Refusal):
    """A later day is not asked for, or not answered, and why."""


@transaction.atomic
def ask_extension(
    *, assignment: Assignment, wanted: date, reason: str, by: people.Person, now: datetime, day: date
) -> Extension:
    """A body that cannot be done in time says so before it is late, or after."""
    held = _held(assignment)
    due_before = _due_to_extend(held, wanted, reason, day)
    asked = Extension(
        assignment=held, due_before=due_before, wanted=wanted, reason=reason.strip(), asked_at=now, asked_by=by
    )
    try:
        with transaction.atomic():
            asked.save()
    except IntegrityError:
        raise CannotExtend(_("Phần việc này đã có một lần xin gia hạn đang chờ trả lời.")) from None
    words = _("Xin gia hạn từ %(before)s đến %(wanted)s: %(reason)s") % _named(asked)
    _tell(held, words, by=by, now=now)
    after = {"wanted": wanted.isoformat()}
    audit.record("tasks.extension_asked", held, by=by, now=now, unit=held.unit, reason=asked.reason, after=after)
    return asked


def _due_to_extend(assignment: Assignment, wanted: date, reason: str, day: date) -> date:
    """The day that is asked to be later, or a refusal."""
    if assignment.state not in rules.OPEN:
        raise CannotExtend(_("Phần việc này không còn phải làm nên không cần gia hạn."))
    if assignment.due is None:
        raise CannotExtend(_("Phần việc này không có hạn nên không cần gia hạn."))
    if not reason.strip():
        raise CannotExtend(_("Xin ghi lý do để nơi giao việc xem xét."), field="reason")
    if wanted <= assignment.due:
        raise CannotExtend(
            _("Ngày xin phải sau hạn hiện nay (%(due)s).") % {"due": f"{assignment.due:%d/%m/%Y}"}, field="wanted"
        )
    if wanted < day:
        raise CannotExtend(_("Ngày này đã qua. Xin chọn ngày khác."), field="wanted")
    return assignment.due


@transaction.atomic
def answer_extension(
    *, extension: Extension, granted: date | None, reason: str, by: people.Person, now: datetime
) -> Extension:
    """Granted until a day, which need not be the one asked for, or refused; either with a reason."""
    if not reason.strip():
        raise CannotExtend(_("Xin ghi lý do; đơn vị xin gia hạn sẽ đọc lý do này."), field="reason")
    held = _held(extension.assignment)
    found = Extension.objects.select_for_update(of=("self",)).select_related("answered_by").get(pk=extension.pk)
    _refuse_answer(found, held, granted)
    if granted is not None and held.task.deadline is not None:
        deadlines.must_keep_to_law(held.task.deadline, before=held.due, due=granted, field="day")
    found.answer = Extension.Answer.GRANTED if granted else Extension.Answer.REFUSED
    found.granted, found.answer_reason, found.answered_at, found.answered_by = granted, reason.strip(), now, by
    found.save()
    before = held.due
    if granted is not None:
        Assignment.objects.filter(pk=held.pk).update(due=granted, changed_at=now)
    words = _("Gia hạn từ %(before)s đến %(granted)s: %(why)s") if granted else _("Không gia hạn: %(why)s")
    _tell(held, words % _named(found), by=by, now=now)
    facts = {"by": by, "now": now, "unit": held.unit, "reason": found.answer_reason}
    if granted is None:
        audit.record("tasks.extension_refused", held, **facts)
    else:
        days = {"before": {"due": str(before or "")}, "after": {"due": granted.isoformat()}}
        audit.record("tasks.extension_granted", held, **facts, **days)
    return found


def _refuse_answer(found: Extension, held: Assignment, granted: date | None) -> None:
    if found.answer:
        named = {"person": found.answered_by, "answer": found.get_answer_display()}
        raise CannotExtend(_("%(person)s đã trả lời rồi: %(answer)s.") % named)
    if granted is not None and held.state not in rules.OPEN:
        raise CannotExtend(_("Đơn vị đã gửi kết quả, hoặc không còn phải làm, nên không cần gia hạn nữa."))
    if granted is not None and granted <= found.due_before:
        raise CannotExtend(
            _("Ngày gia hạn phải sau hạn cũ (%(due)s).") % {"due": f"{found.due_before:%d/%m/%Y}"}, field="day"
        )


def _held(assignment: Assignment) -> Assignment:
    found = Assignment.objects.select_for_update(of=("self",)).select_related("unit", "task__deadline")
    return found.get(pk=assignment.pk)


def _named(extension: Extension) -> dict[str, str]:
    return {
        "before": f"{extension.due_before:%d/%m/%Y}",
        "wanted": f"{extension.wanted:%d/%m/%Y}",
        "reason": extension.reason,
        "granted": f"{extension.granted:%d/%m/%Y}" if extension.granted else "",
        "why": extension.answer_reason,
    }


def _tell(assignment: Assignment, words: str, *, by: people.Person, now: datetime) -> None:
    Progress.objects.create(assignment=assignment, moment=now, by=by, words=words, state=assignment.state)
