"""Pages, and clean text upon them."""

from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.section import Section
from docx.shared import Mm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from dinhlang.apps.issuance.docx import styles, xml
from dinhlang.pure.drafting import FORM
from dinhlang.pure.viet import normal

_HEADER_DISTANCE = 10  # millimetres: the page number stands in the middle of the top margin


def add_text(where: Document | _Cell, text: str, style: str) -> Paragraph:
    """Add a paragraph, free of characters that Word refuses. A new cell's empty paragraph is used, not left."""
    if isinstance(where, _Cell) and _is_new(where):
        paragraph = where.paragraphs[0]
        paragraph.style = style
    else:
        paragraph = where.add_paragraph(style=style)
    paragraph.add_run(normal(text))
    return paragraph


def _is_new(cell: _Cell) -> bool:
    first = cell.paragraphs[0]
    return len(cell.paragraphs) == 1 and not first.runs and first._p.pPr is None


def add_rule(where: Document | _Cell, *, within: float, length: float) -> Paragraph:
    """Draw a line of a length in the middle of a width, both in millimetres."""
    rule = where.add_paragraph(style=styles.RULE)
    xml.set_paragraph_lines(rule, "top")
    rule.paragraph_format.left_indent = rule.paragraph_format.right_indent = Mm(max(0, (within - length) / 2))
    return rule


def new_section(document: Document, *, landscape: bool) -> Section:
    """Begin a new page with a page count of its own."""
    section = document.add_section(WD_SECTION.NEW_PAGE)
    document.paragraphs[-1].style = styles.RULE  # holds the break; at full height it could take a page of its own
    set_page(section, landscape=landscape)
    return section


def text_width(*, landscape: bool = False) -> float:
    """Return the width between the margins, in millimetres."""
    paper = FORM.paper_height if landscape else FORM.paper_width
    return paper.value - FORM.margin_left.value - FORM.margin_right.value


def set_page(section: Section, *, landscape: bool = False) -> None:
    """Set paper and margins, and the page number in the top margin from the second page on (mục I)."""
    width, height = Mm(FORM.paper_width.value), Mm(FORM.paper_height.value)
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (height, width) if landscape else (width, height)
    section.top_margin, section.bottom_margin = Mm(FORM.margin_top.value), Mm(FORM.margin_bottom.value)
    section.left_margin, section.right_margin = Mm(FORM.margin_left.value), Mm(FORM.margin_right.value)
    section.header_distance = section.footer_distance = Mm(_HEADER_DISTANCE)
    section.different_first_page_header_footer = True
    _number_pages(section)


def _number_pages(section: Section) -> None:
    """Number the pages from 1, show no number on the first; each section has its own empty first-page foot."""
    section.header.is_linked_to_previous = False
    section.first_page_header.is_linked_to_previous = False
    section.first_page_footer.is_linked_to_previous = False
    number = section.header.paragraphs[0]
    number.style = styles.PAGE_NUMBER
    xml.add_page_number(number)
    xml.count_pages_from_one(section)
    section.first_page_footer.paragraphs[0].paragraph_format.space_after = Pt(0)
