"""Two columns side by side: the head of an official document, and its foot with recipients and signature."""

import re
from dataclasses import dataclass

from dinhlang.pure.pages.sheet import Line

_WIDE = 1.1  # of a letter's height: some line has such a blank, else it is only a space in justified lines
_NARROWEST = 0.55
_CUE = re.compile(r"CỘNG\s+H[OÒ][ÀA]\s+X[ÃA]\s+H[ỘO]I|ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT|^\W*N[ơo]i\s+nh[ậa]n")
_FAR = 1.9  # of a line's height: a lonely line so far below stands alone


@dataclass
class Block:
    """Lines that are read one after the other; `is_column` if they stood beside others."""

    lines: list[Line]
    is_column: bool = False


def blocks_of(lines: list[Line]) -> list[Block]:
    """Running lines and columns in reading order, the left column first."""
    blocks: list[Block] = []
    at = 0
    while at < len(lines):
        end, gutter = _side_by_side(lines, at)
        if gutter is None:
            if not blocks or blocks[-1].is_column:
                blocks.append(Block([]))
            blocks[-1].lines.append(lines[at])
            at += 1
            continue
        left, right = _split(lines[at:end], gutter)
        blocks += [Block(left, is_column=True), Block(right, is_column=True)]
        at = end
    return blocks


def _side_by_side(lines: list[Line], at: int) -> tuple[int, float | None]:
    """Where columns that begin here end, and the middle of the blank between them; None if there are none."""
    gaps = lines[at].gaps(_NARROWEST * lines[at].height)
    has_cue = bool(gaps) and bool(_CUE.search(lines[at].text))
    best_end, best = at, None
    for gap in sorted(gaps, key=lambda gap: gap[0] - gap[1])[:2]:
        end, gutter, both, widest = _follow(lines, at, gap)
        if (both >= 2 or has_cue) and widest >= _WIDE and end > best_end:
            best_end, best = end, (gutter[0] + gutter[1]) / 2
    return best_end, best


def _follow(lines: list[Line], at: int, gutter: tuple[float, float]) -> tuple[int, tuple[float, float], int, float]:
    """Go down while the blank stays; count the lines with words on both sides, and find its widest place."""
    both, end = 1, at + 1
    widest = (gutter[1] - gutter[0]) / lines[at].height
    for line in lines[at + 1 :]:
        narrowed = _narrowed(gutter, line)
        if narrowed is None:
            break
        here = [gap for gap in line.gaps(0) if gap[0] <= narrowed[0] + 1 and gap[1] >= narrowed[1] - 1]
        if not here and line.top - lines[end - 1].bottom > (_FAR - 1) * line.height:
            break
        gutter = narrowed
        if here:
            both += 1
            widest = max(widest, (here[0][1] - here[0][0]) / line.height)
        end += 1
    return end, gutter, both, widest


def _narrowed(gutter: tuple[float, float], line: Line) -> tuple[float, float] | None:
    """What is left of a blank once a line is laid over it."""
    edges = [float("-inf"), *(edge for word in line.words for edge in (word.x0, word.x1)), float("inf")]
    best: tuple[float, float] | None = None
    for left, right in zip(edges[::2], edges[1::2], strict=True):
        low, high = max(gutter[0], left), min(gutter[1], right)
        if high - low >= _NARROWEST * line.height and (best is None or high - low > best[1] - best[0]):
            best = (low, high)
    return best


def _split(lines: list[Line], gutter: float) -> tuple[list[Line], list[Line]]:
    sides: tuple[list[Line], list[Line]] = ([], [])
    for line in lines:
        for side, words in enumerate(
            ([word for word in line.words if word.centre < gutter], [word for word in line.words if word.centre >= gutter])
        ):
            if words:
                sides[side].append(Line(words))
    return sides
