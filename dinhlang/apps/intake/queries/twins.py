"""Documents that look the same: by file, by words, by number and issuer.

Among those that the same unit keeps, those that who asks may read anyway, and those that rooms above show to everyone.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from dinhlang.apps.intake.models import (
    Document,
    DocumentQuerySet,
    DocumentState,
    LikenessKey,
    Reading,
    ReadingState,
)
from dinhlang.apps.intake.queries.documents import numbered, readable_by
from dinhlang.apps.intake.rules import NEAR_SAME, OTHER, VERSIONS, Facts, day_of, likely_answer, likeness, runs_of_words
from dinhlang.apps.people import public as people
from dinhlang.apps.units import public as units

MOST_COMPARED = 5
"""Texts that are compared whole; the keys have already said which are nearest."""


@dataclass(frozen=True)
class Twin:
    """A document that looks the same; the likeness of its text, or None where number and issuer agree."""

    document: Document
    likeness: float | None = None


def in_work(document: Document) -> Reading | None:
    """The latest reading of a document."""
    return document.readings.select_related("twin", "twin__issuer", "twin__owner", "asked_by").order_by("-pk").first()


def answer_to_offer(reading: Reading) -> dict[str, str]:
    """What the document most likely is beside the one that looks the same, and why; a person chooses."""
    told, twin = reading.told, reading.twin
    if twin is None:
        return {}
    day = day_of(told.get("date"))
    own = Facts(
        number=str(told.get("number") or ""),
        year=day.year if day else None,
        issuer=units.name_key(str(told.get("issuer") or "")),
        title=str(told.get("title") or ""),
        text=reading.document.text,
    )
    other = _facts_of(twin)
    answer = likely_answer(own, other, likeness=reading.likeness)
    if answer != OTHER or not own.year or not other.year or own.year == other.year:
        return {"answer": answer}
    why = _("Văn bản này của năm %(own)s, văn bản đã có của năm %(other)s; số bắt đầu lại mỗi năm.")
    return {"answer": answer, "reason": why % {"own": own.year, "other": other.year}}


def _facts_of(document: Document) -> Facts:
    reading = document.readings.filter(state=ReadingState.DONE).order_by("-pk").first()
    issuer = str(reading.told.get("issuer") or "") if reading else ""
    issuer = units.name_key(issuer or (document.issuer.full_name if document.issuer else ""))
    year = document.issued_on.year if document.issued_on else None
    return Facts(number=document.number, year=year, issuer=issuer, title=document.title)


def earlier_of(document: Document) -> tuple[Document, str] | None:
    """The document that this one amends, replaces or extends, and which of these, as a person said on its arrival."""
    said = document.readings.filter(answer__in=VERSIONS, twin__isnull=False)
    latest = said.select_related("twin", "twin__issuer").order_by("-pk").first()
    return (latest.twin, latest.answer) if latest is not None and latest.twin is not None else None


def why_another(document: Document) -> str:
    """The words with which a person said so, if they wrote any."""
    said = document.readings.filter(answer__in=VERSIONS).order_by("-pk").first()
    return said.anyway if said is not None and said.anyway != said.get_answer_display() else ""


_shown_to_all: list[Callable[[], Iterable[int]]] = []


def shown_to_all(documents: Callable[[], Iterable[int]]) -> None:
    """Rooms above tell here which documents everyone may know of: those behind public plans."""
    _shown_to_all.append(documents)


def was_read(document: Document) -> bool:
    """A machine has read it before: what it might be the same as was asked then."""
    return document.readings.filter(state=ReadingState.DONE).exists()


def _others(document: Document, asker: people.Person | None) -> DocumentQuerySet:
    """Those that the asker may know of, but no copy that itself waits for an answer, nor what was set aside."""
    known = Q(owner=document.owner_id)
    if asker is not None:
        known |= Q(pk__in=readable_by(asker).values("pk"))
    for documents in _shown_to_all:
        known |= Q(pk__in=documents())
    waiting = Reading.objects.filter(state=ReadingState.ASKING, document__state=DocumentState.ARRIVED)
    others = Document.objects.filter(known).exclude(pk=document.pk).exclude(pk__in=waiting.values("document"))
    return others.exclude(state=DocumentState.SET_ASIDE)


def twin_by_file(document: Document, *, asker: people.Person | None) -> Document | None:
    """The same bytes are here already."""
    if document.file is None:
        return None
    return _others(document, asker).filter(file__sha256=document.file.sha256).order_by("-pk").first()


def twin_in_words(document: Document, *, asker: people.Person | None) -> Twin | None:
    """The nearest document whose words are near-same."""
    keys = LikenessKey.objects.filter(document=document).values("key")
    near = (
        LikenessKey.objects.filter(key__in=keys, document__in=_others(document, asker))
        .values("document")
        .annotate(shared=Count("pk"))
        .order_by("-shared", "-document")[:MOST_COMPARED]
    )
    others = Document.objects.in_bulk([row["document"] for row in near])
    own = runs_of_words(document.text) if others else frozenset()
    found = [Twin(other, likeness(own, runs_of_words(other.text))) for other in others.values()]
    best = max(found, key=lambda twin: twin.likeness or 0, default=None)
    return best if best is not None and (best.likeness or 0) >= NEAR_SAME else None


def twin_in_numbers(
    document: Document, *, issuer: units.Unit | None, number: str, day: date | None, asker: people.Person | None
) -> Twin | None:
    """The same number of one issuer in one year, as far as both days are known."""
    if not number or issuer is None:
        return None
    twin = _others(document, asker).filter(numbered(number, issued_on=day), issuer=issuer).order_by("-pk").first()
    return Twin(twin) if twin else None
