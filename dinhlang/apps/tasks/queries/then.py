"""Parts as they were at the end of a day: what the database kept of them, taken back."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone

from dinhlang.apps.plans import public as plans
from dinhlang.apps.tasks import rules
from dinhlang.apps.tasks.models import Assignment, PartWas, Task
from dinhlang.apps.tasks.queries.far import Counts


@dataclass(frozen=True)
class PartThen:
    """Whose a part was, how far, and until when."""

    pk: int
    task: int
    unit: int
    part: str
    state: str
    due: date | None


def summed(parts: Iterable[PartThen], *, on: date) -> Counts:
    """How many of these stood how on that day; partners only help."""
    numbers: Counter[str] = Counter()
    late: Counter[str] = Counter()
    for one in parts:
        if rules.is_counted(one.part, one.state):
            numbers[one.state] += 1
            late[one.state] += one.due is not None and one.due < on
    counts = Counts()
    for state, number in numbers.items():
        counts = counts.plus(state, number, late[state])
    return counts


def end_of(day: date) -> datetime:
    """The moment after the last one of a day, in Việt Nam."""
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))


def tasks_then(plan: plans.Plan, *, day: date) -> QuerySet[Task]:
    """The tasks that a plan had at the end of a day, with those of plans that had amended or extended it by then.

    What went on to a newer plan afterwards was still this one's.
    """
    end = end_of(day)
    found, new = {plan.pk}, {plan.pk}
    while new:
        changes = plans.Change.objects.filter(earlier__in=new)
        by_then = Q(said_at__lt=end, kind=plans.ChangeKind.REPLACE)
        new = set(changes.exclude(by_then).values_list("later", flat=True)) - found
        found |= new
    handed = Task.objects.filter(plan__in=found, handed_out_at__lt=end)
    standing = handed.filter(Q(withdrawn_at__isnull=True) | Q(withdrawn_at__gte=end))
    return standing.select_related("clause").order_by("plan_id", "clause__order", "pk")


def parts_then(found: QuerySet[Assignment], *, day: date) -> list[PartThen]:
    """These parts as they were at the end of a day, without those that were not there yet or no order any more."""
    end = end_of(day)
    there = found.filter(Q(added_at__isnull=True) | Q(added_at__lt=end), task__handed_out_at__lt=end).order_by("pk")
    rows = there.values_list("pk", "task", "unit", "part", "state", "due")
    was = _was(there, end)
    parts = (PartThen(pk, task, *was.get(pk, (unit, part, state, due))) for pk, task, unit, part, state, due in rows)
    return [one for one in parts if one.state not in ("withdrawn", "joined")]


def _was(found: QuerySet[Assignment], end: datetime) -> dict[int, tuple[int, str, str, date | None]]:
    """Of what was kept, the first that held beyond the moment: it is read last, so it stays."""
    kept = PartWas.objects.filter(assignment__in=found.order_by().values("pk"), until__gte=end)
    rows = kept.order_by("-until", "-pk").values_list("assignment", "unit", "part", "state", "due")
    return {pk: (unit, part, state, due) for pk, unit, part, state, due in rows}


def once_of_units(units: Iterable[int], *, day: date) -> QuerySet[Assignment]:
    """Parts that these units have, or had and handed on since the day."""
    keys = list(units)
    moved = (
        PartWas.objects.filter(unit__in=keys, until__gte=end_of(day)).order_by().values_list("assignment").distinct()
    )
    # Asked for first: beside a question within the question the database would look at every part there is.
    return Assignment.objects.filter(Q(unit__in=keys) | Q(pk__in=[pk for (pk,) in moved]))
