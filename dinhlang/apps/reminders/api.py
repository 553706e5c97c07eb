"""The door of this room: what one was reminded of, and that one has read it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.people import public as people
from dinhlang.apps.people.public import Word
from dinhlang.apps.reminders import access, actions
from dinhlang.apps.reminders.models import Notice, Step
from dinhlang.base import api

NOTICE = api.a_thing(
    id=api.NUMBER,
    step=api.one_of(Step.values),
    assignment=api.NUMBER,
    task=api.TEXT,
    unit=api.UNIT,
    due=api.maybe(api.DAY),
    told_at=api.MOMENT,
    read_at=api.maybe(api.MOMENT),
)


class NoticesAsked(forms.Form):
    """Which reminders."""

    unread = forms.BooleanField(label=_("Chỉ lời chưa đọc"), required=False)


def _notice(one: Notice) -> dict[str, Any]:
    part = one.reminder.assignment
    return {
        "id": one.pk,
        "step": one.reminder.step,
        "assignment": part.pk,
        "task": part.task.title,
        "unit": {"code": part.unit.code, "name": part.unit.full_name},
        "due": api.when(part.due),
        "told_at": api.when(one.told_at),
        "read_at": api.when(one.read_at),
    }


@people.lists(
    "nhac-viec", "listReminders", _("Những lời nhắc mà chính người hỏi đã nhận"),
    word=Word.TASKS_READ, asks=NoticesAsked, item=NOTICE, told=_notice,
)  # fmt: skip
def notices(call: people.Call) -> Any:
    """One's own, as far as one may still know of the matter."""
    found = access.notices_of(call.by)
    return (found.pending() if call.said["unread"] else found).with_facts()


@people.writes(
    "nhac-viec/{pk}/da-doc", "readReminder", _("Đánh dấu một lời nhắc là đã đọc"),
    word=Word.TASKS_READ, thing=access.notice_for, answer=NOTICE,
)  # fmt: skip
def read(call: people.Call) -> Any:
    """One's own; a second time changes nothing."""
    return _notice(actions.read(notice=call.thing, now=call.now))
