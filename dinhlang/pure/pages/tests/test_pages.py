"""Pages of words in boxes become text as a person would read it aloud."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from dinhlang.pure.pages import PAGE, Rule, Sheet, Word, cell_boxes, text_lines
from dinhlang.pure.pages.tests.making import sheet

FULL = "phối hợp với các cơ quan, đơn vị và Ủy ban nhân dân các xã, phường, thị trấn"
"""Seventy-six letters: it fills a line from 60 to 516."""


def test_full_lines_go_on_and_a_short_one_ends_a_paragraph():
    page = sheet(
        (90, 100, FULL[5:]), (60, 117, FULL), (60, 134, "tổ chức thực hiện."), (90, 151, "Phòng Nội vụ báo cáo.")
    )

    assert text_lines([page]) == [f"{FULL[5:]} {FULL} tổ chức thực hiện.", "Phòng Nội vụ báo cáo."]


def test_a_sign_begins_a_paragraph_though_the_line_before_is_full():
    page = sheet((90, 100, FULL[5:-1] + ";"), (90, 117, "- Cơ quan thực hiện: Phòng Nội vụ;"), (90, 134, "b) Hai"))

    assert text_lines([page])[1:] == ["- Cơ quan thực hiện: Phòng Nội vụ;", "b) Hai"]


def test_a_dash_that_fell_to_the_margin_is_no_sign():
    page = sheet(
        (90, 100, FULL[5:]), (60, 117, "- Thông tin và Thể thao huyện đẩy mạnh tuyên truyền."), (90, 134, "Hai.")
    )

    assert text_lines([page])[0].endswith("thị trấn - Thông tin và Thể thao huyện đẩy mạnh tuyên truyền.")


def test_a_number_parted_after_its_hyphen_stays_one():
    page = sheet((60, 100, FULL[:-4] + " 21-"), (60, 117, "NQ/TW của Đảng."))

    assert text_lines([page])[0].endswith(" 21-NQ/TW của Đảng.")


def test_a_title_of_two_lines_is_one_and_the_kind_above_it_stands_alone():
    page = sheet(
        (265, 100, "KẾ HOẠCH"), (111, 117, FULL[:59]), (180, 134, "trên địa bàn xã Tân Trung năm 2024"),
        (60, 180, FULL), (60, 197, FULL), (60, 214, "hết."),
    )  # fmt: skip

    assert text_lines([page])[:2] == ["KẾ HOẠCH", f"{FULL[:59]} trên địa bàn xã Tân Trung năm 2024"]


def test_numbers_and_heads_of_pages_are_left_out():
    pages = [
        sheet(
            (290, 40, str(number)),
            (60, 60, "Kế hoạch 31/KH-UBND"),
            (60, 200, f"Đoạn thứ {number}."),
            (500, 800, f"Trang {number}/3"),
        )
        for number in (1, 2, 3)
    ]

    assert text_lines(pages) == ["Đoạn thứ 1.", f"{PAGE}Đoạn thứ 2.", f"{PAGE}Đoạn thứ 3."]


def test_a_year_alone_in_the_middle_of_a_page_is_kept():
    assert "2024" in text_lines([sheet((60, 400, "2024"))])


def test_a_paragraph_goes_on_over_the_end_of_a_page():
    pages = [sheet((60, 100, FULL), (60, 117, FULL)), sheet((60, 100, "tổ chức thực hiện."), (60, 117, "Nơi nhận:"))]

    assert text_lines(pages) == [f"{FULL} {FULL} {PAGE}tổ chức thực hiện.", "Nơi nhận:"]


def test_a_page_without_words_still_counts():
    assert text_lines([sheet((60, 100, "Một.")), sheet(), sheet((60, 100, "Ba."))]) == ["Một.", f"{PAGE}{PAGE}Ba."]


def test_the_head_of_a_document_is_read_left_column_first():
    page = sheet(
        (80, 60, "ỦY BAN NHÂN DÂN"), (250, 60, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        (80, 77, "XÃ TÂN TRUNG"), (280, 77, "Độc lập - Tự do - Hạnh phúc"),
        (80, 110, "Số: 12/KH-UBND"), (270, 110, "Tân Trung, ngày 20 tháng 02 năm 2024"),
        (60, 180, FULL), (60, 197, FULL),
    )  # fmt: skip

    assert text_lines([page])[:6] == [
        "ỦY BAN NHÂN DÂN", "XÃ TÂN TRUNG", "Số: 12/KH-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Tân Trung, ngày 20 tháng 02 năm 2024",
    ]  # fmt: skip


def test_recipients_come_before_the_signature_though_their_lines_stand_apart():
    page = sheet(
        (60, 100, FULL), (60, 117, "thực hiện./."),
        (60, 150, "Nơi nhận:"), (350, 154, "TM. ỦY BAN NHÂN DÂN"), (60, 165, "- UBND huyện;"), (390, 171, "CHỦ TỊCH"),
        (60, 180, "- Các thôn;"), (60, 195, "- Lưu: VT."), (370, 260, "Trương Tiến Dũng"),
    )  # fmt: skip

    assert text_lines([page])[1:] == [
        "Nơi nhận:", "- UBND huyện;", "- Các thôn;", "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN",
        "CHỦ TỊCH", "Trương Tiến Dũng",
    ]  # fmt: skip


def drawn(xs, ys, *, without=()):
    """The lines of a table; some pieces may be missing."""
    across = [Rule(x, y, after, y) for y in ys for x, after in pairwise(xs)]
    down = [Rule(x, y, x, after) for x in xs for y, after in pairwise(ys)]
    return [rule for rule in across + down if (rule.x0, rule.top, rule.x1, rule.bottom) not in without]


XS, YS = [60, 100, 300, 400], [100, 130, 160, 190]


def test_drawn_tables_are_rows_between_the_paragraphs():
    page = sheet(
        (60, 60, "PHỤ LỤC"), (65, 110, "STT"), (110, 110, "Nội dung"), (310, 110, "Chủ trì"),
        (65, 135, "1"), (110, 132, "Tập huấn về"), (110, 146, "dân chủ"), (310, 135, "Nội vụ"),
        (65, 170, "2"), (110, 170, "Kiểm tra"), (310, 170, "Thanh tra"), (60, 220, "Hết."),
        rules=drawn(XS, YS),
    )  # fmt: skip

    assert text_lines([page]) == [
        "PHỤ LỤC", "| STT | Nội dung | Chủ trì |", "| 1 | Tập huấn về dân chủ | Nội vụ |",
        "| 2 | Kiểm tra | Thanh tra |", "Hết.",
    ]  # fmt: skip


def test_cells_without_a_line_between_them_are_one():
    rules = drawn(XS, YS, without={(100, 100, 100, 130), (60, 160, 100, 160)})
    page = sheet(
        (65, 110, "Phần I"),
        (310, 110, "A"),
        (65, 140, "1"),
        (110, 140, "Tập huấn"),
        (110, 170, "Kiểm tra"),
        rules=rules,
    )

    assert text_lines([page]) == ["| Phần I | A |", "| 1 | Tập huấn | |", "| | Kiểm tra | |"]


def test_a_table_goes_on_over_the_page_without_its_head_and_with_its_cut_row():
    head = [(65, 110, "STT"), (110, 110, "Nội dung"), (310, 110, "Chủ trì")]
    first = sheet(*head, (65, 140, "1"), (110, 140, "Tập huấn về"), (310, 140, "Nội vụ"), rules=drawn(XS, YS[:3]))
    rest = sheet(*head, (65, 140, "2"), (110, 140, "Kiểm tra"), (310, 140, "Thanh tra"), rules=drawn(XS, YS[:3]))
    cut = sheet((110, 110, "dân chủ"), (65, 140, "2"), (110, 140, "Kiểm tra"), rules=drawn(XS, YS[:3]))

    assert text_lines([first, rest])[1:] == ["| 1 | Tập huấn về | Nội vụ |", f"{PAGE}| 2 | Kiểm tra | Thanh tra |"]
    assert text_lines([first, cut])[1:] == ["| 1 | Tập huấn về dân chủ | Nội vụ |", f"{PAGE}| 2 | Kiểm tra | |"]


def test_below_a_head_printed_again_the_cut_row_goes_on():
    head = [(65, 110, "STT"), (110, 110, "Nội dung"), (310, 110, "Chủ trì")]
    first = sheet(*head, (65, 140, "1"), (110, 140, "Tập huấn về"), (310, 140, "Nội vụ"), rules=drawn(XS, YS[:3]))
    again = sheet(*head, (110, 140, "dân chủ"), (65, 170, "2"), (110, 170, "Kiểm tra"), rules=drawn(XS, YS))

    assert text_lines([first, again])[1:] == ["| 1 | Tập huấn về dân chủ | Nội vụ |", f"{PAGE}| 2 | Kiểm tra | |"]


def test_a_year_that_a_narrow_column_broke_stays_one():
    words = [(310, 102, "Trước ngày"), (310, 116, "30/6/202"), (310, 130, "6"), (310, 170, "24/7 2 ca")]
    page = sheet((65, 110, "1"), (110, 110, "Tập huấn"), *words, rules=drawn(XS, [100, 160, 190]))

    assert text_lines([page]) == ["| 1 | Tập huấn | Trước ngày 30/6/2026 |", "| | | 24/7 2 ca |"]


def test_a_line_under_a_title_is_no_table():
    page = sheet((60, 100, "KẾ HOẠCH"), rules=[Rule(60, 116, 200, 116), Rule(60, 300, 200, 300)])

    assert text_lines([page]) == ["KẾ HOẠCH"]


def test_boxes_of_cells_follow_the_lines():
    boxes = cell_boxes(drawn(XS, YS, without={(100, 100, 100, 130)}))

    assert len(boxes) == 1
    assert Rule(60, 100, 300, 130) in boxes[0]
    assert len(boxes[0]) == 8


boxes = st.builds(
    lambda text, x, y, w, h: Word(text, x, y, x + w, y + h),
    st.text(min_size=1, max_size=8), st.floats(-50, 700), st.floats(-50, 900), st.floats(0.1, 300), st.floats(0.1, 60),
)  # fmt: skip
rules = st.builds(lambda x, y, w, h: Rule(x, y, x + w, y + h), *[st.floats(0, 600)] * 2, *[st.floats(0, 400)] * 2)


@given(
    st.lists(
        st.builds(Sheet, st.just(595), st.just(842), st.lists(boxes, max_size=12), st.lists(rules, max_size=8)),
        max_size=3,
    )
)
def test_any_page_is_read_and_no_word_is_lost_but_numbers(sheets):
    found = "\n".join(text_lines(sheets))

    for page in sheets:
        for word in page.words:
            if any(letter.isalpha() for letter in word.text) and len(sheets) < 3:
                assert "".join(word.text.replace("|", "/").split()) in "".join(found.replace("|", "/").split())
