"""Whoever handed work out reminds many bodies at once, with words of their own; nobody twice a day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from dinhlang.apps.audit import public as audit
from dinhlang.apps.people import public as people
from dinhlang.apps.reminders.actions.telling import tell_due
from dinhlang.apps.reminders.models import Because, Reminder, ReminderState, Step
from dinhlang.apps.tasks import public as tasks
from dinhlang.base.refusal import Refusal
from dinhlang.pure.viet import one_line


class CannotRemind(Refusal):
    """Nobody is reminded, and why."""


@dataclass(frozen=True)
class Reminded:
    """What came of many: how many were reminded, and those that were not, each with why."""

    number: int
    left: list[tuple[tasks.Assignment, str]]


@transaction.atomic
def remind_many(
    *, chosen: Sequence[tasks.Assignment], words: str, by: people.Person, now: datetime, day: date
) -> Reminded:
    """Remind those who act for each body, by the ways they chose; a second click on the same day reminds nobody."""
    if not words.strip():
        raise CannotRemind(_("Xin ghi lời nhắn: đơn vị đọc và biết cần làm gì ngay."), field="words")
    held = tasks.Assignment.objects.select_for_update(of=("self",)).filter(pk__in=[one.pk for one in chosen])
    parts = list(held.select_related("unit", "task__plan__keeper").order_by("pk"))
    reminded = Reminder.objects.filter(assignment__in=parts, step=Step.ASKED, anchor=day)
    already = set(reminded.values_list("assignment", flat=True))
    left = [(one, why) for one in parts if (why := _against(one, already))]
    out = {one.pk for one, _why in left}
    wanted = [one for one in parts if one.pk not in out]
    rows = Reminder.objects.bulk_create(
        Reminder(assignment=one, step=Step.ASKED, days=0, anchor=day, due_at=now, words=one_line(words)[:500], by=by)
        for one in wanted
    )
    tell_due(now=now, only=[one.task_id for one in wanted])
    nobody = _reached_nobody(rows)
    left += [(one, _("đơn vị chưa có ai dùng tài khoản")) for one in wanted if one.pk in nobody]
    told = [one for one in wanted if one.pk not in nobody]
    audit.record_many(
        audit.entry("reminders.asked", one, by=by, now=now, unit=one.task.plan.keeper, reason=one_line(words)[:500])
        for one in told
    )
    return Reminded(len(told), left)


def _against(part: tasks.Assignment, already: set[int]) -> str:
    if part.pk in already:
        return _("hôm nay đã được nhắc rồi")
    if not part.is_open or part.task.withdrawn_at is not None:
        return _("đang ở “%(state)s”, không còn gì phải nhắc") % {"state": part.get_state_display()}
    if part.part not in tasks.OWING:
        return _("đơn vị chỉ phối hợp")
    return ""


def _reached_nobody(rows: Sequence[Reminder]) -> set[int]:
    """Of which of these parts nobody was told."""
    lost = Reminder.objects.filter(
        pk__in=[one.pk for one in rows], state=ReminderState.CANCELLED, because=Because.NOBODY
    )
    return set(lost.values_list("assignment", flat=True))
