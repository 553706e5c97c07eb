"""Which bytes of a file are asked for (RFC 9110, section 14). Plain Python."""

import re
from dataclasses import dataclass

_ONE = re.compile(r"bytes=\s*(\d{0,18})-(\d{0,18})\s*", re.ASCII)


@dataclass(frozen=True)
class Span:
    """From one byte to another, both of them sent."""

    first: int
    last: int

    @property
    def length(self) -> int:
        return self.last - self.first + 1


class OutOfReach(Exception):
    """The file ends before the bytes that are asked for."""


def span_asked(header: str, size: int) -> Span | None:
    """The one span that a Range header asks for; None for the whole file, as for anything not understood.

    Several spans at once are answered with the whole file, which the standard allows: many small spans of a large
    file are how a server is worn out.
    """
    found = _ONE.fullmatch(header)
    if found is None or not (found[1] or found[2]):
        return None
    if not found[1]:
        first, last = max(0, size - int(found[2])), size - 1
    else:
        first, last = int(found[1]), min(int(found[2] or size - 1), size - 1)
    if found[1] and found[2] and int(found[2]) < int(found[1]):
        return None
    if first >= size or last < first:
        raise OutOfReach
    return Span(first, last)
