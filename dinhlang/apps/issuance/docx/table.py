"""Tables of the body: lines, a header on every page, columns as wide as their words need."""

from collections.abc import Sequence

from docx.document import Document
from docx.enum.table import WD_ALIGN_VERTICAL, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.shared import Pt

from dinhlang.apps.issuance.docx import styles, xml
from dinhlang.apps.issuance.docx.page import add_text
from dinhlang.pure.drafting import Table, width

_LONGEST_COUNTED = 90  # characters; a column wins nothing by longer texts
_PADDING = 5.0  # millimetres of air in a cell


def add_table(document: Document, block: Table, *, width: float) -> None:
    """Add a table as wide as the text; its rows stay whole, its header repeats."""
    rows = (block.header, *block.rows)
    table = document.add_table(rows=len(rows), cols=len(block.header), style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    xml.set_columns(table, column_widths(block, width))
    for row, texts in zip(table.rows, rows, strict=True):
        xml.keep_whole(row)
        style = styles.TABLE_HEAD if texts is block.header else styles.TABLE_TEXT
        for cell, text in zip(row.cells, texts, strict=False):
            paragraph = add_text(cell, text, style)
            cell.vertical_alignment = WD_ALIGN_VERTICAL.CENTER
            if len(text) <= 4 or not any(letter.isalpha() for letter in text):
                paragraph.paragraph_format.alignment = ALIGN.CENTER
    xml.repeat_on_every_page(table.rows[0])
    document.add_paragraph(style=styles.RULE).paragraph_format.space_after = Pt(2)


def column_widths(block: Table, whole: float) -> list[float]:
    """Share a width among columns: as given, else by their longest texts, and never less than a word needs."""
    if block.widths:
        return [share / sum(block.widths) * whole for share in block.widths]
    columns = list(zip(*(_filled(row, len(block.header)) for row in (block.header, *block.rows)), strict=True))
    least = [_widest_word(column) for column in columns]
    wishes = [max(min(len(text), _LONGEST_COUNTED) for text in column) for column in columns]
    spare = max(0.0, whole - sum(least))
    wanted = [place + spare * wish / max(1, sum(wishes)) for place, wish in zip(least, wishes, strict=True)]
    return [column / sum(wanted) * whole for column in wanted]


def _filled(row: Sequence[str], length: int) -> tuple[str, ...]:
    return tuple(row[:length]) + ("",) * (length - len(row))


def _widest_word(column: Sequence[str]) -> float:
    words = (word for text in column for word in text.split())
    return max((width(word[:_LONGEST_COUNTED], 13) for word in words), default=0) + _PADDING
