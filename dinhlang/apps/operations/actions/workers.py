"""What workers say of themselves."""

from datetime import datetime

from dinhlang.apps.operations.models import Job, JobState, Worker
from dinhlang.apps.operations.rules import LEASE


def come(*, name: str, version: str, now: datetime) -> None:
    """A worker begins."""
    Worker.objects.create(name=name, version=version, came_at=now, seen_at=now)


def beat(*, name: str, now: datetime, job: Job | None = None) -> None:
    """The worker lives; the job in its hand stays its own. One that it let fall, and could not say so, does not."""
    Worker.objects.filter(name=name).update(seen_at=now)
    if job is not None:
        held = Job.objects.filter(pk=job.pk, worker=name, tries=job.tries, state=JobState.RUNNING)
        held.update(leased_until=now + LEASE)


def leave(*, name: str, now: datetime) -> None:
    """The worker ends, as it was asked to."""
    Worker.objects.filter(name=name).update(seen_at=now, left_at=now)
