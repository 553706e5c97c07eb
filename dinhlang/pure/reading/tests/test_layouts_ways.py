"""Other ways of saying who does it, when, and what is no duty; each plan made up."""

import datetime

import pytest

from dinhlang.pure.reading.names import split_names
from dinhlang.pure.reading.sentences import doers_of
from dinhlang.pure.reading.tests.test_reading import FOOT, HEAD, duties, paths, read
from dinhlang.pure.reading.times import Clock, phrase_in
from dinhlang.pure.reading.values import bodies_in
from dinhlang.pure.reading.verbs import opens_with_verb


@pytest.mark.parametrize("words", ["Nâng cấp đường làng", "Giải ngân vốn", "Khai báo y tế", "Trích lập quỹ"])
def test_a_verb_that_runs_over_a_line_of_its_list_is_found(words):
    assert opens_with_verb(words)


@pytest.mark.parametrize(
    ("sentence", "who", "helped_by"),
    [
        (
            "Các Bộ: Y tế, Công an, Giáo dục và Đào tạo tăng cường tuyên truyền.",
            ("Y tế", "Công an", "Giáo dục và Đào tạo"),
            (),
        ),
        (
            "Sở Y tế chủ trì, phối hợp với các Sở: Tài chính, Văn hóa, Thể thao và Du lịch; UBND các xã kiểm tra.",
            ("Sở Y tế",),
            ("Tài chính", "Văn hóa, Thể thao và Du lịch", "UBND các xã"),
        ),
        ("Thủy lợi: Tổ thủy nông nạo vét kênh mương.", ("Tổ thủy nông",), ()),
        ("Phòng Nội vụ mở lớp tập huấn; các thôn cử người dự.", ("Phòng Nội vụ", "các thôn"), ()),
        ("Phòng Kinh tế hướng dẫn các hợp tác xã.", ("Phòng Kinh tế",), ()),
        ("Làm việc với cơ quan thông tấn, báo chí, truyền thông để quảng bá.", (),
         ("cơ quan thông tấn, báo chí, truyền thông",)),
        ("Thường xuyên phối hợp, cung cấp thông tin với các sở, ngành về giá cả.", (), ("các sở, ngành",)),
        ("Đ/c Trần Văn An, Phó Trưởng ban phụ trách các thôn Đông, Tây; chủ trì các cuộc họp.",
         ("Đ/c Trần Văn An, Phó Trưởng ban",), ()),
        ("Phòng trừ chuột: phát động toàn dân diệt chuột.", (), ()),
        ("Công an xã nắm tình hình trộm cắp ở các thôn.", ("Công an xã",), ()),
        ("Đài Truyền thanh huyện tăng thời lượng, phát sóng hằng ngày.", ("Đài Truyền thanh huyện",), ()),
        ("Trung tâm Dịch vụ tổng hợp xã treo băng rôn.", ("Trung tâm Dịch vụ tổng hợp xã",), ()),
        ("Phối hợp với các cơ quan tham mưu, giúp việc Đảng ủy chuẩn bị tài liệu.", (),
         ("các cơ quan tham mưu, giúp việc Đảng ủy",)),
        ("Phối hợp với các cơ quan, đơn vị, địa phương kiểm soát giá cả.", (), ("các cơ quan, đơn vị, địa phương",)),
        ("Phối hợp với tổ chức chính trị - xã hội tại địa phương vận động.", (),
         ("tổ chức chính trị - xã hội tại địa phương",)),
        ("Trên cơ sở kết quả chấm điểm, giao Phòng Nội vụ thành lập đoàn kiểm tra.", ("Phòng Nội vụ",), ()),
        ("Đề nghị các tổ chức cung cấp dịch vụ chi trả", ("các tổ chức cung cấp dịch vụ chi trả",), ()),
        ("Khuyến khích Liên minh Hợp tác xã mở gian hàng.", ("Liên minh Hợp tác xã",), ()),
        ("Chi cục Thủy lợi và Phòng, chống thiên tai trực ban.", ("Chi cục Thủy lợi và Phòng, chống thiên tai",), ()),
        ("Thi đua: Cuối năm 2026, Ban Thường trực MTTQ xã xem xét tặng quà.", ("Ban Thường trực MTTQ xã",), ()),
        ("Hướng dẫn, chỉ đạo các thôn treo cờ.", (), ("các thôn",)),
        ("Quán triệt Luật (Chủ trì: Phòng Nội vụ; phối hợp: các thôn; thời gian: Quý II/2026).", ("Phòng Nội vụ",),
         ("các thôn",)),
        ("Bàn việc làm đường (UBND xã chủ trì; Mặt trận xã phối hợp).", ("UBND xã",), ("Mặt trận xã",)),
        ("Sửa hương ước. Chủ trì là Phòng Tư pháp; cùng thực hiện có Công an xã.", ("Phòng Tư pháp",), ("Công an xã",)),
        ("Ban hành văn bản (Phòng Nội vụ chủ trì, phối hợp với Phòng Tư pháp; sau khi có Nghị định).",
         ("Phòng Nội vụ",), ("Phòng Tư pháp",)),
    ],
)  # fmt: skip
def test_who_does_it_and_with_whom(sentence, who, helped_by):
    found = doers_of(sentence)

    assert (found.leads, found.partners) == (who, helped_by)


@pytest.mark.parametrize(
    "words",
    [
        "Các thôn này không tổ chức hội nghị.",
        "Tổ chức chính trị: Thành phần dự hội nghị gồm Ban lãnh đạo và Thường trực các đoàn thể.",
    ],
)
def test_what_is_not_done_and_who_comes_are_no_duties(words):
    plan = f"{HEAD}II. TỔ CHỨC THỰC HIỆN\n1. Các thôn treo cờ.\n2. {words}\n{FOOT}"

    assert [duty.path for duty in read(plan).tasks] == ["II.1"]


def test_a_body_answers_for_its_own_people_and_for_whom_it_leads_with():
    plan = (
        f"{HEAD}II. TỔ CHỨC THỰC HIỆN\n1. Hội Nông dân xã\n- Phân công đồng chí Phó Chủ tịch phụ trách các chi hội.\n"
        f"- Đồng chủ trì với Hội Phụ nữ xã mở phiên chợ.\n{FOOT}"
    )

    assert [duty.leads for duty in read(plan).tasks] == [["Hội Nông dân xã"], ["Hội Nông dân xã", "Hội Phụ nữ xã"]]


def test_the_order_that_closes_a_directive_may_give_one_body_a_duty():
    body = """1. Công an xã tuần tra.
2. Các thôn treo biển báo.
Giao Phòng Kinh tế theo dõi, báo cáo Chủ tịch UBND xã hằng tuần.
"""
    plan = f"{HEAD}{body}{FOOT}"

    assert [(duty.path, duty.leads) for duty in read(plan).tasks][-1] == ("(1)", ["Phòng Kinh tế"])


def test_as_above_names_those_of_the_duty_before():
    plan = (
        f"{HEAD}II. NHIỆM VỤ\n1. Sửa nhà văn hóa\nĐơn vị thực hiện: Thôn Hạ.\n"
        f"2. Sơn lại cổng làng\nĐơn vị thực hiện: như trên.\n{FOOT}"
    )

    assert [duty.leads for duty in read(plan).tasks] == [["Thôn Hạ"], ["Thôn Hạ"]]


@pytest.mark.parametrize(
    ("value", "who", "helped_by"),
    [
        ("Trưởng thôn; phối hợp: Ban Công tác Mặt trận", ["Trưởng thôn"], ["Ban Công tác Mặt trận"]),
        ("Phòng Tư pháp (chủ trì); các thôn, Trạm Y tế (phối hợp)", ["Phòng Tư pháp"], ["các thôn", "Trạm Y tế"]),
        ("Thanh tra các Bộ, ngành, địa phương", ["Thanh tra các Bộ, ngành, địa phương"], []),
    ],
)
def test_who_helps_may_stand_behind_who_leads(value, who, helped_by):
    assert bodies_in(value) == (who, helped_by)


@pytest.mark.parametrize(
    ("words", "phrase"),
    [
        ("Xây dựng kế hoạch đào tạo, bồi dưỡng hằng năm cho cán bộ thôn.", None),
        ("Việc kê khai lần đầu, kê khai hằng năm theo mẫu.", None),
        ("Hằng năm tổ chức ngày hội đại đoàn kết.", "Hằng năm"),
    ],
)
def test_a_yearly_plan_is_a_thing_and_no_rhythm(words, phrase):
    assert phrase_in(words) == phrase


def test_heads_of_bodies_begin_a_name_of_their_own():
    named = "các tổ chức đoàn thể của xã, người đứng đầu các thôn, Đoàn đại biểu Quốc hội, Hội đồng nhân dân các cấp"

    assert split_names(named) == [
        "các tổ chức đoàn thể của xã",
        "người đứng đầu các thôn",
        "Đoàn đại biểu Quốc hội",
        "Hội đồng nhân dân các cấp",
    ]


@pytest.mark.parametrize(
    ("sentence", "kind", "due"),
    [
        ("Hằng tháng, trước ngày 25 các thôn rà soát hộ nghèo.", "periodic", ["2025-03-24"]),
        ("Tiếp công dân ngày 15 hằng tháng tại trụ sở.", "periodic", ["2025-03-15"]),
        ("Họp giao ban tổ vào thứ Năm hằng tuần.", "periodic", ["2025-03-13"]),
        ("Công khai kế hoạch dạy học vào cuối mỗi học kỳ.", "periodic", ["2025-06-30"]),
        ("Đợt 1: từ ngày 05/5 đến 15/5/2025; đợt 2: đến 20/10/2025.", "dated", ["2025-05-15", "2025-10-20"]),
        ("Khai giảng năm học ngày 05/9/2025.", "dated", ["2025-09-05"]),
        ("Sau mỗi đợt, gửi biên bản trước ngày 18/3/2025.", "event", ["2025-03-17"]),
        ("Từ tháng 3/2025 thực hiện rà soát và nghiệm thu trước 30/9/2025.", "dated", ["2025-09-29"]),
        ("Mở rộng đường làng (2026 trở đi).", "open", []),
        ("Giám sát việc thi hành Kế hoạch này từ năm 2026.", "open", []),
        ("Đề xuất xã xuất vật tư khi cần.", "event", []),
        ("Bảo vệ vùng thường xuyên chịu lũ.", "none", []),
        ("Tổ chức hội thi nhân dịp kỷ niệm Ngày thành lập (30/4/1975 - 30/4/2025).", "dated", ["2025-04-30"]),
    ],
)
def test_when_it_is_due(sentence, kind, due):
    when = Clock(datetime.date(2025, 3, 10)).read(phrase_in(sentence) or "")

    assert (when.kind, [day.isoformat() for day in when.due]) == (kind, due)


def test_a_blank_day_still_tells_the_month():
    text = (HEAD + "II. NHIỆM VỤ\n1. Công an xã tuần tra, xong trước ngày 15/11.\n" + FOOT).replace(
        "ngày 05 tháng 3 năm 2026", "ngày     tháng 12 năm 2026"
    )

    assert read(text).tasks[0].timing.due == (datetime.date(2027, 11, 14),)


def test_amounts_and_counts_are_no_duties():
    body = """II. NHIỆM VỤ
1. Tặng quà vào ngày Quốc khánh 02/9:
1.1. Nhóm người cao tuổi của các thôn: 300.000 đồng/người.
1.2. Nhóm gia đình chính sách: 400.000 đồng/người.
2. Xây dựng đường làng
- Sửa chữa các ngõ của thôn Đông.
- Nâng cấp cống ở thôn Tây.
Trong đó:
+ Lắp cống mới: 12 chiếc.
3. Khen thưởng
- Các thôn: Xét tối đa 2 tập thể và 4 cá nhân.
- Phòng Nội vụ trình danh sách.
"""
    assert paths(body) == ["II.1", "II.2.-1", "II.2.-2", "II.3.-2"]


def test_a_paragraph_among_bullets_may_order_somebody_else():
    body = """II. TỔ CHỨC THỰC HIỆN
1. Công an xã
- Tuần tra ban đêm.
Trong đó giao Trưởng Công an xã chỉ đạo thực hiện:
- Rà soát các đối tượng.
"""
    assert [duty.leads for duty in duties(body)] == [["Công an xã"], ["Trưởng Công an xã"]]


def test_what_is_checked_and_when_may_be_numbered_without_a_body():
    body = """II. NỘI DUNG
1- Kiểm tra
1.1- Nội dung: Kiểm tra việc thực hiện quy chế dân chủ.
1.2- Đối tượng: Chi bộ thôn Đông.
1.3- Thời gian: Quý II năm 2026.
"""
    (duty,) = duties(body)

    assert (duty.path, duty.timing.due) == ("II.1", (datetime.date(2026, 6, 30),))


def test_a_star_may_be_a_bullet():
    body = "II. NHIỆM VỤ\n1. Phòng Nội vụ\n* Rà soát quy chế.\n* Tập huấn cán bộ thôn.\n"

    assert paths(body) == ["II.1.-1", "II.1.-2"]


@pytest.mark.parametrize(
    ("sentence", "receivers", "kind"),
    [
        ("Định kỳ 6 tháng báo cáo kết quả với Ban Chấp hành Đảng bộ xã.", ["Ban Chấp hành Đảng bộ xã"], "periodic"),
        ("Khi có đơn thư phức tạp phải báo cáo ngay về UBND xã.", ["UBND xã"], "event"),
        ("Thường xuyên báo cáo tình hình về UBND huyện trước ngày 25 hằng tháng.", ["UBND huyện"], "periodic"),
        ("Báo cáo tình hình sau mỗi đợt gửi về UBND huyện.", ["UBND huyện"], "periodic"),
        (
            "6 tháng, cuối năm báo cáo UBND huyện (qua Phòng Nội vụ) trước ngày 20/6 và 20/12.",
            ["UBND huyện"],
            "periodic",
        ),
        ("Báo cáo tiến độ 3 tháng một lần về Phòng Nội vụ.", ["Phòng Nội vụ"], "periodic"),
    ],
)
def test_standing_reports(sentence, receivers, kind):
    (report,) = read(f"{HEAD}II. TỔ CHỨC THỰC HIỆN\n1. Công an xã\n- {sentence}\n- Tuần tra.\n{FOOT}").reports

    assert (report.senders, report.receivers) == (["Công an xã"], receivers)
    assert report.timing.kind in {kind, "event"}
