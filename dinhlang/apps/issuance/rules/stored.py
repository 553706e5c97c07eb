"""Blocks of a body as plain values for the database, and back."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from dinhlang.pure.drafting import Block, Centred, Clause, Heading, Level, Paragraph, Table

_TYPES: dict[str, type] = {
    "heading": Heading,
    "clause": Clause,
    "paragraph": Paragraph,
    "centred": Centred,
    "table": Table,
}


def packed(body: Iterable[Block]) -> list[dict[str, Any]]:
    """The blocks as a list for a JSON column."""
    return [{"type": type(block).__name__.lower(), **asdict(block)} for block in body]


def unpacked(rows: Iterable[Mapping[str, Any]]) -> tuple[Block, ...]:
    """The blocks that `packed` made a list of."""
    return tuple(_block(dict(row)) for row in rows)


def _block(row: dict[str, Any]) -> Block:
    made = _TYPES[row.pop("type")]
    if made is Table:
        rows = tuple(tuple(cells) for cells in row["rows"])
        return Table(header=tuple(row["header"]), rows=rows, widths=tuple(row.get("widths", ())))
    if "level" in row:
        row["level"] = Level(row["level"])
    block: Block = made(**row)
    return block
