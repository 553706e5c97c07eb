"""What a clause says, and when plans would stand on themselves. Plain Python."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any


@dataclass(frozen=True)
class ClauseFacts:
    """One duty as the plan words it; start and end are its place in the plan's text, if there is one."""

    text: str
    label: str = ""
    lead_words: str = ""
    adviser_words: str = ""
    partner_words: str = ""
    time_words: str = ""
    due: date | None = None
    start: int | None = None
    end: int | None = None
    sources: Mapping[str, Any] = field(default_factory=dict)


def reaches(start: int, goal: int, step: Callable[[set[int]], Iterable[int]]) -> bool:
    """Whether one comes from start to goal by steps; `step` takes a set, so that each round is one question."""
    seen: set[int] = set()
    edge = {start}
    while edge and goal not in edge:
        seen |= edge
        edge = set(step(edge)) - seen
    return goal in edge


def places_found(text: str, clauses: Iterable[str]) -> list[tuple[int, int] | None]:
    """Where each clause's words stand in a text, one behind the other; None for words that are not there."""
    found: list[tuple[int, int] | None] = []
    behind = 0
    for words in clauses:
        start = text.find(words, behind)
        if start < 0:
            found.append(None)
            continue
        behind = start + len(words)
        found.append((start, behind))
    return found
