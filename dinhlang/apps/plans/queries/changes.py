"""What became of a plan: its versions, and what differs from one to the next."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q, QuerySet

from dinhlang.apps.intake import public as intake
from dinhlang.apps.plans.models import Change, ChangeKind, Difference, Plan, PlanQuerySet
from dinhlang.apps.units import public as units
from dinhlang.pure.viet import number_key, numbers_cited


def earlier_ones(plans: Iterable[int]) -> set[int]:
    """One step back: the plans that these change."""
    return set(Change.objects.filter(later__in=list(plans)).values_list("earlier_id", flat=True))


def changes_of(plan: Plan, *, among: PlanQuerySet) -> dict[str, list[Change]]:
    """What the plan changes, and what changed it, as far as the reader may read the other plan."""
    readable = among.values("pk")
    either = Q(later=plan, earlier__in=readable) | Q(earlier=plan, later__in=readable)
    found = list(Change.objects.filter(either).select_related("earlier", "later").order_by("said_at", "pk"))
    return {
        "before": [change for change in found if change.later_id == plan.pk],
        "after": [change for change in found if change.earlier_id == plan.pk],
    }


def changes_around(plan: Plan) -> list[Change]:
    """What the plan changes and what changed it, for who may hand it out: both versions are of one issuer."""
    found = Change.objects.filter(Q(later=plan) | Q(earlier=plan))
    return list(found.select_related("earlier", "later").order_by("said_at", "pk"))


def differences_of(change: Change) -> list[Difference]:
    """In the order of the new wording; what was dropped comes last."""
    return list(change.differences.select_related("earlier", "later", "decided_by").order_by("order"))


def may_change_it(plan: Plan) -> QuerySet[Any]:
    """Plans of the same issuer that may be the new wording, latest first."""
    found = Plan.objects.filter(issuer=plan.issuer).exclude(pk=plan.pk).exclude(changes__earlier=plan)
    return found.with_names().latest_first()[:100]


def may_be_changed_by(document: intake.Document, *, keeper: units.Unit | None) -> PlanQuerySet:
    """Plans of the document's issuer that its keeper has here, that it may amend, replace or extend, latest first."""
    if document.issuer is None or keeper is None:
        return Plan.objects.none()
    found = Plan.objects.filter(issuer=document.issuer, keeper=keeper).exclude(document=document)
    found = found.exclude(changed_by__kind=ChangeKind.REPLACE)
    if document.issued_on is not None:
        found = found.filter(Q(issued_on__lte=document.issued_on) | Q(issued_on__isnull=True))
    return found.with_names().latest_first()


def change_as_read(document: intake.Document, *, among: PlanQuerySet) -> dict[str, Any]:
    """Which plan a document changes, and how: as a person said when it arrived, else as its own title says."""
    if said := intake.earlier_of(document):
        earlier, kind = said
        plan = among.filter(document=earlier).first()
        return {"changes": plan, "change_kind": kind, "change_reason": intake.why_another(document)} if plan else {}
    for plan in _named_in_title(document, among):
        if kind := intake.version_said(intake.Facts(title=document.title), plan.number, plan.number_year or None):
            return {"changes": plan, "change_kind": kind}
    return {}


def _named_in_title(document: intake.Document, among: PlanQuerySet) -> list[Plan]:
    """Those under a number of the title and of the year beside it, latest first."""
    cited = numbers_cited(document.title)
    keys = {plan: number_key(plan.number) for plan in among} if cited else {}
    return [
        plan
        for plan, key in keys.items()
        if any(one.key == key and one.may_be_of(plan.number_year or None) for one in cited)
    ]
