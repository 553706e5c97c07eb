"""What falls due on which day, within a person's reach: task by task, however many bodies owe each."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q
from django.db.models.functions import Length

from dinhlang.apps.people import public as people
from dinhlang.apps.plans import public as plans
from dinhlang.apps.tasks import public as tasks
from dinhlang.apps.units import public as units
from dinhlang.base.fields import within_any
from dinhlang.pure.viet import fold


@dataclass(frozen=True)
class Due:
    """One task on one day: how many bodies owe it then, and how far they are."""

    task: tasks.Task
    counts: tasks.Counts

    @property
    def kind(self) -> str:
        """The mark of the day."""
        if self.counts.late:
            return "late"
        if self.counts.is_complete:
            return "done"
        return "waiting" if self.counts.submitted else "doing" if self.counts.doing else "none"


def within_reach(person: people.Person) -> Any:
    """Parts of bodies within the person's reach, and of tasks that were handed out within it."""
    reach = person.reach(people.Word.TASKS_READ)
    handed = tasks.Task.objects.standing().filter(
        plan__in=plans.Plan.objects.filter(within_any("place__path", reach)).values("pk")
    )
    bodies = units.Unit.objects.filter(within_any("path", reach))
    parts = tasks.Assignment.objects.owing().filter(task__withdrawn_at__isnull=True)
    return parts.filter(Q(task__in=handed.values("pk")) | Q(unit__in=bodies.values("pk")))


def narrowed(parts: Any, *, q: str = "", plan: int | None = None) -> Any:
    """Only those of a plan; of bodies or tasks with the words."""
    if plan is not None:
        parts = parts.filter(task__plan=plan)
    for word in fold(q).split()[:8]:
        parts = parts.filter(Q(unit__search_text__contains=word) | Q(task__search_text__contains=word))
    return parts


def due_by_day(parts: Any, first: date, last: date, *, on: date) -> dict[date, list[Due]]:
    """Day by day, both included, in two questions."""
    grouped = parts.filter(due__gte=first, due__lte=last).order_by().values_list("due", "task", "state")
    sums: dict[tuple[date, int], tasks.Counts] = {}
    for day, task, state, number in grouped.annotate(n=Count("*")):
        late = number if day < on else 0
        sums[day, task] = sums.get((day, task), tasks.Counts()).plus(state, number, late)
    known = tasks.Task.objects.select_related("plan").in_bulk({task for _day, task in sums})
    found: dict[date, list[Due]] = {}
    for (day, task), counts in sorted(sums.items(), key=lambda pair: (pair[0][0], -pair[1].late, pair[0][1])):
        found.setdefault(day, []).append(Due(known[task], counts))
    return found


def plans_with_days(person: people.Person) -> Any:
    """The plans to choose from: those of which something is within reach, the highest place's first, then the latest.

    A list is cut somewhere: the few plans that all follow must not be those that fall off its end.
    """
    reach, standing = person.reach(people.Word.TASKS_READ), tasks.Task.objects.standing()
    handed = within_any("place__path", reach) & Q(pk__in=standing.values("plan"))
    owed = tasks.Assignment.objects.of_units_within(*reach).owing()
    found = plans.Plan.objects.filter(handed | Q(pk__in=standing.filter(pk__in=owed.values("task")).values("plan")))
    return found.select_related("issuer").order_by(Length("place__path"), "-adopted_at", "-pk")[:100]
