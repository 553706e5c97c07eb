"""Doors of one's own reminders: what one was told, that one has read it, how one wishes to be told."""

from functools import partial
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.people import public as people
from dinhlang.apps.people.public import Word
from dinhlang.apps.reminders import access, actions, queries
from dinhlang.apps.reminders.forms import WishForm
from dinhlang.apps.reminders.models import Mail, Notice, Step, Wish
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


READ = api.a_thing(number=api.NUMBER)
WISH = api.a_thing(mail=api.one_of(Mail.values), hour=api.NUMBER)
LATE = api.a_thing(
    number=api.NUMBER,
    plans=api.NUMBER,
    is_unread=api.FLAG,
    shown=api.many(api.a_thing(plan=api.NUMBER, name=api.TEXT, number=api.NUMBER, since=api.DAY)),
)


class ReadForm(forms.Form):
    """Up to which reminder."""

    up_to = forms.IntegerField(label=_("Đến hết lời nhắc số"), min_value=1)


_own = partial(people.writes, word=Word.TASKS_READ, only_people=True)


@_own(
    "nhac-viec/da-doc",
    "readReminders",
    _("Đánh dấu mọi lời nhắc đến hết một lời là đã đọc"),
    takes=ReadForm,
    answer=READ,
)
def read_all(call: people.Call) -> Any:
    """What came later stays unread."""
    return {"number": actions.read_all(**call.said, by=call.by, now=call.now)}


@people.reads(
    "nhac-viec/viec-qua-han", "seeRoundup", _("Việc quá hạn dưới quyền, tổng hợp theo kế hoạch"),
    word=Word.TASKS_READ, answer=LATE,
)  # fmt: skip
def roundup(call: people.Call) -> Any:
    """As of today; the first plans, the latest part first."""
    found = queries.gathered_for(call.by, day=call.today)
    shown = found.shown if found else []
    return {
        "number": found.number if found else 0,
        "plans": found.plans if found else 0,
        "is_unread": queries.unread_roundup(call.by, day=call.today) is not None,
        "shown": [
            {"plan": one.plan.pk, "name": one.plan.name, "number": one.number, "since": api.when(one.since)}
            for one in shown
        ],
    }


@_own("nhac-viec/viec-qua-han/da-doc", "readRoundup", _("Đánh dấu bản tổng hợp việc quá hạn là đã đọc"), answer=READ)
def read_roundup(call: people.Call) -> Any:
    """It is told again when something more passes its day, or in a week."""
    return {"number": actions.read_roundups(by=call.by, now=call.now, day=call.today)}


def _wish(one: Wish) -> dict[str, Any]:
    return {"mail": one.mail, "hour": one.hour}


def _kept(person: people.Person) -> Wish:
    return Wish.objects.filter(person=person).first() or Wish(person=person)


@people.reads(
    "nhac-viec/cach-nhan", "getWish", _("Chính người hỏi muốn nhận lời nhắc thế nào"),
    word=Word.TASKS_READ, answer=WISH,
)  # fmt: skip
def wish(call: people.Call) -> Any:
    """Who never said so gets a digest."""
    return _wish(_kept(call.by))


class WishedForm(api.KeepsUnsaid, WishForm):
    """What is not said stays as it was."""


@_own(
    "nhac-viec/cach-nhan", "setWish", _("Chọn nhận thư hằng ngày vào một giờ, ngay từng lời, hoặc không nhận"),
    takes=WishedForm, made_with=lambda call: {"instance": _kept(call.by)}, answer=WISH,
)  # fmt: skip
def set_wish(call: people.Call) -> Any:
    """One's own."""
    return _wish(actions.wish(**call.said, by=call.by, now=call.now))
