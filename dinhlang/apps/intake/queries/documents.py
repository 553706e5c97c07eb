"""Reads of documents that arrived, and how each is found again."""

import hashlib
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from django.db.models import Count, Exists, OuterRef, Q
from django.urls import reverse

from dinhlang.apps.intake.models import Document, DocumentQuerySet, DocumentState, Mark, Reading, ReadingState, Standing
from dinhlang.apps.intake.rules import ASSIGNABLE, Paragraph, label_and_words, overlap, paragraphs, pieces
from dinhlang.apps.people import public as people
from dinhlang.apps.search import public as search
from dinhlang.apps.units import public as units
from dinhlang.pure.viet import fold


def fingerprint(text: str) -> str:
    """The same for texts that differ only in spaces and line ends."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()


def twin_of(
    *, issuer: units.Unit, number: str, issued_on: date | None, text: str, within: units.Unit
) -> Document | None:
    """A document that looks the same, kept by the same unit: the issuer's number of that year, or the same words."""
    same = Q(text_sha256=fingerprint(text))
    if number:
        same |= Q(issuer=issuer) & numbered(number, issued_on=issued_on)
    return Document.objects.filter(same, owner=within).with_names().order_by("-arrived_at", "-pk").first()


def numbered(number: str, *, issued_on: date | None) -> Q:
    """Under a number of the year of a day, as numbers begin anew each year; where no day is known, of any year."""
    same = Q(number__iexact=number)
    return same & (Q(issued_on__year=issued_on.year) | Q(issued_on__isnull=True)) if issued_on else same


def readable_by(person: people.Person) -> DocumentQuerySet:
    """Those of the person's own bodies; of all bodies within reach, those that became plans."""
    own = Document.objects.of_units_within(person.reach(people.Word.DOCUMENTS_TAKE_IN))
    within_reach = Document.objects.of_units_within(person.reach(people.Word.PLANS_READ))
    return own | within_reach.in_state(DocumentState.CONFIRMED)


def listed(documents: DocumentQuerySet, *, state: str = "", words: str = "") -> DocumentQuerySet:
    """With names and the number of marks, only those in a state or whose heading holds the words."""
    if state in DocumentState.values:
        documents = documents.in_state(state)
    documents = documents.with_words(words)
    return (
        documents.with_names()
        .defer("text")
        .annotate(
            is_asking=Exists(Reading.objects.filter(document=OuterRef("pk"), state=ReadingState.ASKING)),
            number_of_marks=Count("marks", filter=~Q(marks__standing=Standing.DROPPED)),
            number_waiting=Count("marks", filter=Q(marks__standing=Standing.PROPOSED)),
        )
    )


def marks_of(document: Document) -> list[Mark]:
    """In the order of the text; the list's place is the number that people see."""
    return list(document.marks.standing().order_by("start", "pk"))


def is_ready(document: Document) -> bool:
    """Every task was looked at by a person, and there is one: the document may become a plan."""
    standing = set(document.marks.values_list("standing", flat=True).distinct())
    return Standing.ACCEPTED in standing and Standing.PROPOSED not in standing


def next_of(mark: Mark) -> Mark | None:
    """The task behind this one in the text; none behind the last."""
    return mark.document.marks.standing().filter(start__gt=mark.start).order_by("start", "pk").first()


def found_as(document: Document) -> search.Entry:
    """What the index keeps of a document."""
    issuer = document.issuer.full_name if document.issuer else ""
    return search.entry(
        "document",
        document.pk,
        title=document.title,
        detail=" · ".join(part for part in (document.number, issuer) if part),
        body=document.text,
        url=reverse("intake:document", args=[document.pk]),
        path=document.owner.path,
        day=document.issued_on,
    )


def all_found() -> Iterator[search.Entry]:
    """Every document as the index keeps it, for the nightly healing; unfinished ones are found in their list alone."""
    documents = Document.objects.in_state(DocumentState.CONFIRMED).with_names().order_by("pk")
    return (found_as(document) for document in documents.iterator(chunk_size=100))


def units_near(person: people.Person, *, most: int = 150) -> list[units.Unit]:
    """Units that are likely to issue what arrives: the person's own, the places above, and the bodies around."""
    own = person.units_to(people.Word.DOCUMENTS_TAKE_IN)
    above = {int(part) for unit in own for part in unit.path.split(".") if part}
    around = Q(pk__in=above) | Q(parent__in=above) | Q(parent__parent__in=above, kind=units.UnitKind.DEPARTMENT)
    return list(
        units.Unit.objects.living()
        .filter(around)
        .exclude(kind__in=[*units.TERRITORIES, units.UnitKind.POST])
        .in_order()[:most]
    )


def units_called(typed: str, *, most: int = 4) -> list[units.Unit]:
    """The units that the typed words name: by code, by the whole name, else by words that the name holds."""
    name, _, code = typed.rpartition("·")
    by_code = units.Unit.objects.filter(code__iexact=(code or typed).strip()).first()
    if by_code is not None:
        return [by_code]
    found = units.Unit.objects.exclude(kind=units.UnitKind.POST)
    for word in fold(name or typed).split():
        found = found.filter(search_text__contains=word)
    named = list(found.order_by("-is_living", "sort_key", "pk")[:50])
    exact = [unit for unit in named if fold(unit.full_name) == fold(name or typed)]
    return (exact or named)[:most]


FOUND_WITHIN = ("product", "send_to", "via")
"""Parts of a task of which the reader tells the words and not the place."""

Stretches = Mapping[str, list[tuple[int, int]]]

NEAR_ENOUGH = 12
"""Lines behind a task that offer themselves as its lead, partners or time; further ones are chosen with the mouse."""


@dataclass(frozen=True)
class Spot:
    """A part of a line, and the mark it lies in."""

    text: str
    number: int = 0
    mark: Mark | None = None
    is_current: bool = False


@dataclass(frozen=True)
class Line:
    """A paragraph as the marking page shows it."""

    paragraph: Paragraph
    spots: list[Spot]
    begins: list[Spot]
    says: list[tuple[str, int]] = field(default_factory=list)
    ends_current: bool = False
    offers: bool = False
    may_begin_second: bool = False


def lines_of(
    document: Document, marks: Sequence[Mark], current: Mark | None = None, *, shown: Sequence[Paragraph] | None = None
) -> list[Line]:
    """The text as numbered lines with what is marked in them; the lines behind the current mark offer their words.

    Of a long text only those that are shown: a million letters are twenty thousand lines.
    """
    offered = _offered(document, marks, current)
    taken = [_taken_from(mark) for mark in marks]
    return [
        replace(_line(paragraph, marks, current, offered), says=_says(paragraph, taken))
        for paragraph in (paragraphs(document.text) if shown is None else shown)
    ]


def line_at(lines: Sequence[Paragraph], place: int) -> int:
    """Which line of a text holds a letter, or is the next one behind it, from 0."""
    return min(bisect_right([line.end for line in lines], place), max(len(lines) - 1, 0))


def _line(paragraph: Paragraph, marks: Sequence[Mark], current: Mark | None, offered: set[int]) -> Line:
    spots = [
        Spot(piece.text)
        if piece.stretch is None
        else Spot(piece.text, piece.stretch + 1, marks[piece.stretch], marks[piece.stretch] == current)
        for piece in pieces(paragraph, [(mark.start, mark.end) for mark in marks])
    ]
    inside = current is not None and current.start < paragraph.start < current.end
    return Line(
        paragraph=paragraph,
        spots=spots,
        begins=[spot for spot in spots if spot.mark and paragraph.start <= spot.mark.start],
        ends_current=current is not None and paragraph.start < current.end <= paragraph.end,
        offers=paragraph.number in offered,
        may_begin_second=inside,
    )


def _says(paragraph: Paragraph, taken: Sequence[Stretches]) -> list[tuple[str, int]]:
    """What a line says of each task besides its words, once for each part."""
    return [
        (part, number)
        for number, parts in enumerate(taken, 1)
        for part, stretches in parts.items()
        if overlap(paragraph.start, paragraph.end, stretches)
    ]


def _taken_from(mark: Mark) -> Stretches:
    """Where the words for each part of a task stand; those for product and way of the result within its own stretch."""
    known = {part: stretches for part, stretches in mark.sources.items() if part in ASSIGNABLE}
    stretch = mark.document.text[mark.start : mark.end]
    told = {part: mark.details.get(part) or [] for part in FOUND_WITHIN}
    listed = {part: words if isinstance(words, list) else [str(words)] for part, words in told.items()}
    return known | {
        part: [(mark.start + at, mark.start + at + len(one)) for one in words if one and (at := stretch.find(one)) >= 0]
        for part, words in listed.items()
    }


def _offered(document: Document, marks: Sequence[Mark], current: Mark | None) -> set[int]:
    """From the task to the next numbered line or the next task."""
    if current is None:
        return set()
    until = min((mark.start for mark in marks if mark.start > current.start), default=len(document.text))
    offered: list[int] = []
    for line in paragraphs(document.text):
        if line.start >= current.end and (line.start >= until or label_and_words(line.text)[0]):
            break
        if line.end > current.start:
            offered.append(line.number)
    return set(offered[:NEAR_ENOUGH])
