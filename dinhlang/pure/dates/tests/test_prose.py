"""Times in running text: what says when a duty is due, and what only looks like it."""

import pytest

from dinhlang.pure.dates import times_in


def found(text):
    return [text[place.start : place.end] for place in times_in(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Giao Phòng Nội vụ tham mưu báo cáo [trước ngày 15/12/2025] để tổng hợp.",
        "Ủy ban nhân dân các xã gửi kết quả về Sở Nội vụ [chậm nhất ngày 20 tháng 11 năm 2025].",
        "Sở Tài chính [hoàn thành trong Quý III năm 2025], báo cáo Ủy ban nhân dân tỉnh.",
        "Phòng Tư pháp [định kỳ hằng quý] tổng hợp, báo cáo.",
        "Báo cáo kết quả [ngay sau khi kết thúc hội nghị] về Ủy ban bầu cử.",
        "Tổng hợp, trả lời [trong thời hạn 05 ngày làm việc kể từ ngày nhận được kiến nghị].",
        "[Hằng năm, báo cáo trước ngày 01 tháng 11 hoặc đột xuất] về UBND thị xã.",
        "Các đơn vị kiểm tra [từ ngày 01/9/2025 đến ngày 30/9/2025], báo cáo [trước ngày 05/10/2025].",
        "Thời gian thực hiện: [Năm 2025 và các năm tiếp theo].",
        "- Thời gian: [Thường xuyên].",
        "[Định kỳ 06 tháng (trước ngày 05/5/2024) và cuối năm (trước ngày 05/11/2024)] tổ chức kiểm điểm.",
        "báo cáo [định kỳ hàng tháng (trước ngày 16 hàng tháng), 6 tháng (trước ngày 16/6), tổng kết năm"
        " (trước ngày 20/11 hàng năm)].",
        "Định kỳ bị cắt: [Định kỳ 06\n\ntháng (trước ngày 05/5/2024)] thì vẫn là một.".replace(
            "Định kỳ bị cắt", "Trang bị cắt"
        ),
        "Các đội [báo cáo quý (ngày 10 của tháng cuối quý), 6 tháng (ngày 10/6), năm (ngày 10/11)] về xã.",
        "| 1 | Rà soát văn bản | Sở Tư pháp | [Quý IV/2025] |",
        "Trình HĐND tỉnh [tại kỳ họp thường lệ gần nhất].",
    ],
)
def test_the_whole_time_is_found(text):
    wanted = [piece.split("]")[0] for piece in text.split("[")[1:]]
    assert found(text.replace("[", "").replace("]", "")) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Căn cứ Kế hoạch số 12/KH-UBND ngày 05/3/2024 của Ủy ban nhân dân tỉnh;",
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
        "Căn cứ Luật Thi đua, khen thưởng ngày 15/6/2022;",
        "Thực hiện Công văn số 8935/BNV-CTTN&BĐG ngày 03 tháng 10 năm 2025 của Bộ Nội vụ",
        "theo Nghị quyết số 1339/NQ-UBTVQH15 ngày 28 tháng 12 năm 2024",
        "theo quy định của Luật Thực hiện dân chủ ở cơ sở năm 2022",
        "Chương trình mục tiêu quốc gia giai đoạn 2021-2025",
        "Chiến lược phát triển thanh niên đến năm 2030",
        "quy hoạch tỉnh thời kỳ 2021-2030, tầm nhìn đến năm 2050",
        "Kế hoạch kiểm tra năm học 2025-2026 của ngành giáo dục",
        "kinh phí chi thường xuyên của đơn vị",
        "Trung tâm giáo dục thường xuyên",
        "đường dây nóng hoạt động 24/7",
        "đào tạo sau đại học",
        "Lương Minh, ngày 12 tháng 01 năm 2026",
    ],
)
def test_what_only_looks_like_a_time_is_left_out(text):
    assert found(text) == []
