"""The tables of this room."""

from dinhlang.apps.tasks.models.counts import TaskCount
from dinhlang.apps.tasks.models.heirs import Heir, Moved
from dinhlang.apps.tasks.models.history import PartWas
from dinhlang.apps.tasks.models.inside import (
    Share,
    ShareFile,
    ShareQuerySet,
    ShareState,
    ShareWord,
)
from dinhlang.apps.tasks.models.obstacles import (
    AnswerKind,
    Obstacle,
    ObstacleFile,
    ObstacleQuerySet,
    ObstacleState,
    ObstacleStep,
    ObstacleWord,
)
from dinhlang.apps.tasks.models.talk import (
    Comment,
    Mention,
)
from dinhlang.apps.tasks.models.tasks import (
    Assignment,
    AssignmentQuerySet,
    Evidence,
    Extension,
    Part,
    Progress,
    State,
    Task,
    TaskQuerySet,
    told_by,
)
from dinhlang.apps.tasks.models.triggers import TRIGGERS

__all__ = [
    "TRIGGERS",
    "AnswerKind",
    "Assignment",
    "AssignmentQuerySet",
    "Comment",
    "Evidence",
    "Extension",
    "Heir",
    "Mention",
    "Moved",
    "Obstacle",
    "ObstacleFile",
    "ObstacleQuerySet",
    "ObstacleState",
    "ObstacleStep",
    "ObstacleWord",
    "Part",
    "PartWas",
    "Progress",
    "Share",
    "ShareFile",
    "ShareQuerySet",
    "ShareState",
    "ShareWord",
    "State",
    "Task",
    "TaskCount",
    "TaskQuerySet",
    "told_by",
]
