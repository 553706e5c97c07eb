"""How many parts stand how: of whole tasks as the database keeps it, of some parts by walking them."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from django.db.models import Count, QuerySet, Sum

from dinhlang.apps.plans import public as plans
from dinhlang.apps.tasks import rules
from dinhlang.apps.tasks.models import AssignmentQuerySet, Task, TaskCount


class Alike(NamedTuple):
    """So many parts of a task, or of a plan, that have the same part in it, the same state and the same day."""

    of: int
    part: str
    state: str
    due: date | None
    number: int

    @property
    def owes(self) -> bool:
        """Whether the result is counted: partners only help, and some owe nothing any more."""
        return self.part in rules.OWING and self.state not in rules.OUT

    def late(self, on: date) -> int:
        """How many of them are late, if they still owe it."""
        return self.number if self.due is not None and self.due < on else 0


def counted(tasks: Iterable[Task] | Iterable[int] | QuerySet[Task]) -> list[Alike]:
    """All parts of these tasks, from a few kept rows, however many bodies there are."""
    return _added_up(TaskCount.objects.filter(task__in=tasks), "task")


def counted_between(first: date, last: date, tasks: QuerySet[Task]) -> list[Alike]:
    """Those parts of these tasks that are due between two days, both included."""
    return _added_up(TaskCount.objects.filter(task__in=tasks, due__gte=first, due__lte=last), "task")


def counted_of_plans(found: Iterable[plans.Plan]) -> list[Alike]:
    """All parts of the standing tasks of these plans, by plan."""
    return _added_up(TaskCount.objects.filter(task__plan__in=found, task__withdrawn_at__isnull=True), "task__plan")


def _added_up(rows: QuerySet[TaskCount], of: str) -> list[Alike]:
    grouped = rows.order_by().values_list(of, "part", "state", "due").annotate(n=Sum("number"))
    return [Alike(*row) for row in grouped if row[-1]]


def counted_among(assignments: AssignmentQuerySet) -> list[Alike]:
    """Only these parts. One walk along the index (task, part, state, due), in its order and without questions on the
    way: the table itself is not read, and who is not counted falls out of the few sums."""
    rows = assignments.order_by().values_list("task", "part", "state", "due")
    return [Alike(*row) for row in rows.annotate(n=Count("*"))]
