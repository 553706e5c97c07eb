"""Doors of the cascade: links that the legal bases speak for, and which own clause takes over which above."""

from functools import partial
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.people import public as people
from dinhlang.apps.people.public import Word
from dinhlang.apps.plans import access, actions, queries
from dinhlang.apps.plans.api.reading import CLAUSE, PLAN, WHOLE_PLAN, clause, told, whole_plan
from dinhlang.apps.plans.models import Clause, Plan
from dinhlang.base import api

PROPOSAL = api.a_thing(plan=PLAN, basis=PLAN, words=api.TEXT)
BASES = api.a_thing(based_on=api.many(PLAN), proposed=api.many(PROPOSAL), cited_by=api.many(PROPOSAL))
TAKEN = api.a_thing(
    above={**CLAUSE, "description": _("Nhiệm vụ của kế hoạch cấp trên")},
    own={**api.maybe(CLAUSE), "description": _("Nhiệm vụ của mình tiếp nhận nó, do người ghi")},
    proposed={**api.maybe(CLAUSE), "description": _("Máy đề xuất; chưa ai ghi")},
)
TAKEN_OVER = api.a_thing(plan=PLAN, above=PLAN, taken=api.many(TAKEN))


class OwnForm(forms.Form):
    """Which own clause takes over one of the plan above."""

    own = forms.ModelChoiceField(
        label=_("Nhiệm vụ của kế hoạch này"),
        queryset=Clause.objects.none(),
        required=False,
        help_text=_("Bỏ trống: không nhiệm vụ nào."),
    )

    def __init__(self, *args: Any, own: QuerySet[Clause], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["own"].queryset = own  # type: ignore[attr-defined]


def _taken_over(plan: Plan, above: Plan) -> dict[str, Any]:
    rows = queries.taken_over(plan, above=above)
    return {
        "plan": told(plan),
        "above": told(above),
        "taken": [
            {"above": clause(row.clause), "own": _maybe(row.said), "proposed": _maybe(row.proposed)} for row in rows
        ],
    }


def _maybe(one: Clause | None) -> dict[str, Any] | None:
    return clause(one) if one else None


@people.reads(
    "ke-hoach/{pk}/can-cu", "listBases", _("Căn cứ đã ghi, căn cứ máy thấy trong lời, và kế hoạch cấp dưới viện dẫn"),
    word=Word.PLANS_ADOPT, thing=access.plan_to_change, answer=BASES,
)  # fmt: skip
def bases(call: people.Call) -> Any:
    """What a person may confirm."""
    among = (queries.readable_by(call.by) | Plan.objects.public()).distinct()
    found = {
        "proposed": queries.proposed_bases(call.thing, among=among),
        "cited_by": queries.proposed_answers(call.thing, among=among),
    }
    return {
        "based_on": [told(one) for one in call.thing.based_on.with_names()],
        **{name: [_proposal(one) for one in proposed] for name, proposed in found.items()},
    }


def _proposal(one: queries.Proposal) -> dict[str, Any]:
    both = Plan.objects.with_names().in_bulk([one.plan.pk, one.basis.pk])
    return {"plan": told(both[one.plan.pk]), "basis": told(both[one.basis.pk]), "words": one.words}


_of_two = partial(people.writes, word=Word.PLANS_ADOPT, thing=access.plan_and_other)


@_of_two(
    "ke-hoach/{pk}/can-cu/{other}/ghi", "confirmBasis", _("Xác nhận một căn cứ máy thấy trong lời"), answer=WHOLE_PLAN
)  # fmt: skip
def confirm(call: people.Call) -> Any:
    """The link that the legal bases speak for."""
    plan, other = call.thing
    actions.link(plan, based_on=[other], by=call.by, now=call.now)
    return whole_plan(access.plan_for(call.by, plan.pk), call.by)


@_of_two("ke-hoach/{pk}/can-cu/{other}/go", "dropBasis", _("Gỡ một căn cứ"), answer=WHOLE_PLAN)
def drop(call: people.Call) -> Any:
    """The plan is not based on the other."""
    plan, other = call.thing
    actions.unlink(plan, based_on=other, by=call.by, now=call.now)
    return whole_plan(access.plan_for(call.by, plan.pk), call.by)


@people.reads(
    "ke-hoach/{pk}/can-cu/{other}/doi-chieu", "listTakenOver",
    _("Nhiệm vụ nào của cấp trên được nhiệm vụ nào của mình tiếp nhận, và máy đề xuất gì"),
    word=Word.PLANS_ADOPT, thing=access.plan_and_basis, answer=TAKEN_OVER,
)  # fmt: skip
def taken_over(call: people.Call) -> Any:
    """Clause by clause of the plan above."""
    return _taken_over(*call.thing)


@people.writes(
    "ke-hoach/{pk}/can-cu/{other}/doi-chieu/{clause}", "takeOver",
    _("Ghi nhiệm vụ nào của mình tiếp nhận một nhiệm vụ của cấp trên"),
    word=Word.PLANS_ADOPT, thing=access.clause_to_take_over, takes=OwnForm, answer=TAKEN_OVER,
    made_with=lambda call: {"own": call.thing[0].clauses.all()},
)  # fmt: skip
def take_over(call: people.Call) -> Any:
    """One clause; what a person said of the others stays."""
    plan, upper = call.thing
    actions.take_over(plan, above=upper.plan, chosen={upper: call.said["own"]}, by=call.by, now=call.now)
    return _taken_over(plan, upper.plan)
