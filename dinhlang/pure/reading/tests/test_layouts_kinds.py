"""Kinds of writing that other offices have: steps, letters without numbers, conclusions, columns of time, torn rows."""

import datetime

import pytest

from dinhlang.pure.reading import read
from dinhlang.pure.reading.tests.test_reading import duties

HEAD = """ỦY BAN NHÂN DÂN
XÃ TÂN LẬP
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 12/KH-UBND
Tân Lập, ngày 10 tháng 3 năm 2026
KẾ HOẠCH
Thực hiện dân chủ ở cơ sở năm 2026
"""
FOOT = """
Nơi nhận:
- Các thôn;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Nguyễn Văn Bình
"""


def tasks(body):
    return read(f"{HEAD}{body}{FOOT}").tasks


def day(month, number, year=2026):
    return datetime.date(year, month, number)


def test_steps_are_parts_of_a_section():
    found = tasks("""I. CÁC BƯỚC THỰC HIỆN
Bước 1: Lập danh sách cử tri
UBND xã lập danh sách cử tri theo từng hộ.
Thời gian: xong trước 05/4/2026.
Bước 2: Niêm yết danh sách
Các thôn niêm yết danh sách tại nhà văn hóa trong 30 ngày.
""")

    assert [(one.path, one.leads, one.timing.due) for one in found] == [
        ("I.Bước 1", ["UBND xã"], (day(4, 4),)),
        ("I.Bước 2", ["Các thôn"], ()),
    ]


def test_steps_under_a_number_do_not_swallow_the_next_number():
    found = tasks("""II. NHIỆM VỤ
1. Lấy ý kiến
Bước 1: Soạn phiếu
Công chức Tư pháp soạn phiếu lấy ý kiến.
2. Phòng Kinh tế công khai kết quả trước ngày 30/6/2026.
""")

    assert [one.path for one in found] == ["II.1.Bước 1", "II.2"]


def test_the_order_that_closes_a_document_is_not_the_last_item():
    found = tasks("""I. TỔ CHỨC THỰC HIỆN
1. Công an xã bảo đảm an ninh trật tự.
2. Phòng Kinh tế:
a) Tổng hợp dự toán (hoàn thành trong tháng 7/2026).
Đề nghị Thủ trưởng các đơn vị nghiêm túc thực hiện; giao Văn phòng UBND xã đôn đốc, báo cáo trước ngày 15/12/2026.
""")

    assert [(one.leads, one.timing.due) for one in found] == [
        (["Công an xã"], ()),
        (["Phòng Kinh tế"], (day(7, 31),)),
        (["Văn phòng UBND xã"], (day(12, 14),)),
    ]


def test_an_article_is_named_as_one():
    (found,) = tasks("Điều 1. Nhiệm vụ\n1. Phòng Nội vụ rà soát quy chế trước ngày 15/5/2026.\n")

    assert found.path == "Điều 1.1"


def test_a_quarter_on_a_line_of_its_own_dates_the_works_under_it():
    found = tasks("""II. LỊCH CÔNG TÁC
Quý II:
- Tập huấn nghiệp vụ cho cán bộ thôn.
- Phối hợp với Trung tâm Chính trị mở lớp bồi dưỡng.
""")

    assert [one.timing.due for one in found] == [(day(6, 30),), (day(6, 30),)]


def test_bullets_above_one_with_labels_of_its_own_are_not_lost():
    found = tasks("""II. NHIỆM VỤ
1. Cải cách thủ tục hành chính
- Tiếp tục rà soát, đơn giản hóa thủ tục hành chính.
- Kiểm soát chặt chẽ việc ban hành thủ tục mới.
+ Cơ quan thực hiện: Văn phòng UBND xã.
+ Thời gian: Hằng năm.
""")

    assert [(one.path, one.leads) for one in found] == [("II.1.-1", []), ("II.1.-2", ["Văn phòng UBND xã"])]


def test_a_conclusion_tells_what_to_do_about_each_matter():
    found = tasks("""III. VỀ CÁC KIẾN NGHỊ
1. Về đề nghị bố trí vốn còn dư năm 2025 cho các thôn: giao Phòng Kinh tế chủ trì, phối hợp với Kho bạc Nhà nước \
xem xét, báo cáo UBND xã trước ngày 20/4/2026.
2. Về chợ trung tâm: tăng số hộ kinh doanh từ 20 lên 30 hộ: Ban Quản lý chợ lập phương án trong tháng 5 năm 2026.
""")

    assert [(one.leads, one.partners, one.timing.due) for one in found] == [
        (["Phòng Kinh tế"], ["Kho bạc Nhà nước"], (day(4, 19),)),
        (["Ban Quản lý chợ"], [], (day(5, 31),)),
    ]


def test_a_whole_sentence_goes_before_bullets_of_the_same_body():
    found = tasks("""I. TỔ CHỨC THỰC HIỆN
1. Các thôn căn cứ nhiệm vụ được giao xây dựng kế hoạch thực hiện.
- Giới thiệu điển hình tiên tiến để tuyên truyền.
- Báo cáo kết quả về UBND xã khi tổng kết phong trào.
""")

    assert [(one.path, one.leads, one.timing.kind) for one in found] == [
        ("I.1", ["Các thôn"], "none"),
        ("I.1.-1", ["Các thôn"], "none"),
        ("I.1.-2", ["Các thôn"], "event"),
    ]


@pytest.mark.parametrize(
    ("sentence", "leads", "partners"),
    [
        (
            "Các thành viên Tổ công tác theo nhiệm vụ được phân công chịu trách nhiệm.",
            ["Các thành viên Tổ công tác"],
            [],
        ),
        ("Các thôn tự rà soát hương ước.", ["Các thôn"], []),
        ("Công khai quy hoạch, kế hoạch sử dụng đất: Công chức Địa chính niêm yết.", ["Công chức Địa chính"], []),
        ("Hàng tháng (trước ngày 20) Phòng Nội vụ tổng hợp ý kiến.", ["Phòng Nội vụ"], []),
        ("Trưởng thôn, tổ trưởng tổ dân phố phát phiếu đến từng hộ.", ["Trưởng thôn", "tổ trưởng tổ dân phố"], []),
        ("Kết thúc năm 2026, Phòng Nội vụ báo cáo Ủy ban nhân dân xã.", ["Phòng Nội vụ"], []),
        ("Đối với các thôn chưa họp dân thì khẩn trương tổ chức họp.", ["các thôn chưa họp dân"], []),
        ("Kinh phí mới được tạm ứng 50%. Vì vậy, đề nghị các thôn ưu tiên hộ nghèo.", ["các thôn"], []),
        ("Trang trí khánh tiết: Công chức Văn hóa - Xã hội.", ["Công chức Văn hóa - Xã hội"], []),
        ("Cấp tài khoản cho các trường học (Công an xã; chậm nhất ngày 15/6).", ["Công an xã"], []),
        (
            "Công an xã giữ gìn trật tự; Trạm Y tế xã trực y tế, xong trước ngày 18/11.",
            ["Công an xã", "Trạm Y tế xã"],
            [],
        ),
        (
            "Hội Nông dân phối hợp chặt chẽ với chính quyền cùng cấp trong hòa giải.",
            ["Hội Nông dân"],
            ["chính quyền cùng cấp"],
        ),
        (
            "Công an xã chủ trì thẩm định nội bộ, Văn phòng UBND xã phối hợp; trình phê duyệt.",
            ["Công an xã"],
            ["Văn phòng UBND xã"],
        ),
        (
            "Phòng Văn hóa - Xã hội phối hợp với Ban Tuyên giáo chỉ đạo Đài Truyền thanh xã tuyên truyền.",
            ["Phòng Văn hóa - Xã hội"],
            ["Ban Tuyên giáo", "Đài Truyền thanh xã"],
        ),
        (
            "Trường Đào tạo, bồi dưỡng cán bộ, công chức tỉnh tổ chức 03 lớp tập huấn.",
            ["Trường Đào tạo, bồi dưỡng cán bộ, công chức tỉnh"],
            [],
        ),
        (
            "Ban Quản lý dự án đầu tư xây dựng huyện lập danh mục công trình.",
            ["Ban Quản lý dự án đầu tư xây dựng huyện"],
            [],
        ),
    ],
)
def test_who_does_it_in_other_forms_of_sentence(sentence, leads, partners):
    (found,) = tasks(f"II. NHIỆM VỤ\n1. {sentence}\n")

    assert (found.leads, found.partners) == (leads, partners)


def test_two_days_of_review_are_both_due():
    (found,) = tasks("II. NHIỆM VỤ\n1. Phòng Nội vụ tổ chức sơ kết vào năm 2027, tổng kết vào cuối năm 2030.\n")

    assert found.timing.due == (day(12, 31, 2027), day(12, 31, 2030))


def test_a_timetable_under_a_line_that_announces_it_is_one_duty():
    (found,) = tasks("""III. PHƯƠNG THỨC, THỜI GIAN GIÁM SÁT
1. Giám sát trực tiếp
Thời gian, địa điểm cụ thể:
- 08 giờ 00 ngày 06/5/2026: tại thôn Đông;
- 08 giờ 00 ngày 07/5/2026: tại thôn Đoài.
""")

    assert found.timing.due == (day(5, 6), day(5, 7))


def test_money_is_told_without_the_duties_that_stand_among_it():
    reading = read(f"""{HEAD}I. KINH PHÍ
Nguồn ngân sách xã.
Nhiệm vụ: Lập dự toán chi tiết.
Đơn vị chủ trì: Bộ phận Tài chính xã.
Thời gian: trước ngày 08/4/2026.
{FOOT}""")

    assert [one.leads for one in reading.tasks] == [["Bộ phận Tài chính xã"]]
    assert [words for words, _ in reading.funding] == ["Nguồn ngân sách xã."]


def test_two_columns_of_time_and_a_head_of_two_rows():
    found = tasks("""II. PHÂN CÔNG
| STT | Nhiệm vụ | Phân công thực hiện | | Thời gian | |
| | | Chủ trì | Phối hợp | Bắt đầu | Kết thúc |
|---|---|---|---|---|---|
| 1 | Biên soạn tài liệu hỏi đáp | Phòng Nội vụ | Các thôn | 15/5/2026 | 30/6/2026 |
| 2 | Niêm yết danh mục công khai | Văn phòng UBND xã | | 01/6/2026 | Thường xuyên |
""")

    assert [(one.leads, one.partners, one.timing.kind, one.timing.start, one.timing.due) for one in found] == [
        (["Phòng Nội vụ"], ["Các thôn"], "dated", day(5, 15), (day(6, 30),)),
        (["Văn phòng UBND xã"], [], "ongoing", day(6, 1), ()),
    ]


def test_close_lines_are_one_paragraph_where_empty_lines_part_them():
    found = tasks("""II. TỔ CHỨC THỰC HIỆN

1. Đề nghị các chi bộ,
Mặt trận Tổ quốc xã và các đoàn thể: Phối hợp vận động
Nhân dân thực hiện.

2. Phòng Nội vụ

- Tham mưu đề xuất Chủ tịch
UBND xã khen thưởng tập thể, cá nhân.

- Tổng hợp, báo cáo kết quả với
Ủy ban nhân dân huyện.

3. Các thôn họp dân, lấy ý kiến từng
Hộ gia đình.
""")

    assert [(one.path, one.leads) for one in found] == [
        ("II.1", ["các chi bộ", "Mặt trận Tổ quốc xã", "các đoàn thể"]),
        ("II.2.-1", ["Phòng Nội vụ"]),
        ("II.2.-2", ["Phòng Nội vụ"]),
        ("II.3", ["Các thôn"]),
    ]


def test_a_letter_without_numbers_asks_for_something_all_the_same():
    reading = read("""SỞ NỘI VỤ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 55/SNV-XDCQ
Về việc đánh giá thực hiện dân chủ ở cơ sở
Bắc Ninh, ngày 28 tháng 11 năm 2025
Kính gửi: Ủy ban nhân dân các xã, phường
Căn cứ Luật Thực hiện dân chủ ở cơ sở;
Đề nghị Ủy ban nhân dân các xã, phường đánh giá việc thực hiện và gửi kết quả về Sở Nội vụ, hạn cuối ngày 15 tháng 12 \
hàng năm.
Trong quá trình thực hiện, nếu có vướng mắc, kính đề nghị liên hệ Sở Nội vụ./.
Nơi nhận:
- Như trên;
- Lưu: VT.
GIÁM ĐỐC
Nguyễn Văn An
""")

    (found,) = reading.tasks
    (report,) = reading.reports
    assert (found.leads, found.timing.due) == (["Ủy ban nhân dân các xã, phường"], (day(12, 15, 2025),))
    assert (report.senders, report.receivers) == (["Ủy ban nhân dân các xã, phường"], ["Sở Nội vụ"])
    assert reading.heading.title.value == "đánh giá thực hiện dân chủ ở cơ sở"
    assert reading.heading.signer.name == "Nguyễn Văn An"


@pytest.mark.parametrize(
    ("words", "kind", "due"),
    [
        ("báo cáo kết quả về UBND xã trước ngày 01 của tháng cuối quý", "periodic", day(5, 31)),
        ("báo cáo UBND xã vào cuối mỗi học kỳ", "periodic", day(6, 30)),
    ],
)
def test_a_rhythm_without_the_usual_word_is_a_standing_report(words, kind, due):
    (report,) = read(f"{HEAD}II. TỔ CHỨC THỰC HIỆN\n1. Các thôn {words}.\n{FOOT}").reports

    assert report.timing.kind == kind
    assert due in report.timing.due or kind == "periodic"


def test_a_review_by_one_day_of_one_year_is_no_standing_report():
    reading = read(
        f"{HEAD}II. TỔ CHỨC THỰC HIỆN\n1. Các thôn sơ kết 6 tháng đầu năm, gửi báo cáo về UBND xã chậm nhất ngày "
        f"10/7/2026.\n{FOOT}"
    )

    assert not reading.reports
    assert len(reading.tasks) == 1


LOOSE = """TT
Nhiệm vụ
Cơ quan
chủ trì
Cơ quan
phối hợp
Kết quả
Thời gian
hoàn thành
"""


def rows_of(table):
    text = HEAD + "I. NHIỆM VỤ\nCó phụ lục.\n" + FOOT + "\nPHỤ LỤC\nPhân công nhiệm vụ\n" + LOOSE + table
    return read(text).tasks


def test_a_row_that_the_end_of_a_page_tears_is_whole_again():
    table = f"""1
Hoàn thiện quy chế dân chủ ở các thôn, bản,
lấy ý kiến từng hộ gia đình
Phòng Nội vụ
Các thôn, bản
Quy chế
Quý II/2026
2
Hiện đại hóa hệ thống truyền thanh, đẩy mạnh
Phòng Văn hóa
Công an xã
Báo cáo
Quý IV/2026
57
{LOOSE}chuyển đổi số trong thông tin cơ sở.
3
Rà soát các công trình do Nhân dân đóng góp
Phòng Kinh tế
Các thôn
Báo cáo
Tháng
9/2026
"""
    found = rows_of(table)

    assert [(one.leads, one.partners, one.timing.due) for one in found] == [
        (["Phòng Nội vụ"], ["Các thôn, bản"], (day(6, 30),)),
        (["Phòng Văn hóa"], ["Công an xã"], (day(12, 31),)),
        (["Phòng Kinh tế"], ["Các thôn"], (day(9, 30),)),
    ]
    assert found[1].text.endswith("thông tin cơ sở.")


def test_a_row_may_hold_a_row_of_its_own_and_rows_may_be_left_out():
    table = """1
Thể chế hóa các chủ trương về phát triển kinh tế hộ
Phòng Kinh tế
Các phòng, ban
Báo cáo chuyên
đề về cơ chế
Tháng 5/2026
Phòng Kinh tế
Các phòng, ban
Báo cáo kết quả
thể chế hóa
Tháng 11/2026
4.
Tổ chức diễn đàn lấy ý kiến Nhân dân trong xã
Phòng Nội vụ
Các thôn
Hội nghị
Thường xuyên
"""
    found = rows_of(table)

    assert [(one.leads, one.timing.due) for one in found] == [
        (["Phòng Kinh tế"], (day(5, 31), day(11, 30))),
        (["Phòng Nội vụ"], ()),
    ]


def test_dashes_under_a_number_are_rows_that_share_its_words():
    table = """1
Hoàn thiện tiêu chuẩn thiết kế công trình
-
Công trình thủy lợi của các thôn.
Phòng Kinh tế
Các thôn
Văn bản
Năm 2026
-
Công trình giao thông.
Phòng Hạ tầng
"""
    found = rows_of(table)

    assert [(one.leads, one.partners, one.timing.due) for one in found] == [
        (["Phòng Kinh tế"], ["Các thôn"], (day(12, 31),)),
        (["Phòng Hạ tầng"], ["Các thôn"], (day(12, 31),)),
    ]
    assert all(one.text.startswith("Hoàn thiện tiêu chuẩn") for one in found)


def test_as_above_looks_past_the_row_of_a_group():
    found = tasks("""II. PHÂN CÔNG
| STT | Nội dung | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian |
|---|---|---|---|---|
| 1 | Rà soát quy chế dân chủ | Phòng Kinh tế | Các thôn | Quý II/2026 |
| II | Kiểm tra | | | |
| 2 | Kiểm tra các thôn | Phòng Nội vụ | -nt- | Thường xuyên |
""")

    assert [one.partners for one in found] == [["Các thôn"], ["Các thôn"]]


def test_a_plan_that_is_nothing_but_an_annex_keeps_its_bases_and_its_signature():
    reading = read("""ỦY BAN NHÂN DÂN XÃ NHÃ NAM
Số: 95/KH-UBND
Nhã Nam, ngày 25 tháng 11 năm 2026
KẾ HOẠCH
Công tác tháng 12
Căn cứ Kế hoạch số 47/KH-UBND ngày 20/01/2026 của UBND tỉnh Bắc Ninh;
PHỤ LỤC
DANH MỤC NHIỆM VỤ
| STT | Nội dung | Cơ quan chủ trì | Thời gian |
| 1 | Rà soát quy chế dân chủ | Phòng Kinh tế | Trước 15/12/2026 |
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Trần Thị Lan
""")

    assert len(reading.heading.bases) == 1
    assert reading.heading.signer.name == "Trần Thị Lan"
    assert [one.leads for one in reading.tasks] == [["Phòng Kinh tế"]]


def test_lines_longer_than_a_page_are_paragraphs_though_they_lie_close():
    words = "chăm lo cảnh quan, vệ sinh đường làng, ngõ xóm, trồng hoa, trồng cây xanh, quét vôi các gốc cây, " * 2
    body = f"""II. NHIỆM VỤ

1. Đối với Ban Công tác Mặt trận (ông Sen phụ trách)
Vận động Nhân dân {words}giữ sạch đình làng.

Tổ chức ngày hội {words}ở các xóm.

2. Đối với Trưởng các thôn và Chi hội Phụ nữ
Mở sổ theo dõi {words}hằng tuần.

Họp dân {words}cuối năm 2026.
"""

    assert [(duty.path, duty.leads) for duty in duties(body)] == [
        ("II.1.(1)", ["Ban Công tác Mặt trận"]),
        ("II.1.(2)", ["Ban Công tác Mặt trận"]),
        ("II.2.(1)", ["Trưởng các thôn", "Chi hội Phụ nữ"]),
        ("II.2.(2)", ["Trưởng các thôn", "Chi hội Phụ nữ"]),
    ]


def test_times_of_a_timetable_stand_in_bullets_under_its_label():
    body = """II. NHIỆM VỤ
1. Kiểm tra vệ sinh các xóm
Người chịu trách nhiệm: Trạm Y tế xã.
Lịch kiểm tra:
- Xóm Đông: ngày 10/4/2026;
- Xóm Tây: ngày 12/4/2026.
2. Đối thoại định kỳ với thanh niên
Người chịu trách nhiệm: Đoàn xã.
Thời gian:
- Đợt 1: tháng 6/2026;
- Đợt 2: tháng 11/2026.
"""

    assert [(duty.path, [day.isoformat() for day in duty.timing.due]) for duty in duties(body)] == [
        ("II.1", ["2026-04-10", "2026-04-12"]),
        ("II.2", ["2026-06-30", "2026-11-30"]),
    ]


def test_a_rhythm_that_ends_its_line_does_not_hang_over_to_the_next_number():
    body = """II. NỘI DUNG
1. Công khai quỹ thôn
- Phụ trách: Kế toán thôn
- Thời gian: trước ngày 10 hàng tháng
2. Hòm thư góp ý
- Phụ trách: Ban Thanh tra nhân dân mở hòm thư ngày 15 hàng tháng, có biên bản.
"""

    assert [(duty.leads, duty.timing.due[0].day) for duty in duties(body)] == [
        (["Kế toán thôn"], 9),
        (["Ban Thanh tra nhân dân"], 15),
    ]


def test_rounds_on_site_are_duties_among_times_and_places():
    body = """II. THỜI GIAN, ĐỊA ĐIỂM
1. Giám sát qua báo cáo: tháng 3/2026.
2. Địa điểm: hội trường xã.
"""

    assert [(duty.path, duty.timing.kind) for duty in duties(body)] == [("II.1", "dated")]


def test_a_calendar_of_months_with_one_work_each():
    body = """II. CÔNG VIỆC TỪNG THÁNG
Tháng 4/2026:
- Sơ kết quý, báo cáo UBND huyện trước 25/4. (Văn phòng xã)
Tháng 5/2026:
- Sửa nhà văn hóa. (Trưởng thôn)
"""

    assert [(duty.leads, duty.timing.due[0].isoformat()) for duty in duties(body)] == [
        (["Văn phòng xã"], "2026-04-24"),
        (["Trưởng thôn"], "2026-05-31"),
    ]


def test_labels_may_follow_one_another_on_a_line():
    body = """II. NHIỆM VỤ
1. Học tập Luật Trẻ em
Thời gian: Tuần 2 tháng 4/2026. Phụ trách: Hiệu trưởng. Phối hợp: Các tổ trưởng.
"""

    (duty,) = duties(body)

    assert (duty.leads, duty.partners, duty.timing.due[0].isoformat()) == (
        ["Hiệu trưởng"],
        ["Các tổ trưởng"],
        "2026-04-12",
    )


def test_a_paragraph_behind_the_duty_of_one_body_may_order_another():
    times = "trước ngày 01/4/2026 đối với hồ sơ năm 2024, trước ngày 01/6/2026 đối với hồ sơ năm 2025"
    body = f"""II. TỔ CHỨC THỰC HIỆN
1. Phòng Kinh tế chi trả tiền hỗ trợ.
Đối với hồ sơ còn vướng, yêu cầu Phòng Tư pháp trả lời {times}.
2. Các thôn niêm yết danh sách.
"""

    found = duties(body)

    assert [duty.leads for duty in found] == [["Phòng Kinh tế"], ["Phòng Tư pháp"], ["Các thôn"]]
    assert [day.isoformat() for day in found[1].timing.due] == ["2026-03-31", "2026-05-31"]


def test_who_is_inspected_is_no_doer():
    body = """II. GIÁM SÁT
1. Giám sát các khoản đóng góp của Nhân dân.
- Thời gian: tháng 4/2026.
- Đơn vị được giám sát: Ban Nhân dân các ấp.
- Phân công: ông Nguyễn Văn Sen, bà Lê Thị Lan.
"""

    assert [(duty.path, duty.leads) for duty in duties(body)] == [("II.1", ["ông Nguyễn Văn Sen", "bà Lê Thị Lan"])]
