"""The grammar: one walk over the line of words that finds points, lengths, rhythms and marks, in the order they are
printed.

At each word the readers below are tried in turn; the first that knows what begins here takes its words. A word that
nobody knows is stepped over: officials write "Xây dựng kế hoạch … xong trước tháng 4/2024", and only the end of it
is time.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from dinhlang.pure.dates import stretches
from dinhlang.pure.dates.lengths import length_at
from dinhlang.pure.dates.marks import break_at, cited_at, mark_at, round_at, weekday_at
from dinhlang.pure.dates.parts import Length, Mark, Part, Point, Rhythm
from dinhlang.pure.dates.rhythms import next_rhythm_at, rhythm_at
from dinhlang.pure.dates.text import Line
from dinhlang.pure.dates.words import BEGINNERS, words_of

Reader = Callable[[str, int], "Part | None"]

_READERS: tuple[Reader, ...] = (
    cited_at,
    round_at,
    rhythm_at,
    stretches.range_at,
    stretches.point_at,
    weekday_at,
    length_at,
    mark_at,
    break_at,
)
_NEUTRAL = words_of("dự kiến hoàn thành xong")  # they own no period: "dự kiến quý III"
_WORD = re.compile(r"\S+ ?")


def parts_of(line: Line) -> list[Part]:
    """Everything about time that the words say, in the order they say it."""
    return list(_walk(line.words))


def _walk(words: str) -> Iterator[Part]:
    at, brackets, plain, apart = 0, 0, False, False
    before: tuple[Part | None, Part | None] = None, None
    while at < len(words):
        word = _WORD.match(words, at)
        if word and not _may_begin(word.group().rstrip()):
            at, plain, apart, before = word.end(), True, True, (None, None)
            continue
        part = (next_rhythm_at(words, at) if _in_list_of_rhythms(*before) else None) or _part_at(words, at)
        if part is None or part.end <= at:
            at = word.end() if word else at + 1
            neutral = word is not None and word.group().rstrip() in _NEUTRAL
            plain, apart, before = plain or not neutral, True, (None, None)
            continue
        if isinstance(part, Mark) and part.kind == "break":
            brackets = _brackets(brackets, part.text)
            plain, apart = False, apart or part.text in {";", "¶", ".", "round"}
        else:
            if isinstance(part, Point):
                part = replace(part, noun_before=plain and words[part.start] != ":", apart=apart)
            plain = apart = False
        yield replace(part, brackets=brackets)
        before = before[1], part
        at = part.end + (words[part.end : part.end + 1] == " ")


def _may_begin(word: str) -> bool:
    """Whether any reader could know what begins with this word; most words of a plan are passed over here."""
    return word in BEGINNERS or not word.isalpha()


def _in_list_of_rhythms(first: Part | None, second: Part | None) -> bool:
    """Whether a comma or "và" stands here right behind a rhythm, or behind a bare "6 tháng" that may be one."""
    joined = (
        isinstance(second, Mark) and second.kind == "break" and second.text in {",", "và", "hoặc", "(", ")", "/", ";"}
    )
    bare = isinstance(first, Length) and not (first.limit or first.least or first.working) and first.unit == "month"
    closed = isinstance(first, Mark) and first.text == ")"
    return joined and (isinstance(first, Rhythm) or bare or closed)


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
