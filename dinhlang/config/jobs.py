"""Jobs that belong to no room: tidying."""

from datetime import timedelta

from django.contrib.sessions.models import Session
from django_tasks import task
from django_tasks_db.models import DBTaskResult

from dinhlang.base import clock

KEPT_DAYS = 30


@task()
def sweep_sessions(*, day: str) -> int:
    """Sessions that ended, and results of jobs older than a month, go."""
    now = clock.now()
    gone, _ = Session.objects.filter(expire_date__lt=now).delete()
    old, _ = DBTaskResult.objects.filter(finished_at__lt=now - timedelta(days=KEPT_DAYS)).delete()
    return gone + old
