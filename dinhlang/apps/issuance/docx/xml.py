"""Small pieces of Word's XML that python-docx has no words for."""

from typing import Any

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph

from dinhlang.pure.drafting import FONT

LANGUAGE = "vi-VN"
_BLACK_LINE = {"val": "single", "sz": "6", "space": "1", "color": "000000"}
_NO_LINE = {"val": "nil"}
# Word wants the children of these in one order, and this is it.
_PARAGRAPH_ORDER = ("pBdr", "shd", "tabs", "suppressAutoHyphens", "spacing", "ind", "contextualSpacing", "jc")


def element(name: str, **attributes: str) -> Any:
    """Make an element of Word's main namespace: element("tblHeader", val="true")."""
    made = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def set_font(run_properties: Any) -> None:
    """Write every script, East Asian too, in the font of the decree and in Vietnamese."""
    fonts = run_properties.get_or_add_rFonts()
    for key in list(fonts.attrib):
        del fonts.attrib[key]
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), FONT)
    for old in run_properties.findall(qn("w:lang")):
        run_properties.remove(old)
    run_properties.append(element("lang", val=LANGUAGE, eastAsia=LANGUAGE, bidi=LANGUAGE))


def set_paragraph_lines(paragraph: Paragraph, *sides: str, color: str = "000000") -> None:
    """Draw lines along sides of a paragraph: a rule, or with all four sides a frame."""
    borders = element("pBdr")
    for side in ("top", "left", "bottom", "right"):
        if side in sides:
            borders.append(element(side, **{**_BLACK_LINE, "color": color}))
    paragraph._p.get_or_add_pPr().insert_element_before(borders, *(f"w:{name}" for name in _PARAGRAPH_ORDER[1:]))


def set_columns(table: Table, widths: list[float]) -> None:
    """Fix the widths of columns in millimetres, with cells that add no margin of their own to layout tables."""
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
        for cell in column.cells:
            cell.width = Mm(width)


def without_lines(table: Table) -> None:
    """Make a table for layout only: no lines, no cell margins."""
    properties = table._tbl.tblPr
    borders, margins = element("tblBorders"), element("tblCellMar")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        borders.append(element(side, **_NO_LINE))
    for side in ("left", "right"):
        margins.append(element(side, w="0", type="dxa"))
    properties.insert_element_before(borders, "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")
    properties.insert_element_before(margins, "w:tblLook")


def repeat_on_every_page(row: _Row) -> None:
    """Let a header row stand on every page the table goes on."""
    row._tr.get_or_add_trPr().append(element("tblHeader", val="true"))


def keep_whole(row: _Row) -> None:
    """Keep a row on one page."""
    row._tr.get_or_add_trPr().insert(0, element("cantSplit", val="true"))


def add_page_number(paragraph: Paragraph) -> None:
    """Add the number of the page, which Word counts itself."""
    for kind, text in (("begin", ""), ("", " PAGE "), ("separate", ""), ("text", "2"), ("end", "")):
        run = paragraph.add_run(text if kind == "text" else "")
        if kind == "text":
            continue
        if kind:
            run._r.append(element("fldChar", fldCharType=kind))
        else:
            instruction = element("instrText")
            instruction.set(qn("xml:space"), "preserve")
            instruction.text = text
            run._r.append(instruction)


def count_pages_from_one(section: Section) -> None:
    """Start the page numbers of a section anew."""
    numbers = section._sectPr.find(qn("w:pgNumType"))
    if numbers is None:
        numbers = element("pgNumType")
        section._sectPr.insert_element_before(numbers, "w:cols", "w:titlePg", "w:docGrid")
    numbers.set(qn("w:start"), "1")


def speak_vietnamese(document: Document) -> None:
    """Make Vietnamese the language of the document, and its font the default of all styles."""
    defaults = document.styles.element.find(qn("w:docDefaults"))
    set_font(defaults.find(qn("w:rPrDefault")).find(qn("w:rPr")))
    for language in document.settings.element.findall(qn("w:themeFontLang")):
        language.set(qn("w:val"), LANGUAGE)
        language.set(qn("w:eastAsia"), LANGUAGE)
