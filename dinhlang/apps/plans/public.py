"""What other rooms may use of plans."""

from dinhlang.apps.plans.access import change_for, may_change, may_read_plan, plan_for
from dinhlang.apps.plans.actions import (
    CannotAdopt,
    adopt_plan,
    change_plan,
    decide,
    link,
    publish_plan,
    say_it_asks_for_a_plan,
    show_to_residents,
    take_over,
    unlink,
)
from dinhlang.apps.plans.kinds import also_read_by
from dinhlang.apps.plans.models import Answer, Change, ChangeKind, Clause, Difference, Plan
from dinhlang.apps.plans.queries import (
    answering,
    changes_around,
    clauses_of,
    differences_of,
    names_said_in,
    proposed_answers,
    public_plans_of,
    readable_by,
    what_answers,
    what_it_is_based_on,
)
from dinhlang.apps.plans.rules import ClauseFacts

__all__ = [
    "Answer",
    "CannotAdopt",
    "Change",
    "ChangeKind",
    "Clause",
    "ClauseFacts",
    "Difference",
    "Plan",
    "adopt_plan",
    "also_read_by",
    "answering",
    "change_for",
    "change_plan",
    "changes_around",
    "clauses_of",
    "decide",
    "differences_of",
    "link",
    "may_change",
    "may_read_plan",
    "names_said_in",
    "plan_for",
    "proposed_answers",
    "public_plans_of",
    "publish_plan",
    "readable_by",
    "say_it_asks_for_a_plan",
    "show_to_residents",
    "take_over",
    "unlink",
    "what_answers",
    "what_it_is_based_on",
]
