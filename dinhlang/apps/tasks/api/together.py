"""Doors for many parts at once, and for their money."""

from functools import partial
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.people import public as people
from dinhlang.apps.people.public import Word
from dinhlang.apps.tasks import access, actions, queries
from dinhlang.apps.tasks.api import shapes
from dinhlang.apps.tasks.forms import MoneyForm
from dinhlang.base import api


class DecidingForm(forms.Form):
    """Accept or return all that wait; a reason where they are returned."""

    act = forms.ChoiceField(label=_("Duyệt hay trả lại"), choices=[("accept", _("duyệt")), ("return", _("trả lại"))])
    reason = forms.CharField(label=_("Lý do"), required=False, max_length=2000)


DECIDED = api.a_thing(
    decided={**api.NUMBER, "description": _("Bao nhiêu kết quả được duyệt, hoặc trả lại")},
    own={**api.NUMBER, "description": _("Bao nhiêu kết quả do chính người hỏi gửi nên để người khác duyệt")},
)


@people.writes(
    "nhiem-vu/{pk}/duyet", "decideAll", _("Duyệt, hoặc trả lại, mọi kết quả đang chờ của một nhiệm vụ"),
    word=Word.TASKS_ACCEPT, thing=access.task_to_decide, takes=DecidingForm, answer=DECIDED,
)  # fmt: skip
def decide_all(call: people.Call) -> Any:
    """What somebody decided meanwhile, and what one sent oneself, is left."""
    facts = {"assignments": call.thing.assignments.all(), "by": call.by, "now": call.now}
    if call.said["act"] == "return":
        return {"decided": actions.return_many(reason=call.said["reason"], **facts), "own": 0}
    number, own = actions.accept_many(day=call.today, **facts)
    return {"decided": number, "own": own}


_of_money = partial(people.writes, takes=MoneyForm, answer=shapes.PART, version=shapes.version_of)


@_of_money(
    "phan-viec/{pk}/de-nghi-kinh-phi", "askMoney", _("Đề nghị kinh phí cho phần việc"),
    word=Word.TASKS_PROGRESS, thing=access.assignment_to_tell,
)  # fmt: skip
def ask_money(call: people.Call) -> Any:
    """The body says how much it needs; nothing takes the asking back."""
    actions.ask_money(assignment=call.thing, **call.said, by=call.by, now=call.now)
    return shapes.part(access.assignment_for(call.by, call.thing.pk))


@_of_money(
    "phan-viec/{pk}/giao-kinh-phi", "allotMoney", _("Giao kinh phí cho phần việc"),
    word=Word.TASKS_ACCEPT, thing=access.assignment_to_decide,
)  # fmt: skip
def allot_money(call: people.Call) -> Any:
    """The issuer says how much the body gets."""
    actions.allot_money(assignment=call.thing, **call.said, by=call.by, now=call.now)
    return shapes.part(access.assignment_for(call.by, call.thing.pk))


SUM = api.a_thing(plan=api.NUMBER, asked=api.NUMBER, allotted=api.NUMBER, left=api.NUMBER)


@people.reads(
    "ke-hoach/{pk}/kinh-phi", "sumMoney", _("Kinh phí đề nghị và đã giao của cả kế hoạch, tính bằng đồng"),
    word=Word.TASKS_READ, thing=access.plan_to_sum, answer=SUM,
)  # fmt: skip
def money(call: people.Call) -> Any:
    """For finance."""
    found = queries.money_of_plans([call.thing]).get(call.thing.pk, queries.Money())
    return {"plan": call.thing.pk, "asked": found.asked, "allotted": found.allotted, "left": found.left}


@people.lists(
    "ke-hoach/{pk}/kinh-phi/phan-viec", "listMoney", _("Các phần việc có nói tới kinh phí của một kế hoạch"),
    word=Word.TASKS_READ, thing=access.plan_to_sum, item=shapes.PART, told=shapes.part,
)  # fmt: skip
def money_of_parts(call: people.Call) -> Any:
    """As they stand, without those withdrawn."""
    return queries.with_money(call.thing)
