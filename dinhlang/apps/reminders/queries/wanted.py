"""Which reminders there should be, against those that are there. No window of time anywhere: a row is there or not."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from django.conf import settings
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import TruncDate
from django.utils import timezone

from dinhlang.apps.reminders.models import Because, Reminder, ReminderQuerySet, ReminderState, Step
from dinhlang.apps.reminders.rules import Tide
from dinhlang.apps.tasks import public as tasks


def tides() -> list[Tide]:
    """The steps as this installation wants them."""
    told: dict[str, tuple[int, ...]] = {**settings.REMIND, "on": (0,)}
    return [Tide(step, days) for step in Step.values if step != Step.ASKED for days in told[step]]


def _owed(only: list[int] | None) -> QuerySet[tasks.Assignment]:
    """Parts of which somebody still has to do something; of some tasks, or of all."""
    open_ = tasks.Assignment.objects.open().filter(part__in=tasks.OWING, task__withdrawn_at=None)
    return open_ if only is None else open_.filter(task__in=only)


def lacking(tide: Tide, *, only: list[int] | None = None) -> QuerySet[tasks.Assignment]:
    """Parts for which a step was never laid for their present day; "not received" is laid once."""
    there = Reminder.objects.filter(assignment=OuterRef("pk"), step=tide.step, days=tide.days)
    if tide.hangs_on_due:
        return _owed(only).filter(~Exists(there.filter(anchor=OuterRef("due"))), due__isnull=False)
    return _owed(only).filter(~Exists(there), state=tasks.State.WAITING)


def lacking_by_day(tide: Tide, *, only: list[int] | None = None) -> Iterator[tuple[date, QuerySet[tasks.Assignment]]]:
    """The same by the day that the step is counted from: the due day, or that on which the part was handed out."""
    found, zone = lacking(tide, only=only).order_by(), timezone.get_default_timezone()
    if tide.hangs_on_due:
        for day in sorted(due for due in found.values_list("due", flat=True).distinct() if due):
            yield day, found.filter(due=day)
        return
    given = TruncDate("changed_at", tzinfo=zone)
    for day in sorted(found.annotate(given=given).values_list("given", flat=True).distinct()):
        begins = datetime.combine(day, time(), tzinfo=zone)
        yield day, found.filter(changed_at__gte=begins, changed_at__lt=begins + timedelta(days=1))


def _of(only: list[int] | None) -> ReminderQuerySet:
    return Reminder.objects.all() if only is None else Reminder.objects.filter(assignment__task__in=only)


def obsolete(only: list[int] | None = None) -> Iterator[tuple[Because, ReminderQuerySet]]:
    """Reminders that wait for nothing any more, by the reason why."""
    waiting = _of(only).waiting()
    over = Q(assignment__state__in=(tasks.State.ACCEPTED, *tasks.OUT)) | Q(assignment__task__withdrawn_at__isnull=False)
    yield Because.ENDED, waiting.filter(over)
    on_due = ~Q(step__in=(Step.UNRECEIVED, Step.ASKED))
    moved = Q(assignment__due=None) | ~Q(anchor=F("assignment__due"))
    yield Because.MOVED, waiting.filter(on_due & moved)
    yield Because.RECEIVED, waiting.filter(step=Step.UNRECEIVED).exclude(assignment__state=tasks.State.WAITING)
    yield Because.SETTINGS, waiting.exclude(_configured())


def revivable(now: datetime, only: list[int] | None = None) -> ReminderQuerySet:
    """Cancelled ones whose reason is gone and whose moment is still ahead: a result returned, a day moved back."""
    gone = (Because.ENDED, Because.MOVED, Because.SETTINGS)
    ahead = _of(only).filter(_configured(), state=ReminderState.CANCELLED, because__in=gone, due_at__gt=now)
    on_due = ~Q(step=Step.UNRECEIVED) & Q(anchor=F("assignment__due"))
    unreceived = Q(step=Step.UNRECEIVED, assignment__state=tasks.State.WAITING)
    return ahead.filter(on_due | unreceived, assignment__state__in=tasks.OPEN, assignment__task__withdrawn_at=None)


def _configured() -> Q:
    wanted = Q(step=Step.ASKED)  # a person's own wish hangs on no setting
    for tide in tides():
        wanted |= Q(step=tide.step, days=tide.days)
    return wanted
