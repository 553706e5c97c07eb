from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dinhlang.pure.drafting import (
    FORM,
    Clause,
    Level,
    Mark,
    Paragraph,
    Power,
    SignOff,
    Table,
    addressee_lines,
    appendix_reference,
    appendix_title,
    basis_lines,
    letterhead_lines,
    place_and_day_line,
    recipients_block,
    sign_off_lines,
    subject_line,
    title_lines,
    upper,
    width,
    with_end_mark,
)
from dinhlang.pure.drafting.tests.examples import CHAIR, DEPUTY, a_plan


def test_place_and_day_stand_as_the_decree_shows():
    assert place_and_day_line("Hà Nội", date(2020, 1, 5)) == "Hà Nội, ngày 05 tháng 01 năm 2020"


def test_without_a_day_there_is_room_to_write_one():
    assert place_and_day_line("Hà Nội", None).split() == ["Hà", "Nội,", "ngày", "tháng", "năm"]


def test_a_short_title_is_one_line():
    assert title_lines("Về công tác phòng, chống lụt bão") == ["Về công tác phòng, chống lụt bão"]


def test_a_long_title_breaks_into_like_lines_and_keeps_numbers_with_their_words():
    lines = title_lines("Triển khai thực hiện Luật Thực hiện dân chủ ở cơ sở trên địa bàn xã Tân Trung năm 2026")

    assert lines == [
        "Triển khai thực hiện Luật Thực hiện dân chủ",
        "ở cơ sở trên địa bàn xã Tân Trung năm 2026",
    ]


def test_line_feeds_in_a_title_are_kept():
    assert title_lines("Về việc\nban hành") == ["Về việc", "ban hành"]


@given(st.text("abc đẻ OX12", max_size=300))
def test_title_lines_lose_no_word_and_fit(title):
    lines = title_lines(title)

    assert " ".join(lines).split() == title.split()
    assert all(width(line, FORM.title.size) <= FORM.text_width - 15 for line in lines if " " in line)


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Ủy ban nhân dân xã Tân Trung", ["ỦY BAN NHÂN DÂN", "XÃ TÂN TRUNG"]),
        ("Uỷ ban nhân dân thị xã Hoà Bình", ["ỦY BAN NHÂN DÂN", "THỊ XÃ HÒA BÌNH"]),
        ("Hội đồng nhân dân\ntỉnh Bắc Ninh", ["HỘI ĐỒNG NHÂN DÂN", "TỈNH BẮC NINH"]),
        ("Phòng Văn hóa - Xã hội", ["PHÒNG VĂN HÓA - XÃ HỘI"]),
    ],
)
def test_the_name_of_a_body_breaks_before_its_place(name, lines):
    assert letterhead_lines(name, widest=68) == lines


def test_capitals_write_the_tone_as_decrees_do():
    assert upper("Uỷ ban, Hoà") == "ỦY BAN, HÒA"


@pytest.mark.parametrize(
    "title", ["Về việc nâng bậc lương", "V/v nâng bậc lương", "nâng bậc lương", "Về nâng bậc lương"]
)
def test_the_subject_of_a_letter_starts_with_v_v(title):
    assert subject_line(title) == "V/v nâng bậc lương"


def test_bases_end_in_semicolons_and_the_last_in_a_full_stop():
    assert basis_lines(["Căn cứ Luật A.", "Căn cứ Luật B"]) == ["Căn cứ Luật A;", "Căn cứ Luật B."]
    assert basis_lines([]) == []


def test_one_addressee_stands_on_the_line_several_below_it():
    assert addressee_lines(["Bộ Nội vụ;"]) == ["Kính gửi: Bộ Nội vụ"]
    assert addressee_lines(["Bộ Nội vụ", "- Bộ Tài chính;"]) == ["Kính gửi:", "- Bộ Nội vụ;", "- Bộ Tài chính."]
    assert addressee_lines([]) == []


def test_recipients_end_with_the_file():
    assert recipients_block(["- UBND tỉnh (b/c);", "Các thôn."], "VT, VX") == [
        "Nơi nhận:",
        "- UBND tỉnh (b/c);",
        "- Các thôn;",
        "- Lưu: VT, VX.",
    ]


def test_as_above_comes_first_and_once():
    assert recipients_block(["Như trên", "Đảng ủy"], as_above=True)[1:3] == ["- Như trên;", "- Đảng ủy;"]


@pytest.mark.parametrize(
    ("sign_off", "lines"),
    [
        (CHAIR, ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]),
        (DEPUTY, ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]),
        (SignOff("", "A", (Power(Mark.ACTING, "Trưởng phòng"),)), ["Q. TRƯỞNG PHÒNG"]),
        (SignOff("Chánh Văn phòng", "A", (Power(Mark.BY_ORDER, "Chủ tịch"),)), ["TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"]),
        (SignOff("Trưởng phòng", "A"), ["TRƯỞNG PHÒNG"]),
    ],
)
def test_rights_of_the_signer(sign_off, lines):
    assert sign_off_lines(sign_off) == lines


def test_an_appendix_is_numbered_only_among_several():
    assert appendix_title(None, "Danh mục") == ["Phụ lục", "DANH MỤC"]
    assert appendix_title(2, "Danh mục") == ["Phụ lục II", "DANH MỤC"]


def test_the_reference_of_an_appendix_is_filled_on_paper_only():
    assert appendix_reference(a_plan(electronic=False)) == (
        "(Kèm theo Kế hoạch số 05/KH-UBND ngày 09 tháng 01 năm 2026 của Ủy ban nhân dân xã Tân Trung)"
    )
    assert "2026" not in appendix_reference(a_plan())


def test_the_body_ends_with_the_end_mark_once():
    once = with_end_mark((Paragraph("Hết."),))

    assert once == (Paragraph("Hết./."),) == with_end_mark(once)
    assert with_end_mark((Clause(Level.ARABIC, "Hết"),)) == (Clause(Level.ARABIC, "Hết./."),)
    assert with_end_mark((table := Table(("A",), ()),)) == (table,)
    assert with_end_mark(()) == ()
