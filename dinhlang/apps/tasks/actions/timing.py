"""What the days of tasks do by themselves: those that were reckoned anew are taken over, occurrences are opened."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from dinhlang.apps.audit import public as audit
from dinhlang.apps.calendar import public as calendar
from dinhlang.apps.deadlines import public as deadlines
from dinhlang.apps.people import public as people
from dinhlang.apps.tasks.actions.changing import remember
from dinhlang.apps.tasks.actions.handing_out import Owed, assign, keep_time
from dinhlang.apps.tasks.models import Assignment, Progress, State, Task
from dinhlang.apps.tasks.signals import tasks_changed
from dinhlang.apps.units import public as units


def still_open(asked: Iterable[int]) -> set[int]:
    """Which of these deadlines some body still owes something by."""
    owed = Assignment.objects.filter(task=OuterRef("pk")).open()
    tasks = Task.objects.standing().filter(Exists(owed), deadline__in=list(asked))
    return set(tasks.values_list("deadline", flat=True))


def take_over(moves: Sequence[deadlines.Moved], by: people.Person | None, now: datetime) -> None:
    """The new days become those of the tasks and of all who owe by the old one; each body reads it in its log.

    A body that was given another day of its own keeps that day, and so does one whose council has its own sitting.
    """
    for own in moves:
        if own.place is not None:
            _take_over_of_council(own, own.place, by=by, now=now)
    by_key = {(move.deadline, move.occurrence): move for move in moves if move.place is None}
    found = Task.objects.standing().filter(deadline__in={deadline for deadline, _occurrence in by_key})
    tasks = [
        (task, move)
        for task in found.select_for_update(of=("self",)).select_related("plan__issuer", "plan__keeper")
        if (move := by_key.get((task.deadline_id or 0, task.occurrence))) and task.due == move.before
    ]
    groups: dict[tuple[date | None, date | None, str, frozenset[int]], list[int]] = {}
    for task, move in tasks:
        task.due = move.after
        groups.setdefault((move.before, move.after, move.sentence, move.but_not), []).append(task.pk)
    Task.objects.bulk_update([task for task, _move in tasks], ["due"], batch_size=500)
    for (before, after, sentence, but_not), keys in groups.items():
        parts = _due_by(keys, before)
        if but_not:
            parts = [one for one, place in _with_councils(parts) if place not in but_not]
        _move_parts(parts, after, sentence, by=by, now=now)
    audit.record_many(_entry(task, move, by, now) for task, move in tasks)
    if tasks:
        tasks_changed.send(Task, tasks=[task.pk for task, _move in tasks], now=now)


def _take_over_of_council(move: deadlines.Moved, place: int, *, by: people.Person | None, now: datetime) -> None:
    """Only the parts of those whose council sits then; the task keeps the day of all."""
    found = Task.objects.standing().filter(deadline=move.deadline)
    tasks = list(found.select_for_update(of=("self",)).select_related("plan__issuer", "plan__keeper"))
    parts = [one for one, own in _with_councils(_due_by([task.pk for task in tasks], move.before)) if own == place]
    _move_parts(parts, move.after, move.sentence, by=by, now=now)
    touched = {one.task_id for one in parts}
    audit.record_many(_entry(task, move, by, now) for task in tasks if task.pk in touched)
    if touched:
        tasks_changed.send(Task, tasks=sorted(touched), now=now)


def _due_by(tasks: Sequence[int], before: date | None) -> list[Assignment]:
    """The open parts that are due on the day as it was; others were given a day of their own."""
    parts = Assignment.objects.filter(task__in=tasks).open()
    parts = parts.filter(due=before) if before else parts.filter(due__isnull=True)
    return list(parts.only("pk", "state", "task", "unit"))


def _with_councils(parts: Sequence[Assignment]) -> Iterator[tuple[Assignment, int | None]]:
    """Each with the place of whose council its body is."""
    bodies = units.Unit.objects.filter(pk__in={one.unit_id for one in parts})
    places = deadlines.councils_of(bodies)
    for one in parts:
        place = places.get(one.unit_id)
        yield one, place.pk if place else None


def _move_parts(
    parts: Iterable[Assignment],
    after: date | None,
    sentence: str,
    *,
    by: people.Person | None,
    now: datetime,
) -> None:
    told = [Progress(assignment_id=one.pk, moment=now, by=by, words=sentence, state=one.state) for one in parts]
    Assignment.objects.filter(pk__in=[one.assignment_id for one in told]).update(due=after, changed_at=now)
    Progress.objects.bulk_create(told, batch_size=1000)


def _entry(task: Task, move: deadlines.Moved, by: people.Person | None, now: datetime) -> audit.Entry:
    return audit.entry(
        "tasks.due_moved",
        task,
        by=by,
        now=now,
        unit=task.plan.keeper,
        reason=move.sentence,
        before={"due": str(move.before or "")},
        after={"due": str(move.after or "")},
    )


@transaction.atomic
def open_occurrences(head: Task, *, now: datetime, day: date) -> list[Task]:
    """Open what is due soon of a task that comes back: a task an occurrence, owed by those who owed the last one.

    The days and their tasks are made in one transaction: whoever is killed in it leaves neither.
    """
    if head.deadline is None:
        return []
    days_off = calendar.calendar_in_force()
    made = deadlines.next_milestones(deadline=head.deadline, calendar=days_off, day=day)
    if not made:
        return []
    owed = _owed_before(head, day=day)
    return [_opened(head, one, owed, now=now) for one in made if owed]


def _opened(head: Task, milestone: deadlines.Milestone, owed: Sequence[Owed], *, now: datetime) -> Task:
    named = {"title": head.title[:270], "day": f"{milestone.nominal:%d/%m/%Y}"}
    task = Task.objects.create(
        plan=head.plan,
        clause=head.clause,
        title=_("%(title)s (kỳ %(day)s)") % named,
        text=head.text,
        evidence_wanted=head.evidence_wanted,
        time_words=head.time_words,
        due=milestone.day,
        deadline=head.deadline,
        series=head,
        occurrence=milestone.nominal,
        handed_out_at=now,
        handed_out_by=head.handed_out_by,
    )
    number = assign(task, owed, by=None, now=now)
    after = {"number": number, "due": str(task.due or "")}
    audit.record("tasks.occurrence_opened", task, by=None, now=now, unit=head.plan.keeper, after=after)
    remember(task)
    return task


def _owed_before(head: Task, *, day: date) -> list[Owed]:
    """Who owed the last occurrence that stands; who is no more is followed by its successors."""
    latest = head.occurrences.standing().order_by("-occurrence").first() or head
    parts = latest.assignments.exclude(state=State.WITHDRAWN).select_related("unit").order_by("pk")
    owed: dict[int, Owed] = {}
    for part in parts:
        for unit in _standing_for(part.unit, day=day):
            owed.setdefault(unit.pk, (unit, part.part, part.group_words))
    return list(owed.values())


def _standing_for(unit: units.Unit, *, day: date) -> list[units.Unit]:
    if unit.is_living or units.UnitVersion.objects.on(day).filter(unit=unit).exists():
        return [unit]
    return [one.successor for one in units.successors_of(unit)]


def series_to_open() -> Iterable[Task]:
    """The first tasks of all series that have not been ended."""
    coming_back = deadlines.Deadline.objects.coming_back()
    heads = Task.objects.standing().filter(series__isnull=True, deadline__in=coming_back)
    return heads.select_related(
        "plan__issuer", "plan__keeper", "plan__place", "clause", "deadline", "handed_out_by"
    ).order_by("pk")


def keep_missing_times(*, now: datetime, most: int = 5000) -> int:
    """Tasks that were handed out before this house kept why they are due: keep it now, some each night."""
    without = Task.objects.standing().filter(deadline__isnull=True, clause__isnull=False)
    found = list(without.select_related("plan__issuer", "plan__keeper", "clause__plan__issuer").order_by("pk")[:most])
    for task in found:
        with transaction.atomic():
            keep_time(task, by=None, now=now)
    return len(found)
