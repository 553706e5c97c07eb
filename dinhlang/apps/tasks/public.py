"""What other rooms may use of tasks."""

from dinhlang.apps.tasks.models import Assignment, Evidence, Part, Progress, State, Task

__all__ = ["Assignment", "Evidence", "Part", "Progress", "State", "Task"]
