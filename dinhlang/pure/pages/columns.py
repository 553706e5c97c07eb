"""Two columns side by side: the head of an official document, and its foot with recipients and signature."""

import re
from dataclasses import dataclass

from dinhlang.pure.pages.sheet import Line

_WIDE = 1.1  # of a letter's height: some line has such a blank, else it is only a space in justified lines
_NARROWEST = 0.55
_FAR_IN_FOOT = 5.0  # room for a signature
_FAR_RIGHT = 100_000.0
_HEAD = re.compile(r"CỘNG\s+H[OÒ][ÀA]\s+X[ÃA]\s+H[ỘO]I|ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT")
_FOOT = re.compile(r"^\W*N[ơo]i\s+nh[ậa]n")
_FAR = 1.9  # of a line's height: a lonely line so far below stands alone


@dataclass
class Block:
    """Lines that are read one after the other; `is_column` if they stood beside others."""

    lines: list[Line]
    is_column: bool = False


@dataclass(frozen=True)
class _Beside:
    """A stretch of lines that stand in two columns."""

    end: int
    gutter: tuple[float, float]
    both: int
    widest: float

    @property
    def middle(self) -> float:
        return (self.gutter[0] + self.gutter[1]) / 2


def blocks_of(lines: list[Line]) -> list[Block]:
    """Running lines and columns in reading order, the left column first."""
    blocks: list[Block] = []
    at = 0
    while at < len(lines):
        beside = _side_by_side(lines, at)
        if beside is None:
            if not blocks or blocks[-1].is_column:
                blocks.append(Block([]))
            blocks[-1].lines.append(lines[at])
            at += 1
            continue
        earlier = _begun_before(blocks[-1].lines, lines[at], beside) if blocks and not blocks[-1].is_column else []
        left, right = _split([*earlier, *lines[at : beside.end]], beside.middle)
        blocks += [Block(left, is_column=True), Block(right, is_column=True)]
        at = beside.end
    return [block for block in blocks if block.lines]


def _side_by_side(lines: list[Line], at: int) -> _Beside | None:
    """The columns that begin at a line, if some do."""
    line = lines[at]
    gaps = sorted(line.gaps(_NARROWEST * line.height), key=lambda gap: gap[0] - gap[1])[:2]
    found = [_follow(lines, at, gap) for gap in gaps]
    has_cue = bool(_HEAD.search(line.text) or _FOOT.search(line.text))
    good = [one for one in found if (one.both >= 2 or has_cue) and one.widest >= _WIDE]
    if not good and has_cue:
        good = [one for one in _one_sided(lines, at) if one.gutter[0] > 0 and one.gutter[1] < _FAR_RIGHT]
    return max(good, key=lambda one: one.end, default=None)


def _one_sided(lines: list[Line], at: int) -> list[_Beside]:
    """Columns whose first lines do not stand at one height: the blank is all that lies beside the first line."""
    if _FOOT.search(lines[at].text):
        return [_follow(lines, at, (lines[at].x1, _FAR_RIGHT), pick=0)]
    return [_follow(lines, at, (0, lines[at].x0), pick=-1)]


def _follow(lines: list[Line], at: int, gutter: tuple[float, float], pick: int | None = None) -> _Beside:
    """Go down while the blank stays; count the lines with words on both sides, and find its widest place."""
    both, end = 1, at + 1
    widest = (gutter[1] - gutter[0]) / lines[at].height
    far = _FAR_IN_FOOT if _FOOT.search(lines[at].text) else _FAR
    for line in lines[at + 1 :]:
        narrowed = _narrowed(gutter, line, pick)
        if narrowed is None:
            break
        here = [gap for gap in line.gaps(0) if gap[0] <= narrowed[0] + 1 and gap[1] >= narrowed[1] - 1]
        if not here and line.top - lines[end - 1].bottom > (far - 1) * line.height:
            break
        gutter = narrowed
        if here:
            both += 1
            widest = max(widest, (here[0][1] - here[0][0]) / line.height)
        end += 1
    return _Beside(end, gutter, both, widest)


def _narrowed(gutter: tuple[float, float], line: Line, pick: int | None) -> tuple[float, float] | None:
    """What is left of a blank once a line is laid over it: its widest piece, or the first or last as told."""
    edges = [float("-inf"), *(edge for word in line.words for edge in (word.x0, word.x1)), float("inf")]
    pieces = [
        (max(gutter[0], left), min(gutter[1], right)) for left, right in zip(edges[::2], edges[1::2], strict=True)
    ]
    pieces = [piece for piece in pieces if piece[1] - piece[0] >= _NARROWEST * line.height]
    if not pieces:
        return None
    return max(pieces, key=lambda piece: piece[1] - piece[0]) if pick is None else pieces[pick]


def _begun_before(running: list[Line], first: Line, beside: _Beside) -> list[Line]:
    """Lines just above that belong to a column: the issuer above a lower motto, a signature above the recipients."""
    taken: list[Line] = []
    while running:
        line = running[-1]
        is_near = (taken[0] if taken else first).top - line.bottom < 0.6 * line.height
        if _FOOT.search(first.text):
            belongs = line.x0 >= beside.gutter[0] and line.x1 > beside.middle
        else:
            belongs = bool(_HEAD.search(first.text)) and line.x1 <= beside.gutter[1]
        if not (is_near and belongs):
            break
        taken.insert(0, running.pop())
    return taken


def _split(lines: list[Line], gutter: float) -> tuple[list[Line], list[Line]]:
    sides: tuple[list[Line], list[Line]] = ([], [])
    for line in lines:
        for side, words in enumerate(
            (
                [word for word in line.words if word.centre < gutter],
                [word for word in line.words if word.centre >= gutter],
            )
        ):
            if words:
                sides[side].append(Line(words))
    return sides
