"""What workers say of themselves."""

from datetime import datetime

from dinhlang.apps.operations.models import Job, JobState, Worker
from dinhlang.apps.operations.rules import LEASE


def come(*, name: str, version: str, now: datetime) -> None:
    """A worker begins."""
    Worker.objects.create(name=name, version=version, came_at=now, seen_at=now)


def beat(*, name: str, now: datetime, holds_on: bool = True) -> None:
    """The worker lives; what it is doing stays its own."""
    Worker.objects.filter(name=name).update(seen_at=now)
    if holds_on:
        Job.objects.filter(worker=name, state=JobState.RUNNING).update(leased_until=now + LEASE)


def leave(*, name: str, now: datetime) -> None:
    """The worker ends, as it was asked to."""
    Worker.objects.filter(name=name).update(seen_at=now, left_at=now)
