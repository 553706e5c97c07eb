"""Doors at which plans are adopted, linked, shown, numbered and changed: the forms and actions of the pages."""

from functools import partial
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.people import public as people
from dinhlang.apps.people.public import Word
from dinhlang.apps.plans import access, actions, queries
from dinhlang.apps.plans.api.reading import WHOLE_CHANGE, WHOLE_PLAN, whole_change, whole_plan
from dinhlang.apps.plans.forms import AdoptingForm, BasingForm, ChangingForm, NumberForm
from dinhlang.apps.plans.models import Plan
from dinhlang.look.forms import ReasonForm

_of_plan = partial(people.writes, word=Word.PLANS_ADOPT, answer=WHOLE_PLAN)
_of_one = partial(_of_plan, thing=access.plan_to_change)


class ShowingForm(ReasonForm):
    """Open to residents or closed, and why."""

    is_public = forms.BooleanField(label=_("Công khai cho người dân đọc"), required=False)


def _now(call: people.Call, pk: int) -> dict[str, Any]:
    return whole_plan(access.plan_for(call.by, pk), call.by)


def _with_choices(call: people.Call) -> dict[str, Any]:
    keeper = access.keeper_for(call.by, call.thing)
    choices = queries.may_be_based_on(keeper) if keeper else Plan.objects.none()
    return {"choices": choices, "earlier": queries.may_be_changed_by(call.thing, keeper=keeper)}


@_of_plan(
    "van-ban-den/{pk}/ke-hoach", "adoptPlan", _("Chuyển một văn bản đã kiểm thành kế hoạch"),
    thing=access.document_to_adopt, takes=AdoptingForm, made_with=_with_choices, status=201,
)  # fmt: skip
def adopt(call: people.Call) -> Any:
    """Its marks become clauses, and the document closes."""
    keeper = access.keeper_for(call.by, call.thing)
    adopted, _change = actions.adopt(document=call.thing, keeper=keeper, **call.said, by=call.by, now=call.now)
    return _now(call, adopted.pk)


@_of_one(
    "ke-hoach/{pk}/can-cu", "addBases", _("Ghi thêm kế hoạch làm căn cứ"), takes=BasingForm,
    made_with=lambda call: {"choices": queries.may_be_based_on(call.thing.keeper, plan=call.thing)},
)  # fmt: skip
def base(call: people.Call) -> Any:
    """Say what the plan is based on."""
    actions.link(call.thing, **call.said, by=call.by, now=call.now)
    return _now(call, call.thing.pk)


@_of_one("ke-hoach/{pk}/cong-khai", "showPlan", _("Công khai, hoặc thôi công khai một kế hoạch"), takes=ShowingForm)
def show(call: people.Call) -> Any:
    """With a reason."""
    actions.show_to_residents(call.thing, **call.said, by=call.by, now=call.now)
    return _now(call, call.thing.pk)


@_of_one("ke-hoach/{pk}/so-hieu", "numberPlan", _("Ghi số, ký hiệu của một bản dự thảo đã ký"), takes=NumberForm)
def number(call: people.Call) -> Any:
    """A draft was signed."""
    actions.give_number(call.thing, **call.said, by=call.by, now=call.now)
    return _now(call, call.thing.pk)


def _later_ones(call: people.Call) -> dict[str, Any]:
    keys = [plan.pk for plan in queries.may_change_it(call.thing)]
    return {"choices": Plan.objects.filter(pk__in=keys).with_names()}


@people.writes(
    "ke-hoach/{pk}/thay-doi", "changePlan", _("Ghi bản sau sửa đổi, thay thế hoặc gia hạn bản này"),
    word=Word.PLANS_ADOPT, thing=access.plan_to_change, takes=ChangingForm, made_with=_later_ones,
    answer=WHOLE_CHANGE, status=201,
)  # fmt: skip
def change_plan(call: people.Call) -> Any:
    """What differs is written down clause by clause; people decide what follows."""
    return whole_change(actions.change_plan(call.thing, **call.said, by=call.by, now=call.now))
