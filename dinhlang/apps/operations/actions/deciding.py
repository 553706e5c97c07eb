"""What a person decides about a job that was given up."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from dinhlang.apps.audit import public as audit
from dinhlang.apps.operations.models import Job, JobState
from dinhlang.apps.people import public as people
from dinhlang.base.refusal import Refusal


@transaction.atomic
def rerun(job: Job, *, reason: str, by: people.Person, now: datetime) -> None:
    """Try it again from the beginning, at once."""
    _decide(job, "operations.rerun", reason=reason, by=by, now=now, state=JobState.WAITING, tries=0, due_at=now)


@transaction.atomic
def drop(job: Job, *, reason: str, by: people.Person, now: datetime) -> None:
    """Leave it undone."""
    _decide(job, "operations.dropped", reason=reason, by=by, now=now, state=JobState.DROPPED, finished_at=now)


def _decide(job: Job, act: str, *, reason: str, by: people.Person, now: datetime, state: str, **facts: object) -> None:
    if not reason.strip():
        raise Refusal(_("Hãy ghi lý do."))
    decided = Job.objects.filter(pk=job.pk, state=JobState.GIVEN_UP).update(state=state, **facts)
    if not decided:
        raise Refusal(_("Việc này vừa được người khác xử lý. Hãy mở lại để xem."))
    before, after = {"state": JobState.GIVEN_UP.value}, {"state": str(state)}
    audit.record(act, job, by=by, now=now, reason=reason.strip(), before=before, after=after)
