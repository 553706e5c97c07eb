"""Where tables lie among the lines of a text: each row is a line, its cells stand between bars. Plain Python."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from dinhlang.apps.intake.rules.text import Paragraph
from dinhlang.pure.reading import is_column
from dinhlang.pure.viet import fold

_LEAST_BARS = 2
_HEAD_WITHIN = 5  # a title or two may stand above the names of the columns
_SOUGHT = 60  # letters of a name or of a task that are looked for in its row
_RULER = re.compile(r"^\|?[\s:|-]+\|?$")


@dataclass(frozen=True)
class Cell:
    """A cell: where its words stand in the text, and over how many columns it reaches."""

    start: int
    end: int
    text: str
    span: int = 1


@dataclass(frozen=True)
class Row:
    """A row: the line in which it is written, and its cells."""

    line: Paragraph
    cells: list[Cell]


@dataclass(frozen=True)
class Table:
    """Rows that stand one under the other; `head` names the columns, and may be empty."""

    head: list[Row] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)

    @property
    def first(self) -> int:
        """The number of its first line."""
        return (self.head or self.rows)[0].line.number

    @property
    def last(self) -> int:
        """The number of its last line."""
        return (self.rows or self.head)[-1].line.number


def is_row(text: str) -> bool:
    """A line of a table begins with a bar and holds another; the last bar may be lost."""
    return text.startswith("|") and text.count("|") >= _LEAST_BARS


def with_tables(lines: Sequence[Paragraph]) -> list[Paragraph | Table]:
    """The lines of a text, and in place of rows that follow one another the table that they are."""
    found: list[Paragraph | Table] = []
    rows: list[Paragraph] = []
    for line in lines:
        if is_row(line.text):
            rows.append(line)
            continue
        found += _tables(rows)
        rows = []
        found.append(line)
    return [*found, *_tables(rows)]


def within_row(text: str, span: Sequence[int], names: Iterable[str]) -> list[list[int]]:
    """Where names stand in the row that a span takes in: the shortest cell that says each; else the span itself."""
    start, end = span
    if not is_row(text[start:end].strip()):
        return [[start, end]]
    row = Paragraph(0, start, end, text[start:end])
    cells = [(fold(cell.text), cell) for cell in _cells(row, 0) if cell.text]
    found: list[list[int]] = []
    for name in (fold(name)[:_SOUGHT] for name in names):
        saying = [cell for words, cell in cells if name and name in words]
        if saying:
            best = min(saying, key=lambda cell: len(cell.text))
            found.append([best.start, best.end])
    return [list(one) for one in dict.fromkeys(map(tuple, found))] or [[start, end]]


def _tables(lines: list[Paragraph]) -> list[Paragraph | Table]:
    """One table, or none: a single row with no more than a ruler beside it is a line with bars in it."""
    words = [line for line in lines if not _RULER.match(line.text)]
    if not words:
        return [*lines]
    widest = max(line.text.strip("|").count("|") + 1 for line in words)
    rows = [Row(line, _cells(line, widest)) for line in words]
    head = _head(lines, rows)
    return [Table(rows[:head], rows[head:])]


def _head(lines: list[Paragraph], rows: list[Row]) -> int:
    """How many rows stand above what the table lists: up to the names of its columns, or to its ruler."""
    named = (n for n, row in enumerate(rows[:_HEAD_WITHIN], 1) if sum(is_column(cell.text) for cell in row.cells) > 1)
    ruler = next((n for n, line in enumerate(lines[: _HEAD_WITHIN + 1]) if _RULER.match(line.text)), 0)
    return next(named, ruler)


def _cells(line: Paragraph, widest: int) -> list[Cell]:
    """The last cell of a row that has fewer reaches over the rest: one merged across comes once."""
    parts = line.text.removeprefix("|").removesuffix("|").split("|")
    found: list[Cell] = []
    place = line.start + 1
    for number, part in enumerate(parts, 1):
        words = part.strip()
        start = place + (part.index(words) if words else 0)
        span = widest - number + 1 if number == len(parts) else 1
        found.append(Cell(start, start + len(words), words, span))
        place += len(part) + 1
    return found
