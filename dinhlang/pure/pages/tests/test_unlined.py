"""Tables without drawn lines: a head tells the columns, numbers tell the rows, at their top or half way down."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dinhlang.pure.pages import PAGE, Rule, Sheet, text_lines
from dinhlang.pure.pages.tests.making import EM, sheet, words_at

XS = (60, 100, 300, 420)
HEAD = ("STT", "Nội dung", "Cơ quan chủ trì", "Thời gian")
ROWS = (
    ("1", "Tập huấn về dân chủ ở cơ sở / cho cán bộ các xã", "Phòng Nội vụ", "Quý I/2026"),
    ("2", "Kiểm tra các xã, thị trấn", "Thanh tra huyện; / Phòng Tư pháp", "Tháng 9/2026"),
    ("3", "Báo cáo kết quả thực hiện / quy chế dân chủ / năm 2026", "Phòng Nội vụ", "30/11/2026"),
)
READ = [f"| {' | '.join(cell.replace(' / ', ' ') for cell in row)} |" for row in (HEAD, *ROWS)]


def printed(*rows, y=100, in_middle=False):
    """Rows as words at their places: a slash ends a line of a cell; cells begin at the top, or stand half way down."""
    lines = []
    for row in rows:
        cells = [cell.split(" / ") for cell in row]
        tallest = max(map(len, cells))
        for x, cell in zip(XS, cells, strict=True):
            top = y + (tallest - len(cell)) * EM / 2 if in_middle else y
            lines += [(x, top + EM * number, words) for number, words in enumerate(cell) if words]
        y += EM * tallest + 3
    return lines


def test_a_table_without_lines_is_rows_between_paragraphs():
    page = sheet((90, 60, "II. NỘI DUNG"), *printed(HEAD, *ROWS), (60, 260, "Các cơ quan, đơn vị tổ chức thực hiện"))

    assert text_lines([page]) == ["II. NỘI DUNG", *READ, "Các cơ quan, đơn vị tổ chức thực hiện"]


def test_numbers_half_way_down_their_rows_tell_the_same_rows():
    assert text_lines([sheet(*printed(HEAD, *ROWS, in_middle=True))]) == READ


def test_without_space_between_rows_a_sentence_is_not_cut():
    lines = [(x, y - (3 * number), words) for number, row in enumerate(ROWS, start=1)
             for x, y, words in printed(row, y=(103, 145, 174, 216)[number], in_middle=True)]  # fmt: skip

    assert text_lines([sheet(*printed(HEAD), *lines)]) == READ


def test_a_head_goes_on_over_the_page_with_a_cut_row():
    first = sheet(*printed(HEAD, ROWS[0], ("2", "Kiểm tra các", "Thanh tra huyện;", "Tháng 9/2026")))
    rest = sheet(*printed(HEAD, ("", "xã, thị trấn", "Phòng Tư pháp", ""), ROWS[2]))

    assert text_lines([first, rest]) == [*READ[:3], f"{PAGE}{READ[3]}"]


def test_a_table_goes_on_over_the_page_without_its_head():
    pages = [sheet(*printed(HEAD, *ROWS[:2])), sheet((297, 40, "2"), *printed(ROWS[2]))]

    assert text_lines(pages) == [*READ[:3], f"{PAGE}{READ[3]}"]


def test_names_below_a_name_are_a_head_of_two_rows():
    head = [
        (60, 107, "STT"), (100, 107, "Nội dung"), (330, 100, "Cơ quan thực hiện"),
        (310, 114, "Chủ trì"), (420, 114, "Phối hợp"),
    ]  # fmt: skip

    assert text_lines([sheet(*head, *printed(*ROWS, y=130))])[:2] == [
        "| STT | Nội dung | Cơ quan thực hiện |",
        "| | | Chủ trì | Phối hợp |",
    ]


def test_the_title_of_a_group_goes_over_all_columns():
    page = sheet(*printed(HEAD, ROWS[0]), (60, 145, "II. Kiểm tra, báo cáo kết quả thực hiện kế hoạch"),
                 *printed(*ROWS[1:], y=161))  # fmt: skip

    title = "| II. Kiểm tra, báo cáo kết quả thực hiện kế hoạch | |"
    assert text_lines([page]) == [*READ[:2], title, *READ[2:]]


def test_level_lines_end_rows_that_have_no_number():
    rules = [Rule(60, y, 500, y) for y in (99, 114, 143, 172, 215)]
    rows = [("", *row[1:]) if row is ROWS[1] else row for row in ROWS]

    assert text_lines([sheet(*printed(HEAD, *rows), rules=rules)]) == [
        *READ[:2],
        READ[2].replace("| 2 ", "| "),
        READ[3],
    ]


def test_two_tables_under_two_headings_stay_two():
    page = sheet(*printed(HEAD, ROWS[0]), (90, 150, "III. NHIỆM VỤ THƯỜNG XUYÊN CỦA CÁC CƠ QUAN, ĐƠN VỊ"),
                 *printed(HEAD, ROWS[1], y=180))  # fmt: skip

    heading = "III. NHIỆM VỤ THƯỜNG XUYÊN CỦA CÁC CƠ QUAN, ĐƠN VỊ"
    assert text_lines([page]) == [*READ[:2], heading, READ[0], READ[2]]


def test_a_sentence_that_begins_with_the_word_is_no_head():
    page = sheet((60, 100, "STT là số thứ tự của nội dung trong bảng."), (60, 117, "1. Nội dung."))

    assert text_lines([page]) == ["STT là số thứ tự của nội dung trong bảng.", "1. Nội dung."]


placed = st.builds(
    words_at,
    st.sampled_from((*XS, 80, 200)),
    st.integers(100, 500),
    st.sampled_from([*HEAD, "1", "2", "II", "III. Tổ chức thực hiện kế hoạch này", "Phòng Nội vụ", "hợp", "Nơi nhận:"]),
)


@given(st.lists(placed, max_size=20))
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])  # the machine may be busy
def test_no_word_is_lost_below_a_head(words):
    head = [words_at(x, 90, text) for x, text in zip(XS, HEAD, strict=True)]
    page = Sheet(595, 842, [word for some in [*head, *words] for word in some])

    found = sorted("\n".join(text_lines([page])).replace("|", " ").split())

    assert found == sorted(word.text for word in page.words)
