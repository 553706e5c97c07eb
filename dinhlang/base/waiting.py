"""Work that waits for a person: each room says what it knows of it, so that a page below can ask when somebody leaves.

A room registers a function in its `panels.py`; the person it is asked about carries roles as of a day.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Waiting:
    """Some work of one kind: what it is called, how much of it, and the page where it is seen."""

    label: Any
    number: int
    url: str


Ask = Callable[[Any], Iterable[Waiting]]
_asked: list[tuple[int, Ask]] = []


def waiting(*, order: int) -> Callable[[Ask], Ask]:
    """Register a function `(person) -> rows`."""

    def register(ask: Ask) -> Ask:
        _asked.append((order, ask))
        _asked.sort(key=lambda pair: pair[0])
        return ask

    return register


def waits_for(person: Any) -> list[Waiting]:
    """What every room knows, in their order; of what is nothing, nothing is said."""
    return [row for _order, ask in _asked for row in ask(person) if row.number]
