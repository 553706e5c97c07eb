"""Reads: how far things are, what bodies owe, who is meant by a plan's words."""

from dinhlang.apps.tasks.queries.doers import USUAL_GROUPS, Reader, Understood, own_bodies, tickable
from dinhlang.apps.tasks.queries.far import (
    Counts,
    clauses_left,
    counts_of,
    late_of,
    progress_of,
    progress_of_plans,
    progress_of_tasks,
    tasks_of,
)
from dinhlang.apps.tasks.queries.owed import (
    all_found,
    due_between,
    filtered,
    filtered_tasks,
    found_as,
    owed_by,
    part_of,
    to_do_for,
    urgent_first,
    waiting_for_me,
)

__all__ = [
    "USUAL_GROUPS",
    "Counts",
    "Reader",
    "Understood",
    "all_found",
    "clauses_left",
    "counts_of",
    "due_between",
    "filtered",
    "filtered_tasks",
    "found_as",
    "late_of",
    "owed_by",
    "own_bodies",
    "part_of",
    "progress_of",
    "progress_of_plans",
    "progress_of_tasks",
    "tasks_of",
    "tickable",
    "to_do_for",
    "urgent_first",
    "waiting_for_me",
]
