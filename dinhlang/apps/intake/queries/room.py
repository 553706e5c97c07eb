"""What the reading room shows: the original with all that was read in it, and beside it what a person checks.

Everything for one page is fetched once: marks, names, cited documents. 150 tasks ask no more than three.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Q

from dinhlang.apps.intake.models import (
    Document,
    DocumentQuerySet,
    DocumentState,
    Mark,
    ReadingState,
    Standing,
)
from dinhlang.apps.intake.queries.bodies import Bodies, Meaning
from dinhlang.apps.intake.queries.documents import readable_by
from dinhlang.apps.intake.queries.original import Block, Line, Part, original_of
from dinhlang.apps.intake.queries.twins import was_read
from dinhlang.apps.intake.rules import (
    ASSIGNABLE,
    Paragraph,
    Quote,
    Thread,
    day_of,
    gold,
    how_sure,
    paragraphs,
    parted,
    quoted,
    within_row,
)
from dinhlang.apps.units import public as units
from dinhlang.pure.viet import CitedNumber, number_key, numbers_cited

FIRST_SURE, IN_ORDER = "tin-cay", "van-ban"
"""Ways to order the tasks: what the machine is least sure of first, or as they stand in the document."""
MOST_LINES = 2000
"""Lines of an original that are shown on one page when somebody asks for all of them."""
LEAST = 9
"""Letters before a place at which a task may be parted: a number alone is no part."""
HEADER_MARK = "h-"
"""Before the name of a part of the header, where a task would have its key."""


@dataclass(frozen=True)
class Card:
    """A task beside the original: what it says, who is meant, how sure it is."""

    mark: Mark
    number: int
    line: int
    sure: str
    leads: list[Meaning]
    advisers: list[Meaning]
    partners: list[Meaning]
    days: list[date] = field(default_factory=list)
    last: int = 0
    """The last line of its own words."""
    places: dict[str, int] = field(default_factory=dict)
    """The line from which each part was taken: lead, adviser, partner, time."""
    quote: Quote = field(default_factory=Quote)
    """The words of the original from which it was read."""

    @property
    def key(self) -> str:
        """By which both sides of the page know it."""
        return str(self.mark.pk)

    @property
    def lines(self) -> set[int]:
        """All lines of the original that one compares it with."""
        return {*range(self.line, self.last + 1), *self.places.values()}

    @property
    def to_check(self) -> bool:
        return self.mark.waits or any(not one.is_settled for one in (*self.leads, *self.advisers, *self.partners))

    @property
    def days_beside(self) -> list[date]:
        """The days that its sentence does not tell already: what a person set, or what came without a sentence."""
        timing = self.mark.details.get("timing") or {}
        is_told = timing.get("sentence") and self.days == [day for day in map(day_of, timing.get("due") or []) if day]
        return [] if is_told else self.days

    @property
    def percent(self) -> int | None:
        return None if self.mark.confidence is None else round(100 * self.mark.confidence)


@dataclass(frozen=True)
class Cited:
    """A legal basis as written, and the document here that it names, if there is one."""

    words: str
    document: Document | None = None


@dataclass(frozen=True)
class Room:
    """All that the page shows."""

    parts: list[Part]
    cards: list[Card]
    dropped: list[Mark]
    names: list[Meaning]
    settled: list[Meaning]
    """Names of which it is clear who is meant, so that a person may still say otherwise."""
    waiting: int
    header_lines: dict[str, int]
    """The line from which each part of the header was taken."""

    @property
    def blocks(self) -> list[Block]:
        """What stands one under the other in the original, on whatever page."""
        return [block for part in self.parts for block in part.blocks]

    @property
    def is_vast(self) -> bool:
        """Whether the whole is more than a browser bears; it is then read in parts, on the page of the document."""
        return len(self.lines) > MOST_LINES

    @property
    def lines(self) -> list[Line]:
        """The lines of the original, rows of tables among them."""
        return [line for block in self.blocks for line in block.lines]


def room_of(document: Document, bodies: Bodies) -> Room:
    """The whole document."""
    marks = list(document.marks.select_related("changed_by").order_by("start", "pk"))
    for mark in marks:
        mark.document = document
    standing = [mark for mark in marks if mark.standing != Standing.DROPPED]
    plain = paragraphs(document.text)
    where = Where([line.end for line in plain])
    begins: dict[int, list[int]] = {}
    for mark in standing:
        begins.setdefault(where.line(mark.start), []).append(mark.pk)
    cards = [_card(mark, n, where, bodies, plain) for n, mark in enumerate(standing, 1)]
    named = _named(cards)
    waiting = [card for card in cards if card.mark.waits]
    return Room(
        parts=original_of(plain, _threads(standing, document), begins, pictured_pages(document)),
        cards=cards,
        dropped=[mark for mark in marks if mark.standing == Standing.DROPPED],
        names=sorted((one for one in named if not one.is_settled), key=lambda one: one.kind != "guess"),
        settled=[one for one in named if one.unit is not None or one.kind == "left" if one.is_settled],
        waiting=len(waiting),
        header_lines=where.first_of(document.said.get("source") or {}),
    )


def unknown_names(room: Room) -> list[str]:
    """Those that nobody can guess either; a guess is a question of its own."""
    return [name.words for name in room.names if name.kind != "guess"]


def pictured_pages(document: Document) -> list[tuple[int, int]]:
    """Where each page of the original that was read from a picture begins, and its number; between them (place, 0)."""
    if document.file is None:
        return []
    told = document.readings.exclude(page_starts=[]).order_by("-pk").values_list("page_starts", flat=True).first()
    pages = [(int(start), int(number) if is_recognised else 0) for start, number, is_recognised in told or []]
    return pages if any(number for _start, number in pages) else []


def _threads(marks: Iterable[Mark], document: Document) -> list[Thread]:
    found = []
    for mark in marks:
        found += [Thread(a, b, str(mark.pk), part) for part, spans in _sources_of(mark).items() for a, b in spans]
    for name, spans in (document.said.get("source") or {}).items():
        found += [Thread(a, b, f"{HEADER_MARK}{name}", "head") for a, b in spans]
    return found


def _sources_of(mark: Mark) -> dict[str, list[list[int]]]:
    """The stretches from which a task was taken, its own among them."""
    texts = mark.sources.get("text") or []
    if [mark.start, mark.end] not in texts:
        texts = [[mark.start, mark.end], *texts]
    return {
        part: [place for span in spans for place in within_row(mark.document.text, span, _said_there(mark, part))]
        for part, spans in {**mark.sources, "text": texts}.items()
    }


def _said_there(mark: Mark, part: str) -> list[str]:
    """What a stretch says of a task, to find the cell of a row in which it stands."""
    if part in ASSIGNABLE:
        words = getattr(mark, ASSIGNABLE[part])
        return [words] if part == "time" else parted(words)
    return mark.text.split("\n")[:1]


@dataclass(frozen=True)
class Where:
    """In which line of the original a letter stands; told by where the lines end."""

    ends: list[int]

    def line(self, place: int) -> int:
        return min(bisect_right(self.ends, place) + 1, len(self.ends))

    def first_of(self, sources: Mapping[str, Any]) -> dict[str, int]:
        """For each part that has a place, the line of its first stretch."""
        return {part: self.line(spans[0][0]) for part, spans in sources.items() if spans}


def _card(mark: Mark, number: int, where: Where, bodies: Bodies, lines: Sequence[Paragraph]) -> Card:
    days = [day for day in map(day_of, (mark.details.get("timing") or {}).get("due") or []) if day]
    return Card(
        mark=mark,
        number=number,
        line=where.line(mark.start),
        last=where.line(max(mark.start, mark.end - 1)),
        sure=how_sure(mark.confidence),
        leads=bodies.of_line(mark.lead_words),
        advisers=bodies.of_line(mark.adviser_words),
        partners=bodies.of_line(mark.partner_words),
        days=days if mark.due in days else [mark.due] if mark.due else [],
        places=where.first_of(mark.sources),
        quote=quoted(lines, where.ends, _sources_of(mark)),
    )


def _named(cards: Iterable[Card]) -> list[Meaning]:
    """All names of bodies, each once however it is written."""
    found: dict[str, Meaning] = {}
    for card in cards:
        for one in (*card.leads, *card.advisers, *card.partners):
            found.setdefault(one.key, one)
    return list(found.values())


def ordered(cards: Iterable[Card], *, order: str, to_check: bool) -> list[Card]:
    """The cards as the person wants them."""
    kept = [card for card in cards if card.to_check or not to_check]
    if order == FIRST_SURE:
        kept.sort(key=lambda card: (not card.mark.waits, card.mark.confidence or 0.0 if card.mark.waits else 0.0))
    return kept


def next_to_check(document: Document, pk: int, *, order: str) -> int | None:
    """The key of the next task that no person has looked at: behind this one, else from the beginning."""
    rows = list(document.marks.standing().order_by("start", "pk").values_list("pk", "standing", "confidence"))
    if order == FIRST_SURE:
        rows.sort(key=lambda row: (row[1] != Standing.PROPOSED and row[0] != pk, row[2] or 0.0))
    at = next((n for n, row in enumerate(rows) if row[0] == pk), -1)
    waiting = (key for key, standing, _sure in (*rows[at + 1 :], *rows[:at]) if standing == Standing.PROPOSED)
    return next(waiting, None)


def cited_by(bases: Sequence[str], *, among: DocumentQuerySet, day: date | None) -> list[Cited]:
    """Each basis with the document here that bears its number of its year.

    Of several the one whose issuer it names, then the latest before the document's own day.
    """
    numbers = {basis: numbers_cited(basis) for basis in bases}
    wanted = Q(pk__in=())
    for number in {one.number for found in numbers.values() for one in found}:
        wanted |= Q(number__iexact=number)
    known: dict[str, list[Document]] = {}
    for document in among.filter(wanted).defer("text").select_related("issuer").order_by("issued_on", "pk"):
        if day is None or document.issued_on is None or document.issued_on <= day:
            known.setdefault(number_key(document.number), []).append(document)
    return [Cited(basis, _cited_in(basis, numbers[basis], known)) for basis in bases]


def _cited_in(words: str, numbers: Sequence[CitedNumber], known: Mapping[str, Sequence[Document]]) -> Document | None:
    """The document that a basis means; `known` holds those under each number, the latest last."""
    for cited in numbers:
        fitting = [
            one for one in known.get(cited.key, ()) if cited.may_be_of(one.issued_on.year if one.issued_on else None)
        ]
        if fitting:
            return next((one for one in reversed(fitting) if _names(words, one.issuer)), fitting[-1])
    return None


def _year_of(document: Document) -> int | None:
    return document.issued_on.year if document.issued_on else None


def _names(words: str, issuer: units.Unit | None) -> bool:
    return issuer is not None and f" {units.name_key(issuer.full_name)} " in f" {units.name_key(words)} "


def bases_of(document: Document, *, person: Any) -> list[Cited]:
    """The legal bases of a document, each with the document it names among those that the person may read."""
    among = readable_by(person).exclude(pk=document.pk)
    return cited_by(document.said.get("bases") or [], among=among, day=document.issued_on)


def cuts_of(mark: Mark) -> list[tuple[int, str]]:
    """Places at which a task may be parted: where a line or a sentence begins, with its first words."""
    text = mark.document.text[mark.start : mark.end]
    places = [match.end() for match in re.finditer(r"\n\s*|[.;]\s+(?=\w)", text)]
    return [(mark.start + at, text[at : at + 60].split("\n")[0]) for at in places if LEAST <= at < len(text)][:40]


def confirmed_readings() -> Iterator[Document]:
    """The documents that a machine read and people confirmed: from these a reader can learn."""
    found = Document.objects.in_state(DocumentState.CONFIRMED).filter(readings__state=ReadingState.DONE).distinct()
    yield from found.select_related("issuer").order_by("pk").iterator(chunk_size=50)


def gold_of(document: Document) -> dict[str, Any]:
    """What people confirmed, in the form of a gold reading; what no person has looked at is left out."""
    facts = {
        "kind": document.kind,
        "number": document.number or None,
        "date": document.issued_on.isoformat() if document.issued_on else None,
        "issuer": document.said.get("issuer") or (document.issuer.full_name if document.issuer else None),
        "title": document.title,
    }
    marks = document.marks.standing().order_by("start", "pk")
    return gold(facts, document.said, marks, is_header_checked=is_header_checked(document))


def is_header_checked(document: Document) -> bool:
    """Whether a person looked at its head and foot; what was typed by hand needs no second look."""
    return "facts" in document.checked or not was_read(document)
