"""Who handed work out is told what is late under them: one line a person and day, and nothing on days without news."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime

from django.conf import settings
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from dinhlang.apps.people import public as people
from dinhlang.apps.reminders import rules
from dinhlang.apps.reminders.actions.posting import put_letters
from dinhlang.apps.reminders.actions.pushing import put_pushes
from dinhlang.apps.reminders.models import Roundup
from dinhlang.apps.tasks import public as tasks

AT = rules.Tide("gathered", 0)


@transaction.atomic
def gather_late(*, now: datetime) -> int:
    """Tell each who has not been told yet of what passed its day since the last time; says how many were told."""
    if not settings.REMIND["issuer"]:
        return 0
    day = timezone.localtime(now).date()
    late = _by_person(tasks.late_by_keeper(on=day), day=day)
    last = dict(Roundup.objects.filter(person__in=late).order_by().values_list("person").annotate(last=Max("day")))
    every = min(settings.REMIND["issuer"])
    wanted = {
        person: found
        for person, found in late.items()
        if rules.is_gathered(last=last.get(person.pk), latest=max(one.latest for one in found), day=day, every=every)
    }
    return _tell(wanted, now=now, day=day)


def _by_person(late: Iterable[tasks.LateUnder], *, day: date) -> dict[people.Person, list[tasks.LateUnder]]:
    """Those who decide in the name of each body; who does for several is told of all in one."""
    late = list(late)
    whom = people.acting_for(people.Word.TASKS_ACCEPT, [one.body for one in late], day=day) if late else {}
    found = defaultdict[people.Person, list[tasks.LateUnder]](list)
    for one in late:
        for person in whom[one.body.pk]:
            found[person].append(one)
    return found


def _tell(wanted: dict[people.Person, list[tasks.LateUnder]], *, now: datetime, day: date) -> int:
    due_at = rules.moment_of(AT, day, zone=timezone.get_default_timezone())
    put_pushes(wanted, now=now)
    letters = put_letters(wanted, now=now, is_daily=True)
    rows = [
        Roundup(
            person=person,
            day=day,
            due_at=due_at,
            told_at=now,
            late=sum(one.number for one in found),
            letter=letters.get(person.pk),
        )
        for person, found in wanted.items()
    ]
    Roundup.objects.bulk_create(rows, batch_size=500, ignore_conflicts=True)
    return len(rows)


def read_roundups(*, by: people.Person, now: datetime, day: date) -> int:
    """What the page showed was read; one that came after the day of the page stays unread."""
    return Roundup.objects.filter(person=by, read_at=None, day__lte=day).update(read_at=now)
