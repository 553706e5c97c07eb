import shutil
import subprocess
import unicodedata
import zipfile
from datetime import date
from io import BytesIO

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dinhlang.apps.issuance.docx import to_docx
from dinhlang.apps.issuance.docx.table import column_widths
from dinhlang.pure.drafting import COUNTRY, FORM, MOTTO, Appendix, Letterhead, Level, Paragraph, SignOff, Table
from dinhlang.pure.drafting import Heading as Title
from dinhlang.pure.drafting.tests.examples import a_decision, a_letter, a_plan, a_table


def opened(draft):
    return docx.Document(BytesIO(to_docx(draft)))


def texts(document):
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def test_paper_margins_and_font_are_those_of_the_decree():
    document = opened(a_decision())
    section = document.sections[0]
    normal = document.styles["Normal"]

    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert 30 <= round(section.left_margin.mm, 1) <= 35
    assert 15 <= round(section.right_margin.mm, 1) <= 20
    assert (normal.font.name, normal.font.size.pt) == ("Times New Roman", 14)
    assert normal.element.rPr.rFonts.get(qn("w:eastAsia")) == "Times New Roman"


def test_the_document_speaks_vietnamese():
    document = opened(a_decision())

    assert document.styles["Normal"].element.rPr.find(qn("w:lang")).get(qn("w:val")) == "vi-VN"
    assert document.core_properties.language == "vi-VN"


def test_the_file_names_the_issuer_and_no_person():
    about = opened(a_plan()).core_properties

    assert about.author == about.last_modified_by == "Ủy ban nhân dân xã Tân Trung"
    assert about.title.startswith("Kế hoạch Triển khai")
    assert about.subject == "05/KH-UBND"
    assert about.created.date() == date(2026, 1, 9)
    assert "Bình" not in about.title + about.comments + about.keywords


def test_officers_find_real_styles():
    document = opened(a_plan())
    styles = {paragraph.style.name: paragraph.text for paragraph in document.paragraphs}

    assert styles["Tên loại"] == "KẾ HOẠCH"
    assert styles["Heading 1"] == "III. TỔ CHỨC THỰC HIỆN"
    assert styles["Heading 2"] == "2. Yêu cầu"
    assert styles["Nội dung"].endswith("./.")


def test_each_level_of_headings_takes_the_next_of_words_headings():
    body = (Title(Level.PART, "Một"), Title(Level.ROMAN, "Hai"), Title(Level.LETTER, "Ba"), Paragraph("Hết"))
    document = opened(a_decision(body=body))

    found = {p.style.name: p.text for p in document.paragraphs if p.style.name.startswith("Heading")}
    assert found == {"Heading 1": "Phần I\nMỘT", "Heading 2": "I. HAI", "Heading 3": "a) Ba"}


def test_text_of_people_is_cleaned_of_what_word_refuses():
    draft = a_plan(title="Kế\x00 hoạch\ud800\u200b", body=(Paragraph("Dòng một\x0c\x0bdòng hai\ufffe"),), appendices=())
    document = opened(draft)

    assert "Kế hoạch" in texts(document)
    assert [p.text for p in document.paragraphs if p.style.name == "Nội dung"] == ["Dòng một", "dòng hai./."]


def test_a_table_repeats_its_header_and_keeps_rows_whole():
    document = opened(a_plan())
    table = document.tables[-1]

    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
    assert document.sections[-1].orientation == WD_ORIENT.LANDSCAPE


def test_columns_share_the_width_and_hold_their_longest_words():
    widths = column_widths(a_table(3), 165)

    assert sum(widths) == pytest.approx(165)
    assert widths[1] == max(widths)
    assert min(widths) > 10
    assert column_widths(Table(("a", "b"), (), widths=(1, 3)), 160) == [40, 120]
    assert sum(column_widths(Table(tuple("abcdefghij"), (("x" * 90,),)), 165)) == pytest.approx(165)


def test_ragged_rows_and_empty_parts_do_not_break_a_draft():
    draft = a_plan(
        letterhead=Letterhead("", superior=""),
        title="",
        body=(Table(("A", "B"), (("1",), ("1", "2", "3"))),),
        recipients=(),
        sign_off=SignOff("", ""),
        appendices=(Appendix("", ()),),
        number=None,
        day=None,
    )

    assert "Nơi nhận:" in texts(opened(draft))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=60))
def test_any_text_gives_a_file_that_opens(text):
    draft = a_letter(
        title=text,
        letterhead=Letterhead(text, superior=text),
        place=text,
        symbol=text,
        addressees=(text,),
        body=(Paragraph(text), Table((text,), ((text,),))),
        recipients=(text,),
        sign_off=SignOff(text, text, other_title=text),
        circulation=text,
        contact=text,
    )

    opened(draft)


def test_the_same_draft_gives_the_same_words_twice():
    one, other = (zipfile.ZipFile(BytesIO(to_docx(a_plan()))) for _ in range(2))

    assert one.read("word/document.xml") == other.read("word/document.xml")


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    """Print drafts with LibreOffice, all in one go, and read the pages back."""
    office, reader = shutil.which("soffice"), shutil.which("pdftotext")
    if not office or not reader:
        pytest.skip("LibreOffice (soffice) or Poppler (pdftotext) is not installed: printing is not tested")
    folder = tmp_path_factory.mktemp("print")
    drafts = {"plan": a_plan(), "decision": a_decision(), "letter": a_letter(contact="Điện thoại: 0204 000 000")}
    for name, draft in drafts.items():
        (folder / f"{name}.docx").write_bytes(to_docx(draft))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, *map(str, folder.glob("*.docx"))], check=True, capture_output=True, timeout=120)
    return {name: pages_of(reader, folder / f"{name}.pdf") for name in drafts}


def pages_of(reader, file):
    """Read the pages of a PDF as they lie; where a font lacks letters, other readers mix up their order."""
    read = subprocess.run([reader, "-layout", str(file), "-"], check=True, capture_output=True, timeout=60)
    return unicodedata.normalize("NFC", read.stdout.decode()).split("\f")[:-1]


@pytest.mark.slow
def test_the_name_of_the_country_and_the_motto_never_wrap(printed):
    for pages in printed.values():
        assert COUNTRY in pages[0]
        assert MOTTO in pages[0]


@pytest.mark.slow
def test_number_day_and_signature_are_printed(printed):
    plan = "\n".join(printed["plan"])

    assert "Số: 05/KH-UBND" in plan
    assert "Tân Trung, ngày 09 tháng 01 năm 2026" in plan
    assert "TM. ỦY BAN NHÂN DÂN" in plan
    assert "- Lưu: VT, VHXH." in plan


@pytest.mark.slow
def test_pages_are_numbered_from_the_second_and_anew_in_an_appendix(printed):
    plan = printed["plan"]
    appendix = next(count for count, page in enumerate(plan) if "DANH MỤC NHIỆM VỤ" in page)

    assert not plan[0].lstrip().startswith("1\n")
    assert plan[1].split()[0] == "2"
    assert plan[appendix].split()[0] == "Phụ"
    assert plan[appendix + 1].split()[0] == "2"
    assert "STT" in plan[appendix + 1]


@pytest.mark.slow
def test_a_short_document_fits_its_page(printed):
    assert len(printed["decision"]) == len(printed["letter"]) == 1
    assert "Kính gửi:" in printed["letter"][0]
    assert "Điện thoại: 0204 000 000" in printed["letter"][0]


def test_the_head_leaves_the_name_of_the_country_room():
    document = opened(a_decision())
    width = document.tables[0].columns[1].width.mm

    assert width > 88.4
    assert sum(column.width.mm for column in document.tables[0].columns) == pytest.approx(FORM.text_width, abs=0.1)
