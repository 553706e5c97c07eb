"""Where the words of a page stand in its picture, as people see it: in thousandths of its width and height."""

import math
from collections.abc import Sequence

from dinhlang.pure.pages import Sheet, Word

Seen = tuple[str, int, int, int, int]
"""A word with its left, top, right and bottom."""
MOST_PAGES = 120
"""Pages of which words are remembered; nobody compares more of them with pictures."""


def words_seen(sheets: Sequence[Sheet]) -> dict[int, list[Seen]]:
    """For each page, counted from one, its words in the order in which they were found."""
    told = {number: [_seen(word, sheet) for word in sheet.words] for number, sheet in enumerate(sheets[:MOST_PAGES], 1)}
    return {number: words for number, words in told.items() if words}


def _seen(word: Word, sheet: Sheet) -> Seen:
    width, height = sheet.before or (sheet.width, sheet.height)
    corners = [(x, y) for x in (word.x0, word.x1) for y in (word.top, word.bottom)]
    back = [_turned_back(x, y, sheet) for x, y in corners] if sheet.before else corners
    across, down = [x / max(width, 1) for x, _y in back], [y / max(height, 1) for _x, y in back]
    return word.text, _share(min(across)), _share(min(down)), _share(max(across)), _share(max(down))


def _turned_back(x: float, y: float, sheet: Sheet) -> tuple[float, float]:
    """The place of a point in the picture before it was turned about its middle."""
    width, height = sheet.before or (sheet.width, sheet.height)
    across, down = x - sheet.width / 2, y - sheet.height / 2
    cos, sin = math.cos(math.radians(sheet.turned)), math.sin(math.radians(sheet.turned))
    return width / 2 + across * cos - down * sin, height / 2 + across * sin + down * cos


def _share(part: float) -> int:
    return max(0, min(1000, round(1000 * part)))
