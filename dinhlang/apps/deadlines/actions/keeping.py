"""Keeping the time of a duty with all it was reckoned by, and a person's own day instead of it."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db import transaction

from dinhlang.apps.audit import public as audit
from dinhlang.apps.deadlines import rules
from dinhlang.apps.deadlines.models import DayChange, Deadline, Milestone, Why
from dinhlang.apps.people import public as people
from dinhlang.apps.plans import public as plans
from dinhlang.pure.dates import VERSION, Calendar, When, read_when


@transaction.atomic
def keep_deadline(
    *, clause: plans.Clause, due: date | None, calendar: Calendar, by: people.Person | None, now: datetime
) -> Deadline:
    """Keep when a clause is due: what its words mean, and the day that a person handed it out with.

    A day that does not follow from the words is a person's own: no later reckoning moves it.
    """
    plan = clause.plan
    words, on = clause.time_words, plan.issued_on
    when = read_when(words, on, calendar)
    rule, days = rules.rhythm_of(words, on, first=due, calendar=calendar)
    by_hand = due not in when.due and when.kind != "periodic" and (due is not None or bool(when.due))
    deadline = Deadline.objects.create(
        plan=plan,
        clause=clause,
        words=words[:500],
        counted_from=on,
        by_hand=by_hand,
        comes_back=rules.comes_back(rule, days),
        made_at=now,
        **{**_meaning(when), "recurrence": rule[:300]},
    )
    _first_milestones(deadline, when, due=due, calendar=calendar)
    unit = plan.keeper
    after = {"words": deadline.words, "kind": deadline.kind, "due": str(due or "")}
    audit.record("deadlines.kept", deadline, by=by, now=now, unit=unit, after=after)
    return deadline


def _meaning(when: When) -> dict[str, Any]:
    return {
        "kind": when.kind,
        "start": when.start,
        "recurrence": (when.recurrence or "")[:300],
        "waits_for": (when.waits_for or "")[:500],
        "sentence": when.sentence,
        "count": when.count.as_data() if when.count else None,
        "rules_version": VERSION,
        "by_working_days": bool(when.count and when.count.working and when.count.begin),
    }


def _first_milestones(deadline: Deadline, when: When, *, due: date | None, calendar: Calendar) -> None:
    """The day handed out comes first; further days that the words name follow in their order."""
    if when.kind == "periodic":
        days: list[date | None] = [due]
    elif due is not None:
        days = [due, *(day for day in when.due if day != due and not deadline.by_hand)]
    else:
        days = [None]
    Milestone.objects.bulk_create(
        Milestone(
            deadline=deadline,
            order=order,
            nominal=day if when.kind == "periodic" else None,
            day=day,
            reckoning=_reckoning(when, day, calendar),
            calendar_version=calendar.version,
        )
        for order, day in enumerate(days)
    )


def _reckoning(when: When, day: date | None, calendar: Calendar) -> dict[str, Any]:
    if when.count is None or when.count.begin is None or when.count.end != day:
        return {}
    return rules.reckoned(when.count, when.count.begin, calendar).as_data()


@transaction.atomic
def set_day(
    *,
    deadline: Deadline,
    day: date | None,
    reason: str,
    by: people.Person,
    now: datetime,
    occurrence: date | None = None,
) -> None:
    """A person says another day; from now on nothing else moves it but a person, or an event somebody records."""
    milestones = Milestone.objects.select_for_update().filter(deadline=deadline)
    found = milestones.filter(nominal=occurrence).order_by("order").first()
    if found is None or found.day == day:
        return
    keep_change(found, day, why=Why.PERSON, words=reason, now=now, by=by).save()
    found.day, found.reckoning = day, {}
    if deadline.kind == "periodic" and found.nominal is None:
        found.nominal = day  # from now on it is known when the first occurrence is
    found.save(update_fields=["day", "nominal", "reckoning"])
    _begin(deadline, day)
    after = {"due": str(day or "")}
    audit.record("deadlines.moved", deadline, by=by, now=now, unit=deadline.plan.keeper, reason=reason, after=after)


def _begin(deadline: Deadline, first: date | None) -> None:
    """From now on it is a person's own day; of a bare rhythm it is the first, from which the others follow."""
    deadline.by_hand = True
    if not deadline.comes_back and first is not None and deadline.recurrence:
        rule, days = rules.rhythm_of(deadline.words, deadline.counted_from, first=first)
        deadline.recurrence, deadline.comes_back = rule[:300], rules.comes_back(rule, days)
    deadline.save(update_fields=["by_hand", "recurrence", "comes_back"])


def keep_change(
    milestone: Milestone,
    after: date | None,
    *,
    why: str,
    words: str = "",
    now: datetime,
    by: people.Person | None = None,
) -> DayChange:
    """The old day with how it was reckoned, to be kept as history; not yet written."""
    return DayChange(
        milestone=milestone,
        before=milestone.day,
        after=after,
        why=why,
        words=words[:500],
        reckoning=milestone.reckoning,
        calendar_version=milestone.calendar_version,
        moment=now,
        by=by,
    )


def milestones_of(deadlines: Iterable[Deadline]) -> list[Milestone]:
    """Their milestones, held until the transaction ends."""
    found = Milestone.objects.select_for_update().filter(deadline__in=list(deadlines))
    return list(found.order_by("deadline", "order"))
