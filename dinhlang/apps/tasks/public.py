"""What other rooms may use of tasks."""

from dinhlang.apps.tasks.access import may_hand_out, may_look, mine_to_do, plan_to_hand_out, readable_parts
from dinhlang.apps.tasks.actions import accept, hand_out, return_, tell_progress
from dinhlang.apps.tasks.models import Assignment, Evidence, Part, Progress, State, Task
from dinhlang.apps.tasks.queries import (
    Counts,
    homeless_names,
    homeless_parts,
    late_of,
    progress_of_plans,
    progress_of_tasks,
    tasks_of,
    to_do_for,
    waiting_for_me,
)
from dinhlang.apps.tasks.rules import OPEN, OUT, OWING
from dinhlang.apps.tasks.signals import tasks_changed

__all__ = [
    "OPEN",
    "OUT",
    "OWING",
    "Assignment",
    "Counts",
    "Evidence",
    "Part",
    "Progress",
    "State",
    "Task",
    "accept",
    "hand_out",
    "homeless_names",
    "homeless_parts",
    "late_of",
    "may_hand_out",
    "may_look",
    "mine_to_do",
    "plan_to_hand_out",
    "progress_of_plans",
    "progress_of_tasks",
    "readable_parts",
    "return_",
    "tasks_changed",
    "tasks_of",
    "tell_progress",
    "to_do_for",
    "waiting_for_me",
]
