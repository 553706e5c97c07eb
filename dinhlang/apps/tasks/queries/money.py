"""Money asked and allotted, part by part, and rolled up by plan."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q, Sum

from dinhlang.apps.plans import public as plans
from dinhlang.apps.tasks import rules
from dinhlang.apps.tasks.models import Assignment, AssignmentQuerySet


@dataclass(frozen=True)
class Money:
    """Đồng asked and allotted, together."""

    asked: int = 0
    allotted: int = 0

    @property
    def left(self) -> int:
        """Asked and not allotted; less than nothing where more was allotted than asked."""
        return self.asked - self.allotted


def with_money(plan: plans.Plan) -> AssignmentQuerySet:
    """The parts of a plan of which money was spoken, as they stand: not those withdrawn or out of the count."""
    spoken = Assignment.objects.filter(Q(asked__isnull=False) | Q(allotted__isnull=False), task__plan=plan)
    counted = spoken.filter(task__withdrawn_at__isnull=True).exclude(state__in=rules.OUT)
    return counted.select_related("unit", "task").order_by("task__clause__order", "task", "unit__sort_key", "pk")


def money_of_plans(found: Iterable[plans.Plan]) -> dict[int, Money]:
    """How much was asked and allotted for each of these plans, in one query."""
    counted = Assignment.objects.filter(task__plan__in=list(found), task__withdrawn_at__isnull=True)
    rows = counted.exclude(state__in=rules.OUT).order_by().values_list("task__plan")
    summed = rows.annotate(asked=Sum("asked"), allotted=Sum("allotted"))
    return {plan: Money(asked or 0, allotted or 0) for plan, asked, allotted in summed}
