"""A document arrives and is kept at once, whatever becomes of it; it is read apart from the page, or again."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from dinhlang.apps.audit import public as audit
from dinhlang.apps.files import public as files
from dinhlang.apps.intake.actions.documents import CannotTakeIn, latest, readable, set_aside
from dinhlang.apps.intake.models import Document, DocumentState, Reading, ReadingState, Standing, TwinAnswer
from dinhlang.apps.intake.queries import fingerprint, in_work, twin_by_file
from dinhlang.apps.intake.rules import may_step
from dinhlang.apps.operations import public as operations
from dinhlang.apps.people import public as people
from dinhlang.apps.units import public as units
from dinhlang.base.refusal import Refusal
from dinhlang.base.work import kind
from dinhlang.pure.viet import one_line

JOB = "dinhlang.apps.intake.jobs.read_document"
STUCK = timedelta(minutes=15)
"""A reading that nobody has heard of for so long may be asked for anew."""
LONGEST_TITLE = 200
"""Of the name by which a document is called until it is read."""


class CannotReadAgain(Refusal):
    """The document is not one that a machine may read now."""


@transaction.atomic
def arrive(
    *,
    owner: units.Unit,
    text: str = "",
    file: files.StoredFile | None = None,
    by: people.Person,
    now: datetime,
) -> Reading:
    """Keep what came, a file or pasted text, and ask for its reading. Nothing is lost, even if nobody can read it."""
    if file is None and not text.strip():
        raise CannotTakeIn(_("Hãy dán nội dung văn bản vào đây, hoặc chọn tệp bên dưới."), field="text")
    text = readable(text) if text.strip() else ""
    document = Document.objects.create(
        owner=owner,
        title=_called(text, file),
        text=text,
        text_sha256=fingerprint(text) if text else "",
        file=file,
        state=DocumentState.ARRIVED,
        arrived_at=now,
        taken_in_by=by,
    )
    audit.record("intake.arrived", document, by=by, now=now, unit=owner, after={"file": file.name if file else ""})
    return _ask(document, by=by, now=now)


def _called(text: str, file: files.StoredFile | None) -> str:
    """Until it is read: the name of its file, else its first line."""
    first = next((line for line in map(one_line, text.split("\n")) if line), "")
    return (file.name if file else first)[:LONGEST_TITLE]


def _ask(document: Document, *, by: people.Person, now: datetime) -> Reading:
    """A new reading; the same file that is here already is asked about before anybody spends minutes on it."""
    reading = Reading(document=document, asked_by=by, asked_at=now)
    twin = twin_by_file(document, asker=by)
    if twin is not None:
        reading.twin, reading.likeness, reading.state = twin, 1.0, ReadingState.ASKING
    reading.save()
    return reading if twin else _put(reading, now=now)


def _put(reading: Reading, *, now: datetime) -> Reading:
    """Into the queue, with the transaction it belongs to; whoever reads it at once leaves nothing to do there."""
    if (work := kind(JOB)) is not None:
        operations.put(work.do, told={"reading": reading.pk}, now=now, key=f"{reading.pk} {reading.anyway[:9]}")
    return reading


def is_stuck(reading: Reading | None, *, now: datetime) -> bool:
    """Nobody seems to read it: no worker, or one that died of it."""
    return reading is not None and reading.ended_at is None and now - (reading.heard_at or reading.asked_at) > STUCK


@transaction.atomic
def read_again(document: Document, *, by: people.Person, now: datetime) -> Reading:
    """From the kept text, or from the file where there is none. What a person checked or changed stays as it is."""
    is_waiting = latest(document).state == DocumentState.ARRIVED
    is_due = is_stuck(in_work(document), now=now) if is_waiting else may_step(document.state, DocumentState.ARRIVED)
    if not is_due:
        raise CannotReadAgain(_("Văn bản này đang được đọc, đã thành kế hoạch hoặc đã được cất đi."))
    before, document.state = document.state, DocumentState.ARRIVED
    document.save(update_fields=["state"])
    marks = document.marks.filter(standing=Standing.PROPOSED)
    facts = {"before": {"state": before, "proposals": marks.count()}, "after": {"state": document.state}}
    audit.record("intake.asked_again", document, by=by, now=now, unit=document.owner, **facts)
    return _put(Reading.objects.create(document=document, asked_by=by, asked_at=now), now=now)


@transaction.atomic
def read_anyway(
    document: Document, *, reason: str, answer: str = TwinAnswer.OTHER, by: people.Person, now: datetime
) -> Reading:
    """It is read all the same: as a later version of what it looks like, or as another document; then says why."""
    reading, answer = _asked_about(document), TwinAnswer(answer)
    if answer == TwinAnswer.OTHER and not reason.strip():
        raise CannotReadAgain(_("Hãy ghi lý do: vì sao văn bản này khác văn bản kia."), field="reason")
    reading.answer = answer
    reading.anyway, reading.state = one_line(reason)[:500] or str(answer.label), ReadingState.WAITING
    reading.save(update_fields=["answer", "anyway", "state"])
    facts = {"after": {"twin": str(reading.twin), "answer": answer}, "reason": reading.anyway}
    audit.record("intake.read_anyway", document, by=by, now=now, unit=document.owner, **facts)
    return _put(reading, now=now)


def _asked_about(document: Document) -> Reading:
    """The reading that waits for an answer, held with its document."""
    reading = in_work(document)
    if latest(document).state != DocumentState.ARRIVED or reading is None or reading.state != ReadingState.ASKING:
        raise CannotReadAgain(_("Văn bản này không còn chờ trả lời. Tải lại trang để thấy tình trạng mới nhất."))
    return reading


@transaction.atomic
def is_the_same(document: Document, *, reason: str = "", by: people.Person, now: datetime) -> Reading:
    """It is the one that is here already: this copy is set aside, and can be brought back."""
    reading = _asked_about(document)
    reading.answer = TwinAnswer.SAME
    reading.save(update_fields=["answer"])
    why = _("Chính là văn bản đã có: %(twin)s") % {"twin": reading.twin or ""}
    set_aside(document, reason=one_line(f"{why}. {reason}" if reason.strip() else why)[:500], by=by, now=now)
    return reading


@transaction.atomic
def give_text(document: Document, *, text: str, by: people.Person, now: datetime) -> Reading:
    """What the machine could not read a person pastes; the file stays beside it."""
    if latest(document).state != DocumentState.UNREAD:
        raise CannotReadAgain(_("Chỉ dán được nội dung cho văn bản chưa đọc được."))
    document.text = readable(text)
    document.text_sha256, document.state = fingerprint(document.text), DocumentState.ARRIVED
    document.save(update_fields=["text", "text_sha256", "state"])
    audit.record("intake.text_given", document, by=by, now=now, unit=document.owner)
    return _put(Reading.objects.create(document=document, asked_by=by, asked_at=now), now=now)
