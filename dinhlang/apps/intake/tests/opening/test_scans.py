"""Photographs and scans: crooked, turned and shaded pages are read; a table keeps its cells."""

import difflib
import io

import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

from dinhlang.apps.intake.opening import pictures, scans
from dinhlang.apps.intake.opening.drawing import drawn
from dinhlang.apps.intake.opening.opened import Limits, Note, Trouble, Unreadable
from dinhlang.apps.intake.opening.opener import CannotOpen, open_document
from dinhlang.apps.intake.tests.opening.making import FONT, PLAN, a_page, as_file

LINES = [
    "ỦY BAN NHÂN DÂN XÃ TÂN TRUNG",
    "KẾ HOẠCH",
    "1. Phòng Nội vụ chủ trì tổ chức tập huấn trước ngày 15/6/2024.",
    "2. Phòng Văn hóa và Thông tin tuyên truyền thường xuyên.",
    "3. Các thôn, tổ dân phố báo cáo kết quả trước ngày 30/11/2024.",
]


def likeness(text, lines=LINES):
    return difflib.SequenceMatcher(None, "\n".join(lines), text, autojunk=False).ratio()


def shaded(page):
    shade = Image.linear_gradient("L").resize(page.size).point([120 + value // 2 for value in range(256)])
    return ImageChops.multiply(page, shade)


@pytest.mark.parametrize("turn", [2.4, 90.0], ids=["crooked", "on its side"])
def test_a_photograph_is_read_whichever_way_it_lies(turn):
    told = []
    page = a_page(LINES) if turn < 10 else a_page(LINES * 4)
    photo = shaded(page).rotate(turn, expand=True, fillcolor=200, resample=Image.Resampling.BICUBIC)

    opened = open_document(as_file(photo, "JPEG"), "ảnh.jpg", progress=lambda done, pages: told.append((done, pages)))

    assert likeness(opened.text, LINES if turn < 10 else LINES * 4) > 0.95
    assert told == [(0, 1), (1, 1)]
    assert Note.RECOGNISED in opened.notes
    assert opened.pages[0].is_recognised


@pytest.mark.parametrize("grain", [40, 90])
def test_a_picture_of_no_words_gives_none(grain):
    with pytest.raises(CannotOpen) as refused:
        open_document(as_file(Image.effect_noise((1600, 1200), grain), "JPEG"), "mèo.jpg")

    assert refused.value.trouble is Trouble.NO_TEXT


def test_a_last_page_of_two_lines_on_grainy_paper_is_read():
    """Its grain was taken for letters, for minutes, and the whole scan was lost with it."""
    grain = Image.effect_noise((1700, 2200), 40)
    page = ImageChops.add(a_page(["CHỦ TỊCH", "Nguyễn Ngọc Công"], size=(1700, 2200)), grain, scale=1.6, offset=-10)
    page = page.filter(ImageFilter.GaussianBlur(0.6))  # as a scanner's lens does

    opened = open_document(as_file(page), "trang 6.png")

    assert opened.text.split() == ["CHỦ", "TỊCH", "Nguyễn", "Ngọc", "Công"]


def test_a_page_that_takes_too_long_does_not_take_the_others_with_it(monkeypatch):
    tried = []

    def slow(page):
        tried.append(page)
        raise Unreadable(Trouble.TOO_SLOW)

    monkeypatch.setattr(pictures, "_upright", slow)

    assert pictures.recognised(a_page(LINES)) is None
    assert len(tried) == 2


def test_a_page_is_drawn_small_and_a_seal_keeps_its_colour():
    page = a_page(LINES * 4).convert("RGB")
    plain = drawn(as_file(page), 1, 1000)
    ImageDraw.Draw(page).ellipse((800, 1300, 1100, 1600), outline=(200, 20, 30), width=12)
    sealed = Image.open(io.BytesIO(drawn(as_file(page), 1, 1000))).convert("RGB")

    assert len(plain) < 40_000
    red, green, _blue = sealed.resize((100, 141)).getpixel((76, 105))
    assert red > green + 40


def test_a_scanned_pdf_is_read_page_by_page(tmp_path):
    pages = [a_page(LINES), a_page(PLAN[:2])]
    pages[0].save(tmp_path / "scan.pdf", save_all=True, append_images=pages[1:], resolution=150)

    opened = open_document((tmp_path / "scan.pdf").read_bytes(), "scan.pdf")

    assert likeness(opened.text, LINES + PLAN[:2]) > 0.95
    assert [page.number for page in opened.pages] == [1, 2]
    assert opened.text[opened.pages[1].start :].startswith("KẾ HOẠCH")


def test_long_scans_are_not_read_where_somebody_waits(tmp_path):
    pages = [a_page(LINES)] * 3
    pages[0].save(tmp_path / "scan.pdf", save_all=True, append_images=pages[1:], resolution=150)

    with pytest.raises(CannotOpen, match="bản quét 3 trang; ở đây chỉ nhận dạng nhiều nhất 2") as refused:
        open_document((tmp_path / "scan.pdf").read_bytes(), "scan.pdf", limits=Limits(recognised_pages=2))

    assert refused.value.trouble is Trouble.NEEDS_RECOGNITION


def test_without_tesseract_the_sentence_names_the_package(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(CannotOpen, match="tesseract-ocr-vie"):
        open_document(as_file(a_page(LINES)), "ảnh.png")


def test_without_libreoffice_the_sentence_says_what_to_do(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(CannotOpen, match=r"lưu thành \.docx"):
        open_document(rb"{\rtf1 Ke hoach}", "a.rtf")


def a_drawn_table():
    page = a_page(["PHỤ LỤC"], size=(1240, 900))
    pen, font = ImageDraw.Draw(page), ImageFont.truetype(FONT, 28)
    cells = [("1", "Tổ chức tập huấn về dân chủ", "Phòng Nội vụ"), ("2", "Kiểm tra các xã, phường", "Thanh tra huyện")]
    for row in range(3):
        pen.line((120, 300 + 120 * row, 1100, 300 + 120 * row), fill=0, width=3)
    for x in (120, 220, 760, 1100):
        pen.line((x, 300, x, 540), fill=0, width=3)
    for row, words in enumerate(cells):
        for x, text in zip((140, 240, 780), words, strict=True):
            pen.text((x, 340 + 120 * row), text, font=font, fill=20)
    return page


def test_a_drawn_table_is_read_cell_by_cell():
    opened = open_document(as_file(a_drawn_table().rotate(0.8, fillcolor=255)), "bảng.png")

    rows = [line for line in opened.text.split("\n") if line.startswith("|")]
    assert [row.count("|") for row in rows] == [4, 4]
    wanted = ["| 1 | Tổ chức tập huấn về dân chủ | Phòng Nội vụ |", "| 2 | Kiểm tra các xã, phường | Thanh tra huyện |"]
    assert likeness("\n".join(rows), wanted) > 0.93


@pytest.mark.parametrize("turn", [-3.2, -0.7, 0.0, 1.5, 4.0])
def test_the_steepness_of_a_page_is_found(turn):
    assert scans.steepness(a_page(LINES * 4, turn=turn)) == pytest.approx(-turn, abs=0.25)


def test_lines_of_letters_are_not_taken_for_drawn_lines():
    assert scans.drawn_rules(a_page(["MỤC ĐÍCH, YÊU CẦU nnnnmmmmuuuummmm" * 2] * 20)) == []


def test_words_under_a_red_stamp_are_read():
    page = a_page(LINES).convert("RGB")
    stamp = Image.new("RGB", page.size, "white")
    pen = ImageDraw.Draw(stamp)
    for down in range(0, page.height, 24):
        pen.line((0, down, page.width, down + 90), fill=(205, 40, 50), width=7)

    opened = open_document(as_file(ImageChops.multiply(page, stamp), "JPEG"), "có dấu.jpg")

    assert likeness(opened.text) > 0.95
