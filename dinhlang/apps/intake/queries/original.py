"""The original as the reading room shows it: lines and tables, cut where something was read, beside their pages."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from dinhlang.apps.intake.queries.places import Boxed
from dinhlang.apps.intake.rules import Paragraph, Patch, Row, Table, Thread, with_tables, woven


@dataclass(frozen=True)
class Piece:
    """Words of a line that stand together: the whole line, or one cell of a row."""

    start: int
    patches: list[Patch]
    span: int = 1


@dataclass(frozen=True)
class Line:
    """A line of the original: its number and its pieces, several if it is the row of a table."""

    paragraph: Paragraph
    pieces: list[Piece]
    begins: list[int] = field(default_factory=list)
    """The tasks that begin in it, by the place of their own words: a lead may be named in a line above."""


@dataclass(frozen=True)
class Block:
    """What stands one under the other in the original: a line, or a table with its head and its rows."""

    line: Line | None = None
    head: list[Line] = field(default_factory=list)
    rows: list[Line] = field(default_factory=list)
    gap: Sequence[Line] = ()
    """Lines that are left out here, where only what is checked now is shown."""

    @property
    def lines(self) -> list[Line]:
        """All its lines."""
        return [self.line] if self.line is not None else [*self.head, *self.rows]


@dataclass(frozen=True)
class Part:
    """What was read from one page that is a picture, to be seen beside it; with page 0, what has no picture."""

    page: int = 0
    blocks: list[Block] = field(default_factory=list)
    boxed: Sequence[Boxed] = ()
    """Where the tasks that are checked now stand in its picture."""

    @property
    def is_seen(self) -> bool:
        """Whether any of its lines is shown."""
        return any(block.lines for block in self.blocks)


def original_of(
    plain: Sequence[Paragraph],
    threads: Sequence[Thread],
    begins: Mapping[int, list[int]],
    pages: Sequence[tuple[int, int]],
) -> list[Part]:
    """Each line and each cell cut where something was read in it; `pages` tells where each picture's words begin."""
    shown = with_tables(plain)
    pieces = [piece for one in shown for piece in _pieces(one)]
    patches = woven(((start, end, words) for start, end, words, _span in pieces), threads)
    ready = iter([Piece(start, found, span) for (start, _e, _w, span), found in zip(pieces, patches, strict=True)])

    def line(one: Paragraph | Row) -> Line:
        paragraph, number = (one.line, len(one.cells)) if isinstance(one, Row) else (one, 1)
        return Line(paragraph, [next(ready) for _n in range(number)], begins.get(paragraph.number, []))

    blocks = [
        Block(head=[line(row) for row in one.head], rows=[line(row) for row in one.rows])
        if isinstance(one, Table)
        else Block(line=line(one))
        for one in shown
    ]
    return _on_pages(blocks, pages)


def _pieces(one: Paragraph | Table) -> Iterator[tuple[int, int, str, int]]:
    if isinstance(one, Table):
        for row in (*one.head, *one.rows):
            yield from ((cell.start, cell.end, cell.text, cell.span) for cell in row.cells)
    else:
        yield one.start, one.end, one.text, 1


def _on_pages(blocks: Sequence[Block], pages: Sequence[tuple[int, int]]) -> list[Part]:
    """The blocks by the page on which they begin; a table that goes on over a page stays whole."""
    parts = [Part()]
    waiting = sorted(pages)
    for block in blocks:
        while waiting and waiting[0][0] <= block.lines[0].paragraph.start:
            parts.append(Part(waiting.pop(0)[1]))
        parts[-1].blocks.append(block)
    return [part for part in parts if part.blocks]
