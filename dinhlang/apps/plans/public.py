"""What other rooms may use of plans."""

from dinhlang.apps.plans.access import may_change, may_read_plan, plan_for
from dinhlang.apps.plans.actions import CannotAdopt, adopt_plan, link, publish_plan, show_to_residents, unlink
from dinhlang.apps.plans.models import Clause, Plan
from dinhlang.apps.plans.queries import (
    clauses_of,
    names_said_in,
    public_plans_of,
    readable_by,
    what_answers,
    what_it_is_based_on,
)
from dinhlang.apps.plans.rules import ClauseFacts

__all__ = [
    "CannotAdopt",
    "Clause",
    "ClauseFacts",
    "Plan",
    "adopt_plan",
    "clauses_of",
    "link",
    "may_change",
    "may_read_plan",
    "names_said_in",
    "plan_for",
    "public_plans_of",
    "publish_plan",
    "readable_by",
    "show_to_residents",
    "unlink",
    "what_answers",
    "what_it_is_based_on",
]
