"""Who must do it, and with whom, in every form that plans use."""

import pytest

from dinhlang.pure.reading.sentences import doers_of

FORMS = [
    ("Giao Sở Nội vụ chủ trì, phối hợp với Sở Tư pháp rà soát quy chế", ["Sở Nội vụ"], ["Sở Tư pháp"], False),
    ("Giao cho phòng Tư pháp tham mưu cho UBND xã ban hành kế hoạch", ["phòng Tư pháp"], [], False),
    ("Đề nghị Ủy ban MTTQ xã giám sát việc thực hiện", ["Ủy ban MTTQ xã"], [], True),
    ("Đề nghị: Hội Nông dân tỉnh, Hội Phụ nữ tỉnh", ["Hội Nông dân tỉnh", "Hội Phụ nữ tỉnh"], [], True),
    ("Sở Tài chính: Thẩm định dự toán", ["Sở Tài chính"], [], False),
    ("UBND các xã, phường xây dựng kế hoạch", ["UBND các xã, phường"], [], False),
    ("Uỷ ban nhân dân xã hướng dẫn các thôn", ["Uỷ ban nhân dân xã"], [], False),
    ("Trên cơ sở đề xuất của các phòng, Sở Tài chính thẩm định kinh phí", ["Sở Tài chính"], [], False),
    (
        "Từ ngày 04/02/2026: Ban Thường trực họp với Trưởng thôn để thống nhất",
        ["Ban Thường trực"],
        ["Trưởng thôn"],
        False,
    ),
    ("Phối hợp chặt chẽ với Công an xã trong việc bảo vệ", [], ["Công an xã"], False),
    ("Chỉ đạo các trường học tuyên truyền", [], ["các trường học"], False),
    ("Thông qua hội nghị do HĐND xã tổ chức trong tháng", ["HĐND xã"], [], False),
    (
        "cơ quan, tổ chức, đơn vị trực tiếp quản lý người ứng cử có trách nhiệm trả lời",
        ["cơ quan, tổ chức, đơn vị trực tiếp quản lý người ứng cử"],
        [],
        False,
    ),
    ("Công an xã chủ trì, Ban Chỉ huy Quân sự xã phối hợp tuần tra", ["Công an xã"], ["Ban Chỉ huy Quân sự xã"], False),
    (
        "Giao Trạm Y tế chủ trì, các trường và các thôn phối hợp: phun khử khuẩn",
        ["Trạm Y tế"],
        ["các trường", "các thôn"],
        False,
    ),
    ("Sở Y tế đồng chủ trì với Sở Nội vụ rà soát biên chế", ["Sở Y tế", "Sở Nội vụ"], [], False),
    ("Phòng Kinh tế hoàn chỉnh hồ sơ chợ, gửi Sở Công Thương", ["Phòng Kinh tế"], [], False),
    ("Chủ trì, phối hợp với các thôn lập đồ án quy hoạch", [], ["các thôn"], False),
    ("Chỉ đạo công đoàn cơ sở mở hội nghị", [], ["công đoàn cơ sở"], False),
    ("Trung tâm Chính trị mở 02 lớp bồi dưỡng", ["Trung tâm Chính trị"], [], False),
    ("Các chi bộ sinh hoạt chuyên đề", ["Các chi bộ"], [], False),
    ("Cấp tờ gấp ở 05 thôn - Phòng Tư pháp thực hiện, xong trước 31/10.", ["Phòng Tư pháp"], [], False),
    ("Phòng Kinh tế làm thủ tục chi trả", ["Phòng Kinh tế"], [], False),
    ("Ban họp 01 lần/quý", ["Ban"], [], False),
    ("Kính đề nghị UBND xã hỗ trợ kinh phí", ["UBND xã"], [], True),
    ("BTV Huyện đoàn: giám sát 02 xã", ["BTV Huyện đoàn"], [], False),
    (
        "Phân công đồng chí Sen phụ trách; đồng chí Lan, chuyên viên theo dõi",
        ["đồng chí Sen", "đồng chí Lan, chuyên viên"],
        [],
        False,
    ),
    ("Khảo sát, lập dự toán 03 tuyến: Phòng Kinh tế; xong tháng 4.", ["Phòng Kinh tế"], [], False),
    ("Bản Nà Lo làm điểm mô hình hiến đất", ["Bản Nà Lo"], [], False),
    ("100% chiến sĩ học Luật; các Đội, Công an xã tổ chức ký cam kết", ["các Đội", "Công an xã"], [], False),
    ("Mỗi tuần bố trí 02 buổi phát thanh", [], [], False),
    ("UBND xã trình Hội đồng nhân dân xã quyết định mức đóng góp", ["UBND xã"], [], False),
    ("Trưởng các thôn nắm tâm tư của Nhân dân", ["Trưởng các thôn"], [], False),
    ("Lập kế hoạch của tổ; chỉ đạo giáo viên soạn bài giảng", [], ["giáo viên"], False),
    ("Thanh tra, kiểm tra việc thu phí", [], [], False),
    ("Phân công thành viên theo dõi các thôn", [], [], False),
    ("Tuyên truyền để người dân đồng hành cùng chính quyền", [], [], False),
    ("Tổ chức tuyên truyền Luật đến Nhân dân", [], [], False),
    ("Hội nghị cử Tổ kiểm phiếu", [], [], False),
    ("Ban hành quy chế mẫu", [], [], False),
    ("Báo cáo kết quả về UBND tỉnh", [], [], False),
    (
        "Tiếp tục thi hành Luật; các cơ quan, đơn vị rà soát quy chế; chính quyền các cấp thực hiện dân chủ",
        ["các cơ quan, đơn vị", "chính quyền các cấp"],
        [],
        False,
    ),
]


@pytest.mark.parametrize(("sentence", "leads", "partners", "asked"), FORMS)
def test_a_sentence_says_who_does_it_with_whom_and_whether_they_are_asked(sentence, leads, partners, asked):
    found = doers_of(sentence)

    assert (list(found.leads), list(found.partners), found.asked) == (leads, partners, asked)


def test_a_heading_that_only_names_a_body_is_known():
    assert doers_of("Sở Giáo dục và Đào tạo").only_named
    assert not doers_of("Sở Giáo dục và Đào tạo hướng dẫn các trường").only_named
