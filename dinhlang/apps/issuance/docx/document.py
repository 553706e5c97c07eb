"""The whole document: page, head, body, foot and appendices, put one under the other."""

from datetime import UTC, datetime, time
from io import BytesIO

import docx
from docx.document import Document
from docx.shared import Pt

from dinhlang.apps.issuance.docx import styles, xml
from dinhlang.apps.issuance.docx.body import add_blocks, add_opening
from dinhlang.apps.issuance.docx.foot import add_contact, add_foot
from dinhlang.apps.issuance.docx.head import add_head, add_title
from dinhlang.apps.issuance.docx.page import add_rule, add_text, new_section, set_page, text_width
from dinhlang.pure.drafting import FORM, Draft, Level, appendix_reference, appendix_title, number_line, with_end_mark
from dinhlang.pure.viet import one_line

_NO_DAY_YET = datetime(2020, 3, 5, tzinfo=UTC)  # the day of the decree: nothing here reads the clock


def to_docx(draft: Draft) -> bytes:
    """Return the draft as a DOCX file, ready to be edited further, signed and sent."""
    document = docx.Document()
    headings = styles.make_styles(document, draft)
    _describe(document, draft)
    set_page(document.sections[0])
    add_head(document, draft)
    if not draft.is_letter:
        add_title(document, draft)
    add_opening(document, draft)
    add_blocks(document, with_end_mark(draft.body), headings, width=FORM.text_width)
    add_foot(document, draft)
    add_contact(document.sections[0], draft.contact)
    _add_appendices(document, draft, headings)
    return _bytes(document)


def _bytes(document: Document) -> bytes:
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _describe(document: Document, draft: Draft) -> None:
    """Write what the file says about itself: the document and its issuer, no person."""
    about = document.core_properties
    about.title = one_line(f"{draft.kind.name} {draft.title}")[:255]
    about.author = about.last_modified_by = one_line(draft.letterhead.issuer)[:255]
    number = number_line(draft.number, draft.symbol).removeprefix("Số: ")
    about.subject = one_line(number)[:255] if draft.number else ""
    about.language, about.comments, about.keywords = xml.LANGUAGE, "", ""
    about.created = about.modified = datetime.combine(draft.day, time(), UTC) if draft.day else _NO_DAY_YET


def _add_appendices(document: Document, draft: Draft, headings: dict[Level, str]) -> None:
    """Begin each appendix on a new page, counted from 1 again (Phụ lục I, Phần I, mục III.1)."""
    many = len(draft.appendices) > 1
    for count, appendix in enumerate(draft.appendices, 1):
        new_section(document, landscape=appendix.landscape)
        word, *title = appendix_title(count if many else None, appendix.title)
        add_text(document, word, styles.APPENDIX)
        add_text(document, "\n".join(title), styles.APPENDIX_TITLE)
        add_text(document, appendix_reference(draft), styles.APPENDIX_REFERENCE)
        width = text_width(landscape=appendix.landscape)
        add_rule(document, within=width, length=width / 6).paragraph_format.space_after = Pt(8)
        add_blocks(document, appendix.body, headings, width=width)
