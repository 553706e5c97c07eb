"""Pages become lines of text: tables as rows, columns one after the other, paragraphs joined over page ends."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import takewhile

from dinhlang.pure.pages.cells import Cell, row_line
from dinhlang.pure.pages.columns import Block, blocks_of
from dinhlang.pure.pages.furniture import between_furniture, without_furniture
from dinhlang.pure.pages.grids import Grid, grids_of
from dinhlang.pure.pages.paragraphs import (
    Margins,
    carries_over,
    is_full,
    margins_of,
    paragraphs_of,
    text_of,
    usual_margins,
)
from dinhlang.pure.pages.sheet import Line, Sheet, lines_of
from dinhlang.pure.pages.unlined import Unlined, unlined_of

PAGE = "\f"
"""A new page begins here."""
_FEW_LINES = 6
_MOST_HEAD_ROWS = 3


@dataclass
class _Gathered:
    """The text so far, and what its last line allows."""

    lines: list[str] = field(default_factory=list)
    is_open: bool = False  # the last line is a paragraph that filled its last printed line
    is_running: bool = False  # the last line is a paragraph, not a row or part of a column
    table: list[list[Cell]] | None = None  # the last line is a row of this table
    turns: str = ""  # page breaks that wait for words


def text_lines(sheets: list[Sheet]) -> list[str]:
    """The lines of a document. A form feed says where a page begins; each page but the first has one."""
    drawn = [_page(sheet) for sheet in sheets]
    kept = without_furniture([(sheet, lines) for sheet, (lines, _grids) in zip(sheets, drawn, strict=True)])
    pages = _with_unlined(sheets, drawn, kept)
    kept = [lines for lines, _grids in pages]
    blocks = [blocks_of(lines) for lines in kept]
    measured = [margins_of([line for block in page for line in block.lines if not block.is_column]) for page in blocks]
    usual = usual_margins([one for one, lines in zip(measured, kept, strict=True) if len(lines) >= _FEW_LINES])
    gathered = _Gathered()
    for number, (page, (_lines, grids)) in enumerate(zip(blocks, pages, strict=True)):
        if number:
            gathered.turns += PAGE
        few = sum(len(block.lines) for block in page if not block.is_column) < _FEW_LINES
        for part in _in_order(page, grids):
            if isinstance(part, Grid):
                _add_grid(gathered, part)
            else:
                _add_block(gathered, part, usual if few and usual.right else measured[number])
    if gathered.turns:
        gathered.lines.append(gathered.turns)
    return gathered.lines


def _page(sheet: Sheet) -> tuple[list[Line], list[Grid]]:
    grids = grids_of(sheet.words, sheet.rules)
    return lines_of([word for word in sheet.words if not any(grid.holds(word) for grid in grids)]), grids


def _with_unlined(
    sheets: list[Sheet], drawn: list[tuple[list[Line], list[Grid]]], kept: list[list[Line]]
) -> list[tuple[list[Line], list[Grid]]]:
    """The lines outside all tables, and the tables, now with those that are not drawn."""
    inside = [between_furniture(lines, sound) for (lines, _grids), sound in zip(drawn, kept, strict=True)]
    pages = []
    before: Unlined | None = None
    for sheet, (_all, grids), sound, lines, after in zip(sheets, drawn, kept, inside, [*inside[1:], []], strict=False):
        found = unlined_of(lines, sheet.rules, before, after=after)
        before = found[-1] if found else None
        in_tables = {id(line) for one in found for line in one.lines}
        outside = [line for line in sound if id(line) not in in_tables]
        pages.append((outside, sorted([*grids, *(one.grid for one in found)], key=lambda grid: grid.top)))
    return pages


def _in_order(blocks: list[Block], grids: list[Grid]) -> Iterator[Block | Grid]:
    """Running lines are parted where a table stands between them."""
    left = list(grids)
    for block in blocks:
        lines: list[Line] = []
        for line in block.lines:
            while left and left[0].top < line.top and not block.is_column:
                if lines:
                    yield Block(lines)
                    lines = []
                yield left.pop(0)
            lines.append(line)
        if lines:
            yield Block(lines, block.is_column)
    yield from left


def _add_block(gathered: _Gathered, block: Block, margins: Margins) -> None:
    for group in paragraphs_of(block, margins):
        text = text_of(group)
        if (
            gathered.turns
            and gathered.is_running
            and not block.is_column
            and carries_over(gathered.lines[-1], text, is_full=gathered.is_open)
        ):
            gathered.lines[-1] += f" {gathered.turns}{text}"
        else:
            gathered.lines.append(gathered.turns + text)
        gathered.turns = ""
        gathered.table = None
        gathered.is_running = not block.is_column
        gathered.is_open = not block.is_column and is_full(group[-1], margins)


def _add_grid(gathered: _Gathered, grid: Grid) -> None:
    rows = grid.rows
    goes_on = bool(gathered.turns and gathered.table and _same_columns(gathered.table, rows))
    if goes_on:
        rows = rows[_repeated_head(rows, gathered.table or []) :]
        if rows and _is_rest(rows[0], gathered.table or []):
            rows = [*_mended(gathered, rows[0]), *rows[1:]]
    for row in rows:
        if line := row_line(row):
            gathered.lines.append(gathered.turns + line)
            gathered.turns = ""
    gathered.table = [*(gathered.table or []), *rows] if goes_on else rows
    gathered.is_running = gathered.is_open = False


def _repeated_head(rows: list[list[Cell]], table: list[list[Cell]]) -> int:
    """How many rows of the head of a table are printed again on its next page."""
    pairs = zip(rows[:_MOST_HEAD_ROWS], table, strict=False)
    return sum(1 for _ in takewhile(lambda pair: _words(pair[0]) == _words(pair[1]), pairs))


def _same_columns(one: list[list[Cell]], other: list[list[Cell]]) -> bool:
    return bool(other) and max(_width(row) for row in one) == max(_width(row) for row in other)


def _width(row: list[Cell]) -> int:
    return sum(cell.width for cell in row)


def _words(row: list[Cell]) -> list[str]:
    return [cell.words for cell in row]


def _is_rest(row: list[Cell], table: list[list[Cell]]) -> bool:
    """A row cut by the end of a page: it has no number of its own, and goes on in the middle of a sentence."""
    words, above = _words(row), _words(table[-1])
    if len(words) < 3 or len(words) != len(above) or words[0]:
        return False
    pairs = [(old, new) for old, new in zip(above, words, strict=True) if new]
    return any(new[0].islower() or new[0] in "(,;)" or bool(old and old[-1] not in ".;:/") for old, new in pairs)


def _mended(gathered: _Gathered, rest: list[Cell]) -> list[list[Cell]]:
    """Put the rest of a row to its beginning; nothing is left of it."""
    table = gathered.table or []
    table[-1] = [
        Cell((*old.lines, *new.lines), old.width, old.goes_on) for old, new in zip(table[-1], rest, strict=True)
    ]
    leading = PAGE * (len(gathered.lines[-1]) - len(gathered.lines[-1].lstrip(PAGE)))
    gathered.lines[-1] = leading + row_line(table[-1])
    return []
