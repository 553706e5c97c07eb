"""Reading for programs: once, without keeping anything; or kept as a document that a person then checks."""

import re
from datetime import date
from typing import Any

from django.conf import settings
from django.core.files.base import ContentFile
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from dinhlang.apps.calendar import public as calendar
from dinhlang.apps.files import public as files
from dinhlang.apps.intake import access, actions, queries
from dinhlang.apps.intake.models import Document, DocumentState, Reading, ReadingState
from dinhlang.apps.intake.rules import LONGEST
from dinhlang.apps.people import public as people
from dinhlang.base import api, clock
from dinhlang.base.refusal import Refusal
from dinhlang.pure import dates
from dinhlang.pure.viet import CannotDecode, decode

LONGEST_NAME = 200
_WRITTEN_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
PLAIN, BYTES = "text/plain", "application/octet-stream"
TEXT: api.Schema = {"type": "string", "description": "The words of the document, in UTF-8."}
FILE: api.Schema = {"type": "string", "format": "binary", "description": "The file itself; say its name in `ten`."}
_READING = {"type": "object", "description": "In the form of docs/reference/reading.md."}
DOCUMENT = api.a_thing(
    id=api.NUMBER,
    version={**api.TEXT, "description": "Of the header; each task has its own."},
    state=api.one_of(DocumentState.values),
    trouble={**api.TEXT, "description": "Why it could not be read, and what to do; empty if it was."},
    question=api.maybe(
        {
            **api.a_thing(looks_like=api.TEXT, document=api.maybe(api.NUMBER), percent=api.maybe(api.NUMBER)),
            "description": "It looks like another: a person says what it is beside that one (`/tra-loi`).",
        }
    ),
    reading={**_READING, "type": ["object", "null"], "description": "What the machine read; null until then."},
    checked={**_READING, "type": ["object", "null"], "description": "What people confirmed so far."},
    page={**api.TEXT, "description": "Where a person checks it, on this host."},
)
_DAY = {"type": "string", "format": "date"}
_WHEN = {
    "type": "object",
    "required": ["phrase", "kind", "start", "due", "recurrence", "waits_for", "minimum", "sentence"],
    "additionalProperties": False,
    "properties": {
        "phrase": {"type": "string"},
        "kind": {"type": "string", "enum": list(dates.KINDS)},
        "start": {**_DAY, "type": ["string", "null"]},
        "due": {"type": "array", "items": _DAY, "description": "The last days that are still on time."},
        "recurrence": {"type": ["string", "null"]},
        "waits_for": {"type": ["string", "null"], "description": "What must happen first, in the phrase's words."},
        "minimum": {"type": ["object", "null"], "description": "A length that must at least be kept."},
        "sentence": {"type": "string", "description": "How the phrase was understood, in Vietnamese."},
    },
}
_CANNOT = {
    "413": "Longer than may be sent.",
    "415": "Neither text/plain nor application/octet-stream.",
    "422": "What was sent cannot be read; the sentence says why and what to do.",
}

api.describe(
    api.Door(
        address="/api/v1/doc-thu",
        name="readOnce",
        method="post",
        summary=gettext_lazy("Đọc một văn bản và trả bản đọc, không giữ lại gì"),
        word=people.Word.PLANS_READ,
        body={PLAIN: TEXT},
        answer={"type": "object", "required": ["reading"], "properties": {"reading": _READING}},
        refusals=_CANNOT,
    )
)
api.describe(
    api.Door(
        address="/api/v1/thoi-gian",
        name="readTime",
        summary=gettext_lazy("Một cụm từ chỉ thời gian trong văn bản của một ngày nghĩa là khi nào"),
        word=people.Word.PLANS_READ,
        parameters=(
            {
                "name": "cum_tu",
                "in": "query",
                "required": True,
                "description": "The phrase, as it stands in the document.",
                "schema": {"type": "string", "minLength": 1, "maxLength": dates.LONGEST},
            },
            {
                "name": "ngay",
                "in": "query",
                "required": True,
                "description": "The day of the document, such as 2025-11-20.",
                "schema": _DAY,
            },
        ),
        answer=_WHEN,
    )
)
api.describe(
    api.Door(
        address="/api/v1/van-ban-den",
        name="takeInDocument",
        method="post",
        summary=gettext_lazy("Nhận một văn bản, giữ lại và đọc; người có trách nhiệm kiểm rồi mới thành kế hoạch"),
        word=people.Word.DOCUMENTS_TAKE_IN,
        parameters=(
            {
                "name": "ten",
                "in": "query",
                "description": "The name of the file, when a file is sent.",
                "schema": {"type": "string", "maxLength": LONGEST_NAME},
            },
        ),
        body={PLAIN: TEXT, BYTES: FILE},
        answer=DOCUMENT,
        status=202,
        refusals=_CANNOT,
    )
)


class _TooLong(Refusal):
    """More than may be sent."""


class _WrongKind(Refusal):
    """Not a kind of content that is understood."""


def _sent(request: HttpRequest, *, most: int) -> bytes:
    body = request.read(most + 1)
    if len(body) > most:
        raise _TooLong(_("Nội dung gửi lên quá dài. Hãy bỏ bớt phụ lục, hoặc gửi qua trang Nhận văn bản."))
    return body


def _words(request: HttpRequest) -> str:
    try:
        return decode(_sent(request, most=4 * LONGEST))
    except CannotDecode:
        raise actions.CannotTakeIn(_("Nội dung không phải chữ UTF-8. Hãy gửi chữ, hoặc gửi tệp kèm tên.")) from None


def _problem(refusal: Refusal) -> HttpResponse:
    status = {_TooLong: 413, _WrongKind: 415}.get(type(refusal), 422)
    return api.problem(str(refusal), status=status)


@people.for_programs(people.Word.PLANS_READ)
@require_POST
def read_once(request: HttpRequest) -> HttpResponse:
    """What the machine reads in a text. Nothing is kept, not even a line in the record."""
    try:
        if request.content_type != PLAIN:
            raise _WrongKind(_("Hãy gửi chữ của văn bản, loại text/plain. Tệp thì gửi tới /api/v1/van-ban-den."))
        return api.answer({"reading": actions.read_text(_words(request), day=clock.today())})
    except Refusal as refusal:
        return _problem(refusal)


@people.for_programs(people.Word.PLANS_READ)
@require_safe
def time(request: HttpRequest) -> HttpResponse:
    """What a phrase of time means in a document of a day, by the days off that this house knows of."""
    phrase, written = request.GET.get("cum_tu", ""), request.GET.get("ngay", "")
    if not phrase:
        return api.problem(_("Hãy ghi cụm từ chỉ thời gian ở cum_tu, ví dụ cum_tu=trước ngày 15/12."), status=400)
    if len(phrase) > dates.LONGEST:
        return api.problem(_("Cụm từ dài quá %(most)s chữ.") % {"most": dates.LONGEST}, status=400)
    day = _day_in(written)
    if day is None:
        sentence = _("Ngày văn bản “%(day)s” không đọc được. Hãy ghi ở ngay, viết như 2025-11-20.")
        return api.problem(sentence % {"day": written[:40]}, status=400)
    return api.answer(dates.read_when(phrase, day, calendar.calendar_in_force()).as_data())


def _day_in(written: str) -> date | None:
    """Only one way to write a day: what people write in many ways, programs send in one."""
    if not _WRITTEN_DAY.fullmatch(written):
        return None
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


@people.for_programs(people.Word.DOCUMENTS_TAKE_IN)
@require_POST
def take_in(request: HttpRequest) -> HttpResponse:
    """A document arrives by a program: kept for its unit, read like any other, checked by people."""
    if len(request.GET.get("ten", "")) > LONGEST_NAME:
        return api.problem(_("Tên tệp dài quá %(most)s chữ.") % {"most": LONGEST_NAME}, status=400)
    try:
        reading = _arrived(request)
    except Refusal as refusal:
        return _problem(refusal)
    return api.answer(told(reading.document, request.user), status=202)  # type: ignore[arg-type]


def _arrived(request: HttpRequest) -> Any:
    program: people.Person = request.user  # type: ignore[assignment]
    facts: dict[str, Any] = {"owner": program.service_account.unit, "by": program, "now": clock.now()}
    if request.content_type == PLAIN:
        return actions.arrive(text=_words(request), **facts)
    if request.content_type != BYTES:
        raise _WrongKind(_("Hãy gửi chữ (text/plain) hoặc tệp (application/octet-stream)."))
    name = request.GET.get("ten", "").strip()
    if not name:
        raise actions.CannotTakeIn(_("Hãy ghi tên tệp, ví dụ ?ten=ke-hoach.pdf."))
    content = ContentFile(_sent(request, most=settings.UPLOAD_LIMIT), name=name)
    file = files.store(content, by=program, now=clock.now(), quarantines=True)
    return actions.arrive(file=file, **facts)


def told(one: Document, person: people.Person) -> dict[str, Any]:
    """How far it is, what was read, what people confirmed, what they are asked."""
    reading = queries.in_work(one)
    is_read = one.state in {DocumentState.MARKING, DocumentState.CONFIRMED}
    return {
        "id": one.pk,
        "version": str(one.version),
        "state": one.state,
        "trouble": reading.trouble if reading else "",
        "question": _question(reading, person) if reading and _asks(one, reading) else None,
        "reading": (reading.told or None) if reading else None,
        "checked": queries.gold_of(one) if is_read else None,
        "page": reverse("intake:document", args=[one.pk]),
    }


def _asks(one: Document, reading: Reading) -> bool:
    """A copy that was set aside asks no more."""
    return one.state == DocumentState.ARRIVED and reading.state == ReadingState.ASKING


def _question(reading: Reading, person: people.Person) -> dict[str, Any]:
    twin = reading.twin
    may_read = twin is not None and access.may_read_document(person, twin)
    return {
        "looks_like": str(twin or ""),
        "document": reading.twin_id if may_read else None,
        "percent": round(100 * reading.likeness) if reading.likeness is not None else None,
    }
