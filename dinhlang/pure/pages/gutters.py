"""Between the names of two columns lies a gutter: the blank that stays all the way down."""

import itertools

from dinhlang.pure.pages.heads import Head, pieces_of
from dinhlang.pure.pages.sheet import Line

_NOISE = 0.15  # of the lines may cross a gutter, while it is not known where the table ends
_NARROWEST = 4  # points


def gutters_below(head: Head, lines: list[Line]) -> list[float] | None:
    """Where each column ends but the last; None if words cross everywhere."""
    counts = _counts(lines, int(head.names[-1][1]) + 2)
    cuts = [head.names[0][0] - 1000.0]
    for (left0, left1), (right0, right1) in itertools.pairwise(head.names):
        blanks = _blanks(counts, int(left1), int(right0), most=max(1, int(_NOISE * len(lines))))
        if not blanks:
            return None
        start = int(max(cuts[-1], min(left0, head.names[0][0]) - 1, 0))
        best = max(blanks, key=lambda blank: (_parts(counts, start, blank, int(right1)), blank[1] - blank[0]))
        cuts.append((best[0] + best[1]) / 2)
    return cuts[1:]


def crosses(line: Line, cuts: list[float]) -> bool:
    """Say whether words of a line go on from one column into the next."""
    return any(piece.x0 < cut - 1 and piece.x1 > cut + 1 for piece in pieces_of(line) for cut in cuts)


def covers_names(line: Line, head: Head) -> bool:
    """Say whether words of a line run below the names of two columns."""
    middles = [(x0 + x1) / 2 for x0, x1 in head.names]
    return any(sum(piece.x0 < middle < piece.x1 for middle in middles) > 1 for piece in pieces_of(line))


def _counts(lines: list[Line], least: int) -> list[int]:
    """For each point across how many lines have words there."""
    pieces = [piece for line in lines for piece in pieces_of(line)]
    counts = [0] * max(least, *(int(piece.x1) + 2 for piece in pieces), 1) if pieces else [0] * least
    for piece in pieces:
        for x in range(max(int(piece.x0), 0), max(int(piece.x1) + 1, 0)):
            counts[x] += 1
    return counts


def _blanks(counts: list[int], start: int, end: int, most: int) -> list[tuple[int, int]]:
    """The stretches that the fewest lines cross, and that are wide enough."""
    for level in range(most + 1):
        blanks = _stretches([count <= level for count in counts[start : end + 1]], start)
        if blanks:
            return blanks
    return []


def _stretches(is_blank: list[bool], start: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for blank, group in itertools.groupby(enumerate(is_blank, start), key=lambda pair: pair[1]):
        places = [x for x, _ in group]
        if blank and len(places) >= _NARROWEST:
            found.append((places[0], places[-1] + 1))
    return found


def _parts(counts: list[int], start: int, blank: tuple[int, int], end: int) -> bool:
    """Say whether words stand on both sides of a blank, up to the gutter before and the end of the next name."""
    fewest = max(counts[blank[0] : blank[1]])
    return any(one > fewest for one in counts[start : blank[0]]) and any(
        one > fewest for one in counts[blank[1] : end + 1]
    )
