"""What became of a plan: its versions, and what differs from one to the next."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q, QuerySet

from dinhlang.apps.plans.models import Change, Difference, Plan, PlanQuerySet


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
