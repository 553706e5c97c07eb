"""The foot: recipients on the left, who signs on the right; the issuer's address at the foot of page 1."""

from docx.document import Document
from docx.section import Section
from docx.shared import Pt
from docx.table import _Cell

from dinhlang.apps.issuance.docx import styles, xml
from dinhlang.apps.issuance.docx.page import add_text
from dinhlang.pure.drafting import FORM, Draft, recipients_block, sign_off_lines
from dinhlang.pure.viet import normal

_RECIPIENTS = 75.0  # millimetres


def add_foot(document: Document, draft: Draft) -> None:
    """Add recipients and signature side by side, kept whole with the last lines of the body (ô số 7 and 9b)."""
    if document.paragraphs:
        close = document.paragraphs[-1].paragraph_format
        close.keep_with_next, close.space_after = True, Pt(12)
    table = document.add_table(rows=1, cols=2)
    xml.without_lines(table)
    xml.set_columns(table, [_RECIPIENTS, FORM.text_width - _RECIPIENTS])
    xml.keep_whole(table.rows[0])
    _add_recipients(table.cell(0, 0), draft)
    _add_signature(table.cell(0, 1), draft)
    document.add_paragraph(style=styles.RULE)  # Word wants a paragraph after a table


def _add_recipients(cell: _Cell, draft: Draft) -> None:
    word, *names = recipients_block(draft.recipients, draft.filed, as_above=bool(draft.addressees))
    add_text(cell, word, styles.RECIPIENTS)
    for name in names:
        add_text(cell, name, styles.RECIPIENT)
    if draft.drafter_mark.strip():
        add_text(cell, draft.drafter_mark, styles.FILED)


def _add_signature(cell: _Cell, draft: Draft) -> None:
    """Leave room for signature and seal between title and name."""
    for line in sign_off_lines(draft.sign_off):
        add_text(cell, line, styles.AUTHORITY)
    if draft.sign_off.other_title.strip():
        add_text(cell, draft.sign_off.other_title, styles.OTHER_TITLE)
    name = add_text(cell, draft.sign_off.name, styles.SIGNER)
    if draft.sign_off.other_title.strip():
        name.paragraph_format.space_before = Pt(0)


def add_contact(section: Section, contact: str) -> None:
    """Write address, e-mail and telephone under a line at the foot of the first page (ô số 13)."""
    if not contact.strip():
        return
    paragraph = section.first_page_footer.paragraphs[0]
    paragraph.style = styles.CONTACT
    paragraph.add_run(normal(contact))
    xml.set_paragraph_lines(paragraph, "top")
