"""What is late under those who handed it out: by plan, in one line each."""

from dataclasses import dataclass
from datetime import date

from dinhlang.apps.people import public as people
from dinhlang.apps.plans import public as plans
from dinhlang.apps.reminders import access
from dinhlang.apps.reminders.models import Roundup
from dinhlang.apps.tasks import public as tasks

PLANS_SHOWN = 8


@dataclass(frozen=True)
class Under:
    """One plan with how many of its parts are late, and since which day the longest."""

    plan: plans.Plan
    number: int
    since: date


@dataclass(frozen=True)
class Gathered:
    """What a person follows and is late on a day: how much, and the first plans, the latest part first."""

    number: int
    plans: int
    shown: list[Under]
    roundup: Roundup | None = None


def gathered_for(person: people.Person, *, day: date, roundup: Roundup | None = None) -> Gathered | None:
    """As of a day; nothing where nothing is late."""
    rows = tasks.late_by_plan(person, on=day)
    if not rows:
        return None
    first = rows[:PLANS_SHOWN]
    known = plans.Plan.objects.with_names().in_bulk([row.plan for row in first])
    shown = [Under(known[row.plan], row.number, row.since) for row in first]
    return Gathered(sum(row.number for row in rows), len(rows), shown, roundup)


def unread_number(person: people.Person, *, day: date) -> int:
    """How many lines there are to read, what is late under others counted as one."""
    return access.notices_of(person).pending().count() + (unread_roundup(person, day=day) is not None)


def unread_roundup(person: people.Person, *, day: date) -> Gathered | None:
    """The latest that the person did not read, as it is today: what was sent in meanwhile is not told any more."""
    last = Roundup.objects.filter(person=person).first()
    if last is None or last.read_at is not None:
        return None
    return gathered_for(person, day=day, roundup=last)
