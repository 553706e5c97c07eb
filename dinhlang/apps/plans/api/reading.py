"""Doors that tell of plans: those that `readable_by` gives a person, or a program."""

from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.intake import public as intake
from dinhlang.apps.people import public as people
from dinhlang.apps.people.public import Word
from dinhlang.apps.plans import access, queries
from dinhlang.apps.plans.models import Change, ChangeKind, Clause, Difference, Plan
from dinhlang.apps.units import public as units
from dinhlang.base import api

_PLAN = {
    "id": api.NUMBER,
    "kind": api.one_of(intake.DocumentKind.values),
    "number": api.TEXT,
    "title": api.TEXT,
    "issued_on": api.maybe(api.DAY),
    "issuer": api.UNIT,
    "keeper": {**api.UNIT, "description": _("Ai giao việc theo nó ở đây: nơi ban hành, hoặc nơi nhận từ cấp trên")},
    "place": api.UNIT,
    "is_public": api.FLAG,
    "page": {"type": "string", "description": _("Trang để người đọc")},
}
PLAN = api.a_thing(**_PLAN)
CLAUSE = api.a_thing(
    id=api.NUMBER,
    label=api.TEXT,
    text=api.TEXT,
    leads=api.TEXT,
    advisers=api.TEXT,
    partners=api.TEXT,
    time=api.TEXT,
    due=api.maybe(api.DAY),
    wants_a_plan=api.FLAG,
)
STEP = api.a_thing(plan=PLAN, distance=api.NUMBER)
CHANGE = api.a_thing(id=api.NUMBER, kind=api.one_of(ChangeKind.values), reason=api.TEXT, earlier=PLAN, later=PLAN)
WHOLE_PLAN = api.a_thing(
    **_PLAN,
    bases=api.many(api.TEXT),
    clauses=api.many(CLAUSE),
    above=api.many(STEP),
    below=api.many(STEP),
    changes=api.many(CHANGE),
    changed_by=api.many(CHANGE),
)
DIFFERENCE = api.a_thing(
    order=api.NUMBER,
    kind=api.one_of(Difference.Kind.values),
    earlier=api.maybe(CLAUSE),
    later=api.maybe(CLAUSE),
    decision=api.one_of(["", *Difference.Decision.values]),
)
WHOLE_CHANGE = api.a_thing(**CHANGE["properties"], differences=api.many(DIFFERENCE))


class PlansAsked(forms.Form):
    """Which plans."""

    q = forms.CharField(label=_("Tìm trong số và trích yếu"), required=False, max_length=200)
    year = forms.IntegerField(label=_("Năm"), required=False, min_value=1900, max_value=9999)
    issuer = forms.CharField(label=_("Mã cơ quan ban hành"), required=False, max_length=40)


def told(plan: Plan) -> dict[str, Any]:
    """The heading of a plan."""
    return {
        "id": plan.pk,
        "kind": plan.kind,
        "number": plan.number,
        "title": plan.title,
        "issued_on": api.when(plan.issued_on),
        "issuer": _unit(plan.issuer),
        "keeper": _unit(plan.keeper),
        "place": _unit(plan.place),
        "is_public": plan.is_public,
        "page": reverse("plans:plan", args=[plan.pk]),
    }


def _unit(unit: units.Unit) -> dict[str, str]:
    return {"code": unit.code, "name": unit.full_name}


def clause(one: Clause) -> dict[str, Any]:
    """A task as the plan says it."""
    return {
        "id": one.pk,
        "label": one.label,
        "text": one.text,
        "leads": one.lead_words,
        "advisers": one.adviser_words,
        "partners": one.partner_words,
        "time": one.time_words,
        "due": api.when(one.due),
        "wants_a_plan": one.wants_a_plan,
    }


def _change(change: Change) -> dict[str, Any]:
    both = {plan.pk: plan for plan in Plan.objects.with_names().filter(pk__in=[change.earlier_id, change.later_id])}
    return {
        "id": change.pk,
        "kind": change.kind,
        "reason": change.reason,
        "earlier": told(both[change.earlier_id]),
        "later": told(both[change.later_id]),
    }


def _difference(one: Difference) -> dict[str, Any]:
    return {
        "order": one.order,
        "kind": one.kind,
        "earlier": clause(one.earlier) if one.earlier else None,
        "later": clause(one.later) if one.later else None,
        "decision": one.decision,
    }


def whole_change(change: Change) -> dict[str, Any]:
    """What a later plan does to an earlier one, clause by clause."""
    return {**_change(change), "differences": [_difference(one) for one in queries.differences_of(change)]}


def whole_plan(plan: Plan, person: people.Person) -> dict[str, Any]:
    """All that the page of a plan shows to the person."""
    among = queries.readable_by(person) | Plan.objects.public()
    versions = queries.changes_of(plan, among=among.distinct())
    steps = {
        "above": queries.what_it_is_based_on(plan, among=among.distinct()),
        "below": queries.what_answers(plan, among=among.distinct()),
    }
    return {
        **told(plan),
        "bases": list(plan.bases),
        "clauses": [clause(one) for one in queries.clauses_of(plan)],
        **{way: [{"plan": told(one.plan), "distance": one.distance} for one in found] for way, found in steps.items()},
        "changes": [_change(change) for change in versions["before"]],
        "changed_by": [_change(change) for change in versions["after"]],
    }


@people.lists(
    "ke-hoach", "listPlans", _("Các kế hoạch của địa bàn và của cấp trên, cũ trước mới sau"),
    word=Word.PLANS_READ, asks=PlansAsked, item=PLAN, told=told,
)  # fmt: skip
def plans(call: people.Call) -> Any:
    """In the order of their coming."""
    said = call.said
    found = queries.readable_by(call.by).with_names().with_words(said["q"])
    found = found.filter(issuer__code=said["issuer"]) if said["issuer"] else found
    return found.of_year(said["year"]) if said["year"] else found


@people.reads(
    "ke-hoach/{pk}", "getPlan", _("Một kế hoạch: các mục, căn cứ, kế hoạch thực hiện nó, các bản"),
    word=Word.PLANS_READ, thing=access.plan_for, answer=WHOLE_PLAN,
)  # fmt: skip
def plan(call: people.Call) -> Any:
    """All that its page shows."""
    return whole_plan(call.thing, call.by)


@people.reads(
    "thay-doi/{pk}", "getChange", _("Bản sau đổi gì của bản trước, từng mục"),
    word=Word.PLANS_READ, thing=access.change_for, answer=WHOLE_CHANGE,
)  # fmt: skip
def change(call: people.Call) -> Any:
    """What differs between two versions."""
    return whole_change(call.thing)
