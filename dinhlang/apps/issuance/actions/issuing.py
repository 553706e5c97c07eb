"""Laying a draft before the signer, giving it back, issuing it under the next number, withdrawing it."""

from datetime import date, datetime

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from dinhlang.apps.audit import public as audit
from dinhlang.apps.files import public as files
from dinhlang.apps.issuance import queries, rules
from dinhlang.apps.issuance.actions.drafting import held
from dinhlang.apps.issuance.docx import to_docx
from dinhlang.apps.issuance.models import OutgoingDocument, State
from dinhlang.apps.people import public as people
from dinhlang.apps.search import public as search
from dinhlang.apps.units import public as units
from dinhlang.base.refusal import Refusal
from dinhlang.pure.drafting import missing
from dinhlang.pure.viet import normal_lines, short_day

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


class CannotSubmit(Refusal):
    """The draft is not ready for the signer."""


class CannotReturn(Refusal):
    """The document is not given back."""


class CannotIssue(Refusal):
    """The document gets no number."""


class CannotWithdraw(Refusal):
    """The document stays."""


@transaction.atomic
def submit_for_signature(*, document: OutgoingDocument, by: people.Person, now: datetime) -> OutgoingDocument:
    """Lay a complete draft before the signer."""
    document = held(document)
    if not rules.may_step(document.state, State.WAITING):
        raise CannotSubmit(_("Văn bản này không còn là dự thảo nên không trình ký lại được."))
    wanting = missing(queries.draft_of(document))
    if wanting:
        whys = " ".join(one.why for one in wanting)
        raise CannotSubmit(_("Chưa trình ký được. %(whys)s") % {"whys": whys})
    document.state, document.remark, document.changed_at = State.WAITING, "", now
    document.save(update_fields=["state", "remark", "changed_at"])
    audit.record("issuance.submitted", document, by=by, now=now, unit=document.issuer)
    return document


@transaction.atomic
def return_to_drafter(*, document: OutgoingDocument, reason: str, by: people.Person, now: datetime) -> OutgoingDocument:
    """Give a document back to be mended, and say what to mend."""
    document, reason = held(document), _reason(reason, cannot=CannotReturn)
    if document.state != State.WAITING:
        raise CannotReturn(_("Chỉ trả lại được văn bản đang chờ ký."))
    document.state, document.remark, document.changed_at = State.DRAFT, reason, now
    document.save(update_fields=["state", "remark", "changed_at"])
    audit.record("issuance.returned", document, by=by, now=now, unit=document.issuer, reason=reason)
    return document


def _reason(reason: str, *, cannot: type[Refusal]) -> str:
    text = normal_lines(reason).strip()
    if not text:
        raise cannot(_("Xin ghi lý do; lý do được giữ trong nhật ký."), field="reason")
    return text


@transaction.atomic
def issue(
    *, document: OutgoingDocument, by: people.Person, day: date, now: datetime, first_number: int = 1
) -> OutgoingDocument:
    """The signer confirms: the document gets the next number and its day, and its file is frozen.

    A series begins at 01 each year (Điều 15); `first_number` lets one go on where the paper register stopped.
    """
    document = held(document)
    if not rules.may_step(document.state, State.ISSUED):
        raise CannotIssue(why_not_to_sign(document))
    _must_be_the_signer(document, by)
    _take_number(document, day=day, first=first_number)
    wanting = missing(queries.draft_of(document), issuing=True)
    if wanting:
        raise CannotIssue(_("Chưa ban hành được. %(whys)s") % {"whys": " ".join(one.why for one in wanting)})
    document.state, document.signed_by, document.signed_at, document.changed_at = State.ISSUED, by, now, now
    document.file = _frozen(document, by=by, now=now)
    document.save()
    after = {"number": document.full_number, "day": day.isoformat(), "is_public": document.is_public}
    audit.record("issuance.issued", document, by=by, now=now, unit=document.issuer, after=after)
    search.remember_many([queries.found_as(document)])
    return document


def why_not_to_sign(document: OutgoingDocument) -> str:
    """What to tell a signer who comes too late or too early."""
    if document.state == State.ISSUED and document.day is not None:
        told = {"number": document.full_number, "day": short_day(document.day)}
        return _("Văn bản này đã được ban hành, số %(number)s, ngày %(day)s. Không cần ký lại.") % told
    return _("Chỉ ban hành được văn bản đang chờ ký.")


def _must_be_the_signer(document: OutgoingDocument, by: people.Person) -> None:
    if not queries.is_named_as_signer(document, by):
        told = {"written": document.signer_name, "you": by.full_name}
        raise CannotIssue(
            _("Văn bản ghi người ký là %(written)s, còn anh, chị là %(you)s. Xin trả lại để sửa phần chữ ký.") % told
        )


def _take_number(document: OutgoingDocument, *, day: date, first: int) -> None:
    # Whoever issues for this body holds its row until the number is written, so two never take the same one, and a
    # number that was taken and then not used is given back with the rest of the transaction.
    units.Unit.objects.select_for_update(no_key=True).get(pk=document.issuer_id)
    latest = queries.latest_of_series(document, year=day.year)["day"]
    if isinstance(latest, date) and day < latest:
        raise CannotIssue(
            _("Số trước đã lấy ngày %(latest)s, nên số này không thể mang ngày %(day)s. Số và ngày phải thuận nhau.")
            % {"latest": short_day(latest), "day": short_day(day)}
        )
    document.number = queries.next_number(document, year=day.year, first=first)
    document.year, document.day = day.year, day


def _frozen(document: OutgoingDocument, *, by: people.Person, now: datetime) -> files.StoredFile:
    name = f"{document.full_number.replace('/', '-')}.docx"
    content = to_docx(queries.draft_of(document))
    return files.store(SimpleUploadedFile(name, content, content_type=DOCX), by=by, now=now)


@transaction.atomic
def withdraw(*, document: OutgoingDocument, reason: str, by: people.Person, now: datetime) -> OutgoingDocument:
    """Take a document back for good, and say why. An issued one keeps its number, which is never given again."""
    document, reason = held(document), _reason(reason, cannot=CannotWithdraw)
    if not rules.may_step(document.state, State.WITHDRAWN):
        raise CannotWithdraw(_("Văn bản này đã được thu hồi rồi."))
    before = {"state": document.state}
    document.state, document.remark, document.changed_at = State.WITHDRAWN, reason, now
    document.save(update_fields=["state", "remark", "changed_at"])
    search.forget("outgoing", document.pk)
    audit.record("issuance.withdrawn", document, by=by, now=now, unit=document.issuer, reason=reason, before=before)
    return document
