"""The tables of this room."""

from dinhlang.apps.tasks.models.heirs import Heir, Moved
from dinhlang.apps.tasks.models.obstacles import (
    AnswerKind,
    Obstacle,
    ObstacleFile,
    ObstacleState,
    ObstacleStep,
    ObstacleWord,
)
from dinhlang.apps.tasks.models.tasks import (
    Assignment,
    AssignmentQuerySet,
    Evidence,
    Part,
    Progress,
    State,
    Task,
    TaskQuerySet,
)

__all__ = [
    "AnswerKind",
    "Assignment",
    "AssignmentQuerySet",
    "Evidence",
    "Heir",
    "Moved",
    "Obstacle",
    "ObstacleFile",
    "ObstacleState",
    "ObstacleStep",
    "ObstacleWord",
    "Part",
    "Progress",
    "State",
    "Task",
    "TaskQuerySet",
]
