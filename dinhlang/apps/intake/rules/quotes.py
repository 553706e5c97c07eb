"""The words of the original beside a task, so that whoever checks on a telephone need not go there. Plain Python."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from dinhlang.apps.intake.rules.reading import Patch, Spans, Thread, woven
from dinhlang.apps.intake.rules.text import Paragraph

MOST = 8
"""Lines of one quote; what is longer is read in the original itself."""
LONGEST_PLAIN, KEPT = 500, 200
"""A stretch of which nothing was taken is cut to its two ends."""
_POINT = " · "
_BARS = re.compile(r"\s*\|\s*")


@dataclass(frozen=True)
class Words:
    """Words of a quote, and what they say of the task: lead, adviser, partner, time; nothing for the rest."""

    text: str
    part: str = ""


@dataclass(frozen=True)
class Quoted:
    """A line of the original as it is quoted."""

    number: int
    words: list[Words]


@dataclass(frozen=True)
class Quote:
    """The lines from which a task was read; `left` tells how many more there are."""

    lines: list[Quoted] = field(default_factory=list)
    left: int = 0


def quoted(lines: Sequence[Paragraph], ends: Sequence[int], sources: Mapping[str, Spans]) -> Quote:
    """The lines in which any part of a task stands; `ends` tells where each line of the text ends."""
    threads = [Thread(a, b, "", part) for part, spans in sources.items() for a, b in spans]
    touched = _touched(ends, threads)
    telling = _touched(ends, (thread for thread in threads if thread.part != "text"))
    kept = sorted(sorted(touched, key=lambda at: (at not in telling and at != min(touched), at))[:MOST])
    chosen = [lines[at] for at in kept]
    patches = woven(((line.start, line.end, line.text) for line in chosen), threads)
    shown = [Quoted(line.number, _words(found)) for line, found in zip(chosen, patches, strict=True)]
    return Quote(shown, len(touched) - len(kept))


def _touched(ends: Sequence[int], threads: Iterable[Thread]) -> set[int]:
    """The places in the list of the lines in which the threads lie."""
    last = len(ends) - 1
    return {
        at
        for thread in threads
        for at in range(bisect_right(ends, thread.start), min(bisect_right(ends, thread.end - 1), last) + 1)
    }


def _words(patches: Sequence[Patch]) -> list[Words]:
    found = [Words(_plain(patch.text), _part_of(patch)) for patch in patches]
    if found and patches[0].text.startswith("|"):  # what stands around a row is no point between its cells
        found[0] = Words(found[0].text.removeprefix(_POINT), found[0].part)
        found[-1] = Words(found[-1].text.removesuffix(_POINT), found[-1].part)
    return [Words(_cut(one.text), one.part) if not one.part else one for one in found if one.text]


def _part_of(patch: Patch) -> str:
    return next((part for part in patch.parts if part != "text"), "")


def _plain(text: str) -> str:
    """The bars between the cells of a row become points."""
    return _BARS.sub(_POINT, text)


def _cut(text: str) -> str:
    """Both ends of what is long, in whole words."""
    if len(text) <= LONGEST_PLAIN:
        return text
    return f"{text[:KEPT].rpartition(' ')[0]} … {text[-KEPT:].partition(' ')[2]}"
