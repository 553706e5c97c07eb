"""What is due is told: one row for each person, and the letter that will carry it, in one transaction."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from dinhlang.apps.reminders import queries, rules
from dinhlang.apps.reminders.actions.posting import put_letters
from dinhlang.apps.reminders.actions.pushing import put_pushes
from dinhlang.apps.reminders.models import Because, Notice, Reminder, ReminderState

AT_A_TIME = 500


def tell_due(*, now: datetime, only: list[int] | None = None, is_daily: bool = False) -> int:
    """Tell everything whose moment has come, of some tasks or of all; says how many reminders were told."""
    told = 0
    while (found := _tell_some(now=now, only=only, is_daily=is_daily)) is not None:
        told += found
    return told


@transaction.atomic
def _tell_some(*, now: datetime, only: list[int] | None, is_daily: bool) -> int | None:
    """The next few hundred; nothing when none is left. Of two workers the second waits, and finds them settled."""
    due = Reminder.objects.due(now)
    due = due if only is None else due.filter(assignment__task__in=only)
    parts = list(due.order_by("due_at", "pk").values_list("assignment", flat=True)[:AT_A_TIME])
    if not parts:
        return None
    # All that is due of a part is looked at together, however many there are.
    together = Reminder.objects.due(now).filter(assignment__in=set(parts)).order_by("pk")
    held = list(together.select_for_update(of=("self",)).select_related("assignment__unit", "assignment__task"))
    tellable = _sift(held, now=now)
    told = _tell(tellable, now=now, is_daily=is_daily)
    return len(told)


def _sift(held: Sequence[Reminder], *, now: datetime) -> list[Reminder]:
    """Cancel what is not to be told any more, with the reason; the rest goes on."""
    reasons = {one.pk: one.against for one in held}
    standing = [one for one in held if reasons[one.pk] is None]
    come = [rules.Come(one.pk, one.assignment_id, one.step, one.due_at) for one in standing]
    latest = rules.last_of_each_chain(come)
    for one in standing:
        if one.pk not in latest:
            reasons[one.pk] = Because.OVERTAKEN
    for because in Because:
        _cancel([key for key, reason in reasons.items() if reason == because], because, now=now)
    return [one for one in standing if one.pk in latest]


def _cancel(keys: list[int], because: Because, *, now: datetime) -> None:
    if keys:
        Reminder.objects.filter(pk__in=keys).update(state=ReminderState.CANCELLED, because=because, settled_at=now)


def _tell(tellable: Sequence[Reminder], *, now: datetime, is_daily: bool) -> list[Reminder]:
    whom = queries.recipients(tellable, day=timezone.localtime(now).date()) if tellable else {}
    told = [one for one in tellable if whom[one.pk]]
    _cancel([one.pk for one in tellable if not whom[one.pk]], Because.NOBODY, now=now)
    Reminder.objects.filter(pk__in=[one.pk for one in told]).update(state=ReminderState.TOLD, settled_at=now)
    persons = {person.pk: person for one in told for person in whom[one.pk]}
    put_pushes(persons.values(), now=now)
    letters = put_letters(persons.values(), now=now, is_daily=is_daily)
    notices = [
        Notice(reminder=one, person=person, told_at=now, letter=letters.get(person.pk))
        for one in told
        for person in whom[one.pk]
    ]
    Notice.objects.bulk_create(notices, batch_size=500, ignore_conflicts=True)
    return told
