"""Tables in the text of a document: found by their bars or by their heads, as rows of cells."""

import re
from dataclasses import dataclass, replace
from itertools import zip_longest

from dinhlang.pure.reading.lines import Line, is_page_number
from dinhlang.pure.reading.names import starts_name
from dinhlang.pure.reading.verbs import opens_with_verb
from dinhlang.pure.viet import fold


@dataclass(frozen=True)
class Cell:
    """One cell: its words, lines divided by a line break, and where they stand."""

    text: str
    start: int
    end: int

    @property
    def words(self) -> str:
        """Return the cell's words on one line."""
        return " ".join(self.text.split())


@dataclass
class Grid:
    """A table: the names of its columns, its rows, and where it stands."""

    head: list[Cell]
    rows: list[list[Cell]]
    start: int
    end: int


NUMBER_HEADS = frozenset({"stt", "tt", "so tt", "so thu tu", "s tt", "st t", "sott", "stt."})
_COLUMN = re.compile(
    r"^(?:ten |cac |noi dung|nhiem vu|cong viec|hoat dong|dau viec|hang muc|don vi|co quan|chu tri"
    r"|phoi hop|thoi gian|thoi han|san pham|ket qua|ghi chu|tien do|danh muc|phan cong|to chuc"
    r"|hoan thanh|lo trinh|nguoi|bo phan|trach nhiem|bat dau|ket thuc|han(?: |$)|phu trach|viec |dau ra"
    r"|muc tieu|ngay |thang)"
)
_ITEM = re.compile(r"^(?:\d{1,3}(?:\.\d{1,3})*|[IVX]{1,5}|[A-HĐ]|[a-zđ])\s*[.)]?$")
_HEAD_ROWS = 5  # a title or two may stand above the head
_BOX = re.compile(r"^\+[-=:+]{3,}\+$")
_RULER = re.compile(r"^\|?[\s:|-]+\|?$")


def grids_in(lines: list[Line]) -> tuple[list[Grid], list[Line]]:
    """Return the tables among lines, and the lines that stand outside them."""
    grids: list[Grid] = []
    rest: list[Line] = []
    at = 0
    while at < len(lines):
        found = _boxed_at(lines, at) or _markdown_at(lines, at) or _barred_at(lines, at)
        if found:
            grid, at = found
            grids.append(grid)
        else:
            rest.append(_without_bars(lines[at]) if lines[at].tabbed else lines[at])
            at += 1
    return grids, rest


def _without_bars(line: Line) -> Line:
    """A line with tabs that stands in no table is running text."""
    return replace(line, text=" ".join(line.text.replace("|", " ").split()))


def is_column(words: str) -> bool:
    """Say whether words are the name of a column."""
    folded = fold(words).strip()
    return folded in NUMBER_HEADS or (len(folded) < 60 and bool(_COLUMN.match(folded)))


# rows written in one line: | 1 | Rà soát … | Sở Tư pháp |


def _is_row(line: Line) -> bool:
    return len(line.text) > 2 and line.text[0] == "|" and line.text.count("|") > 1  # the last bar may be lost


def _markdown_at(lines: list[Line], at: int) -> tuple[Grid, int] | None:
    end = at
    while end < len(lines) and _is_row(lines[end]):
        end += 1
    opening = [_cells_of(line) for line in lines[at : min(end, at + _HEAD_ROWS)] if not _RULER.match(line.text)]
    if not any(_is_head(row) for row in opening):
        return None
    rows = [_cells_of(line) for line in lines[at:end] if not _RULER.match(line.text)]
    head = next(number for number, row in enumerate(rows) if _is_head(row))
    return Grid(rows[head], rows[head + 1 :], lines[at].start, lines[end - 1].end), end


def _is_head(row: list[Cell]) -> bool:
    return sum(is_column(cell.words) for cell in row) >= 2


def _cells_of(line: Line) -> list[Cell]:
    return [
        Cell(re.sub(r"\s*<br\s*/?>\s*", "\n", part).strip(), line.start, line.end)
        for part in line.text.strip("|").split("|")
    ]


# rows between rulers, a cell over several lines: +-----+, | 1 | Ban hành quy chế |, |   | thực hiện dân chủ |


def _boxed_at(lines: list[Line], at: int) -> tuple[Grid, int] | None:
    if not _BOX.match(lines[at].text):
        return None
    rows: list[list[Cell]] = []
    parts: list[list[Cell]] = []
    end = at
    while end < len(lines) and (_BOX.match(lines[end].text) or _is_row(lines[end])):
        if _is_row(lines[end]):
            parts.append(_cells_of(lines[end]))
        elif parts:
            rows.append([_stacked(cells) for cells in zip_longest(*parts, fillvalue=Cell("", 0, 0))])
            parts = []
        end += 1
    head = next((number for number, row in enumerate(rows[:_HEAD_ROWS]) if _is_head(row)), None)
    if head is None:
        return None
    return Grid(rows[head], rows[head + 1 :], lines[at].start, lines[end - 1].end), end


def _stacked(cells: tuple[Cell, ...]) -> Cell:
    """Put the lines of one cell together."""
    said = [cell for cell in cells if cell.words]
    return Cell("\n".join(cell.text for cell in said), said[0].start, said[-1].end) if said else Cell("", 0, 0)


# cells on lines of their own between lines that hold a bar


def _barred_at(lines: list[Line], at: int) -> tuple[Grid, int] | None:
    if not (lines[at].is_bar and at + 1 < len(lines) and is_column(lines[at + 1].text)):
        return None
    head, after = _row_at(lines, at, 0)
    if len(head) < 3 or sum(is_column(cell.words) for cell in head) < 2:
        return None
    rows = []
    while after < len(lines) and lines[after].is_bar:
        while after + 1 < len(lines) and lines[after + 1].is_bar:  # empty cells of a merged row
            after += 1
        row, following = _row_at(lines, after, len(head))
        if following <= after or not any(cell.text for cell in row):
            break
        rows.append(row)
        after = following
    return Grid(head, rows, lines[at].start, lines[after - 1].end), after


def _row_at(lines: list[Line], at: int, columns: int) -> tuple[list[Cell], int]:
    """Read one row from its first bar; two bars together end it, or an empty cell where cells are still missing."""
    row: list[Cell] = []
    at += 1
    while at < len(lines):
        words = []
        while at < len(lines) and not lines[at].is_bar:
            words.append(lines[at])
            at += 1
        row.append(cell_of(words))
        if at + 1 >= len(lines):
            return row, len(lines)
        full = bool(columns) and len(row) >= columns
        if full or (lines[at + 1].is_bar and not _cell_is_empty(lines, at + 1, row, columns)):
            return row, at + 1
        if columns and len(row) > columns:
            return row, at
        at += 1
    return row, at


def _cell_is_empty(lines: list[Line], at: int, row: list[Cell], columns: int) -> bool:
    """Two bars in the middle of a row are an empty cell, unless what follows begins a row."""
    if not columns or len(row) <= 2:
        return False
    place = next((place for place in range(at, len(lines)) if not lines[place].is_bar), None)
    return place is not None and not _ITEM.match(lines[place].text) and not _begins_shared_row(lines, place)


def _begins_shared_row(lines: list[Line], at: int) -> bool:
    """Say whether a duty and its body stand here: a row that shares its number with the one above."""
    following = [line for line in lines[at + 1 : at + 3] if not line.is_bar]
    return opens_with_verb(lines[at].text) and bool(following) and starts_name(following[0].text)


def cell_of(words: list[Line]) -> Cell:
    """Put lines together to a cell."""
    if len(words) > 1:
        words = [line for line in words if not (line.after_gap and is_page_number(line))] or words
    if not words:
        return Cell("", 0, 0)
    return Cell("\n".join(line.text for line in words), words[0].start, words[-1].end)
