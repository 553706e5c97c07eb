"""Where the words of a text stand in the pictures of its pages. Plain Python.

A reader of pages tells each word with its box; the text has been put in order and normal form since. Both are brought
together page by page, word by word, and kept as numbers: start, end, left, top, right, bottom for each word.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from dinhlang.pure.viet import fold

NUMBERS = 6
"""Of each word: from where to where in the text, then its left, top, right and bottom in thousandths of the page."""
_WORD = re.compile(r"\S+")
_APART = 0.6  # of a line's height: words further up or down stand on another line


@dataclass(frozen=True)
class Box:
    """A stretch of one line in the picture of a page, in thousandths of its width and height."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def middle(self) -> float:
        """How far down its middle is."""
        return (self.top + self.bottom) / 2

    @property
    def width(self) -> int:
        """As a picture wants it; never nothing."""
        return max(1, self.right - self.left)

    @property
    def height(self) -> int:
        """As a picture wants it; never nothing."""
        return max(1, self.bottom - self.top)


def placed(
    text: str, starts: Sequence[tuple[int, int]], seen: Mapping[int, Sequence[Sequence]]
) -> dict[int, list[int]]:
    """For each page the numbers of its words; `starts` tells where each page begins in the text, and its number."""
    bounds = [*(start for start, _number in starts[1:]), len(text)]
    pages = ((number, start, end) for (start, number), end in zip(starts, bounds, strict=True) if number in seen)
    told = {number: _on_page(text, start, end, seen[number]) for number, start, end in pages}
    return {number: numbers for number, numbers in told.items() if numbers}


def _on_page(text: str, start: int, end: int, seen: Sequence[Sequence]) -> list[int]:
    """The words of the text that are found, in their order, among those seen."""
    words = [(one.start(), one.end(), key) for one in _WORD.finditer(text, start, end) if (key := _key(one[0]))]
    boxes = [(key, word[1:5]) for word in seen if (key := _key(word[0]))]
    steps = SequenceMatcher(None, [w[2] for w in words], [b[0] for b in boxes], autojunk=False).get_matching_blocks()
    found: list[int] = []
    for at, other, size in steps:
        for by in range(size):
            found += [*words[at + by][:2], *map(int, boxes[other + by][1])]
    return found


def _key(word: str) -> str:
    return fold(word) or ("" if word.strip("|") == "" else word)


def boxes_of(numbers: Sequence[int], spans: Iterable[Sequence[int]]) -> list[Box]:
    """One box for each line of the picture on which words of these stretches stand, from above to below."""
    wanted = [(a, b) for a, b in spans]
    words = [numbers[at : at + NUMBERS] for at in range(0, len(numbers) - NUMBERS + 1, NUMBERS)]
    boxes = [Box(*word[2:]) for word in words if any(a < word[1] and word[0] < b for a, b in wanted)]
    lines: list[list[Box]] = []
    for box in sorted(boxes, key=lambda box: (box.middle, box.left)):
        if lines and box.middle - lines[-1][0].middle <= _APART * max(box.height, lines[-1][0].height):
            lines[-1].append(box)
        else:
            lines.append([box])
    return [_around(line) for line in lines]


def _around(boxes: Sequence[Box]) -> Box:
    return Box(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )


def cut_around(boxes: Sequence[Box], *, margin: int = 15, most: int = 400) -> tuple[int, int] | None:
    """From where to where of a page's height these boxes stand, with a little above and below."""
    if not boxes:
        return None
    top = max(0, min(box.top for box in boxes) - margin)
    return top, min(1000, top + most, max(box.bottom for box in boxes) + margin)
