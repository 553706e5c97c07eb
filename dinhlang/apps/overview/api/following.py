"""Doors at which a person decides what a new version of a plan means for what was handed out, and who makes a plan."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.overview import access, actions, queries
from dinhlang.apps.people import public as people
from dinhlang.apps.people.public import Word
from dinhlang.apps.plans import public as plans
from dinhlang.base import api

POINT = api.a_thing(
    order=api.NUMBER,
    kind=api.one_of(plans.Difference.Kind.values),
    earlier=api.maybe(api.NUMBER),
    later=api.maybe(api.NUMBER),
    decision=api.one_of(["", *plans.Difference.Decision.values]),
    waits={**api.FLAG, "description": _("Chờ người quyết định; nhiệm vụ mới thì chờ giao")},
    task=api.maybe(api.NUMBER),
    parts=api.NUMBER,
    parts_done=api.NUMBER,
)
POINTS = api.a_thing(change=api.NUMBER, waiting=api.NUMBER, points=api.many(POINT))
ASKED = api.a_thing(clause=api.NUMBER, wants_a_plan=api.FLAG)


class DecidingForm(forms.Form):
    """What becomes of a task whose clause changed."""

    decision = forms.ChoiceField(label=_("Việc đã giao thì sao"), choices=plans.Difference.Decision)


class AskingForm(forms.Form):
    """Whether who owes a clause makes a plan of their own."""

    asks = forms.BooleanField(label=_("Phải lập kế hoạch riêng"), required=False)


def _points(call: people.Call, pk: int) -> dict[str, Any]:
    change = access.change_to_follow(call.by, pk)
    found = queries.consequences_of(change, on=call.today)
    return {
        "change": change.pk,
        "waiting": sum(one.waits for one in found),
        "points": [_point(one) for one in found],
    }


def _point(one: queries.Consequence) -> dict[str, Any]:
    point = one.difference
    return {
        "order": point.order,
        "kind": point.kind,
        "earlier": point.earlier_id,
        "later": point.later_id,
        "decision": point.decision,
        "waits": one.waits,
        "task": one.task.pk if one.task else None,
        "parts": one.counts.total,
        "parts_done": one.counts.done,
    }


@people.reads(
    "thay-doi/{pk}/he-qua", "listConsequences", _("Bản mới tác động tới việc nào đã giao, từng điểm"),
    word=Word.TASKS_HAND_OUT, thing=access.change_to_follow, answer=POINTS,
)  # fmt: skip
def consequences(call: people.Call) -> Any:
    """Each task that the new version touches, and each new clause."""
    return _points(call, call.thing.pk)


@people.writes(
    "thay-doi/{pk}/he-qua/{order}", "decideConsequence",
    _("Quyết định một điểm: việc theo bản mới, rút lại, hoặc giữ như đã giao"),
    word=Word.TASKS_HAND_OUT, thing=access.difference_to_decide, takes=DecidingForm, answer=POINTS,
)  # fmt: skip
def decide(call: people.Call) -> Any:
    """A person decides one point."""
    actions.confirm(call.thing, **call.said, by=call.by, now=call.now)
    return _points(call, call.thing.change_id)


@people.writes(
    "thay-doi/{pk}/giu-nguyen", "followUnchanged", _("Chuyển mọi việc có lời giữ nguyên sang bản mới"),
    word=Word.TASKS_HAND_OUT, thing=access.change_to_follow, answer=POINTS,
)  # fmt: skip
def follow_unchanged(call: people.Call) -> Any:
    """All at once."""
    actions.confirm_unchanged(call.thing, by=call.by, now=call.now)
    return _points(call, call.thing.pk)


@people.writes(
    "ke-hoach/{pk}/muc/{clause}/ke-hoach-rieng", "askForPlan",
    _("Ghi: đơn vị được giao mục này phải, hoặc không phải, lập kế hoạch riêng"),
    word=Word.PLANS_ADOPT, thing=access.clause_to_ask, takes=AskingForm, answer=ASKED,
)  # fmt: skip
def ask_for_plan(call: people.Call) -> Any:
    """Said by hand, it stands before what the words say."""
    clause = plans.say_it_asks_for_a_plan(call.thing, **call.said, by=call.by, now=call.now)
    return {"clause": clause.pk, "wants_a_plan": clause.wants_a_plan}
