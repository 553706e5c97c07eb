"""Tables: rows of cells, or two columns that only place words side by side."""

import re

from dinhlang.pure.pages import PAGE, Cell, row_line

_OPENING = re.compile(
    r"CỘNG\s+H[OÒ][ÀA]\s+X[ÃA]\s+HỘI|ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT|Độc\s+lập\s*[-–]\s*Tự\s+do", re.IGNORECASE
)
_CLOSING = re.compile(
    r"^\W*N[ơo]i\s+nhận\s*(?::|$)|^\s*(?:TM|KT|TL|TUQ|Q)\s*\.|^\s*(?:PHÓ\s+)?(?:CHỦ\s+TỊCH|TRƯỞNG\s|BÍ\s+THƯ|GIÁM\s+ĐỐC|CHÁNH\s)",
    re.MULTILINE,
)
_NUMBERED = re.compile(r"^\s*(?:STT|TT|Số\s+TT|Stt)\.?\s*$")
_MOST_PLACING_ROWS = 6
_MOST_PLACING_COLUMNS = 3


def lines_of_table(rows: list[list[Cell]]) -> list[str]:
    """A table as lines: one for each row, or column after column where it only places words."""
    rows = [row for row in rows if row]
    if only_places(rows):
        return [line for column in _columns(rows) for line in column]
    return [line for row in rows if (line := _row(row))]


def only_places(rows: list[list[Cell]]) -> bool:
    """Say whether a table is the head or the foot of an official document, or a frame around words."""
    widest = max((len(row) for row in rows), default=0)
    if widest <= 1:
        return True
    if len(rows) > _MOST_PLACING_ROWS or widest > _MOST_PLACING_COLUMNS:
        return False
    if any(_NUMBERED.match(line) for cell in rows[0] for line in cell.lines):
        return False
    words = "\n".join(line for row in rows for cell in row for line in cell.lines)
    return bool(_OPENING.search(words) or _CLOSING.search(words))


def _row(row: list[Cell]) -> str:
    """A row as one line, behind the page breaks that fall into it."""
    turns = max((sum(line.count(PAGE) for line in cell.lines) for cell in row), default=0)
    return PAGE * turns + row_line(row)


def _columns(rows: list[list[Cell]]) -> list[list[str]]:
    """Left column first, from top to bottom. A cell over the whole width parts what is above from what is below."""
    stacks: list[list[str]] = []
    columns: dict[int, list[str]] = {}
    for row in rows:
        if len(row) == 1 and len(rows) > 1 and row[0].width > 1:
            stacks += [columns[at] for at in sorted(columns)]
            columns = {}
            stacks.append([line for line in row[0].lines if line.strip()])
            continue
        at = 0
        for cell in row:
            if not cell.goes_on:
                columns.setdefault(at, []).extend(line for line in cell.lines if line.strip())
            at += cell.width
    return stacks + [columns[at] for at in sorted(columns)]
