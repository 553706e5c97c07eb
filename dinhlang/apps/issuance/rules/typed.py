"""A body as a person types it, in the way official documents look on paper, and back.

`I. Kết quả` and `1. Việc thứ nhất` are headings, `a) …` and `Điều 1. …` clauses, `- …` an item, `| … | … |` the row
of a table, and any other line a paragraph. Marks are counted anew, so nobody has to renumber by hand.
"""

import re
from collections.abc import Iterable, Iterator

from dinhlang.pure.drafting import Block, Centred, Clause, Heading, Level, Paragraph, Table, numbered, opening
from dinhlang.pure.viet import normal_lines, one_line

LONGEST_TITLE = 120
_MARKS = (
    (Level.ARTICLE, re.compile(r"Điều \d+\.\s*")),
    (Level.ROMAN, re.compile(r"[IVXLC]+\.\s+")),
    (Level.ARABIC, re.compile(r"\d{1,3}\.\s+")),
    (Level.LETTER, re.compile(r"[a-zđ]\)\s+")),
)


def blocks_of(text: str) -> tuple[Block, ...]:
    """Read what was typed."""
    return tuple(_joined(_block(line) for raw in normal_lines(text).split("\n") if (line := one_line(raw))))


def _block(line: str) -> Block:
    if line.startswith("|"):
        return Table(header=tuple(cell.strip() for cell in line.strip("|").split("|")), rows=())
    for level, mark in _MARKS:
        if found := mark.match(line):
            return _division(level, line[found.end() :])
    if line.endswith(":") and line.isupper() and len(line) < LONGEST_TITLE:
        return Centred(line)
    return Paragraph(line)


def _division(level: Level, text: str) -> Block:
    """What ends like a sentence is a clause; a short line that does not is a title."""
    is_title = level is Level.ROMAN or (
        level is not Level.LETTER and len(text) <= LONGEST_TITLE and not text.endswith((".", ";", ":", ",", "./."))
    )
    return Heading(level, text) if is_title else Clause(level, text)


def _joined(blocks: Iterable[Block]) -> Iterator[Block]:
    """Rows of a table that follow one another are one table, the first its header."""
    table: Table | None = None
    for block in blocks:
        if isinstance(block, Table):
            table = block if table is None else Table(table.header, (*table.rows, _fitted(block.header, table.header)))
            continue
        if table is not None:
            yield table
            table = None
        yield block
    if table is not None:
        yield table


def _fitted(cells: tuple[str, ...], header: tuple[str, ...]) -> tuple[str, ...]:
    """As many cells as the header has."""
    return (cells + ("",) * len(header))[: len(header)]


def text_of(body: Iterable[Block]) -> str:
    """The body as one would type it."""
    return "\n".join(_lines(numbered(body)))


def _lines(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Heading():
                yield f"{opening(block)} {block.title}"
            case Clause():
                yield f"{opening(block)} {block.text}"
            case Table():
                yield from (_row(row) for row in (block.header, *block.rows))
            case Paragraph() | Centred():
                yield block.text


def _row(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(one_line(cell).replace('|', '/') for cell in cells)} |"
