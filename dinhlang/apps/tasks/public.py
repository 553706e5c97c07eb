"""What other rooms may use of tasks."""

from dinhlang.apps.tasks.access import (
    may_hand_out,
    may_look,
    mine_to_do,
    plan_to_hand_out,
    readable_parts,
    reads_all_of_plan,
)
from dinhlang.apps.tasks.actions import CannotChange, accept, follow, hand_out, return_, tell_progress, withdraw_task
from dinhlang.apps.tasks.models import Assignment, Evidence, Part, Progress, State, Task
from dinhlang.apps.tasks.queries import (
    Counts,
    clauses_left,
    counts_by_task,
    homeless_names,
    homeless_parts,
    late_of,
    late_with_others,
    progress_of_plans,
    progress_of_tasks,
    tasks_of,
    to_do_for,
    waiting_for_me,
    waiting_for_others,
)
from dinhlang.apps.tasks.rules import OPEN, OUT, OWING
from dinhlang.apps.tasks.signals import tasks_changed

__all__ = [
    "OPEN",
    "OUT",
    "OWING",
    "Assignment",
    "CannotChange",
    "Counts",
    "Evidence",
    "Part",
    "Progress",
    "State",
    "Task",
    "accept",
    "clauses_left",
    "counts_by_task",
    "follow",
    "hand_out",
    "homeless_names",
    "homeless_parts",
    "late_of",
    "late_with_others",
    "may_hand_out",
    "may_look",
    "mine_to_do",
    "plan_to_hand_out",
    "progress_of_plans",
    "progress_of_tasks",
    "readable_parts",
    "reads_all_of_plan",
    "return_",
    "tasks_changed",
    "tasks_of",
    "tell_progress",
    "to_do_for",
    "waiting_for_me",
    "waiting_for_others",
    "withdraw_task",
]
