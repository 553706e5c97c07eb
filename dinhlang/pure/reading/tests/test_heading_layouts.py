import pytest

from dinhlang.pure.reading.heading import read_heading
from dinhlang.pure.reading.heading.lettering import in_small_letters
from dinhlang.pure.reading.sheet import Sheet
from dinhlang.pure.reading.tests.layouts import BODY, FEET, HEAD, HEADS
from dinhlang.pure.viet import fold

FIELDS = ("kind", "number", "date", "place", "issuer", "superior", "title")
RECIPIENTS = "UBND tỉnh (b/c) / Các thôn / Lưu: VT"


@pytest.mark.parametrize("layout", HEADS)
def test_the_head_is_read_in_every_layout(layout):
    read = read_heading(HEADS[layout].text + BODY)
    found = {name: fold(getattr(read, name).value or "") for name in FIELDS}
    assert found == {name: fold(HEADS[layout].says.get(name, "")) for name in FIELDS}


@pytest.mark.parametrize("layout", HEADS)
def test_what_is_read_stands_where_it_says(layout):
    text = HEADS[layout].text + BODY
    read = read_heading(text)
    for found in (read.place, read.title):
        for start, end in found.spans:
            assert fold(found.value or "") in fold(text[start:end])
    for base in read.bases:
        assert fold(base.text) == fold(text[base.span[0] : base.span[1]])


@pytest.mark.parametrize("layout", FEET)
def test_the_foot_is_read_in_every_layout(layout):
    foot = FEET[layout]
    text = HEAD + BODY + "\n" + foot.text
    read = read_heading(text)
    signer = {"authority": read.signer.authority, "title": read.signer.title, "name": read.signer.name}
    found = {name: value.replace("\n", " / ") for name, value in signer.items() if value}
    recipients = " / ".join(one.value or "" for one in read.recipients)
    assert {"recipients": RECIPIENTS} | foot.says == {"recipients": recipients} | found
    assert text[: read.body[1]].endswith("15/12/2026./.")
    assert text[read.body[0] :].startswith("I. MỤC ĐÍCH")
    assert len(read.appendices) == ("PHỤ LỤC" in foot.text)


PLAIN = (
    "KẾ HOẠCH\nSửa nhà văn hóa thôn Sen năm 2026\n\nI. MỤC ĐÍCH\nĐể có nơi họp.\nII. NHIỆM VỤ\n1. Các thôn góp công.\n"
)


def test_a_plan_without_a_head_is_dated_and_signed_at_its_foot():
    foot = (
        "\nĐồng Sen, ngày 12 tháng 3 năm 2026\n\nNơi nhận:\n- Các thôn;\n- Lưu: VT.\n\n"
        "TM. ỦY BAN NHÂN DÂN XÃ ĐỒNG SEN\n"
    )
    read = read_heading(PLAIN + foot + "CHỦ TỊCH\n\nK' Sen\n")

    assert (read.date.value, read.place.value) == ("2026-03-12", "Đồng Sen")
    assert fold(read.issuer.value or "") == fold("UBND xã Đồng Sen")
    assert read.signer.name == "K' Sen"
    assert (PLAIN + foot)[: read.body[1]].endswith("góp công.")


def test_who_orders_issues_a_directive_without_a_head():
    text = (
        "CHỈ THỊ\nVề việc giữ gìn đường làng\n\nĐể đường sạch, Chủ tịch UBND xã yêu cầu các thôn:\n\n1. Quét đường.\n"
    )

    assert read_heading(text).issuer.value == "Chủ tịch UBND xã"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Số: 12/UBND-NV V/v: Treo cờ dịp lễ | Đồng Sen, ngày 05 tháng 3 năm 2026\n\nKính gửi: Các thôn\n",
            "Treo cờ dịp lễ",
        ),
        (
            "KẾ HOẠCH\nThực hiện Kết luận\nsố 21-KL/ĐU ngày 02 tháng 02 năm 2026 của Đảng ủy xã\n\nI. MỤC ĐÍCH\n",
            "Thực hiện Kết luận số 21-KL/ĐU ngày 02 tháng 02 năm 2026 của Đảng ủy xã",
        ),
    ],
)
def test_a_title_goes_on_over_the_number_of_a_paper_and_stands_behind_its_own(text, title):
    assert read_heading(text).title.value == title


def test_a_body_over_two_lines_is_named_in_full_under_the_title():
    text = (
        "BAN THƯỜNG TRỰC\nSố: 5/NQ-BTT\nĐồng Sen, ngày 05 tháng 3 năm 2026\n\nNGHỊ QUYẾT\nVề quy ước làng\n\n"
        "BAN THƯỜNG TRỰC MẶT TRẬN XÃ\n\nCăn cứ Luật Mặt trận Tổ quốc;\n"
    )

    assert fold(read_heading(text).issuer.value or "") == fold("Ban Thường trực Mặt trận xã")


@pytest.mark.parametrize(
    ("printed", "written"),
    [
        ("TRƯỜNG TIỂU HỌC ĐỒNG SEN", "Trường tiểu học Đồng Sen"),
        ("TRƯỜNG THCS LÊ HỒNG SEN", "Trường THCS Lê Hồng Sen"),
        ("SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", "Sở Nông nghiệp và Môi trường"),
    ],
)
def test_names_keep_their_capitals(printed, written):
    assert in_small_letters(Sheet(HEAD), printed) == written


def test_the_name_of_the_union_over_its_papers_is_no_issuer():
    text = (
        "XÃ ĐOÀN ĐỒNG SEN\nBCH CHI ĐOÀN THÔN HẠ\nSố: 3-KH/ĐTN\nĐOÀN TNCS HỒ CHÍ MINH\n"
        "Đồng Sen, ngày 05 tháng 3 năm 2026\n\nKẾ HOẠCH\nThanh niên giữ sạch đường làng\n\nI. MỤC ĐÍCH\nĐường sạch.\n"
    )

    assert "ho chi minh" not in fold(read_heading(text).issuer.value or "")
