"""When a duty is due: in several steps, in words behind its deed, in brackets, and what is no time of it."""

import datetime

import pytest

from dinhlang.pure.reading import read
from dinhlang.pure.reading.tests.test_layouts import FOOT, HEAD
from dinhlang.pure.reading.times import Clock, phrase_in

DAY = datetime.date(2025, 3, 10)


def understood(sentence):
    when = Clock(DAY).read(phrase_in(sentence) or "")
    return when.kind, [day.isoformat() for day in when.due]


@pytest.mark.parametrize(
    ("sentence", "due"),
    [
        ("Khởi công cầu Bến Đò trước ngày 20/4/2025, hoàn thành trước ngày 30/11/2025.", ["2025-04-19", "2025-11-29"]),
        ("Dự thảo quy chế trước ngày 05/4/2025; trình phê duyệt trước ngày 25/4/2025.", ["2025-04-04", "2025-04-24"]),
        (
            "Chi trả trợ cấp phát sinh từ ngày 01/01/2025 đến ngày 28/02/2025, xong trước ngày 01/5/2025.",
            ["2025-04-30"],
        ),
        ("Mở hai lớp may: lớp thứ nhất trong tháng 4, lớp thứ hai trong tháng 9/2025.", ["2025-04-30", "2025-09-30"]),
        ("Thi đua: Cuối năm 2025, Hội đồng xét tặng giấy khen.", ["2025-12-31"]),
        ("Kết thúc năm 2026, Phòng Nội vụ báo cáo kết quả.", ["2026-12-31"]),
        ("Nạo vét kênh mương trước mùa mưa (trước ngày 30/5/2025).", ["2025-05-29"]),
        ("Xem xét, quyết định trong thời hạn 10 ngày kể từ ngày 01/4/2025.", ["2025-04-11"]),
    ],
)
def test_every_last_day_of_a_duty_is_read(sentence, due):
    assert understood(sentence) == ("dated", due)


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Kiểm tra tải trọng xe khi có dấu hiệu vi phạm.", "event"),
        ("Tham gia ý kiến; cử cán bộ hỗ trợ khi có yêu cầu.", "event"),
        ("Tổ chức đối thoại ngay từ khi mới phát sinh.", "event"),
        ("Niêm yết danh sách tại nhà văn hóa sau khi được Chủ tịch xã phê duyệt.", "event"),
        ("Thanh tra việc chấp hành pháp luật theo kế hoạch thanh tra được duyệt.", "event"),
        ("Tuần tra trước, trong và sau lễ hội đình làng.", "event"),
        ("Kiểm tra các chi bộ theo chương trình kiểm tra năm 2025.", "event"),
        ("Thực hiện xác minh khi Chủ tịch UBND xã yêu cầu.", "event"),
        ("Đăng tải ít nhất 02 tin, bài/tháng trên trang của xã.", "periodic"),
        ("Họp mặt già làng (thời gian theo giấy mời của Đảng ủy).", "event"),
        ("Kiểm tra lan can cầu trước mùa mưa bão.", "event"),
        ("Khi xuất khẩu nông sản, các hộ ghi nhật ký canh tác.", "event"),
        ("Họp dân định kỳ vào cuối năm 2026.", "dated"),
        ("Thực hiện bài kiểm tra thường xuyên trên giấy.", "none"),
        ("Đưa kết quả vào tiêu chí xếp loại cán bộ hằng năm.", "none"),
        ("Họp bất thường khi có yêu cầu của ít nhất 1/3 hộ dân.", "event"),
        ("Hướng dẫn người dân sơ tán khi có lũ.", "none"),
        ("Chuẩn bị phương án cứu trợ khi có thiên tai xảy ra.", "none"),
        ("Dự trữ vật tư cho nhiệm vụ đột xuất.", "none"),
        ("Đóng gói nông sản theo yêu cầu của thị trường.", "none"),
        ("Cân đối ngân sách hằng năm để bố trí kinh phí.", "none"),
        ("Trình UBND xã ban hành kế hoạch hằng năm trước ngày 31/01.", "periodic"),
        ("Mở lớp dạy nghề cho thanh niên, mỗi quý 01 lớp.", "periodic"),
        ("Tổ chức ngày hội trò chơi dân gian mỗi năm học một lần.", "periodic"),
        ("Rà soát hộ nghèo 6 tháng trước ngày 05/6/2025; năm trước ngày 05/11/2025.", "periodic"),
        ("Sửa chữa nhà văn hóa (xuyên suốt 2025 - 2027).", "ongoing"),
    ],
)
def test_what_a_duty_waits_for_and_what_is_no_time_of_it(sentence, kind):
    assert understood(sentence)[0] == kind


def test_a_report_on_two_days_of_the_year_may_begin_its_sentence():
    plan = (
        f"{HEAD}II. TỔ CHỨC THỰC HIỆN\n1. Các thôn\n- Báo cáo Phòng Nội vụ trước ngày 05/6 và 05/11 hằng năm.\n{FOOT}"
    )

    (report,) = read(plan).reports

    assert (report.senders, report.receivers, report.timing.kind) == (["Các thôn"], ["Phòng Nội vụ"], "periodic")
