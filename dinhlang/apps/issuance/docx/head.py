"""The head: who issues, the country and its motto, number, place and day; then kind and title."""

from docx.document import Document
from docx.shared import Mm, Pt
from docx.table import _Cell

from dinhlang.apps.issuance.docx import styles, xml
from dinhlang.apps.issuance.docx.page import add_rule, add_text
from dinhlang.pure.drafting import (
    COUNTRY,
    FORM,
    MOTTO,
    Draft,
    letterhead_lines,
    number_line,
    place_and_day_line,
    subject_line,
    title_lines,
    upper,
    width,
)

_RIGHT = 96.0  # millimetres; the name of the country is 88 wide and must never wrap
_LEFT = FORM.text_width - _RIGHT
_AIR = 4.0  # between the columns, left free by the left one


def add_head(document: Document, draft: Draft) -> None:
    """Add the two columns of the head, in a table without lines (ô số 1 to 4, 5b, 10b, 11)."""
    table = document.add_table(rows=2, cols=2)
    xml.without_lines(table)
    xml.set_columns(table, [_LEFT, _RIGHT])
    _add_issuer(table.cell(0, 0), draft)
    _add_country(table.cell(0, 1))
    _add_number(table.cell(1, 0), draft)
    add_text(table.cell(1, 1), place_and_day_line(draft.place, draft.day), styles.PLACE_AND_DAY)


def _add_issuer(cell: _Cell, draft: Draft) -> None:
    if draft.letterhead.superior.strip():
        for line in letterhead_lines(draft.letterhead.superior, widest=_LEFT - _AIR):
            add_text(cell, line, styles.SUPERIOR)
    lines = letterhead_lines(draft.letterhead.issuer, widest=_LEFT - _AIR)
    for line in lines:
        add_text(cell, line, styles.ISSUER)
    last = width(lines[-1], FORM.issuer.size) if lines else 0
    add_rule(cell, within=_LEFT, length=last * FORM.issuer_rule.value)


def _add_country(cell: _Cell) -> None:
    add_text(cell, COUNTRY, styles.COUNTRY)
    add_text(cell, MOTTO, styles.MOTTO)
    add_rule(cell, within=_RIGHT, length=width(MOTTO, FORM.motto.size) * FORM.motto_rule.value)


def _add_number(cell: _Cell, draft: Draft) -> None:
    add_text(cell, number_line(draft.number, draft.symbol), styles.NUMBER)
    if draft.is_letter:
        lines = title_lines(subject_line(draft.title), widest=_LEFT - _AIR, size=FORM.subject.size)
        add_text(cell, "\n".join(lines), styles.SUBJECT)
    _add_frame(cell, draft.urgency, styles.URGENCY, color="E00000")
    _add_frame(cell, draft.circulation, styles.CIRCULATION, color="000000")


def _add_frame(cell: _Cell, text: str, style: str, *, color: str) -> None:
    """Frame a mark such as KHẨN (mục III.2), as wide as its words."""
    if not text.strip():
        return
    mark = add_text(cell, upper(text), style)
    side = (_LEFT - width(upper(text), FORM.urgency.size) - 6) / 2
    mark.paragraph_format.left_indent = mark.paragraph_format.right_indent = Mm(max(0, side))
    xml.set_paragraph_lines(mark, "top", "left", "bottom", "right", color=color)


def add_title(document: Document, draft: Draft) -> None:
    """Add the kind, the title in lines of like length, and the line under them (ô số 5a)."""
    add_text(document, upper(draft.kind.name), styles.KIND)
    lines = title_lines(draft.title)
    add_text(document, "\n".join(lines), styles.TITLE)
    last = width(lines[-1], FORM.title.size) if lines else 0
    rule = add_rule(document, within=FORM.text_width, length=last * FORM.title_rule.value)
    rule.paragraph_format.space_after = Pt(10)
