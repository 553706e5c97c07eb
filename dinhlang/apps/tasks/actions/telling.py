"""What a body does with its part: takes it on, tells how far it is, hands in the result, or declines a request."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from dinhlang.apps.files import public as files
from dinhlang.apps.people import public as people
from dinhlang.apps.tasks import rules
from dinhlang.apps.tasks.actions.steps import meanwhile, refusal, store, take_step
from dinhlang.apps.tasks.models import Assignment, Evidence, Progress, State
from dinhlang.base.refusal import Refusal

MOST_WORDS = 10_000


class CannotReceive(Refusal):
    """A part is not taken on, and why."""


class CannotTell(Refusal):
    """Progress is not written down, and why."""


class CannotDecline(Refusal):
    """A part is not declined, and why."""


@transaction.atomic
def receive(*, assignment: Assignment, by: people.Person, now: datetime) -> Assignment:
    """The body has read what is asked and takes it on."""
    if assignment.state != State.WAITING:
        ruling = rules.step(assignment.state, State.WAITING)
        raise refusal(CannotReceive, ruling.reason or rules.Trouble.NOT_FROM_HERE, assignment)
    take_step("tasks.received", assignment, State.DOING, cannot=CannotReceive, by=by, now=now, unit=assignment.unit)
    return assignment


@transaction.atomic
def tell_progress(
    *,
    assignment: Assignment,
    words: str = "",
    uploads: Sequence[UploadedFile] = (),
    files: Sequence[files.StoredFile] = (),
    by: people.Person,
    now: datetime,
    finished: bool = False,
    seen: datetime | None = None,
) -> Progress:
    """Write down how far the body is, with what shows it; `finished` hands the result in.

    `seen` is the `changed_at` that the page showed: who writes on an older page is told so, and so is a second click.
    """
    words = words.strip()
    if seen is not None and seen != assignment.changed_at:
        raise meanwhile(CannotTell, assignment)
    if len(words) > MOST_WORDS:
        raise CannotTell(_("Phần ghi quá dài. Xin gửi phần dài dưới dạng tệp kèm theo."), field="words")
    if not (words or uploads or files or finished):
        raise CannotTell(_("Xin ghi đã làm được gì, hoặc thêm ảnh, tệp."), field="words")
    changes: dict[str, Any] = {"submitted_on": timezone.localtime(now).date()} if finished else {}
    told = take_step(
        "tasks.submitted" if finished else "tasks.progress_told",
        assignment,
        _next_state(assignment, finished=finished),
        cannot=CannotTell,
        by=by,
        now=now,
        unit=assignment.unit,
        words=words,
        lacking=_lacking(assignment, words, len(uploads) + len(files)) if finished else None,
        **changes,
    )
    _keep_evidence(told, uploads=uploads, kept=files, by=by, now=now)
    return told


def submit(
    *,
    assignment: Assignment,
    words: str = "",
    uploads: Sequence[UploadedFile] = (),
    files: Sequence[files.StoredFile] = (),
    by: people.Person,
    now: datetime,
) -> Progress:
    """Hand the result in: from now on the issuer is asked to look."""
    return tell_progress(
        assignment=assignment, words=words, uploads=uploads, files=files, by=by, now=now, finished=True
    )


def _next_state(assignment: Assignment, *, finished: bool) -> State:
    return State.SUBMITTED if finished or assignment.state == State.SUBMITTED else State.DOING


def _lacking(assignment: Assignment, words: str, sent: int) -> rules.Trouble | None:
    """What the result lacks; files that were sent before show it too, but something is said or sent now."""
    before = Evidence.objects.filter(progress__assignment=assignment).count()
    was_returned = assignment.state == State.RETURNED
    told = rules.Told(words=words, files=sent, files_before=before, was_returned=was_returned)
    return rules.lacks(told, evidence_wanted=bool(assignment.task.evidence_wanted))


def _keep_evidence(
    told: Progress,
    *,
    uploads: Sequence[UploadedFile],
    kept: Sequence[files.StoredFile],
    by: people.Person,
    now: datetime,
) -> None:
    stored = [store(upload, CannotTell, by=by, now=now) for upload in uploads]
    Evidence.objects.bulk_create([Evidence(progress=told, file=file) for file in [*stored, *kept]])


@transaction.atomic
def decline(*, assignment: Assignment, reason: str, by: people.Person, now: datetime) -> Assignment:
    """A body that was only asked says why it does not take part."""
    take_step(
        "tasks.declined",
        assignment,
        State.DECLINED,
        cannot=CannotDecline,
        by=by,
        now=now,
        unit=assignment.unit,
        words=reason.strip(),
    )
    return assignment


@transaction.atomic
def say_not_ours(*, assignment: Assignment, reason: str, by: people.Person, now: datetime) -> Assignment:
    """The duty does not concern the body (a ward without farm land), it says why; the issuer agrees or returns it."""
    take_step(
        "tasks.not_ours",
        assignment,
        State.NOT_OURS,
        cannot=CannotDecline,
        by=by,
        now=now,
        unit=assignment.unit,
        words=reason.strip(),
    )
    return assignment
