"""Prints plans as offices lay them out, so that what is read back can be held against what was printed."""

import re
import subprocess
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

PLANS = Path(__file__).parent / "printed"
_TITLE = re.compile(r"^KẾ HOẠCH$")


@dataclass(frozen=True)
class Plan:
    """A plan as it is kept here: head left, head right, body, recipients, signature, parted by lines of ===."""

    left: list[str]
    right: list[str]
    body: list[str]
    recipients: list[str]
    signature: list[str]

    @property
    def lines(self) -> list[str]:
        """Every line in reading order."""
        return [*self.left, *self.right, *self.body, *self.recipients, *self.signature]


def plan(name: str) -> Plan:
    """A plan that is kept here."""
    parts = (PLANS / f"{name}.txt").read_text(encoding="utf-8").split("===\n")
    return Plan(*([line.strip() for line in part.split("\n") if line.strip()] for part in parts))


def word_file(one: Plan, *, times: int = 1) -> bytes:
    """The plan as a Word file; its body may be repeated to make a long one."""
    word = Document()
    section = word.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin, section.top_margin, section.bottom_margin = Cm(3), Cm(2), Cm(2), Cm(2)
    font = word.styles["Normal"].font
    font.name, font.size = "Tinos", Pt(14)  # as Times New Roman, with every Vietnamese letter
    _number_pages(section.header.paragraphs[0])
    _side_by_side(word, one.left, one.right)
    for line in one.body * times:
        _paragraph(word, line)
    _side_by_side(word, one.recipients, one.signature, left_aligned=True)
    kept = BytesIO()
    word.save(kept)
    return kept.getvalue()


def printed(content: bytes, form: str = "pdf", *, name: str = "plan.docx") -> bytes:
    """A file in another format, by LibreOffice."""
    with TemporaryDirectory() as folder:
        (Path(folder) / name).write_bytes(content)
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = ["soffice", profile, "--headless", "--convert-to", form, "--outdir", folder, name]
        subprocess.run(command, cwd=folder, check=True, capture_output=True)
        return next(Path(folder).glob(f"*.{form.split(':', maxsplit=1)[0]}")).read_bytes()


def _paragraph(word: WordDocument, line: str) -> None:
    if line.startswith("| "):
        return _row(word, [cell.strip() for cell in line.strip("| ").split(" | ")])
    paragraph = word.add_paragraph()
    run = paragraph.add_run(line)
    paragraph.paragraph_format.space_after = Pt(6)
    if line.isupper() or line.startswith("Về việc "):
        run.bold = True
    if _TITLE.match(line):
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    else:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        paragraph.paragraph_format.first_line_indent = Cm(1.27)
    return None


def _row(word: WordDocument, cells: list[str]) -> None:
    """A row goes on with the table before it, if it has as many columns."""
    last = word.element.body[-2] if len(word.element.body) > 1 else None
    tables = word.tables
    if tables and last is tables[-1]._tbl and len(tables[-1].columns) == len(cells):
        row = tables[-1].add_row()
    else:
        row = word.add_table(rows=1, cols=len(cells), style="Table Grid").rows[0]
    for cell, words in zip(row.cells, cells, strict=True):
        cell.text = words
        for run in cell.paragraphs[0].runs:
            run.font.size = Pt(12)


def _side_by_side(word: WordDocument, left: list[str], right: list[str], *, left_aligned: bool = False) -> None:
    table = word.add_table(rows=1, cols=2)
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    for cell, lines, is_left in zip(table.rows[0].cells, (left, right), (True, False), strict=True):
        cell.width = Cm(7 if is_left else 9)
        for number, line in enumerate(lines):
            paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
            run = paragraph.add_run(line)
            run.font.size = Pt(11 if left_aligned and is_left else 13)
            paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT if left_aligned and is_left else WD_ALIGN_PARAGRAPH.CENTER
            if left_aligned and not is_left and number == len(lines) - 1:
                paragraph.paragraph_format.space_before = Pt(70)


def _number_pages(paragraph: object) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER  # type: ignore[attr-defined]
    run = paragraph.add_run()  # type: ignore[attr-defined]
    for kind, text in (("begin", None), (None, "PAGE"), ("end", None)):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = text
        run._r.append(element)
