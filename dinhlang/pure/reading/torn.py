"""Rows of a table that the end of a page, or a cell across several rows, tore apart."""

from dinhlang.pure.reading.grids import Cell
from dinhlang.pure.reading.labels import Says


def mended(rows: list[list[Cell]], columns: dict[object, int], width: int) -> list[list[Cell]]:
    """Put what only goes on with the row above back into it: a rest of its words, a further body, a further time."""
    if "number" not in columns or "content" not in columns:
        return rows
    whole: list[list[Cell]] = []
    for row in rows:
        if whole and len(row) == len(whole[-1]) == width and _goes_on(row, columns):
            pairs = enumerate(zip(whole[-1], row, strict=True))
            whole[-1] = [_joined(above, below, place, columns) for place, (above, below) in pairs]
        else:
            whole.append(row)
    return whole


def _goes_on(row: list[Cell], columns: dict[object, int]) -> bool:
    """Say whether a row has no number of its own, and no content or only the rest of one."""
    number, content = row[columns["number"]], row[columns["content"]]
    return not number.words and (not content.words or content.words[0].islower())


def _joined(above: Cell, below: Cell, place: int, columns: dict[object, int]) -> Cell:
    """Two cells of one column as one; what begins anew is one more piece of it."""
    if not below.words or not above.words:
        return above if above.words else below
    apart = below.words[0].isupper() and place in {columns.get(says) for says in Says}
    return Cell(f"{above.text}\n{'- ' if apart else ''}{below.text}", above.start, below.end)
