"""Timelines of many units at once: laid over one another, and placed in the tree day by day. Plain Python.

A unit's timeline is a list of spans [begins, ends) in which its facts did not change. What stands above it may
change meanwhile, so placing a timeline may cut its spans further: each placed span has one path.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from dinhlang.apps.units.rules.kinds import may_stand_under, overlap

DEEPEST = 20
"""No real tree is deeper, and longer paths would not fit their column."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a unit is, what it is called, and the code of what it stands under ("" for the top)."""

    kind: str
    form: str
    name: str
    parent: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """Facts that hold from a day until before another; `line` says where a file told them, 0 if nowhere."""

    begins: date
    ends: date | None
    facts: Facts
    line: int = 0


@dataclass(frozen=True, slots=True)
class Placed:
    """A span with its path in the tree, as codes from the top down to the unit itself."""

    begins: date
    ends: date | None
    facts: Facts
    path: tuple[str, ...]


class Trouble(StrEnum):
    """Why timelines do not fit together; the page that asked words it."""

    UNKNOWN_PARENT = "unknown_parent"
    PARENT_NOT_THERE = "parent_not_there"
    WRONG_PARENT = "wrong_parent"
    CYCLE = "cycle"
    TOO_DEEP = "too_deep"
    OVERLAP = "overlap"


@dataclass(frozen=True, slots=True)
class Fault:
    """One trouble: at which unit, told in which line, with which other unit or since which day."""

    trouble: Trouble
    code: str
    line: int
    other: str = ""
    day: date | None = None


def joined(spans: Iterable[Span]) -> list[Span]:
    """Neighbours with the same facts become one span."""
    whole: list[Span] = []
    for span in spans:
        if whole and whole[-1].ends == span.begins and whole[-1].facts == span.facts:
            whole[-1] = replace(whole[-1], ends=span.ends)
        else:
            whole.append(span)
    return whole


def overlaid(kept: Sequence[Span], told: Sequence[Span]) -> tuple[list[Span], Span | None]:
    """The kept timeline with newly told spans laid over it, and the told span that fits nowhere, if there is one.

    A told span replaces the kept one that begins on its day, and cuts off a kept one that it falls into, from its
    own first day on. It may not reach into another kept span: that would silently undo what was decided for later.
    """
    timeline = list(kept)
    for span in told:
        timeline = [cut for old in timeline if (cut := _cut_off(old, span)) is not None]
        if any(overlap(span.begins, span.ends, old.begins, old.ends) for old in timeline):
            return timeline, span
        timeline.append(span)
    return sorted(timeline, key=lambda one: one.begins), None


def _cut_off(old: Span, new: Span) -> Span | None:
    if old.line == 0 and old.begins == new.begins:
        return None
    if old.line == 0 and old.begins < new.begins and old.ends == new.ends:
        return replace(old, ends=new.begins)
    return old


@dataclass
class Tree:
    """Places timelines in the tree; asks for a unit's timeline by its code, gathers what does not fit."""

    timelines: Mapping[str, Sequence[Span]]
    faults: list[Fault] = field(default_factory=list)
    _placed: dict[str, list[Placed]] = field(default_factory=dict)
    _under_way: list[str] = field(default_factory=list)

    def place(self, code: str) -> list[Placed]:
        """The unit's spans, cut wherever something above it moved; empty if it or something above does not fit."""
        if code not in self._placed:
            self._under_way.append(code)
            placed = [part for span in self.timelines[code] for part in self._parts(code, span)]
            self._under_way.pop()
            self._placed[code] = placed if self._fits(code, placed) else []
        return self._placed[code]

    def _fits(self, code: str, placed: list[Placed]) -> bool:
        """Whether every told day got a place."""
        told = self.timelines[code]
        return bool(placed) and sum(_days(p) for p in placed) == sum(_days(s) for s in told)

    def _parts(self, code: str, span: Span) -> list[Placed]:
        parent = span.facts.parent
        if not parent:
            return [Placed(span.begins, span.ends, span.facts, (code,))]
        trouble = self._trouble_above(code, parent)
        if trouble is not None:
            self.faults.append(Fault(trouble, code, span.line, parent))
            return []
        above = self.place(parent)
        return self._under(code, span, above) if above else []

    def _trouble_above(self, code: str, parent: str) -> Trouble | None:
        if parent not in self.timelines:
            return Trouble.UNKNOWN_PARENT
        if parent in self._under_way:
            return Trouble.CYCLE
        return Trouble.TOO_DEEP if len(self._under_way) >= DEEPEST else None

    def _under(self, code: str, span: Span, above: Sequence[Placed]) -> list[Placed]:
        parts: list[Placed] = []
        reached: date | None = span.begins
        for top in above:
            if not overlap(span.begins, span.ends, top.begins, top.ends):
                continue
            if reached is None or top.begins > reached:
                break
            if not may_stand_under(span.facts.kind, top.facts.kind):
                self.faults.append(Fault(Trouble.WRONG_PARENT, code, span.line, span.facts.parent, top.begins))
                return []
            _append(parts, Placed(reached, _earlier(span.ends, top.ends), span.facts, (*top.path, code)))
            reached = parts[-1].ends
        if reached != span.ends:
            self.faults.append(Fault(Trouble.PARENT_NOT_THERE, code, span.line, span.facts.parent, reached))
            return []
        return parts


def _append(parts: list[Placed], part: Placed) -> None:
    """A renaming above changes no path: the parts below it stay one."""
    if parts and parts[-1].path == part.path:
        part = replace(parts.pop(), ends=part.ends)
    parts.append(part)


def _earlier(one: date | None, other: date | None) -> date | None:
    if one is None or other is None:
        return one or other
    return min(one, other)


def _days(span: Span | Placed) -> int:
    return ((span.ends or date.max) - span.begins).days


def placed(timelines: Mapping[str, Sequence[Span]]) -> tuple[dict[str, list[Placed]], list[Fault]]:
    """Every unit's place in the tree, day by day, and what does not fit."""
    tree = Tree(timelines)
    places = {code: tree.place(code) for code in timelines}
    return places, tree.faults


def told_spans(places: Iterable[Placed]) -> list[Span]:
    """A placed timeline without its places: what was told, with no cuts by what happened above."""
    return joined(Span(place.begins, place.ends, place.facts) for place in places)


def settled(places: Iterable[Placed]) -> list[Placed]:
    """Neighbours that stand and are called the same become one: where a span is cut says nothing by itself."""
    whole: list[Placed] = []
    for place in places:
        if whole and _goes_on(whole[-1], place):
            whole[-1] = replace(whole[-1], ends=place.ends)
        else:
            whole.append(place)
    return whole


def _goes_on(before: Placed, after: Placed) -> bool:
    return (before.ends, before.facts, before.path) == (after.begins, after.facts, after.path)


def differing(new: Mapping[str, list[Placed]], old: Mapping[str, list[Placed]]) -> Iterator[str]:
    """The codes whose placed timelines do not say what they said."""
    return (code for code, places in new.items() if settled(places) != settled(old.get(code, [])))
