"""What other rooms may use of tasks."""

from dinhlang.apps.tasks.access import reads_all_of_plan
from dinhlang.apps.tasks.actions import accept, hand_out, return_, tell_progress
from dinhlang.apps.tasks.models import Assignment, Evidence, Part, Progress, State, Task
from dinhlang.apps.tasks.queries import (
    Counts,
    clauses_left,
    counts_by_task,
    progress_of_plans,
    progress_of_tasks,
    tasks_of,
    to_do_for,
    waiting_for_me,
)

__all__ = [
    "Assignment",
    "Counts",
    "Evidence",
    "Part",
    "Progress",
    "State",
    "Task",
    "accept",
    "clauses_left",
    "counts_by_task",
    "hand_out",
    "progress_of_plans",
    "progress_of_tasks",
    "reads_all_of_plan",
    "return_",
    "tasks_of",
    "tell_progress",
    "to_do_for",
    "waiting_for_me",
]
