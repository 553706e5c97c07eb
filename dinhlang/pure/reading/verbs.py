"""The verbs with which a plan says that somebody must do something; written small, as they stand in a sentence."""

import re

from dinhlang.pure.reading.tones import old_tone

_STRONG = "có trách nhiệm|chịu trách nhiệm|[Cc]hủ trì|phải|có nhiệm vụ|là cơ quan|là đơn vị|là đầu mối"
_VERBS = (
    r"xây dựng|(?<!, )(?<!và )(?<!hoặc )(?<!phụ trách công tác )tổ chức|thực hiện|triển khai|căn cứ|tiếp tục|chủ động|tăng cường"
    r"|đẩy mạnh|theo dõi|hướng dẫn|đôn đốc|kiểm tra|rà soát|bố trí|báo cáo|tổng hợp|nghiêm túc|nghiêm chỉnh"
    r"|quan tâm|trên cơ sở|(?<!Giáo dục )thường xuyên|kịp thời|phát huy|chỉ đạo|lãnh đạo|làm đầu mối|làm cơ quan"
    r"|là cơ quan|là đơn vị|là đầu mối|ban hành|tuyên truyền|truyền thông|(?<!phối hợp )phổ biến|quán triệt"
    r"|(?<!bầu )(?<!ứng )(?<!Bầu )(?<!đề )cử(?! tri)|đề xuất|(?<!viện )(?<!Viện )nghiên cứu|khẩn trương|nâng cao|đảm bảo|bảo đảm"
    r"|giải quyết|xử lý|tiếp nhận|công khai|niêm yết|phân công|(?<!ngoại )(?<!Ngoại )(?<!được )giao(?! thông)"
    r"|đề nghị|yêu cầu|thông báo|kiện toàn|thẩm định|trình|tập trung|xác định|sử dụng|duy trì|vận động|huy động"
    r"|hỗ trợ|tạo điều kiện|(?<!và )(?<!trực tiếp )quản lý|(?<!kiểm tra, )(?<!kiểm tra và )giám sát|tham gia|thống nhất|trao đổi|(?<!kỳ )(?<!cuộc )họp"
    r"|triệu tập|quyết định|đăng tải|cập nhật|theo chức năng|theo nhiệm vụ|theo thẩm quyền|tùy theo|dựa trên"
    r"|ưu tiên|lồng ghép|gắn|phản ánh|đánh giá|sơ kết|tổng kết|định kỳ|hằng năm|hàng năm|hằng tháng|hàng tháng"
    r"|hằng quý|hàng quý|đăng ký|in ấn|phát động|phát hành|phát sóng|phát thanh (?:trên|về|hằng|tin|bài)|mở (?:lớp|hội|chuyên|đợt)|phát hiện|chuẩn bị|đề ra|vận hành|khai thác"
    r"|ứng dụng|cụ thể hóa|hoàn thiện|hoàn thành|thu thập|thu hút|khảo sát|điều tra|thí điểm|biên soạn|biên tập"
    r"|nhân rộng|khen thưởng|biểu dương|tôn vinh|tiến hành|thành lập|củng cố|mua sắm|trang bị|lắp đặt|sửa chữa"
    r"|tu bổ|bảo trì|quy hoạch|thanh tra|phòng ngừa|ngăn chặn|đấu tranh|phòng, chống|phòng chống|khắc phục"
    r"|ứng phó|giới thiệu|tư vấn|chi trả|thanh toán|quyết toán|phân bổ|cân đối|tính toán|lấy ý kiến|tiếp thu"
    r"|giải trình|đối thoại|tiếp xúc|lựa chọn|bồi dưỡng|(?<!cơ sở )(?<!Cơ sở )(?<!trường )(?<!phòng ban tham gia )đào tạo|tập huấn|mời|số hóa|chuyển đổi|kết nối|chia sẻ"
    r"|tích hợp|xem xét|góp ý|tham vấn|cho ý kiến|rút kinh nghiệm|đổi mới|cải tiến|cải cách|đơn giản hóa|mở rộng"
    r"|bổ sung|sửa đổi|điều chỉnh|thay thế|bãi bỏ|tháo gỡ|đề cao|chấp hành|tuân thủ|dự báo|cảnh báo|trang trí"
    r"|chăm lo|thông qua|tuần tra|khuyến khích|động viên|thúc đẩy|thu gom|phân loại|tiêu hủy|khơi thông|vệ sinh|lấy mẫu|xét nghiệm"
    r"|giúp|tìm kiếm|quy tập|xác minh|trả lời|bàn giao|giao ban|kiểm kê|kê khai|hiện đại hóa|xúc tiến|hợp tác"
    r"|quảng bá|nhanh chóng|tích cực|sẵn sàng|được quyền|trong phạm vi|có kế hoạch"
    r"|dự kiến|khi|có giải pháp|có biện pháp|có hình thức|có văn bản|đón tiếp|ra mắt|phân định|phân cấp|thể chế|luân chuyển"
    r"|sắp xếp|tinh gọn|di dời|bảo tồn|tôn tạo|học tập|tìm hiểu|hưởng ứng|treo|lên kế hoạch|tự chịu|nộp|chủ biên"
    r"|soạn thảo|dự thảo|công bố|công nhận|bình xét|tuyển dụng|tham dự|dự họp|liên hệ|liên kết|ký kết|kết hợp"
    r"|xã hội hóa|cam kết|vào cuộc|làm tốt|làm rõ|thiết lập|thiết kế|phục hồi|sao lưu|bám sát|bổ nhiệm|thể hiện"
    r"|cung ứng|đáp ứng|ngừng|dừng|phê duyệt|phân tích|nhắc nhở|chấn chỉnh|siết chặt|định hướng|quyết liệt"
    r"|đồng loạt|gửi|cung cấp(?! dịch vụ)|tạo dựng|lập kế hoạch|lập danh sách|lập dự toán|lập hồ sơ|làm việc|cần"
    r"|sẽ|đưa|phát triển(?! (?:Thành phố|Châu))|trực tiếp chỉ đạo|trực tiếp(?! quản lý)|đồng thời|bảo vệ"
    r"|quản trị|tô chức|tố chức|triên khai|triến khai|thực hiên|chủ tri"
)
_OPENERS = (  # verbs too short to be told from a part of a name, but plain at the beginning of a duty
    "lập|mở|xây|ký|thu|nộp|in|làm|tạo|đặt|nắm|viết|đưa|đăng|cấp|chuyển|nhận|đón|dành|đầu tư|phụ trách"
    "|diễn tập|kích hoạt|thi đua|điều chuyển|tháo dỡ|đấu nối|tổng điều tra|treo|phun|trồng|xét|chấm|dọn|tự"
    "|hình thành|phổ cập|từng bước|phấn đấu|trao|giải đáp|sơ|tái cơ cấu|nhất quán|chú trọng|tinh giản"
    "|hạn chế|kiên quyết|kiểm soát|ổn định|giảm thiểu|đón đầu|làm chủ|đóng góp|xếp loại|liên thông"
    r"|đa dạng|thống kê|tìm|xóa|giảm|tăng|nhân|rèn|chống|phòng|giữ|bồi|khơi|đề|thay|gắn|nối|kéo"
    r"|khôi phục|tái|lấy|cho|lồng|đảm|tuyển|dự|nội dung chủ"
)
_AFTER_HEAD = "".join(
    rf"(?<!\b{head} )"
    for head in [
        "Ban",
        "Tổ",
        "Đoàn",
        "Ủy ban",
        "Hội đồng",
        "Trung tâm",
        "Đài",
        "Phòng",
        "Vụ",
        "Cục",
        "Viện",
        "Đội",
        "Bộ phận",
        "các",
        "Các",
        "người",
        "bộ phận",
        "cán bộ",
        "hệ thống",
        "Hệ thống",
        "Tổ công tác",
        "được",
    ]
)
_NOUN_AFTER = r"(?!\s+(?:chính trị|tôn giáo|thành viên|xã hội|đoàn thể|Đảng|đảng|Hội|hành chính nhà nước)\b)"
STRONG = re.compile(rf"\b(?:{_STRONG})\b")
VERB = re.compile(
    rf"(?:\b(?:{_STRONG}|tham mưu)|(?<!\bHội đồng )\bphối hợp|{_AFTER_HEAD}\b(?:{_VERBS}))\b{_NOUN_AFTER}"
)
_OPENING = re.compile(rf"(?:{_STRONG}|phối hợp|tham mưu|{_VERBS}|{_OPENERS})\b{_NOUN_AFTER}", re.I)
_ORDER = re.compile(
    r"(?:(?:UBND|Ủy ban nhân dân|Chủ tịch UBND|Chủ tịch Ủy ban nhân dân|Chính phủ|Thủ tướng Chính phủ|HĐND"
    r"|Hội đồng nhân dân|(?:Ban )?Thường trực|Ban Thường vụ|Ban Chỉ đạo|Ủy ban Mặt trận|Ủy ban MTTQ|Đảng ủy"
    r"|Tỉnh ủy|Thành ủy|Huyện ủy)\s+(?:[^\W\d_]+\s+){0,8}?(?:trân trọng\s+)?)?"
    r"(?:Giao(?:\s+cho)?(?:\s+trách nhiệm(?:\s+cho)?)?|Đề nghị|Yêu cầu|Phân công|Chỉ đạo và đề nghị"
    r"|Ủy quyền(?:\s+cho)?|Trân trọng đề nghị|giao|đề nghị|yêu cầu)(?!,)\s*:?\s*(?:cho\s+)?"
)


def opens_with_verb(text: str) -> bool:
    """Say whether a text begins with what is to be done: "Tổ chức …", "Tiếp tục rà soát …"."""
    return bool(_OPENING.match(old_tone(text)))


def order_at(text: str) -> int:
    """How many letters an order takes before the name of the body: "Giao ", "Đề nghị: "; 0 where there is none."""
    found = _ORDER.match(old_tone(text))
    return found.end() if found else 0


def is_asked(text: str) -> bool:
    """Say whether a body is asked, not ordered."""
    return bool(re.match(r"(?:Trân trọng )?đề nghị", text, re.I))
