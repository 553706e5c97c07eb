"""What a page prints around its text: numbers, running heads and feet."""

import re
from collections import Counter

from dinhlang.pure.pages.heads import heads_on
from dinhlang.pure.pages.sheet import Line, Sheet

_NUMBER = re.compile(r"^[-–—\s]*(?:Trang|Page)?\s*\d{1,4}(?:\s*(?:/|trên|of)\s*\d{1,4})?[-–—.\s]*$", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_ZONE = 0.11  # of the page's height, above and below
_LEAST_PAGES = 3
_SHARE = 0.6
_LOOKED_AT = 3


def without_furniture(pages: list[tuple[Sheet, list[Line]]]) -> list[list[Line]]:
    """The lines of each page without its number, and without what most pages repeat at one edge."""
    repeated = _repeated(pages)
    return [
        [
            line
            for line in lines
            if not (_at_edge(sheet, line) and (_NUMBER.match(line.text) or _shape(sheet, line) in repeated))
        ]
        for sheet, lines in pages
    ]


def between_furniture(lines: list[Line], kept: list[Line]) -> list[Line]:
    """The lines between what was left out at the edges; the head of a table is printed at the edge of many pages."""
    sound = {id(line) for line in kept}
    sound |= {id(line) for head in heads_on(lines) for line in lines[head.first : head.end]}
    places = [at for at, line in enumerate(lines) if id(line) in sound]
    return lines[places[0] : places[-1] + 1] if places else []


def _at_edge(sheet: Sheet, line: Line) -> bool:
    return line.bottom < sheet.height * _ZONE or line.top > sheet.height * (1 - _ZONE)


def _shape(sheet: Sheet, line: Line) -> tuple[bool, str]:
    return line.top > sheet.height / 2, _DIGITS.sub("#", line.text.casefold())


def _repeated(pages: list[tuple[Sheet, list[Line]]]) -> set[tuple[bool, str]]:
    if len(pages) < _LEAST_PAGES:
        return set()
    seen: Counter[tuple[bool, str]] = Counter()
    for sheet, lines in pages:
        edge = [*lines[:_LOOKED_AT], *lines[-_LOOKED_AT:]]
        seen.update({_shape(sheet, line) for line in edge if _at_edge(sheet, line)})
    return {shape for shape, count in seen.items() if count >= _LEAST_PAGES and count >= len(pages) * _SHARE}
