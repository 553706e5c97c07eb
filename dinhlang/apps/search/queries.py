"""Finding: the newest things that hold all the words, by kind, best first."""

from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import dataclass
from datetime import date
from typing import Any

from dinhlang.apps.people import public as people
from dinhlang.apps.search import index
from dinhlang.apps.search.kinds import Kind, kinds
from dinhlang.apps.search.models import Entry
from dinhlang.apps.search.rules import (
    PUBLIC,
    AnyOf,
    Piece,
    Question,
    branch_word,
    kind_word,
    marked,
    passage,
    patterns,
    place_among,
    read_question,
)

COUNTED = 1000
"""No kind is counted further than this; then it is "hơn 1.000"."""

COUNTED_BY_PHRASE = 200
"""A phrase is looked up in the words of each thing; that costs more."""

WEIGHED = 100
"""So many of the newest, and so many of the newest by title, are weighed; older ones are found with one more word."""


@dataclass(frozen=True)
class Result:
    """A thing that was found, its words marked."""

    kind: str
    key: str
    url: str
    title: Sequence[Piece]
    detail: Sequence[Piece]
    passage: Sequence[Piece]
    day: date | None
    is_public: bool
    is_living: bool


@dataclass(frozen=True)
class Group:
    """The results of one kind; `count` is a lower bound if it `is_capped`."""

    kind: str
    label: Any
    results: Sequence[Result]
    count: int
    is_capped: bool


@dataclass(frozen=True)
class Found:
    """What was found, by kind; `total` is a lower bound if it `is_capped`."""

    groups: Sequence[Group]

    def __bool__(self) -> bool:
        return bool(self.groups)

    @property
    def total(self) -> int:
        return sum(group.count for group in self.groups)

    @property
    def is_capped(self) -> bool:
        return any(group.is_capped for group in self.groups)


@dataclass(frozen=True)
class _Hits:
    """What the index answered for one kind: the newest, and those that are weighed against each other."""

    kind: Kind
    ids: Sequence[int]
    weighed: Set[int]
    is_capped: bool


def find(
    words: str, *, person: people.Person | None, kind: str | None = None, within: str = "", limit: int = 20
) -> Found:
    """Find what holds all the words among what the person may know: what is public, and the branches they read.

    Nobody (None) finds what is public. `within` narrows to a branch; `limit` is for each kind.
    """
    question = read_question(words)
    if not question:
        return Found([])
    scope = [_may_know(person), *([(branch_word(within),)] if within else [])]
    asked = [known for known in kinds() if kind in (None, known.name)]
    hits = [hit for known in asked if (hit := _look(known, question, scope)).ids]
    return Found(_groups(hits, question, limit))


def _may_know(person: people.Person | None) -> AnyOf:
    reach = person.reach(people.Word.PLANS_READ) if person is not None and person.is_authenticated else []
    return (PUBLIC, *dict.fromkeys(branch_word(path) for path in reach))


def _look(known: Kind, question: Question, scope: Sequence[AnyOf]) -> _Hits:
    scope = [*scope, (kind_word(known.name),)]
    counted = COUNTED_BY_PHRASE if question.phrases else COUNTED
    ids = index.newest([*scope, *question.everywhere()], phrases=question.phrases, limit=counted + 1)
    weighed = set(ids[:WEIGHED])
    if len(ids) > WEIGHED:
        weighed |= set(index.newest([*scope, *question.in_title()], phrases=question.phrases, limit=WEIGHED))
    return _Hits(known, ids[:counted], weighed, len(ids) > counted)


def _groups(hits: Sequence[_Hits], question: Question, limit: int) -> list[Group]:
    weighed = Entry.objects.defer("body", "words").in_bulk([pk for hit in hits for pk in hit.weighed])
    best = [_best((weighed[pk] for pk in hit.weighed if pk in weighed), question)[:limit] for hit in hits]
    show = _shower(question, [entry.pk for entries in best for entry in entries])
    return [
        Group(
            kind=hit.kind.name,
            label=hit.kind.label,
            results=[show(entry) for entry in entries],
            count=len(hit.ids),
            is_capped=hit.is_capped,
        )
        for hit, entries in zip(hits, best, strict=True)
    ]


def _best(entries: Iterable[Entry], question: Question) -> list[Entry]:
    newest_first = sorted(entries, key=lambda entry: entry.pk, reverse=True)
    return sorted(
        newest_first,
        key=lambda entry: place_among(question, title=entry.title, is_living=entry.is_living, day=entry.day),
    )


def _shower(question: Question, shown: Sequence[int]) -> Callable[[Entry], Result]:
    """Only what is shown has its body read, all in one query."""
    bodies = dict(Entry.objects.filter(pk__in=shown).values_list("pk", "body"))
    sought = patterns(question)

    def show(entry: Entry) -> Result:
        return Result(
            kind=entry.kind,
            key=entry.key,
            url=entry.url,
            title=marked(entry.title, sought),
            detail=marked(entry.detail, sought),
            passage=passage(bodies.get(entry.pk, ""), sought),
            day=entry.day,
            is_public=entry.is_public,
            is_living=entry.is_living,
        )

    return show
