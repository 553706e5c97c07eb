"""Finding: the newest things that hold all the words, by kind, best first."""

from collections.abc import Callable, Sequence, Set
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
    Place,
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
    places = _places([pk for hit in hits for pk in hit.weighed], question)
    best = [sorted(hit.weighed & places.keys(), key=places.__getitem__)[part] for hit in hits]
    shown = Entry.objects.defer("words").in_bulk([pk for pks in best for pk in pks])
    show = _shower(question)
    return [
        Group(
            kind=hit.kind.name,
            label=hit.kind.label,
            results=[show(shown[pk]) for pk in pks if pk in shown],
            count=hit.count,
            reachable=len(hit.weighed),
            is_capped=hit.is_capped,
        )
        for hit, pks in zip(hits, best, strict=True)
    ]


def _places(weighed: Sequence[int], question: Question) -> dict[int, tuple[Place, int]]:
    """Where each comes among the others; the newest entry first where all else is equal."""
    together = _side_by_side(weighed, question)
    rows = Entry.objects.filter(pk__in=weighed).values_list("pk", "title", "is_living", "day")
    return {
        pk: (place_among(question, title=title, is_together=pk in together, is_living=is_living, day=day), -pk)
        for pk, title, is_living, day in rows
    }


def _side_by_side(weighed: Sequence[int], question: Question) -> Set[int]:
    """Those that hold what was typed as it was typed, anywhere in them."""
    if " " not in question.phrase:
        return set()
    holding = Entry.objects.filter(pk__in=weighed, words__contains=f" {question.phrase}")
    return set(holding.values_list("pk", flat=True))


def _shower(question: Question) -> Callable[[Entry], Result]:
    """A passage is looked for only where title and detail do not say it all."""
    sought = patterns(question)

    def show(entry: Entry) -> Result:
        says_it_all = holds(question, f"{entry.title} {entry.detail}")
        return Result(
            kind=entry.kind,
            key=entry.key,
            url=entry.url,
            title=marked(entry.title, sought),
            detail=marked(entry.detail, sought),
            passage=[] if says_it_all else passage(entry.body, sought),
            day=entry.day,
            is_public=entry.is_public,
            is_living=entry.is_living,
        )

    return show
