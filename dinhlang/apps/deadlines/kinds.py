"""Whose the deadlines are: the rooms above, which keep what is owed, say what is still open and take a new day over."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from dinhlang.apps.deadlines.models import Deadline


@dataclass(frozen=True)
class Moved:
    """A day that was moved: of which deadline, and of which occurrence, from when to when, and why."""

    deadline: int
    occurrence: date | None
    before: date | None
    after: date | None
    sentence: str
    place: int | None = None
    """Only of the bodies of one place, whose council has a sitting of its own."""
    but_not: frozenset[int] = frozenset()
    """Of all but the bodies of these places."""


@dataclass(frozen=True)
class Holder:
    """A room whose duties are due.

    `still_open` answers which of these deadlines somebody still owes something by. `moved` takes new days over within
    the transaction that moved them. `may_read` says whether a person may know of a duty. `councils` names the places
    of whose councils the bodies are that owe something by a deadline. `speaks_for` says whether a person holds a word
    for a unit, also one that is no more and whose work went to another.
    """

    still_open: Callable[[Iterable[int]], set[int]]
    moved: Callable[[Sequence[Moved], Any, datetime], None]
    may_read: Callable[[Any, Deadline], bool]
    councils: Callable[[Iterable[int]], dict[int, set[int]]]
    speaks_for: Callable[[Any, Any, Any], bool]


_holders: list[Holder] = []


def holder(one: Holder) -> None:
    """Register a room."""
    _holders.append(one)


def still_open(deadlines: Iterable[int]) -> set[int]:
    """Which of these deadlines anybody still owes something by."""
    asked = list(deadlines)
    return set().union(*(one.still_open(asked) for one in _holders))


def speaks_for(person: Any, word: Any, unit: Any) -> bool:
    """Whether a person acts for a unit: by a role over it, or over the heir of its work where it is no more."""
    return bool(person.may(word, at=unit.path)) or any(one.speaks_for(person, word, unit) for one in _holders)


def councils_that_owe(deadlines: Iterable[int]) -> dict[int, set[int]]:
    """By deadline, the places of whose councils the bodies are that owe something by it."""
    asked, found = list(deadlines), dict[int, set[int]]()
    for one in _holders:
        for deadline, places in one.councils(asked).items():
            found.setdefault(deadline, set()).update(places)
    return found


def tell_moved(moves: Sequence[Moved], *, by: Any, now: datetime) -> None:
    """Let every room take the new days over."""
    for one in _holders:
        one.moved(moves, by, now)


def is_read_above(person: Any, deadline: Deadline) -> bool:
    """Whether a room above lets the person know of the duty."""
    return any(one.may_read(person, deadline) for one in _holders)
