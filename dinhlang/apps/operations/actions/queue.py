"""A job's way through the queue. Each step names what it expects to find, so of two who try only one succeeds.

None of this is written to the record: who acts is the house itself, and what a job changes it records by itself.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from django.db.models import F

from dinhlang.apps.operations.models import Job, JobState, Worker
from dinhlang.apps.operations.rules import LEASE, MOST_TRIES, pause_after
from dinhlang.base.work import path_of

CANDIDATES = 10
"""How many due jobs are looked at together; a worker that loses the race for all of them comes again in a moment."""

SILENCE = "Thợ nhận việc này không còn trả lời · its worker fell silent."
UNKNOWN = "Bản này không còn biết việc đó · this version does not know this job."


def put(
    function: Callable[..., Any], *, told: dict[str, Any], now: datetime, due: datetime | None = None, key: str = ""
) -> None:
    """Put a job into the queue, with the transaction it belongs to. One with this key that is there already stays."""
    path = path_of(function)
    job = Job(path=path, told=told, key=f"{path} {key or uuid4()}", put_at=now, due_at=due or now)
    Job.objects.bulk_create([job], ignore_conflicts=True)


def claim(*, worker: str, now: datetime) -> Job | None:
    """The next job that is due, taken by this worker alone; each taking counts as a try."""
    for job in Job.objects.to_do(now)[:CANDIDATES]:
        as_read = Job.objects.filter(pk=job.pk, state=job.state, tries=job.tries, worker=job.worker)
        if job.tries >= MOST_TRIES:  # whoever took it last died of it, time and again
            as_read.update(state=JobState.GIVEN_UP, finished_at=now, trouble=job.trouble or SILENCE)
            continue
        taking = {"worker": worker, "started_at": now, "leased_until": now + LEASE, "tries": job.tries + 1}
        trouble = SILENCE if job.state == JobState.RUNNING else job.trouble
        if as_read.update(state=JobState.RUNNING, trouble=trouble, **taking):
            job.refresh_from_db()
            return job
    return None


def finish(job: Job, *, answer: str, now: datetime) -> bool:
    """The job is done; says whether it was still this worker's."""
    facts = {"state": JobState.DONE, "finished_at": now, "answer": answer[:200], "trouble": ""}
    return _still_held(job, **facts)


def note(job: Job, words: str) -> None:
    """How far a job is that is being done."""
    held = Job.objects.filter(pk=job.pk, state=JobState.RUNNING, worker=job.worker, tries=job.tries)
    held.update(answer=words[:200])


def fail(job: Job, *, trouble: str, now: datetime, for_good: bool = False) -> bool:
    """It did not go well: later again, or a person has to look. Says whether it was still this worker's."""
    pause = None if for_good else pause_after(job.tries)
    if pause is None:
        return _still_held(job, state=JobState.GIVEN_UP, finished_at=now, trouble=trouble)
    return _still_held(job, state=JobState.WAITING, due_at=now + pause, trouble=trouble)


def put_back(job: Job, *, now: datetime) -> bool:
    """The worker was asked to stop: the job waits again as if it had not been begun."""
    return _still_held(job, state=JobState.WAITING, due_at=now, tries=F("tries") - 1)


def _still_held(job: Job, **facts: Any) -> bool:
    held = Job.objects.filter(pk=job.pk, state=JobState.RUNNING, worker=job.worker, tries=job.tries)
    return bool(held.update(leased_until=None, **facts))


def sweep(*, now: datetime, kept: timedelta) -> int:
    """What ended long ago goes, and workers nobody has heard of; what waits for a person stays."""
    ended = Job.objects.in_state(JobState.DONE, JobState.DROPPED).filter(finished_at__lt=now - kept)
    gone, _kinds = ended.delete()
    Worker.objects.filter(seen_at__lt=now - kept).delete()
    return gone
