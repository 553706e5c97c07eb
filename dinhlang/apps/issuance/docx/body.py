"""The body: addressees, bases, headings, clauses, paragraphs and tables."""

from collections.abc import Sequence

from docx.document import Document
from docx.shared import Mm, Pt

from dinhlang.apps.issuance.docx import styles
from dinhlang.apps.issuance.docx.page import add_text
from dinhlang.apps.issuance.docx.table import add_table
from dinhlang.pure.drafting import (
    Block,
    Centred,
    Clause,
    Draft,
    Heading,
    Level,
    Paragraph,
    Table,
    addressee_lines,
    basis_lines,
    heading_title,
    numbered,
    opening,
    stands_alone,
)
from dinhlang.pure.viet import normal

_ADDRESSEE_INDENT = 35.0  # millimetres: "Kính gửi:" stands right of the margin, its dashes under the colon
_DASH_INDENT = _ADDRESSEE_INDENT + 20


def add_opening(document: Document, draft: Draft) -> None:
    """Add "Kính gửi" and the bases, where there are any (ô số 9a and 6)."""
    lines = addressee_lines(draft.addressees)
    for place, line in enumerate(lines):
        shape = add_text(document, line, styles.ADDRESSEE).paragraph_format
        shape.left_indent = Mm(_DASH_INDENT if place else _ADDRESSEE_INDENT)
        shape.space_before = Pt(0 if place else 18)
        shape.space_after = Pt(12 if place == len(lines) - 1 else 3)
    for line in basis_lines(draft.bases):
        add_text(document, line, styles.BASIS)


def add_blocks(document: Document, body: Sequence[Block], headings: dict[Level, str], *, width: float) -> None:
    """Add the blocks of a body or an appendix, their marks counted."""
    for block in numbered(body):
        match block:
            case Heading():
                _add_heading(document, block, headings[block.level])
            case Clause():
                _add_clause(document, block)
            case Paragraph():
                _add_running_text(document, block.text)
            case Centred():
                add_text(document, block.text, styles.CENTRED)
            case Table():
                add_table(document, block, width=width)


def _add_heading(document: Document, heading: Heading, style: str) -> None:
    between = "\n" if stands_alone(heading.level) else " "
    add_text(document, f"{opening(heading)}{between}{heading_title(heading)}", style)


def _add_clause(document: Document, clause: Clause) -> None:
    """Add a numbered text; of an article the word and number are bold."""
    if clause.level is not Level.ARTICLE:
        _add_running_text(document, f"{opening(clause)} {clause.text}")
        return
    first, *more = normal(clause.text).split("\n")
    paragraph = add_text(document, opening(clause), styles.BODY)
    paragraph.runs[0].bold = True
    paragraph.add_run(f" {first}")
    _add_running_text(document, "\n".join(more))


def _add_running_text(document: Document, text: str) -> None:
    """Add each line as a paragraph: a line break within would be stretched from margin to margin."""
    for line in normal(text).split("\n"):
        if line.strip():
            add_text(document, line.strip(), styles.BODY)
