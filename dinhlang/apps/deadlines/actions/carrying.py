"""A duty goes on under the clause of a newer version of its plan: the page "why this day" follows it there."""

from collections.abc import Sequence
from datetime import date, datetime
from itertools import zip_longest

from django.db import transaction

from dinhlang.apps.audit import public as audit
from dinhlang.apps.deadlines.actions.keeping import keep_change
from dinhlang.apps.deadlines.models import Deadline, Milestone, Why
from dinhlang.apps.people import public as people
from dinhlang.apps.plans import public as plans
from dinhlang.pure.dates import VERSION, Calendar, read_when


@transaction.atomic
def carry_over(
    deadline: Deadline,
    *,
    clause: plans.Clause,
    reason: str,
    calendar: Calendar,
    by: people.Person,
    now: datetime,
) -> None:
    """Its source is the newer clause; further days that the new words name are its milestones, the old ones are kept.

    The first day is the task's and is moved with the task. What hangs on a sitting, on an event or on a rhythm keeps
    what was recorded for it.
    """
    held = Deadline.objects.select_for_update().get(pk=deadline.pk)
    before = held.words
    held.plan, held.clause, held.words = clause.plan, clause, clause.time_words[:500]
    when = read_when(clause.time_words, clause.plan.issued_on, calendar)
    if held.words != before and held.kind == when.kind == "dated":
        held.sentence, held.rules_version, held.counted_from = when.sentence, VERSION, clause.plan.issued_on
        _further_days(held, [day for day in when.due if day != clause.due], reason, calendar, by=by, now=now)
    held.save(update_fields=["plan", "clause", "words", "sentence", "rules_version", "counted_from"])
    audit.record(
        "deadlines.carried_over",
        held,
        by=by,
        now=now,
        unit=held.plan.keeper,
        reason=reason,
        before={"words": before},
        after={"words": held.words},
    )


def _further_days(
    deadline: Deadline, days: Sequence[date], reason: str, calendar: Calendar, *, by: people.Person, now: datetime
) -> None:
    """All but the first, in their order; one that is named no longer has no day, and tells which it had."""
    standing = list(Milestone.objects.select_for_update().filter(deadline=deadline, order__gt=0).order_by("order"))
    if deadline.by_hand and not standing:
        return  # a person's own day stood instead of all that the words name
    for order, (milestone, day) in enumerate(zip_longest(standing, days), 1):
        if milestone is None:
            Milestone.objects.create(deadline=deadline, order=order, day=day, calendar_version=calendar.version)
        elif milestone.day != day:
            keep_change(milestone, day, why=Why.PERSON, words=reason, now=now, by=by).save()
            milestone.day, milestone.reckoning = day, {}
            milestone.save(update_fields=["day", "reckoning"])
