"""The grammar: one walk over the line of words that finds points, lengths, rhythms and marks, in the order they are printed.

At each word the readers below are tried in turn; the first that knows what begins here takes its words. A word that nobody knows
is stepped over: officials write "Xây dựng kế hoạch … xong trước tháng 4/2024", and only the end of it is time.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from dinhlang.pure.dates import stretches
from dinhlang.pure.dates.lengths import length_at
from dinhlang.pure.dates.marks import break_at, cited_at, mark_at, weekday_at
from dinhlang.pure.dates.parts import Mark, Part, Point
from dinhlang.pure.dates.rhythms import rhythm_at
from dinhlang.pure.dates.text import Line

Reader = Callable[[str, int], "Part | None"]

_READERS: tuple[Reader, ...] = (
    cited_at,
    rhythm_at,
    stretches.range_at,
    stretches.point_at,
    length_at,
    weekday_at,
    mark_at,
    break_at,
)
_WORD = re.compile(r"\S+ ?")


def parts_of(line: Line) -> list[Part]:
    """Everything about time that the words say, in the order they say it."""
    return list(_walk(line.words))


def _walk(words: str) -> Iterator[Part]:
    at, brackets, plain = 0, 0, False
    while at < len(words):
        part = _part_at(words, at)
        if part is None or part.end <= at:
            word = _WORD.match(words, at)
            at = word.end() if word else at + 1
            plain = True
            continue
        if isinstance(part, Mark) and part.kind == "break":
            brackets = _brackets(brackets, part.text)
            plain = False
        if isinstance(part, Point):
            part = replace(part, noun_before=plain)
        yield replace(part, brackets=brackets)
        at = part.end + (words[part.end : part.end + 1] == " ")
        plain = plain and not isinstance(part, Point)


def _brackets(brackets: int, sign: str) -> int:
    if sign == "(":
        return brackets + 1
    return max(0, brackets - 1) if sign == ")" else brackets


def _part_at(words: str, at: int) -> Part | None:
    for reader in _READERS:
        part = reader(words, at)
        if part is not None:
            return part
    return None
