"""What runs by itself: the single list. A missed hour is caught up the same day; one worker runs a day only once."""

from dataclasses import dataclass
from datetime import datetime, time

from django.utils import timezone
from django.utils.module_loading import import_string
from django_tasks_db.models import DBTaskResult


@dataclass(frozen=True)
class Daily:
    """A job that runs once each day, at or after an hour in Việt Nam; it is told the day."""

    job: str
    at: time
    why: str


TIMETABLE = (
    Daily("dinhlang.apps.register.jobs.turn_to_today", time(0, 1), "changes of units decided for this day now show"),
    Daily("dinhlang.apps.audit.jobs.seal_yesterday", time(0, 10), "the record of the day that ended is sealed"),
    Daily("dinhlang.apps.search.jobs.heal_index", time(2, 0), "what can be found agrees with what is there"),
    Daily("dinhlang.config.jobs.back_up", time(1, 0), "a backup of the day, where a place for it is named"),
    Daily("dinhlang.config.jobs.drill_on_sunday", time(4, 0), "a backup that nobody ever restored is a hope"),
    Daily("dinhlang.config.jobs.sweep_sessions", time(3, 0), "ended sessions and results of old jobs are cleared away"),
)


def enqueue_due(now: datetime) -> list[str]:
    """Put every job of today that is due and was not yet put into the queue there; says which."""
    local = timezone.localtime(now)
    due = [daily for daily in TIMETABLE if local.time() >= daily.at and not _was_put(daily, local)]
    for daily in due:
        import_string(daily.job).enqueue(day=local.date().isoformat())
    return [daily.job for daily in due]


def _was_put(daily: Daily, local: datetime) -> bool:
    told = {"args": [], "kwargs": {"day": local.date().isoformat()}}
    return DBTaskResult.objects.filter(task_path=daily.job, args_kwargs=told).exists()
