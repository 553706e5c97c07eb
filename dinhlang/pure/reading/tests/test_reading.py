"""Plans of our own making, each for one rule of the official who reads."""

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dinhlang.pure.dates import Change, default_calendar
from dinhlang.pure.reading import read

HEAD = """ỦY BAN NHÂN DÂN
XÃ SÔNG HINH
Số: 12/KH-UBND
Sông Hinh, ngày 05 tháng 3 năm 2026

KẾ HOẠCH
Thực hiện dân chủ ở cơ sở năm 2026

Căn cứ Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15;

UBND xã ban hành Kế hoạch như sau:

I. MỤC ĐÍCH, YÊU CẦU

1. Giao Công an xã nâng cao nhận thức.

"""
FOOT = """
Nơi nhận:
- UBND tỉnh;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Lê Văn Tám
"""


def duties(body):
    return read(HEAD + body + FOOT).tasks


def paths(body):
    return [duty.path for duty in duties(body)]


def test_purposes_targets_money_and_closing_words_are_no_duties():
    body = """II. MỤC TIÊU
- Giao 100 % thôn có hương ước.
III. KINH PHÍ
UBND xã bố trí kinh phí.
IV. TỔ CHỨC THỰC HIỆN
1. Công an xã bảo đảm an ninh.
Trong quá trình thực hiện nếu có vướng mắc, các thôn báo cáo UBND xã./.
"""
    assert paths(body) == ["IV.1"]


def test_one_set_of_labels_makes_one_duty_of_the_item_and_each_further_set_another():
    body = """II. NHIỆM VỤ
1. Tuyên truyền Luật
- Phát thanh hằng tuần.
- Cơ quan chủ trì: Phòng Văn hóa - Xã hội.
- Thời gian thực hiện: Quý II/2026.
2. Rà soát hương ước
- Rà soát tại thôn.
- Đơn vị chủ trì: Các thôn.
- Thời gian: Tháng 4/2026.
- Tập huấn cho Trưởng thôn.
- Đơn vị chủ trì: Phòng Văn hóa - Xã hội. Đơn vị phối hợp: Công an xã. Thời gian: Tháng 5/2026.
"""
    found = duties(body)

    assert [duty.path for duty in found] == ["II.1", "II.2.-1", "II.2.-4"]
    assert [duty.leads for duty in found] == [["Phòng Văn hóa - Xã hội"], ["Các thôn"], ["Phòng Văn hóa - Xã hội"]]
    assert found[2].partners == ["Công an xã"]
    assert [duty.timing.due for duty in found] == [
        (datetime.date(2026, 6, 30),),
        (datetime.date(2026, 4, 30),),
        (datetime.date(2026, 5, 31),),
    ]


def test_milestones_under_a_label_of_time_are_all_kept():
    body = """II. NHIỆM VỤ
1. Kiểm tra các thôn
- Cơ quan chủ trì: UBND xã.
- Cơ quan tham mưu thực hiện: Văn phòng HĐND và UBND xã.
- Thời gian thực hiện:
+ Lập kế hoạch xong trước ngày 15/4/2026;
+ Báo cáo xong trước ngày 30/6/2026.
"""
    (duty,) = duties(body)

    assert duty.timing.due == (datetime.date(2026, 4, 14), datetime.date(2026, 6, 29))
    assert duty.advisers == ["Văn phòng HĐND và UBND xã"]


def test_bullets_under_the_name_of_a_body_are_its_duties():
    body = """II. TỔ CHỨC THỰC HIỆN
1. Phòng Văn hóa - Xã hội
- Tuyên truyền Luật.
- Phối hợp với Công an xã kiểm tra các thôn xong trước ngày 01/6/2026.
2. Đề nghị Ủy ban MTTQ Việt Nam xã
Giám sát việc thực hiện.
"""
    found = duties(body)

    assert [duty.path for duty in found] == ["II.1.-1", "II.1.-2", "II.2"]
    assert found[1].partners == ["Công an xã"]
    assert found[1].timing.due == (datetime.date(2026, 5, 31),)
    assert (found[2].leads, found[2].requested) == (["Ủy ban MTTQ Việt Nam xã"], True)


@pytest.mark.parametrize(
    "table",
    [
        """| STT | Nội dung | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian | Sản phẩm |
|---|---|---|---|---|---|
| 1 | Rà soát hương ước các thôn | Phòng Văn hóa - Xã hội | Công an xã; các thôn | Quý II/2026 | Báo cáo |
| 2 | Tập huấn cho Trưởng thôn | nt | | Tháng 5/2026 | |
""",
        "|\nSTT\n|\nNội dung\n|\nCơ quan chủ trì\n|\nCơ quan phối hợp\n|\nThời gian\n|\nSản phẩm\n|\n"
        "|\n1\n|\nRà soát hương ước các thôn\n|\nPhòng Văn hóa - Xã hội\n|\nCông an xã; các thôn\n|\nQuý"
        " II/2026\n|\nBáo cáo\n|\n"
        "|\n2\n|\nTập huấn cho Trưởng thôn\n|\nnt\n|\n|\nTháng 5/2026\n|\n|\n",
        "STT\nNội dung\nCơ quan chủ trì\nCơ quan phối hợp\nThời gian\nSản phẩm\n"
        "1\nRà soát hương ước\ncác thôn\nPhòng Văn hóa\n- Xã hội\nCông an xã; các\nthôn\nQuý II/2026\nBáo cáo\n"
        "2\nTập huấn cho Trưởng thôn\nPhòng Văn hóa\n- Xã hội\nTháng 5/2026\n",
    ],
    ids=["rows", "bars", "no lines"],
)
def test_a_table_of_an_appendix_is_read_row_by_row(table):
    body = "II. NHIỆM VỤ\n(Phụ lục kèm theo)\n"

    found = read(HEAD + body + FOOT + "\nPHỤ LỤC\nDANH MỤC NHIỆM VỤ\n\n" + table).tasks

    assert [duty.path for duty in found] == ["PL.1", "PL.2"]
    assert [duty.leads for duty in found] == [["Phòng Văn hóa - Xã hội"]] * 2
    assert found[0].partners == ["Công an xã", "các thôn"]
    assert [duty.timing.due for duty in found] == [(datetime.date(2026, 6, 30),), (datetime.date(2026, 5, 31),)]
    assert found[0].product == "Báo cáo"


def test_lines_that_a_page_broke_are_one_paragraph_and_a_number_at_a_line_end_begins_no_item():
    body = """II. TỔ CHỨC THỰC HIỆN
1. Phòng Văn hóa - Xã hội chủ trì, phối hợp với các thôn tuyên truyền
Luật Thực hiện dân chủ ở cơ sở đến Nhân dân, hoàn thành trước tháng
4. năm 2026 thì báo cáo.

2

2. Công an xã bảo đảm an ninh, trật tự trong thời gian tổ chức hội nghị tại
các thôn trên địa bàn xã.
"""
    assert paths(body) == ["II.1", "II.2"]


def test_a_directive_without_sections_orders_bodies_item_by_item():
    text = """ỦY BAN NHÂN DÂN
TỈNH PHÚ XUÂN
Số: 05/CT-UBND
Phú Xuân, ngày 02 tháng 4 năm 2026
CHỈ THỊ
Về việc tăng cường thực hiện dân chủ ở cơ sở
Để thực hiện tốt dân chủ ở cơ sở, Chủ tịch UBND tỉnh chỉ thị:
1. Sở Nội vụ:
- Hướng dẫn các địa phương thực hiện.
- Tổng hợp kết quả, báo cáo UBND tỉnh trước ngày 30/6/2026.
2. Chủ tịch UBND các xã, phường chịu trách nhiệm tổ chức thực hiện tại địa phương.
Nơi nhận:
- Như trên.
CHỦ TỊCH
Trần Thị Bảy
"""
    found = read(text).tasks

    assert [duty.leads for duty in found] == [["Sở Nội vụ"], ["Sở Nội vụ"], ["Chủ tịch UBND các xã, phường"]]


def test_the_attached_plan_of_a_decision_is_read_and_its_articles_are_not():
    text = (
        "UBND TỈNH PHÚ XUÂN\nSố: 77/QĐ-UBND\nPhú Xuân, ngày 02 tháng 4 năm 2026\nQUYẾT ĐỊNH\n"
        "Về việc ban hành Kế hoạch thực hiện dân chủ\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH\nCăn cứ Luật Thực"
        " hiện dân chủ ở cơ sở;\n"
        "QUYẾT ĐỊNH:\nĐiều 1. Ban hành kèm theo Quyết định này Kế hoạch thực hiện dân chủ.\n"
        "Điều 2. Chánh Văn phòng UBND tỉnh, Giám đốc các Sở chịu trách nhiệm thi hành Quyết định này./.\n"
        "Nơi nhận:\n- Như Điều 2;\n- Lưu: VT.\nCHỦ TỊCH\nTrần Thị Bảy\n\n"
        "KẾ HOẠCH\nThực hiện dân chủ ở cơ sở\n(Kèm theo Quyết định số 77/QĐ-UBND ngày 02/4/2026)\n"
        "I. NHIỆM VỤ\n1. Sở Nội vụ hướng dẫn các xã xong trong quý III/2026.\n"
    )

    (duty,) = read(text).tasks

    assert (duty.path, duty.leads, duty.timing.due) == ("I.1", ["Sở Nội vụ"], (datetime.date(2026, 9, 30),))


def test_a_plan_without_a_date_counts_years_from_its_arrival():
    reading = read("I. NHIỆM VỤ\n1. Công an xã tuần tra xong trước ngày 20/4.\n", received_on=datetime.date(2026, 1, 9))

    assert reading.tasks[0].timing.due == (datetime.date(2026, 4, 19),)


FRAGMENTS = st.sampled_from(
    [
        HEAD,
        FOOT,
        "I. ",
        "1. ",
        "a) ",
        "- ",
        "+ ",
        "|",
        "STT",
        "Giao ",
        "Sở Y tế",
        "các xã, phường",
        "phối hợp với ",
        ": ",
        "; ",
        "\n",
        "Thời gian thực hiện",
        "Cơ quan chủ trì",
        "trước ngày 31/02/2026",
        "PHỤ LỤC",
        "(",
        ")",
        "và ",
        ", ",
        "**",
        "Điều 1. ",
        "lI. A",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(FRAGMENTS | st.text(max_size=12), max_size=60))
def test_no_text_makes_the_reader_fail(fragments):
    text = "".join(fragments)

    reading = read(text).as_json()

    for duty in reading["tasks"]:
        ((start, end),) = duty["source"]["text"]
        assert 0 <= start <= end <= len(text)
        assert 0 <= duty["confidence"] <= 1


def test_five_hundred_pages_are_read_in_a_time_that_grows_with_their_length():
    page = (
        "1. Giao Sở Nội vụ chủ trì, phối hợp với các xã, phường rà soát, báo cáo trước ngày 05/9/2026.\n-"
        " Tổ chức họp.\n" * 12
    )

    reading = read(HEAD + "II. TỔ CHỨC THỰC HIỆN\n" + page * 500 + FOOT)

    assert len(reading.tasks) >= 6000


def test_working_days_are_counted_by_the_calendar_that_is_given():
    text = f"""{HEAD}II. NỘI DUNG

1. Rà soát hộ nghèo.

- Cơ quan chủ trì: Phòng Kinh tế.
- Thời gian thực hiện: trong 05 ngày làm việc kể từ ngày 09/3/2026.
{FOOT}"""
    storm = Change(datetime.date(2026, 3, 11), works=False, name="nghỉ tránh bão", source="Công điện 01/CĐ-UBND")

    assert [duty.timing.due for duty in read(text).tasks[-1:]] == [(datetime.date(2026, 3, 16),)]
    moved = read(text, calendar=default_calendar().amended([storm]))
    assert [duty.timing.due for duty in moved.tasks[-1:]] == [(datetime.date(2026, 3, 17),)]


def test_a_lettered_item_that_only_heads_labels_gives_them_to_the_item_above():
    body = """II. NỘI DUNG
1. Xây dựng dữ liệu:
a) Nhiệm vụ: Rà soát, hoàn thiện dữ liệu hộ gia đình của xã.
b) Cơ quan thực hiện:
- Đơn vị chủ trì: Phòng Văn hóa - Xã hội.
- Đơn vị phối hợp: Công an xã, các thôn.
c) Thời gian thực hiện: Hoàn thành trong quý II năm 2026.
"""
    (duty,) = duties(body)

    assert (duty.path, duty.leads, duty.partners) == ("II.1", ["Phòng Văn hóa - Xã hội"], ["Công an xã", "các thôn"])
    assert duty.timing.due == (datetime.date(2026, 6, 30),)


def test_what_begins_like_a_label_but_goes_on_with_a_verb_is_a_duty():
    body = """II. TỔ CHỨC THỰC HIỆN
1. Phối hợp kiểm tra, giám sát: Cử đại diện tham gia các Đoàn kiểm tra của xã.
2. Tổ chức tiếp dân: Công an xã bảo đảm trật tự.
"""
    assert paths(body) == ["II.1", "II.2"]


def test_bullets_that_a_title_announces_are_duties_of_their_own():
    body = """II. NỘI DUNG
1. Đợt một
a) Nội dung kiểm tra (đối với các thôn):
- Kiểm tra việc niêm yết danh sách cử tri.
- Kiểm tra việc tổ chức hội nghị thôn.
"""
    assert paths(body) == ["II.1.a.-1", "II.1.a.-2"]


def test_a_name_is_shown_where_its_label_prints_it():
    text = f"""{HEAD}II. NỘI DUNG
1. Hướng dẫn UBND các thôn rà soát quy chế của Phòng Nội vụ.
- Cơ quan chủ trì: Phòng Nội vụ.
- Thời gian thực hiện: trong tháng 3/2026.
{FOOT}"""
    (duty,) = read(text).tasks
    ((start, end),) = duty.sources["leads"]

    assert text[start:end] == "Phòng Nội vụ"
    assert text[:start].endswith("Cơ quan chủ trì: ")


def test_numbers_go_on_beyond_ninety_nine():
    items = "\n".join(f"{number}. Công an xã tuần tra thôn số {number}." for number in range(1, 131))

    assert len(read(f"{HEAD}II. NỘI DUNG\n{items}\n{FOOT}").tasks) == 130


def test_what_counts_from_the_day_of_a_draft_waits_for_that_day():
    draft = """ỦY BAN NHÂN DÂN
XÃ NHÃ NAM
Số:     /KH-UBND
Nhã Nam, ngày   tháng 11 năm 2026
KẾ HOẠCH
Thực hiện dân chủ ở cơ sở
II. NỘI DUNG
1. Niêm yết công khai tại nhà văn hóa.
- Cơ quan thực hiện: Các thôn.
- Thời gian thực hiện: trong 20 ngày làm việc kể từ ngày ban hành Kế hoạch này.
2. Tập huấn.
- Cơ quan thực hiện: Các thôn.
- Thời gian thực hiện: trước ngày 15/12/2026.
"""
    waits, known = (duty.timing for duty in read(draft).tasks)
    assert (waits.kind, waits.due, waits.waits_for) == ("event", (), "ngày ban hành văn bản này")
    assert (known.kind, str(known.due[0])) == ("dated", "2026-12-14")

    waits, _known = (duty.timing for duty in read(draft.replace("ngày   tháng", "ngày 02 tháng")).tasks)
    assert (waits.kind, str(waits.due[0])) == ("dated", "2026-11-30")
