"""Heads and feet set with tabs: two columns on one line are read column by column."""

import re
from collections.abc import Iterable, Iterator

_SIDE_BY_SIDE = re.compile(r"^(.*?\S)?[ ]*(?:\t+[ ]*|[ ]{6,})(\S[^\t]*)$")
_CUE = re.compile(
    r"CỘNG\s+H[OÒ][ÀA]\s+X[ÃA]\s+HỘI|ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT|^\s*N[ơo]i\s+nhận\s*:?\s*\S*\s*(?:TM|KT|TL|CHỦ)"
)
_MOST = 14
_LONGEST = 300


def in_reading_order(lines: Iterable[str]) -> Iterator[str]:
    """Lines with the columns of a tabbed head or foot one after the other."""
    left: list[str] = []
    right: list[str] = []
    for line in lines:
        may_be = len(line) < _LONGEST and (left or _CUE.search(line))
        sides = _SIDE_BY_SIDE.match(line.rstrip()) if may_be else None
        if sides and sides[2] and len(left) < _MOST:
            left.append(sides[1] or "")
            right.append(sides[2])
            continue
        yield from (*left, *right)
        left, right = [], []
        yield line
    yield from (*left, *right)
