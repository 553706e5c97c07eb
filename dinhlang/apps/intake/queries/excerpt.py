"""A long original by what is checked now: the lines around it, and between them how many were left out."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from dinhlang.apps.intake.queries.original import Block, Line, Part

WHOLE = 120
"""Lines that are shown whole, whatever is checked."""
AROUND = 1
"""Lines shown before and behind each line that is wanted."""


def excerpt_of(parts: Sequence[Part], wanted: Iterable[int]) -> list[Part]:
    """The parts of an original with the lines that are wanted and those around them; a short one stays whole."""
    if sum(len(block.lines) for part in parts for block in part.blocks) <= WHOLE:
        return list(parts)
    near = {number + by for number in wanted for by in range(-AROUND, AROUND + 1)}
    shown = (replace(part, blocks=list(_shortened(part.blocks, near))) for part in parts)
    return [part if part.is_seen else replace(part, page=0) for part in shown]


def _shortened(blocks: Sequence[Block], near: set[int]) -> Iterator[Block]:
    """Each run of blocks of which nothing is wanted becomes one gap; of a table the rows that are wanted stay."""
    for is_near, run in groupby(blocks, key=lambda block: any(_is_in(line, near) for line in block.lines)):
        if not is_near:
            yield _gap([line for block in run for line in block.lines])
            continue
        for block in run:
            rows = [line for line in block.rows if _is_in(line, near)]
            yield replace(block, rows=rows)
            if gone := [line for line in block.rows if line not in rows]:
                yield _gap(gone)


def _is_in(line: Line, near: set[int]) -> bool:
    return line.paragraph.number in near


def _gap(gone: Sequence[Line]) -> Block:
    return Block(gap=gone)
