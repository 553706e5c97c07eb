"""The words a made-up province is named and kept busy with."""

from random import Random

SYLLABLES = (
    "An",
    "Bình",
    "Cẩm",
    "Châu",
    "Đại",
    "Đông",
    "Đồng",
    "Đức",
    "Hải",
    "Hòa",
    "Hoàng",
    "Hồng",
    "Hợp",
    "Hưng",
    "Kim",
    "Lam",
    "Liên",
    "Long",
    "Lộc",
    "Minh",
    "Mỹ",
    "Nam",
    "Ngọc",
    "Nghĩa",
    "Phong",
    "Phú",
    "Phúc",
    "Phương",
    "Quang",
    "Quảng",
    "Sơn",
    "Tam",
    "Tân",
    "Thái",
    "Thanh",
    "Thành",
    "Thắng",
    "Thiện",
    "Thịnh",
    "Thọ",
    "Thuận",
    "Tiên",
    "Trung",
    "Trường",
    "Vân",
    "Vĩnh",
    "Xuân",
    "Yên",
)
FAMILY = (
    "Nguyễn",
    "Trần",
    "Lê",
    "Phạm",
    "Hoàng",
    "Phan",
    "Vũ",
    "Đặng",
    "Bùi",
    "Đỗ",
    "Hồ",
    "Ngô",
    "Dương",
    "Lý",
    "Nông",
    "Giáp",
    "Thân",
    "Chu",
)
MEN = (("Văn", "Hữu", "Đức", "Quang", "Đình", "Xuân", "Mạnh"), ("anh", "ông"))
MEN_GIVEN = ("An", "Cường", "Dũng", "Đạt", "Đông", "Giang", "Hải", "Hòa", "Hùng", "Khánh", "Long", "Nam", "Phúc")
WOMEN = (("Thị", "Thu", "Ngọc", "Kim", "Thanh", "Bích"), ("chị", "bà"))
WOMEN_GIVEN = ("Chi", "Cúc", "Điệp", "Hạnh", "Hiền", "Hoa", "Hương", "Liên", "Mai", "Nga", "Nhung", "Oanh", "Yến")


def a_person(chance: Random) -> tuple[str, str]:
    """A name and how the person is addressed."""
    (middles, honorifics), given = chance.choice([(MEN, MEN_GIVEN), (WOMEN, WOMEN_GIVEN)])
    return f"{chance.choice(FAMILY)} {chance.choice(middles)} {chance.choice(given)}", chance.choice(honorifics)


PLAN_TITLES = (
    "Thực hiện dân chủ ở cơ sở năm {year}",
    "Kiểm tra việc thực hiện Quy chế dân chủ ở cơ sở năm {year}",
    "Tuyên truyền, phổ biến Luật Thực hiện dân chủ ở cơ sở năm {year}",
    "Rà soát, sửa đổi hương ước, quy ước thôn, tổ dân phố năm {year}",
    "Đối thoại trực tiếp giữa người đứng đầu và Nhân dân năm {year}",
    "Công khai tài chính, ngân sách năm {year}",
    "Xây dựng Chính quyền thân thiện, vì Nhân dân phục vụ năm {year}",
    "Nâng cao chất lượng tiếp công dân, giải quyết đơn thư năm {year}",
    "Củng cố Ban Thanh tra nhân dân, Ban Giám sát đầu tư của cộng đồng năm {year}",
    "Xây dựng nông thôn mới nâng cao năm {year}",
    "Chuyển đổi số phục vụ người dân năm {year}",
    "Vệ sinh môi trường, xây dựng cảnh quan sáng - xanh - sạch - đẹp năm {year}",
)
TASKS = (
    ("Niêm yết công khai các nội dung theo Điều 11", "Ảnh niêm yết tại nhà văn hóa"),
    ("Tổ chức hội nghị phổ biến Luật Thực hiện dân chủ ở cơ sở", "Biên bản, danh sách dự"),
    ("Lấy ý kiến Nhân dân về dự thảo quy chế", "Biên bản tổng hợp ý kiến"),
    ("Kiện toàn Ban Chỉ đạo thực hiện Quy chế dân chủ", "Quyết định kiện toàn"),
    ("Rà soát hương ước, quy ước", "Danh sách hương ước, đề xuất sửa đổi"),
    ("Tổ chức đối thoại với Nhân dân", "Biên bản đối thoại, thông báo kết luận"),
    ("Tự kiểm tra việc thực hiện quy chế", "Báo cáo tự kiểm tra"),
    ("Phát tin trên hệ thống loa truyền thanh", "Lịch phát, bản tin"),
    ("Công khai danh sách hộ được hỗ trợ", "Ảnh niêm yết, danh sách"),
    ("Họp dân bàn mức đóng góp xây dựng đường thôn", "Biên bản họp, tỷ lệ hộ đồng ý"),
    ("Khảo sát sự hài lòng của người dân", "Phiếu khảo sát, bảng tổng hợp"),
    ("Báo cáo kết quả thực hiện", "Báo cáo có chữ ký"),
)
PROGRESS = (
    "Đã họp, thống nhất cách làm; đang thu ý kiến các hộ.",
    "Đã niêm yết ở nơi dễ thấy, loa phát ba ngày liên tục.",
    "Đã hoàn thành, gửi kèm biên bản và ảnh.",
    "Đã làm xong phần chính, đang hoàn thiện hồ sơ.",
    "Đã gửi đủ hồ sơ theo yêu cầu.",
)
WHY_RETURNED = "Biên bản chưa ghi số hộ dự họp; xin bổ sung rồi gửi lại."
FINISHED = (
    "Đã hoàn thành, gửi kèm hồ sơ.",
    "Đã làm xong đúng nội dung kế hoạch; hồ sơ lưu tại cơ quan.",
    "Đã tổ chức xong, có biên bản và danh sách kèm theo.",
    "Đã hoàn thành; đã công khai kết quả tại trụ sở.",
)
