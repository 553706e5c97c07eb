"""What falls due on which day, within a person's reach: task by task, however many bodies owe each."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q
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


def due_by_day(
    person: people.Person, first: date, last: date, *, on: date, q: str = "", plan: int | None = None
) -> dict[date, list[Due]]:
    """Day by day, both included, what is within the person's reach; of a plan, or with the words."""
    handed, others = _tasks_within(person, plan)
    theirs = tasks.Assignment.objects.filter(unit__in=_bodies(person), task__in=others.values("pk"))
    if q:
        everything = tasks.Assignment.objects.filter(task__in=handed.values("pk")) | theirs
        rows = tasks.counted_among(_named(everything.filter(due__gte=first, due__lte=last), q))
    else:
        # Of tasks handed out within reach all parts, as they are kept; of others those of one's bodies.
        rows = tasks.counted_between(first, last, handed)
        rows += tasks.counted_among(theirs.filter(due__gte=first, due__lte=last)) if others.exists() else []
    sums: dict[tuple[date, int], tasks.Counts] = {}
    for row in rows:
        if row.owes and row.due:
            key = row.due, row.of
            sums[key] = sums.get(key, tasks.Counts()).plus(row.state, row.number, row.late(on))
    known = tasks.Task.objects.select_related("plan").in_bulk({task for _day, task in sums})
    found: dict[date, list[Due]] = {}
    for (day, task), counts in sorted(sums.items(), key=lambda pair: (pair[0][0], -pair[1].late, pair[0][1])):
        found.setdefault(day, []).append(Due(known[task], counts))
    return found


def _tasks_within(person: people.Person, plan: int | None) -> tuple[Any, Any]:
    """The standing tasks that were handed out within the person's reach, and all others."""
    standing = tasks.Task.objects.standing()
    if plan is not None:
        standing = standing.filter(plan=plan)
    own = plans.Plan.objects.filter(within_any("place__path", person.reach(people.Word.TASKS_READ))).values("pk")
    return standing.filter(plan__in=own), standing.exclude(plan__in=own)


def _bodies(person: people.Person) -> Any:
    return units.Unit.objects.filter(within_any("path", person.reach(people.Word.TASKS_READ))).values("pk")


def _named(parts: Any, q: str) -> Any:
    """Words name bodies as well as tasks, so each part is looked at."""
    for word in fold(q).split()[:8]:
        parts = parts.filter(Q(unit__search_text__contains=word) | Q(task__search_text__contains=word))
    return parts


def plans_with_days(person: people.Person) -> Any:
    """The plans to choose from: those of which something is within reach, the highest place's first, then the latest.

    A list is cut somewhere: the few plans that all follow must not be those that fall off its end.
    """
    reach, standing = person.reach(people.Word.TASKS_READ), tasks.Task.objects.standing()
    handed = within_any("place__path", reach) & Q(pk__in=standing.values("plan"))
    owed = tasks.Assignment.objects.of_units_within(*reach).owing()
    found = plans.Plan.objects.filter(handed | Q(pk__in=standing.filter(pk__in=owed.values("task")).values("plan")))
    return found.select_related("issuer").order_by(Length("place__path"), "-adopted_at", "-pk")[:100]
