"""What the machine does with a document: opens it, reads it, proposes. A person confirms; nothing here does."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import partial
from typing import Any

from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from dinhlang.apps.audit import public as audit
from dinhlang.apps.calendar import public as calendar
from dinhlang.apps.intake.actions.documents import CannotTakeIn, readable
from dinhlang.apps.intake.models import (
    Document,
    DocumentKind,
    DocumentState,
    LikenessKey,
    Mark,
    PagePlaces,
    Reading,
    ReadingState,
    Standing,
)
from dinhlang.apps.intake.opening.opened import Opened
from dinhlang.apps.intake.opening.opener import open_document
from dinhlang.apps.intake.opening.sentences import sentences_of
from dinhlang.apps.intake.queries import Bodies, Twin, fingerprint, twin_in_numbers, twin_in_words, was_read
from dinhlang.apps.intake.rules import Proposal, day_of, header_of, keys_of, placed, proposals, runs_of_words
from dinhlang.apps.people import public as people
from dinhlang.base.refusal import Refusal
from dinhlang.pure.dates import read_when
from dinhlang.pure.reading import read
from dinhlang.pure.viet import normal_lines, one_line

ENDED = (ReadingState.DONE, ReadingState.FAILED, ReadingState.ASKING)


def work_on(reading: Reading, *, now: Callable[[], datetime]) -> Reading:
    """All the way, as far as it goes. Done a second time it changes nothing: a worker may die before it says so."""
    reading.refresh_from_db()
    if reading.state in ENDED or reading.document.state != DocumentState.ARRIVED:
        return reading
    try:
        text = reading.document.text or _opened(reading, now)
        told = _read(text, on=reading.document.arrived_at.date())
    except Refusal as refusal:
        return cannot_read(reading, str(refusal), now=now())
    return finish(reading, text=text, told=told, now=now())


def read_text(text: str, *, day: date) -> dict[str, Any]:
    """What the machine reads in a text; nothing is kept."""
    return _read(readable(text), on=day)


def _read(text: str, *, on: date) -> dict[str, Any]:
    """By the days off that this house knows of on the day of the reading."""
    return dict(read(text, received_on=on, calendar=calendar.calendar_in_force()).as_json())


def _opened(reading: Reading, now: Callable[[], datetime]) -> str:
    """The words of the kept file, page by page; how far it is, whoever waits can see."""
    file = reading.document.file
    if file is None:
        raise CannotTakeIn(_("Văn bản này không có tệp và chưa có chữ nào. Hãy dán nội dung."))
    if not file.may_be_read:
        raise CannotTakeIn(file.caution)
    with default_storage.open(file.blob) as content:
        told = partial(_goes_on, reading, now)
        opened = open_document(content.read(), file.name, progress=told)
    reading.notes = sentences_of(opened.notes)
    reading.pages = max((page.number for page in opened.pages), default=reading.pages)
    reading.page_starts = _page_starts(opened)
    text = readable(opened.text)
    _keep_places(reading, text, opened)
    return text


def _keep_places(reading: Reading, text: str, opened: Opened) -> None:
    """Where each word stands in the picture of its page, so that a duty can be seen there."""
    starts = [(start, number) for start, number, _is_recognised in reading.page_starts]
    told = placed(text, starts, opened.seen) if starts else {}
    reading.places.all().delete()
    PagePlaces.objects.bulk_create(
        [PagePlaces(reading=reading, number=number, numbers=numbers) for number, numbers in told.items()]
    )


def _page_starts(opened: Opened) -> list[list[int]]:
    """Where each page begins in the words as they are kept, in normal form."""
    places = [len(normal_lines(opened.text[: page.start]).lstrip("\n")) for page in opened.pages]
    return [[at, page.number, int(page.is_recognised)] for at, page in zip(places, opened.pages, strict=True)]


def _goes_on(reading: Reading, now: Callable[[], datetime], page: int, pages: int) -> None:
    go_on(reading, page, pages, now=now())


def go_on(reading: Reading, page: int, pages: int, *, now: datetime) -> None:
    """It is at this page."""
    reading.state, reading.page, reading.pages, reading.heard_at = ReadingState.READING, page, pages, now
    facts = {"state": reading.state, "page": page, "pages": pages, "heard_at": now}
    Reading.objects.filter(pk=reading.pk, ended_at__isnull=True).update(**facts)


def _is_still_wanted(reading: Reading) -> bool:
    """Held to the end of the transaction: a page and a worker may read one document at once; one of them ends it."""
    reading.document = Document.objects.select_for_update().get(pk=reading.document_id)
    reading.refresh_from_db(fields=["state", "anyway"])
    return reading.document.state == DocumentState.ARRIVED and reading.state not in ENDED


@transaction.atomic
def cannot_read(reading: Reading, sentence: str, *, now: datetime) -> Reading:
    """Says why and what to do; the document stays, with its file."""
    if not _is_still_wanted(reading):
        return reading
    reading.state, reading.trouble, reading.ended_at = ReadingState.FAILED, sentence, now
    reading.save(update_fields=["state", "trouble", "ended_at"])
    document = reading.document
    document.state = DocumentState.MARKING if document.text else DocumentState.UNREAD
    document.save(update_fields=["state"])
    facts = {"after": {"state": document.state, "trouble": sentence}}
    audit.record("intake.not_read", document, by=reading.asked_by, now=now, unit=document.owner, **facts)
    return reading


@transaction.atomic
def finish(reading: Reading, *, text: str, told: Mapping[str, Any], now: datetime) -> Reading:
    """Keep the words and what was read; ask about a twin first, else propose."""
    if not _is_still_wanted(reading):
        return reading
    document = reading.document
    _keep_text(document, text)
    bodies = Bodies(document, day=day_of(told.get("date")) or document.arrived_at.date())
    issuer = bodies.issuer(str(told.get("issuer") or ""))
    reading.told, reading.ended_at = dict(told), now
    is_known = reading.anyway or was_read(document)
    twin = None if is_known else _twin(document, issuer, told, asker=_asker(reading, now))
    if twin is not None:
        reading.state, reading.twin, reading.likeness = ReadingState.ASKING, twin.document, twin.likeness
        _name(document, told)
    else:
        reading.state = ReadingState.DONE
        _propose(reading, issuer=issuer, told=told, now=now)
    reading.save()
    return reading


def _name(document: Document, told: Mapping[str, Any]) -> None:
    """A copy that waits for an answer is known in the list by its own title and number, not by its first line."""
    if "facts" in document.checked:
        return
    document.title = one_line(str(told.get("title") or ""))[:500] or document.title
    document.number = one_line(str(told.get("number") or ""))[:60]
    document.save(update_fields=["title", "number", "search_text"])


def _keep_text(document: Document, text: str) -> None:
    if document.text != text:
        document.text, document.text_sha256 = text, fingerprint(text)
        document.save(update_fields=["text", "text_sha256"])
    document.likeness_keys.all().delete()
    LikenessKey.objects.bulk_create(LikenessKey(document=document, key=key) for key in keys_of(runs_of_words(text)))


def _asker(reading: Reading, now: datetime) -> people.Person | None:
    """Who asked, with what they may read on this day."""
    return people.person_on(reading.asked_by_id, day=timezone.localtime(now).date())


def _twin(document: Document, issuer: Any, told: Mapping[str, Any], *, asker: people.Person | None) -> Twin | None:
    number, day = str(told.get("number") or ""), day_of(told.get("date"))
    by_words = twin_in_words(document, asker=asker)
    return by_words or twin_in_numbers(document, issuer=issuer, number=number, day=day, asker=asker)


def _propose(reading: Reading, *, issuer: Any, told: Mapping[str, Any], now: datetime) -> None:
    """The header where nobody has checked it, and every task; what a person has touched stays."""
    document = reading.document
    _put_header(document, issuer=issuer, told=told)
    document.state = DocumentState.MARKING
    document.save()
    document.marks.filter(standing=Standing.PROPOSED).delete()
    kept = [(mark.start, mark.end) for mark in document.marks.all()]
    offered = [one for one in proposals(told, document.text) if not _meets(one, kept)]
    Mark.objects.bulk_create([_mark(one, reading, now) for one in offered], batch_size=200)
    facts = {"after": {"proposals": len(offered), "state": document.state}}
    audit.record("intake.read", document, by=reading.asked_by, now=now, unit=document.owner, **facts)


def _meets(one: Proposal, kept: list[tuple[int, int]]) -> bool:
    return any(start < one.end and one.start < end for start, end in kept)


def _put_header(document: Document, *, issuer: Any, told: Mapping[str, Any]) -> None:
    """A fact that a person has checked is theirs."""
    said = header_of(told, document.text)
    for name in document.checked:
        said[name] = document.said.get(name)
    document.said = said
    if "facts" in document.checked:
        return
    if told.get("kind") in DocumentKind.values:
        document.kind = str(told["kind"])
    document.number = one_line(str(told.get("number") or ""))[:60]
    document.issued_on = day_of(told.get("date"))
    document.issuer = issuer
    document.title = one_line(str(told.get("title") or ""))[:500] or document.title


def _mark(one: Proposal, reading: Reading, now: datetime) -> Mark:
    facts = dict(vars(one))
    for name in ("lead_words", "adviser_words", "partner_words", "time_words"):
        most = Mark._meta.get_field(name).max_length or 0  # type: ignore[union-attr]
        if len(facts[name]) > most:  # the whole stays in the machine's own reading, and the person is told
            facts["details"] = {**facts["details"], "cut": [*facts["details"].get("cut", []), name]}
            facts[name] = facts[name][:most]
    return Mark(document=reading.document, reading=reading, standing=Standing.PROPOSED, changed_at=now, **facts)


def day_for(document: Document) -> date:
    """The day from which a phrase of time is reckoned."""
    return document.issued_on or timezone.localtime(document.arrived_at).date()


def when(words: str, *, on: date) -> dict[str, Any]:
    """How a phrase of time is understood in a document of a day, in the form that marks keep, with its sentence."""
    found = read_when(words, on, calendar.calendar_in_force()).as_data()
    told = {"text": words, **{name: found[name] for name in ("kind", "start", "due")}}
    more = ("minimum", "recurrence", "sentence", "waits_for")
    return {**told, **{name: found[name] for name in more if found[name]}}
