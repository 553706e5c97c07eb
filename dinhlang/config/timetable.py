"""What runs by itself: the single list. A missed hour is caught up; for one day a job is in the queue only once."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from dinhlang.apps.operations import public as operations
from dinhlang.base.work import kind

SUNDAY = 7


@dataclass(frozen=True)
class Daily:
    """A job that runs each day, or each week, at or after an hour in Việt Nam; it is told the day.

    `made_up` says for how many past days it is done later, if no worker ran on them; most jobs only care for today.
    """

    job: str
    at: time
    made_up: int = 0
    weekday: int = 0

    def days(self, now: datetime) -> list[date]:
        """The days it is due for, oldest first."""
        local = timezone.localtime(now)
        past = [local.date() - timedelta(days=back) for back in range(self.made_up, 0, -1)]
        days = [*past, local.date()] if local.time() >= self.at else past
        return [day for day in days if self.weekday in {0, day.isoweekday()}]


TIMETABLE = (
    Daily("dinhlang.apps.register.jobs.turn_to_today", time(0, 1)),
    Daily("dinhlang.apps.tasks.jobs.hand_work_over", time(0, 3)),  # when the units stand as of today
    Daily("dinhlang.apps.people.jobs.let_leave_who_left", time(0, 5)),
    Daily("dinhlang.apps.overview.jobs.count_the_board", time(0, 8)),
    Daily("dinhlang.apps.tasks.jobs.count_parts_anew", time(0, 9)),
    Daily("dinhlang.apps.audit.jobs.seal_yesterday", time(0, 10), made_up=14),
    Daily("dinhlang.apps.tasks.jobs.open_occurrences", time(0, 30)),  # of a missed night too: it looks at all days
    Daily("dinhlang.config.jobs.back_up", time(1, 0)),
    Daily("dinhlang.apps.search.jobs.heal_index", time(2, 0)),
    Daily("dinhlang.apps.privacy.jobs.clear_what_passed_its_time", time(2, 30)),
    Daily("dinhlang.config.jobs.sweep", time(3, 0)),
    Daily("dinhlang.apps.reminders.jobs.remind", time(6, 0)),
    Daily("dinhlang.config.jobs.drill", time(4, 0), made_up=6, weekday=SUNDAY),
)


def put_due(now: datetime) -> list[str]:
    """Put into the queue what is due and is not there; says which. Of two workers who both try, one succeeds.

    Asked every few seconds, so it looks at all keys together. What was due before the very first job was not missed:
    there was no house yet.
    """
    due = [(daily.job, day) for daily in TIMETABLE for day in daily.days(now)]
    there = operations.keys_put([f"{job} {day.isoformat()}" for job, day in due])
    missing = [(job, day) for job, day in due if f"{job} {day.isoformat()}" not in there]
    begins = timezone.localtime((operations.first_put() if missing else None) or now).date()
    put = [(job, day.isoformat()) for job, day in missing if day >= begins]
    for job, day in put:
        operations.put(import_string(job), told={"day": day}, now=now, key=day)
    return [f"{job} {day}" for job, day in put]


@operations.timetable
def planned() -> list[operations.Planned]:
    """The list as people read it."""
    last = operations.last_of([daily.job for daily in TIMETABLE])
    return [_told(daily, last.get(daily.job)) for daily in TIMETABLE]


def _told(daily: Daily, last: operations.Job | None) -> operations.Planned:
    known, hour = kind(daily.job), f"{daily.at:%H:%M}"
    when = _("Chủ nhật %(hour)s") % {"hour": hour} if daily.weekday else hour
    return operations.Planned(known.title if known else daily.job, when, known.why if known else "", last)
