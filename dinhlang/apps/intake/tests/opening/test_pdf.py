"""PDF: text that is there is read with its places; what is broken or locked gets a sentence."""

import subprocess

import pytest

from dinhlang.apps.intake.opening.opened import Limits, Trouble, Unreadable
from dinhlang.apps.intake.opening.pdf import read_pdf
from dinhlang.apps.intake.tests.opening.making import PLAN, a_pdf, a_word_file, cell, p, table

BARE = [
    ("STT", "Nội dung", "Cơ quan chủ trì", "Thời gian"),
    ("1", "Rà soát quy chế thực hiện dân chủ của cơ quan, đơn vị", "Phòng Nội vụ", "Quý I/2026"),
    ("2", "Kiểm tra các xã, thị trấn", "Thanh tra huyện", "Tháng 9/2026"),
]


def read(content, folder, **limits):
    return read_pdf(content, Limits(**limits), lambda done, pages: None, folder)


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    """A plan printed by LibreOffice: two pages, a table with lines and one without."""
    folder = tmp_path_factory.mktemp("printed")
    rows = table(*([cell(str(n)), cell(f"Tập huấn lần {n}"), cell("Phòng Nội vụ")] for n in (1, 2)))
    borders = "<w:tblPr><w:tblBorders>" + "".join(
        f"<w:{side} w:val='single' w:sz='4'/>" for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    ) + "</w:tblBorders></w:tblPr>"  # fmt: skip
    body = "".join(p(line) for line in PLAN) + rows.replace("<w:tbl>", f"<w:tbl>{borders}")
    body += p("Trang sau.", properties="<w:pageBreakBefore/>") + table(
        *([cell(words) for words in row] for row in BARE)
    )
    (folder / "plan.docx").write_bytes(a_word_file(body, more={
        "[Content_Types].xml": "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
        "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
        "<Override PartName='/word/document.xml' ContentType="
        "'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/></Types>",
        "_rels/.rels": "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
        "<Relationship Id='r1' Target='word/document.xml' Type="
        "'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument'/></Relationships>",
    }))  # fmt: skip
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
        str(folder / "plan.docx"),
    ]
    subprocess.run(command, check=True, capture_output=True)
    return (folder / "plan.pdf").read_bytes()


def test_paragraphs_tables_and_pages_come_out(printed, tmp_path):
    opened = read(printed, tmp_path)

    rows = ["| 1 | Tập huấn lần 1 | Phòng Nội vụ |", "| 2 | Tập huấn lần 2 | Phòng Nội vụ |"]
    bare = [f"| {' | '.join(row)} |" for row in BARE]
    assert opened.text.split("\n") == [*PLAN, *rows, "Trang sau.", *bare]
    assert [(page.number, opened.text[page.start :][:9]) for page in opened.pages] == [
        (1, "KẾ HOẠCH\n"),
        (2, "Trang sau"),
    ]
    assert not opened.notes


def test_a_page_set_sideways_is_read_as_it_is_held(tmp_path):
    upwards = a_pdf([(100, 72, "UBND huyen."), (120, 72, "- Dong hai")])
    upwards = upwards.replace(b" Td ", b" Tm ").replace(b"/F1 13 Tf ", b"/F1 13 Tf 0 1 -1 0 ")

    assert read(upwards, tmp_path).text == "UBND huyen.\n- Dong hai"


def test_letters_that_were_set_out_of_order_are_read_by_place(tmp_path):
    content = a_pdf([(120, 700, "huyen."), (72, 700, "UBND"), (72, 680, "- Dong hai")])

    assert read(content, tmp_path).text == "UBND huyen.\n- Dong hai"


def test_a_hyphen_that_ends_a_line_is_kept(tmp_path):
    lines = [(72, 700, "Nghi quyet so 21-"), (72, 680, "NQ/TW ngay 25 thang 10")]

    assert read(a_pdf(lines), tmp_path).text == "Nghi quyet so 21-NQ/TW ngay 25 thang 10"


def test_a_word_drawn_twice_to_look_bold_is_one(tmp_path):
    assert read(a_pdf([(72, 700, "UBND"), (72.3, 700, "UBND")]), tmp_path).text == "UBND"


def test_too_many_pages_are_counted_before_they_are_read(tmp_path):
    with pytest.raises(Unreadable) as refused:
        read(a_pdf(*[[(72, 700, "a")]] * 5), tmp_path, pages=4)

    assert (refused.value.trouble, refused.value.facts) == (Trouble.TOO_MANY_PAGES, {"pages": 5, "most": 4})


def test_scripts_in_a_pdf_are_not_run(tmp_path):
    script = b"/OpenAction << /S /JavaScript /JS (while \\(true\\) {}) >>"

    assert read(a_pdf([(72, 700, "UBND xa")], extra=script), tmp_path).text == "UBND xa"


@pytest.mark.parametrize("cut", [9, 60, 300])
def test_a_pdf_cut_short_is_refused_or_mended(cut, tmp_path):
    whole = a_pdf([(72, 700, "UBND xa")])

    try:
        assert read(whole[:-cut], tmp_path).text in ("UBND xa", "")
    except Unreadable as refused:
        assert refused.trouble is Trouble.DAMAGED
