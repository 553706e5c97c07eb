"""A document comes in, is corrected, set aside, brought back, and confirmed."""

from collections import Counter
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from dinhlang.apps.audit import public as audit
from dinhlang.apps.files import public as files
from dinhlang.apps.intake.actions.lengths import refuse_too_long
from dinhlang.apps.intake.models import Document, DocumentState, Standing
from dinhlang.apps.intake.queries import fingerprint, found_as, twin_of
from dinhlang.apps.intake.rules import LONGEST, may_step
from dinhlang.apps.people import public as people
from dinhlang.apps.search import public as search
from dinhlang.apps.units import public as units
from dinhlang.base.refusal import Refusal
from dinhlang.pure.viet import normal_lines, one_line


class CannotTakeIn(Refusal):
    """The text is not one that can be worked on."""


class CannotTakeInTwice(CannotTakeIn):
    """The same document is here already; the person may still say that it is another."""

    def __init__(self, twin: Document) -> None:
        super().__init__(
            _("Văn bản này có vẻ đã được nhập: %(document)s (%(issuer)s).")
            % {"document": str(twin), "issuer": twin.issuer.full_name if twin.issuer else ""}
        )
        self.twin = twin


class CannotChange(Refusal):
    """The document is no longer open for changes."""


class CannotConfirm(Refusal):
    """The document cannot become a plan yet, or no more."""


class CannotSetAside(Refusal):
    """The document cannot be set aside."""


class CannotBringBack(Refusal):
    """The document was not set aside."""


@transaction.atomic
def take_in(
    *,
    owner: units.Unit,
    issuer: units.Unit,
    title: str,
    text: str,
    kind: str = "KH",
    number: str = "",
    issued_on: date | None = None,
    file: files.StoredFile | None = None,
    is_another: bool = False,
    by: people.Person,
    now: datetime,
) -> Document:
    """Keep a document's text for marking. A number of that year or a text that is here is pointed out first."""
    text, number, title = readable(text), one_line(number), one_line(title)
    refuse_too_long(Document, cannot=CannotTakeIn, number=number, title=title)
    twin = None if is_another else twin_of(issuer=issuer, number=number, issued_on=issued_on, text=text, within=owner)
    if twin is not None:
        raise CannotTakeInTwice(twin)
    document = Document.objects.create(
        owner=owner,
        kind=kind,
        number=number,
        issued_on=issued_on,
        issuer=issuer,
        title=title,
        text=text,
        text_sha256=fingerprint(text),
        file=file,
        arrived_at=now,
        taken_in_by=by,
    )
    audit.record("intake.taken_in", document, by=by, now=now, unit=owner, after=_facts(document))
    return document


def readable(text: str) -> str:
    """The text in normal form; refuses what has no words or more than can be handled."""
    text = text.replace("\r\n", "\n")  # browsers send two letters for each end of a line
    if len(text) > LONGEST:
        raise CannotTakeIn(
            _("Văn bản dài %(length)s ký tự; nhiều nhất là %(most)s. Hãy bỏ bớt phụ lục hoặc chia thành nhiều văn bản.")
            % {"length": f"{len(text):,}".replace(",", "."), "most": f"{LONGEST:,}".replace(",", ".")},
            field="text",
        )
    text = normal_lines(text).strip("\n")
    if not any(letter.isalnum() for letter in text):
        raise CannotTakeIn(_("Văn bản chưa có chữ nào. Hãy dán nội dung hoặc chọn tệp có chữ."), field="text")
    return text


def _facts(document: Document) -> dict[str, str]:
    return {
        "kind": document.kind,
        "number": document.number,
        "issued_on": document.issued_on.isoformat() if document.issued_on else "",
        "issuer": document.issuer.full_name if document.issuer else "",
        "title": document.title,
    }


@transaction.atomic
def change_facts(
    document: Document,
    *,
    kind: str,
    number: str,
    issued_on: date | None,
    issuer: units.Unit | None,
    title: str,
    by: people.Person,
    now: datetime,
) -> Document:
    """Correct what is written of the document; its text stays as it came."""
    if not latest(document).is_open:
        raise CannotChange(_("Văn bản này không còn mở để sửa. Hãy mở lại văn bản đã cất, hoặc sửa ở trang kế hoạch."))
    before, number, title = _facts(document), one_line(number), one_line(title)
    refuse_too_long(Document, cannot=CannotChange, number=number, title=title)
    document.kind, document.number, document.title = kind, number, title
    document.issued_on, document.issuer = issued_on, issuer
    document.version += 1
    document.checked = sorted({*document.checked, "facts"})
    document.save(update_fields=["kind", "number", "title", "issued_on", "issuer", "version", "checked", "search_text"])
    audit.record("intake.changed", document, by=by, now=now, unit=document.owner, before=before, after=_facts(document))
    return document


@transaction.atomic
def confirm(document: Document, *, by: people.Person, now: datetime) -> Document:
    """The marks are right: from now on nothing in the document changes. The room of plans calls this."""
    if not may_step(latest(document).state, DocumentState.CONFIRMED):
        raise CannotConfirm(_("Văn bản này đã thành kế hoạch hoặc đã được cất đi."))
    _refuse_unchecked(document)
    _step(document, DocumentState.CONFIRMED, act="intake.confirmed", by=by, now=now)
    search.remember_many([found_as(document)])
    return document


def _refuse_unchecked(document: Document) -> None:
    """Nothing becomes a plan that no person has looked at, or that binds in nobody's name."""
    standing = Counter(document.marks.values_list("standing", flat=True))
    if waiting := standing[Standing.PROPOSED]:
        words = _("Còn %(n)s nhiệm vụ do máy đọc chưa ai kiểm. Hãy nhận, sửa hoặc bỏ từng nhiệm vụ rồi xác nhận.")
        raise CannotConfirm(words % {"n": waiting})
    if not standing[Standing.ACCEPTED]:
        raise CannotConfirm(_("Chưa có nhiệm vụ nào được đánh dấu. Hãy đánh dấu ít nhất một nhiệm vụ trong văn bản."))
    if document.issuer is None:
        raise CannotConfirm(_("Chưa rõ cơ quan ban hành. Hãy ghi cơ quan ban hành ở phần đầu văn bản."))


@transaction.atomic
def set_aside(document: Document, *, reason: str, by: people.Person, now: datetime) -> Document:
    """Not to be worked on; nothing is deleted, and it can be brought back."""
    if not may_step(latest(document).state, DocumentState.SET_ASIDE):
        raise CannotSetAside(_("Chỉ cất được văn bản chưa thành kế hoạch."))
    if not reason.strip():
        raise CannotSetAside(_("Hãy ghi lý do, để người sau hiểu vì sao văn bản được cất đi."), field="reason")
    return _step(document, DocumentState.SET_ASIDE, act="intake.set_aside", by=by, now=now, reason=reason.strip())


@transaction.atomic
def bring_back(document: Document, *, by: people.Person, now: datetime) -> Document:
    """Work on a document that was set aside goes on where it stopped."""
    if latest(document).state != DocumentState.SET_ASIDE:
        raise CannotBringBack(_("Văn bản này không nằm trong số đã cất đi."))
    back = DocumentState.MARKING if document.text else DocumentState.UNREAD
    return _step(document, back, act="intake.brought_back", by=by, now=now)


def latest(document: Document) -> Document:
    """The state as the database has it now, held until the end of the transaction."""
    document.state = Document.objects.select_for_update().values_list("state", flat=True).get(pk=document.pk)
    return document


def _step(document: Document, state: str, *, act: str, by: people.Person, now: datetime, reason: str = "") -> Document:
    before, document.state = document.state, state
    document.save(update_fields=["state"])
    audit.record(
        act,
        document,
        by=by,
        now=now,
        unit=document.owner,
        reason=reason,
        before={"state": before},
        after={"state": state},
    )
    return document
