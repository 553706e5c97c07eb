"""Finding: the newest things that hold all the words, by kind, best first."""

from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import dataclass
from datetime import date
from typing import Any

from dinhlang.apps.people import public as people
from dinhlang.apps.search import index
from dinhlang.apps.search.kinds import Kind, kinds, public_address
from dinhlang.apps.search.models import Entry
from dinhlang.apps.search.rules import (
    PUBLIC,
    AnyOf,
    Piece,
    Question,
    branch_word,
    holds,
    marked,
    passage,
    patterns,
    place_among,
    read_question,
)


@dataclass(frozen=True)
class _Depth:
    """How deep the index is read: how far results are counted (then it is "hơn 100"), and how many of the newest, and
    of the newest by title, are weighed against each other. What is older is found with one more word.
    """

    counted: int
    weighed: int


OF_EACH_KIND = _Depth(counted=100, weighed=100)
OF_ONE_KIND = _Depth(counted=1000, weighed=400)
OF_A_PHRASE = _Depth(counted=200, weighed=100)  # it is looked up in the words of each thing, which costs more
MOST_LEFT_OUT = 6


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

    @property
    def public_url(self) -> str:
        """Where a stranger reads it."""
        return public_address(self.kind, self.key) or self.url


@dataclass(frozen=True)
class Group:
    """The results of one kind. `count` is a lower bound if it `is_capped`; `reachable` of them were weighed."""

    kind: str
    label: Any
    results: Sequence[Result]
    count: int
    reachable: int
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
    def reachable(self) -> int:
        return sum(group.reachable for group in self.groups)

    @property
    def is_capped(self) -> bool:
        return any(group.is_capped for group in self.groups)


@dataclass(frozen=True)
class _Hits:
    """What the index answered for one kind: how many, and those that are weighed against each other."""

    kind: Kind
    count: int
    is_capped: bool
    weighed: Set[int]


def find(
    words: str,
    *,
    person: people.Person | None,
    kind: str | None = None,
    within: str = "",
    start: int = 0,
    limit: int = 20,
) -> Found:
    """Find what holds all the words among what the person may know: what is public, and the branches they read.

    Nobody (None) finds what is public. `within` narrows to a branch; `start` and `limit` are for each kind.
    """
    question = read_question(words)
    if not question:
        return Found([])
    scope = [_may_know(person), *([(branch_word(within),)] if within else [])]
    asked = [known for known in kinds() if kind in (None, known.name)]
    hits = _hits(asked, question, scope, _depth(question, kind))
    return Found(_groups(hits, question, slice(start, start + limit)))


def nearby(words: str, *, person: people.Person | None) -> list[str]:
    """The same question with one word fewer, where that would find something."""
    typed = words.split()
    fewer = [" ".join(typed[:place] + typed[place + 1 :]) for place in range(min(len(typed), MOST_LEFT_OUT))]
    questions = [(shorter, read_question(shorter)) for shorter in dict.fromkeys(fewer)]
    may_know = _may_know(person)
    names = [known.name for known in kinds()]
    return [
        shorter
        for shorter, question in questions
        if question and index.newest([may_know, *question.everywhere()], kinds=names, phrases=question.phrases, limit=1)
    ]


def _may_know(person: people.Person | None) -> AnyOf:
    reach = person.reach(people.Word.PLANS_READ) if person is not None and person.is_authenticated else []
    return (PUBLIC, *dict.fromkeys(branch_word(path) for path in reach))


def _depth(question: Question, kind: str | None) -> _Depth:
    if kind is None:
        return OF_EACH_KIND
    return OF_A_PHRASE if question.phrases else OF_ONE_KIND


def _hits(asked: Sequence[Kind], question: Question, scope: Sequence[AnyOf], depth: _Depth) -> list[_Hits]:
    everywhere, in_title = [*scope, *question.everywhere()], [*scope, *question.in_title()]
    names = [known.name for known in asked]
    found = index.newest(everywhere, kinds=names, phrases=question.phrases, limit=depth.counted + 1)
    many = [name for name, ids in found.items() if len(ids) > depth.weighed]
    by_title = index.newest(in_title, kinds=many, phrases=question.phrases, limit=depth.weighed)
    return [
        _Hits(
            kind=known,
            count=min(len(found[known.name]), depth.counted),
            is_capped=len(found[known.name]) > depth.counted,
            weighed={*found[known.name][: depth.weighed], *by_title.get(known.name, [])},
        )
        for known in asked
        if known.name in found
    ]


def _groups(hits: Sequence[_Hits], question: Question, part: slice) -> list[Group]:
    weighed = Entry.objects.defer("body", "words").in_bulk([pk for hit in hits for pk in hit.weighed])
    best = [_best((weighed[pk] for pk in hit.weighed if pk in weighed), question)[part] for hit in hits]
    show = _shower(question, [entry for entries in best for entry in entries])
    return [
        Group(
            kind=hit.kind.name,
            label=hit.kind.label,
            results=[show(entry) for entry in entries],
            count=hit.count,
            reachable=len(hit.weighed),
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


def _shower(question: Question, shown: Sequence[Entry]) -> Callable[[Entry], Result]:
    """A body is read only where title and detail do not say it all, and all of them in one query."""
    hidden = [entry.pk for entry in shown if not holds(question, f"{entry.title} {entry.detail}")]
    bodies = dict(Entry.objects.filter(pk__in=hidden).values_list("pk", "body"))
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
