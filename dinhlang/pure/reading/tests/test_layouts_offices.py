"""Whole plans of other offices: a school, a party committee, the police, a cooperative, the Front; all made up."""

import datetime

from dinhlang.pure.reading.tests.test_reading import read

PARTY = """ĐẢNG BỘ HUYỆN TÂN SƠN
ĐẢNG ỦY XÃ ĐỒNG SEN
*
Số 45-KH/ĐU
ĐẢNG CỘNG SẢN VIỆT NAM
Đồng Sen, ngày 05 tháng 3 năm 2024

KẾ HOẠCH
kiểm tra, giám sát của Ban Chấp hành Đảng bộ xã năm 2024
-----
Căn cứ Điều lệ Đảng;
Ban Thường vụ Đảng ủy xã xây dựng kế hoạch như sau:
I- MỤC ĐÍCH, YÊU CẦU
1- Việc kiểm tra phải khách quan, dân chủ.
II- NỘI DUNG
1- Giám sát chuyên đề
- Giám sát đối với Chi bộ Trường Tiểu học; thời gian thực hiện: tháng 8/2024.
- Giám sát đối với Chi bộ Trạm Y tế; thời gian thực hiện: tháng 10/2024.
III- TỔ CHỨC THỰC HIỆN
1- Ủy ban Kiểm tra Đảng ủy chủ trì, phối hợp với Văn phòng Đảng ủy triển khai Kế hoạch; định kỳ 6 tháng, 01 năm báo
cáo kết quả với Ban Chấp hành Đảng bộ xã.
2- Các chi bộ trực thuộc xây dựng kế hoạch của chi bộ, gửi về Đảng ủy (qua Ủy ban Kiểm tra) trước ngày 20/3/2024.
Nơi nhận:
- Các chi bộ trực thuộc,
- Lưu VP.
T/M BAN THƯỜNG VỤ
PHÓ BÍ THƯ THƯỜNG TRỰC
(Đã ký)
Nguyễn Thị Hòa
"""


def test_a_party_committee_checks_its_cells():
    found = read(PARTY)
    (report,) = found.reports

    assert (found.heading.issuer.value, found.heading.signer.name) == ("Đảng ủy xã Đồng Sen", "Nguyễn Thị Hòa")
    assert [duty.path for duty in found.tasks] == ["II.1.-1", "II.1.-2", "III.1", "III.2"]
    assert found.tasks[3].timing.due == (datetime.date(2024, 3, 19),)
    assert (report.senders, report.receivers) == (["Ủy ban Kiểm tra Đảng ủy"], ["Ban Chấp hành Đảng bộ xã"])


SCHOOL = """| PHÒNG GD&ĐT HUYỆN TÂN SƠN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
| TRƯỜNG TH VÀ THCS ĐỒNG SEN | Độc lập - Tự do - Hạnh phúc |
| Số: 87/KH-THTHCS | Đồng Sen, ngày 20 tháng 9 năm 2022 |

KẾ HOẠCH
Thực hiện Quy chế dân chủ năm học 2022 - 2023

A. MỤC ĐÍCH, YÊU CẦU
- Phát huy quyền làm chủ của giáo viên.
B. TỔ CHỨC THỰC HIỆN
1. Hiệu trưởng
- Tổ chức đối thoại với cha mẹ học sinh ít nhất 02 lần/năm.
2. Phó Hiệu trưởng phụ trách chuyên môn: chỉ đạo các tổ chuyên môn công khai kế hoạch dạy học vào đầu mỗi tháng.
3. Công đoàn: phối hợp với Ban Giám hiệu tổ chức hội nghị; giám sát việc thực hiện Quy chế.

| Nơi nhận: - Phòng GD&ĐT (b/c); - Lưu: VT. | HIỆU TRƯỞNG Bùi Văn Thắng |
"""


def test_a_school_names_its_posts_before_a_colon():
    found = read(SCHOOL)

    assert [duty.leads for duty in found.tasks] == [
        ["Hiệu trưởng"],
        ["Phó Hiệu trưởng phụ trách chuyên môn"],
        ["Công đoàn"],
    ]
    assert [duty.timing.kind for duty in found.tasks] == ["periodic", "periodic", "none"]
    assert found.tasks[2].partners == ["Ban Giám hiệu"]


POLICE = """CÔNG AN TỈNH BẮC SƠN
CÔNG AN HUYỆN TÂN SƠN
Số: 312/KH-CAH-ĐTTH
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Tân Sơn, ngày     tháng 11 năm 2023

KẾ HOẠCH
Mở đợt cao điểm bảo đảm an ninh, trật tự Tết Nguyên đán

I. PHÂN CÔNG THỰC HIỆN
1. Đội Cảnh sát hình sự (Đội CSHS)
a. Chủ trì, phối hợp Công an các xã, thị trấn rà soát đối tượng; lập danh sách quản lý.
2. Đội Tổng hợp: tập hợp kết quả, báo cáo Công an tỉnh (qua PV01) vào 15 giờ thứ Năm hàng tuần.
II. CHẾ ĐỘ THÔNG TIN BÁO CÁO
- Báo cáo tuần: trước 10 giờ thứ Năm hằng tuần.
Các báo cáo gửi về Công an huyện (qua Đội Tổng hợp).

Nơi nhận:                                   KT. TRƯỞNG CÔNG AN HUYỆN
- Các đội nghiệp vụ (thực hiện);            PHÓ TRƯỞNG CÔNG AN HUYỆN
- Lưu: ĐTH.
                                            Thượng tá Lê Minh Tâm
"""


def test_the_police_report_every_week():
    found = read(POLICE)

    assert found.tasks[0].partners == ["Công an các xã, thị trấn"]
    assert all(report.timing.kind == "periodic" for report in found.reports)
    assert [report.receivers for report in found.reports] == [["Công an tỉnh"], ["Công an huyện Tân Sơn"]]
    assert not any("Các báo cáo" in duty.leads for duty in found.tasks)


COOPERATIVE = """LIÊN MINH HỢP TÁC XÃ TỈNH
HTX DVNN PHÚ LỘC
Số: 05/KH-HTX
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Phú Lộc, ngày 10/01/2021

KẾ HOẠCH
SẢN XUẤT VỤ XUÂN NĂM 2021

I. BIỆN PHÁP
1. Thủy lợi: Tổ thủy nông nạo vét kênh mương xong trước 20/01/2021, đảm bảo đủ nước gieo cấy.
2. Phòng trừ chuột: phát động toàn dân diệt chuột đợt 1 từ 15 - 20/01/2021, đợt 2 từ 01 - 05/3/2021.
II. TỔ CHỨC THỰC HIỆN
1. Các đội sản xuất họp xã viên trước ngày 18/01/2021.
2. Kế toán HTX: thanh toán tiền công cho xã viên vào ngày 25 hằng tháng.
TM. HỘI ĐỒNG QUẢN TRỊ
CHỦ TỊCH HĐQT KIÊM GIÁM ĐỐC
Nguyễn Văn Mạnh
"""


def test_a_cooperative_plans_its_season():
    found = read(COOPERATIVE)
    first, second, *_ = found.tasks

    assert [duty.leads for duty in found.tasks] == [["Tổ thủy nông"], [], ["Các đội sản xuất"], ["Kế toán HTX"]]
    assert first.timing.due == (datetime.date(2021, 1, 19),)
    assert second.timing.due == (datetime.date(2021, 1, 20), datetime.date(2021, 3, 5))
    assert found.heading.superior.value == "Liên minh hợp tác xã Tỉnh"


def test_no_scrap_of_a_table_makes_the_reader_fail():
    for scrap in (
        "| a | b |\n\n| TT | Nội dung |",
        "a\tb\tc\n\tTT\tNội dung công việc\tThời gian\n",
        "|\t|\t|\nSTT\n|",
    ):
        read(f"KẾ HOẠCH\nI. NHIỆM VỤ\n{scrap}")
