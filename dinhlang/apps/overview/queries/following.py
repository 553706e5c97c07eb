"""What a new version of a plan means for what was handed out."""

from dataclasses import dataclass
from datetime import date

from dinhlang.apps.plans import public as plans
from dinhlang.apps.tasks import public as tasks

Kind = plans.Difference.Kind


@dataclass(frozen=True)
class Consequence:
    """One difference with the task that it touches, and how far that is; no task where nothing was handed out."""

    difference: plans.Difference
    task: tasks.Task | None
    counts: tasks.Counts
    is_handed_anew: bool = False

    @property
    def waits(self) -> bool:
        """Whether a person has still to decide."""
        if self.difference.kind == Kind.ADDED:
            return not self.is_handed_anew
        return self.task is not None and not self.difference.decision


def consequences_of(change: plans.Change, *, on: date) -> list[Consequence]:
    """Each difference that touches a task, and each new clause; what touches nothing is left out."""
    differences = plans.differences_of(change)
    clauses = [key for one in differences for key in (one.earlier_id, one.later_id) if key]
    found = {task.clause_id: task for task in tasks.Task.objects.standing().filter(clause__in=clauses)}
    counts = tasks.progress_of_tasks([task.pk for task in found.values()], on=on)
    told = []
    for one in differences:
        task = found.get(one.earlier_id) or (found.get(one.later_id) if one.decision else None)
        is_new = one.kind == Kind.ADDED
        if task is None and not is_new and not one.decision:
            continue
        number = counts.get(task.pk, tasks.Counts()) if task else tasks.Counts()
        told.append(Consequence(one, task, number, is_new and one.later_id in found))
    return told
