"""Spans of days, from one until before another; without another for good."""

from collections.abc import Iterable, Iterator
from datetime import date

Span = tuple[date, date | None]


def gaps(begins: date, ends: date | None, *, held: Iterable[Span]) -> Iterator[Span]:
    """What of a span others, in their order, leave open: who holds the same desk for a week leaves it empty after."""
    for first, over in held:
        if begins < first:
            yield begins, first
        if over is None:
            return
        begins = max(begins, over)
    if ends is None or begins < ends:
        yield begins, ends
