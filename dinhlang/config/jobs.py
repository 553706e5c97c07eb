"""Jobs that belong to no room: tidying, backups and their drill."""

import logging
from datetime import date, timedelta

from django.conf import settings
from django.contrib.sessions.models import Session
from django_tasks import task
from django_tasks_db.models import DBTaskResult

from dinhlang.base import clock
from dinhlang.config import recovery

KEPT_DAYS = 30


@task()
def sweep_sessions(*, day: str) -> int:
    """Sessions that ended, and results of jobs older than a month, go."""
    now = clock.now()
    gone, _ = Session.objects.filter(expire_date__lt=now).delete()
    old, _ = DBTaskResult.objects.filter(finished_at__lt=now - timedelta(days=KEPT_DAYS)).delete()
    return gone + old


@task()
def back_up(*, day: str) -> bool:
    """The daily backup, where the settings name a place for it."""
    if settings.BACKUP_TO:
        recovery.back_up(
            to=settings.BACKUP_TO, keys_to=settings.BACKUP_KEYS_TO, now=clock.now(), say=_log, is_watched=False
        )
    return bool(settings.BACKUP_TO)


@task()
def drill_on_sunday(*, day: str) -> bool:
    """Once a week the latest backup is restored aside and compared."""
    is_sunday = date.fromisoformat(day).isoweekday() == 7
    if settings.BACKUP_TO and is_sunday:
        recovery.drill(from_=settings.BACKUP_TO, now=clock.now(), say=_log)
    return bool(settings.BACKUP_TO) and is_sunday


def _log(sentence: str) -> None:
    """Never a password: the worker's words go into a log. `dinhlang backup` at a terminal makes and shows it."""
    logging.getLogger("dinhlang.recovery").info(sentence)
