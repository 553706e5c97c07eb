"""How many parts of each task stand how: kept by the database itself, so that nobody walks them to count."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.tasks.models.tasks import Part, State, Task


class TaskCount(models.Model):
    """So many parts of a task are alike; rows that are alike are added up.

    Triggers on the table of parts write here in the same transaction, whichever way a part came or changed
    (`models.triggers`). On PostgreSQL each act adds rows, less than nothing for what went, so that no two acts wait
    for each other; each night they become one again (`actions.count_anew`).
    """

    # No constraint: checking it would wait for whoever holds the task. No task is ever deleted while it has parts.
    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="counts", db_constraint=False)
    part = models.CharField(max_length=10, choices=Part)
    state = models.CharField(max_length=10, choices=State)
    due = models.DateField(null=True)
    number = models.IntegerField()

    class Meta:
        verbose_name = _("số đếm của nhiệm vụ")

    def __str__(self) -> str:
        return f"{self.task_id}: {self.number} {self.part} {self.state}"
