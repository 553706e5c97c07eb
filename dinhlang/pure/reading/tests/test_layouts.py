"""How plans of other hands lay out the same things: headings, labels, bullets, tables; each plan made up."""

import datetime

import pytest

from dinhlang.pure.reading.tests.test_reading import FOOT, HEAD, duties, paths, read


def leads(body):
    return {duty.path: duty.leads for duty in duties(body)}


def test_a_label_may_hold_whole_sentences_about_bodies():
    body = """II. NHIỆM VỤ
1. Mở lớp tập huấn
- Nội dung: Mở lớp tập huấn cho Trưởng thôn.
- Cơ quan thực hiện: Phòng Nội vụ chủ trì, phối hợp với Công an xã và các thôn mở lớp.
2. Rà soát hương ước
- Cơ quan thực hiện: Phòng Tư pháp tiến hành rà soát hương ước; các thôn gửi hương ước về Phòng Tư pháp.
3. Xây nhà văn hóa
- Cơ quan thực hiện: Phòng Kinh tế chủ trì, các thôn phối hợp.
"""
    found = duties(body)

    assert [duty.leads for duty in found] == [["Phòng Nội vụ"], ["Phòng Tư pháp", "các thôn"], ["Phòng Kinh tế"]]
    assert [duty.partners for duty in found] == [["Công an xã", "các thôn"], [], ["các thôn"]]


def test_labels_under_a_label_speak_for_themselves():
    body = """II. NHIỆM VỤ
1. Về dữ liệu
a) Nhiệm vụ: Lập sổ theo dõi hương ước của các thôn.
b) Cơ quan thực hiện:
- Đơn vị chủ trì: Phòng Nội vụ.
- Đơn vị phối hợp: Các phòng, ban; UBND các xã.
c) Thời gian thực hiện: Trong quý II năm 2026.
"""
    (duty,) = duties(body)

    assert duty.leads == ["Phòng Nội vụ"]
    assert duty.partners == ["Các phòng, ban", "UBND các xã"]
    assert duty.timing.due == (datetime.date(2026, 6, 30),)


def test_what_stands_under_a_title_in_full_duties_are_duties_each():
    body = """II. NHIỆM VỤ
1. Nâng cao nhận thức của Nhân dân về dân chủ ở cơ sở
- Tổ chức hội nghị tại các thôn.
- Phát thanh trên loa của xã.
- Thắp sáng đường làng trong dịp lễ.
2. Nội dung tuyên truyền ở các thôn
- Tuyên truyền Luật Thực hiện dân chủ ở cơ sở.
- Tuyên truyền hương ước của thôn.
"""
    assert paths(body) == ["II.1.-1", "II.1.-2", "II.1.-3", "II.2"]


def test_bullets_beside_duties_of_one_sentence_are_details():
    body = """II. NHIỆM VỤ
1. Chuyển đổi số
a) Xây dựng cổng thông tin điện tử của xã để công khai thu chi.
b) Xây dựng kho dữ liệu hương ước của các thôn trong xã
- Kết hợp dữ liệu từ các thôn.
- Cập nhật dữ liệu theo mẫu.
c) Tập huấn kỹ năng số cho Trưởng thôn và cán bộ các thôn.
"""
    assert paths(body) == ["II.1.a", "II.1.b", "II.1.c"]


@pytest.mark.parametrize(
    ("heading", "named"),
    [
        ("Các chủ đầu tư xây dựng và kinh doanh hạ tầng", ["Các chủ đầu tư xây dựng và kinh doanh hạ tầng"]),
        ("Phòng Tài chính (cơ quan chủ trì, phối hợp)", ["Phòng Tài chính"]),
        ("Trách nhiệm của Phòng Nội vụ", ["Phòng Nội vụ"]),
        ("Phòng Văn hóa, Thông tin; Trung tâm Y tế xã", ["Phòng Văn hóa, Thông tin", "Trung tâm Y tế xã"]),
        ("Phòng Nội vụ - Cơ quan thường trực Ban Chỉ đạo", ["Phòng Nội vụ"]),
    ],
)
def test_a_heading_names_the_doer_of_its_bullets(heading, named):
    body = f"II. TỔ CHỨC THỰC HIỆN\n1. {heading}\n- Tổ chức họp dân.\n- Phối hợp với Công an xã tuần tra.\n"

    assert leads(body) == {"II.1.-1": named, "II.1.-2": named}


def test_a_heading_that_is_a_period_dates_all_under_it():
    body = """II. LỘ TRÌNH
1. Giai đoạn 2026 - 2027
1.1. Lập quy hoạch các nhà văn hóa thôn.
1.2. Xây dựng ba nhà văn hóa xong trước ngày 30/6/2027.
2. Đợt 2: Trong tháng 5/2028
2.1. Bàn giao các nhà văn hóa cho thôn.
"""
    due = {duty.path: duty.timing.due for duty in duties(body)}

    assert due["II.1.1"] == (datetime.date(2027, 12, 31),)
    assert due["II.1.2"] == (datetime.date(2027, 6, 29),)
    assert due["II.2.1"] == (datetime.date(2028, 5, 31),)


def test_a_doer_in_the_middle_of_a_sentence_does_not_outweigh_the_heading():
    body = """II. TỔ CHỨC THỰC HIỆN
1. Phòng Nội vụ
- Theo dõi việc thi hành; các thôn thực hiện quy chế; những lợi ích khi thực hiện được phổ biến.
- Quản lý hồ sơ do Công an xã tổ chức lập.
- Yêu cầu các thôn công khai thu chi.
"""
    found = duties(body)

    assert [duty.leads for duty in found] == [["Phòng Nội vụ"]] * 3
    assert found[2].partners == ["các thôn"]


def test_a_paragraph_may_announce_the_doer_or_the_helpers_of_the_bullets_after_it():
    body = """II. TỔ CHỨC THỰC HIỆN
1. Phòng Nội vụ
Chủ trì, phối hợp với Công an xã và các thôn:
- Rà soát hương ước.
- Kiểm tra việc công khai.
2. Các hoạt động khác
Căn cứ tình hình thực tế, các thôn thực hiện các nội dung sau:
- Họp dân.
- Dọn vệ sinh.
"""
    found = duties(body)

    assert [duty.leads for duty in found] == [["Phòng Nội vụ"]] * 2 + [["các thôn"]] * 2
    assert [duty.partners for duty in found[:2]] == [["Công an xã", "các thôn"]] * 2


def test_what_names_a_leader_under_a_heading_of_means_is_a_duty_and_money_elsewhere_is_not():
    body = """II. NHIỆM VỤ
1. Về nguồn lực
1.1. Nguồn nhân lực
- Tập huấn cán bộ thôn.
- Cơ quan chủ trì: Phòng Nội vụ.
2. Kinh phí
Phòng Tài chính cấp tiền theo quy định.
III. TỔ CHỨC THỰC HIỆN
1. Kinh phí thực hiện
- Kinh phí từ ngân sách xã.
- Phòng Tài chính hướng dẫn lập dự toán.
"""
    assert paths(body) == ["II.1.1", "III.1.-2"]


def test_duties_among_targets_are_read_and_the_targets_are_not():
    body = """II. MỤC TIÊU
1. Phấn đấu 90 % hộ đạt gia đình văn hóa
- Tăng tỷ lệ thôn văn hóa.
2. Tháng cao điểm
a) Thời gian: Từ ngày 01/4/2026 đến ngày 30/4/2026.
b) Các hoạt động chính
- Tổ chức lễ phát động.
- Treo băng rôn tại các thôn.
"""
    found = duties(body)

    assert [duty.path for duty in found] == ["II.2.b.-1", "II.2.b.-2"]
    assert {duty.timing.due for duty in found} == {(datetime.date(2026, 4, 30),)}


def test_an_event_is_the_time_of_the_sentence_that_says_it_first():
    body = """II. TỔ CHỨC THỰC HIỆN
1. Công an xã
- Khi phát hiện vi phạm, báo cáo ngay về UBND xã.
- Tuần tra; chuẩn bị phương án sơ tán khi có mưa lớn.
"""
    found = read(HEAD + body + FOOT)

    assert [duty.timing.kind for duty in found.tasks] == ["event", "none"]
    assert [(report.senders, report.receivers) for report in found.reports] == [(["Công an xã"], ["UBND xã"])]


def test_letters_that_a_scan_spoilt_do_not_hide_who_helps_and_what_is_done():
    body = "II. TỔ CHỨC THỰC HIỆN\n1. Phòng Nội vụ chủ tri, phôi hợp với Công an xã tô chức tuần tra.\n"

    (duty,) = duties(body)

    assert (duty.leads, duty.partners) == (["Phòng Nội vụ"], ["Công an xã"])


APPENDIX = "II. NHIỆM VỤ\n(Phụ lục kèm theo)\n" + FOOT + "\nPHỤ LỤC\nDANH MỤC NHIỆM VỤ\n\n"
PAGES = """TT
Tên nhiệm vụ
Cơ quan
chủ trì
Cơ quan
phối hợp
Thời gian
hoàn thành
1
Rà soát hương ước các thôn theo lần thứ
XIV
Phòng Nội vụ
Các thôn,
Công an xã
Tháng
5/2026
2  Lập sổ theo dõi việc công khai
Phòng Tài chính
Các thôn
Quý III/2026
14
TT
Tên nhiệm vụ
Cơ quan
chủ trì
Cơ quan
phối hợp
Thời gian
hoàn thành
3
Kiểm tra việc công khai
Công an xã
Phòng Nội vụ
Thường
xuyên
"""


def test_a_table_without_lines_goes_on_over_the_pages():
    found = read(HEAD + APPENDIX + PAGES).tasks

    assert [duty.path for duty in found] == ["PL.1", "PL.2", "PL.3"]
    assert [duty.leads for duty in found] == [["Phòng Nội vụ"], ["Phòng Tài chính"], ["Công an xã"]]
    assert [duty.partners for duty in found] == [["Các thôn", "Công an xã"], ["Các thôn"], ["Phòng Nội vụ"]]
    assert [duty.timing.kind for duty in found] == ["dated", "dated", "ongoing"]


def test_a_row_that_shares_cells_with_the_row_above_takes_them_over():
    table = """| STT | Nội dung | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian |
|---|---|---|---|---|
| 1 | Rà soát hương ước của các thôn | Phòng Nội vụ; | Các thôn | Quý II/2026 |
| Công khai hương ước của các thôn | Phòng Văn hóa |
| STT | Nội dung | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian |
| 2 | Tập huấn cho Trưởng thôn | Phòng Nội vụ<br>Công an xã | | Quý III/2026 |
"""
    found = read(HEAD + APPENDIX + table).tasks

    assert [duty.leads for duty in found] == [["Phòng Nội vụ"], ["Phòng Văn hóa"], ["Phòng Nội vụ", "Công an xã"]]
    assert [duty.partners for duty in found] == [["Các thôn"], ["Các thôn"], []]
    assert [duty.timing.due for duty in found][1] == (datetime.date(2026, 6, 30),)


def test_a_timetable_of_one_team_is_one_duty_with_its_days():
    body = """II. KIỂM TRA
1. Tổ kiểm tra của UBND xã kiểm tra các thôn theo lịch sau:
- Ngày 05/5/2026: thôn Đông.
- Ngày 07/5/2026: thôn Tây.
"""
    (duty,) = duties(body)

    assert (duty.path, duty.leads) == ("II.1", ["Tổ kiểm tra của UBND xã"])
    assert duty.timing.due == (datetime.date(2026, 5, 5), datetime.date(2026, 5, 7))


def test_parts_with_their_titles_on_a_line_of_their_own_are_told_apart():
    body = """Phần thứ nhất
MỤC ĐÍCH, YÊU CẦU
1. Nâng cao nhận thức của Nhân dân.
Phần thứ hai
NHIỆM VỤ
1. Công an xã tuần tra.
"""
    assert [duty.leads for duty in duties(body)] == [["Công an xã"]]


def test_a_person_with_an_office_is_a_doer_and_for_whom_may_stand_before_a_colon():
    body = """II. PHÂN CÔNG
1. Đồng chí Trần Thị Bình - Phó Chủ tịch UBND xã phụ trách công tác tuyên truyền, chuẩn bị tài liệu.
2. Đối với Phòng Nội vụ:
- Rà soát quy chế.
3. Về phía các thôn: Tổ chức họp dân.
"""
    assert [duty.leads for duty in duties(body)] == [
        ["Đồng chí Trần Thị Bình - Phó Chủ tịch UBND xã"],
        ["Phòng Nội vụ"],
        ["các thôn"],
    ]


@pytest.mark.parametrize(
    "head",
    [
        "| STT | Nội dung | Cơ quan thực hiện | | Thời gian |\n|---|---|---|---|---|\n| | | Chủ trì | Phối hợp | |\n",
        "| STT | Nội dung | Cơ quan thực hiện | Thời gian |\n| Chủ trì | Phối hợp |\n",
    ],
)
def test_a_head_of_two_rows_is_one(head):
    rows = "| 1 | Rà soát hương ước các thôn | Phòng Tư pháp | Các thôn | Quý II/2026 |\n"

    (duty,) = read(HEAD + APPENDIX + head + rows).tasks

    assert (duty.leads, duty.partners) == (["Phòng Tư pháp"], ["Các thôn"])
    assert duty.timing.due == (datetime.date(2026, 6, 30),)


def test_an_item_that_only_gives_the_time_dates_the_sentences_beside_it():
    body = """II. THỜI GIAN VÀ TRÁCH NHIỆM THỰC HIỆN
1. Thời gian thực hiện
Từ ngày 01/4/2026 đến ngày 30/6/2026.
2. Trách nhiệm thực hiện
- Các thôn phát động thi đua.
- Phòng Nội vụ phối hợp với Công an xã hướng dẫn khen thưởng.
"""
    found = duties(body)

    assert [duty.leads for duty in found] == [["Các thôn"], ["Phòng Nội vụ"]]
    assert {duty.timing.due for duty in found} == {(datetime.date(2026, 6, 30),)}


def test_a_lead_in_names_who_does_what_stands_far_below():
    body = """II. NỘI DUNG THI ĐUA
Để toàn dân đồng lòng, thi đua; các phòng, ban, các thôn và mọi người dân tập trung thực hiện các nội dung sau:
1. Thi đua hoàn thành nhiệm vụ phát triển kinh tế - xã hội của xã.
2. Thi đua xây dựng đời sống văn hóa ở khu dân cư.
"""
    assert leads(body) == {path: ["các phòng, ban", "các thôn", "mọi người dân"] for path in ("II.1", "II.2")}


def test_a_lead_in_under_a_body_hands_on_its_partners():
    body = """IV. TỔ CHỨC THỰC HIỆN
1. Phòng Văn hóa - Xã hội
Chủ trì, phối hợp với Công an xã tham mưu cho Ủy ban nhân dân xã:
a) Tổ chức quản lý lễ hội tại địa phương.
b) Rà soát nhà văn hóa thôn.
2. Phòng Kinh tế
a) Chủ trì, phối hợp với các thôn
- Vận động xây dựng đường làng.
- Thống kê hộ kinh doanh.
"""
    found = {duty.path: (duty.leads, duty.partners) for duty in duties(body)}

    assert found == {
        "IV.1.a": (["Phòng Văn hóa - Xã hội"], ["Công an xã"]),
        "IV.1.b": (["Phòng Văn hóa - Xã hội"], ["Công an xã"]),
        "IV.2.a.-1": (["Phòng Kinh tế"], ["các thôn"]),
        "IV.2.a.-2": (["Phòng Kinh tế"], ["các thôn"]),
    }


def test_a_stage_dates_all_that_it_contains():
    body = """II. NỘI DUNG VÀ THỜI GIAN
1. Đợt 1: Từ ngày 02/3/2026 đến ngày 14/3/2026 gồm các nội dung trọng tâm:
- Kiểm tra việc niêm yết tại các thôn.
- Kiểm tra sổ tiếp công dân (trước ngày 10/3/2026).
III. NHIỆM VỤ TRỌNG TÂM THÁNG 4 NĂM 2026
1. Ban hành kế hoạch truyền thông.
"""
    days = {duty.path: [day.isoformat() for day in duty.timing.due] for duty in duties(body)}

    assert days == {"II.1.-1": ["2026-03-14"], "II.1.-2": ["2026-03-09"], "III.1": ["2026-04-30"]}


def test_a_day_bounds_an_event_in_the_same_sentence():
    body = """V. TỔ CHỨC THỰC HIỆN
1. Ban Công tác Mặt trận: Ngay sau hội nghị, gửi biên bản đến Ủy ban nhân dân xã chậm nhất ngày 04/02/2026.
"""
    (duty,) = duties(body)

    assert (duty.timing.kind, duty.timing.due) == ("event", (datetime.date(2026, 2, 4),))


def test_brackets_at_the_end_may_name_who_does_it():
    body = """II. NỘI DUNG
1. Xây dựng quy chế phối hợp (Giao Công an xã chủ trì, phối hợp với Văn phòng HĐND và UBND).
2. Phân công cán bộ thực hiện công tác lưu trữ theo quy định.
"""
    assert [(duty.leads, duty.partners) for duty in duties(body)] == [
        (["Công an xã"], ["Văn phòng HĐND và UBND"]),
        ([], []),
    ]


def test_numbered_parts_with_labels_of_their_own_are_duties_each():
    body = """II. NHIỆM VỤ
1. Về nguồn lực
1.1. Nhân lực
a) Nhiệm vụ: Lựa chọn cán bộ phụ trách chuyển đổi số.
b) Cơ quan thực hiện:
- Đơn vị chủ trì: Phòng Nội vụ.
- Đơn vị phối hợp: Các thôn.
c) Thời gian thực hiện: Hoàn thành trong năm 2026.
1.2. Đào tạo
a) Nhiệm vụ: Tổ chức lớp bồi dưỡng, đồng thời phối hợp Công an xã hướng dẫn an toàn thông tin.
b) Cơ quan thực hiện:
- Đơn vị chủ trì: Phòng Kinh tế.
- Đơn vị phối hợp: Các thôn.
c) Thời gian thực hiện: Thường xuyên.
"""
    found = {duty.path: (duty.leads, duty.partners, duty.timing.kind) for duty in duties(body)}

    assert found == {
        "II.1.1": (["Phòng Nội vụ"], ["Các thôn"], "dated"),
        "II.1.2": (["Phòng Kinh tế"], ["Các thôn", "Công an xã"], "ongoing"),
    }


def test_a_directive_orders_whom_its_preface_addresses():
    text = """ỦY BAN NHÂN DÂN
XÃ NHÃ NAM
Số: 02/CT-UBND
Nhã Nam, ngày 15 tháng 01 năm 2026
CHỈ THỊ
Về việc tăng cường dân chủ ở cơ sở
Thời gian qua, việc thực hiện dân chủ còn hạn chế. Để khắc phục, Chủ tịch UBND xã yêu cầu Trưởng các thôn:
1. Tổ chức họp dân trước ngày 10/02/2026.
2. Công an xã giữ gìn trật tự các buổi họp.
3. Yêu cầu Phòng Văn hóa - Xã hội tổng hợp ý kiến.
Nơi nhận:
- Lưu: VT.
CHỦ TỊCH
Nguyễn Văn An
"""
    found = [duty.leads for duty in read(text).tasks]

    assert found == [["Trưởng các thôn"], ["Công an xã"], ["Phòng Văn hóa - Xã hội"]]


def test_an_article_of_a_decision_orders_a_body_beside_the_plan_it_brings():
    text = """ỦY BAN NHÂN DÂN
XÃ NHÃ NAM
Số: 31/QĐ-UBND
Nhã Nam, ngày 15 tháng 01 năm 2026
QUYẾT ĐỊNH
Ban hành Kế hoạch thực hiện dân chủ ở cơ sở
QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Kế hoạch thực hiện dân chủ ở cơ sở.
Điều 2. Giao Phòng Nội vụ chủ trì, phối hợp với các thôn tổ chức chấm điểm từ năm 2026.
Điều 3. Chánh Văn phòng, Trưởng các phòng, ban và Trưởng các thôn chịu trách nhiệm thi hành Quyết định này./.
Nơi nhận:
- Như Điều 3;
- Lưu: VT.
CHỦ TỊCH
Nguyễn Văn An

KẾ HOẠCH
Thực hiện dân chủ ở cơ sở
(Kèm theo Quyết định số 31/QĐ-UBND)
I. NHIỆM VỤ
1. Các thôn niêm yết công khai trước ngày 15/3/2026.
"""
    assert [(duty.leads, duty.path) for duty in read(text).tasks] == [
        (["Phòng Nội vụ"], "Điều 2"),
        (["Các thôn"], "I.1"),
    ]


def test_a_row_without_its_number_shares_it_with_the_row_above():
    cells = [
        *["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian", "Kết quả"],
        "",
        *["1", "Quản lý, vận hành hệ thống dữ liệu", "Phòng Kinh tế", "Các thôn", "Quý IV/2026"],
        "",
        *["Thực hiện sao lưu dữ liệu hằng tuần", "Công an xã", "Phòng Kinh tế"],
        "",
        *["2", "Tập huấn cán bộ thôn về dữ liệu", "Phòng Nội vụ", "Các thôn", "Quý II/2026", "Lớp tập huấn"],
    ]
    table = "\n".join("|" if not cell else f"|\n{cell}" for cell in cells)
    found = [(duty.path, duty.leads) for duty in read(f"{HEAD}II. NHIỆM VỤ\n\n{table}\n|\n{FOOT}").tasks]

    assert found == [("II.1", ["Phòng Kinh tế"]), ("II.1", ["Công an xã"]), ("II.2", ["Phòng Nội vụ"])]


def test_a_spot_on_the_paper_is_no_sign_of_its_own():
    body = """II. NHIỆM VỤ
1. Công an xã: Tuần tra ban đêm.
._ 2. Phòng Kinh tế: Hướng dẫn hộ kinh doanh kê khai.
"""
    assert leads(body) == {"II.1": ["Công an xã"], "II.2": ["Phòng Kinh tế"]}
