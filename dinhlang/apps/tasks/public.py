"""What other rooms may use of tasks."""

from dinhlang.apps.tasks.access import may_hand_out, reads_all_of_plan
from dinhlang.apps.tasks.actions import CannotChange, accept, follow, hand_out, return_, tell_progress, withdraw_task
from dinhlang.apps.tasks.models import Assignment, Evidence, Part, Progress, State, Task
from dinhlang.apps.tasks.queries import (
    Counts,
    clauses_left,
    counts_by_task,
    late_with_others,
    progress_of_plans,
    progress_of_tasks,
    tasks_of,
    to_do_for,
    waiting_for_me,
    waiting_for_others,
)

__all__ = [
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
    "late_with_others",
    "may_hand_out",
    "progress_of_plans",
    "progress_of_tasks",
    "reads_all_of_plan",
    "return_",
    "tasks_of",
    "tell_progress",
    "to_do_for",
    "waiting_for_me",
    "waiting_for_others",
    "withdraw_task",
]
