"""The verbs with which a plan says that somebody must do something; written small, as they stand in a sentence."""

import re

from dinhlang.pure.reading.tones import old_tone
from dinhlang.pure.reading.words import any_of

_STRONG = (
    "có trách nhiệm|chịu trách nhiệm|(?:[Đđ]ồng )?[Cc]hủ trì|phải|có nhiệm vụ|là (?:cơ quan|đơn vị"
    "|đầu mối|lực lượng|nòng cốt|chủ đầu tư)"
)
_VERBS = any_of(
    r"""
    biểu quyết; biệt phái; bình chọn; bóc tách; bỏ phiếu; bổ khuyết; cam đoan; canh gác; che chắn; chia tách;
    cho phép; cho thuê; chào mừng; chấm điểm; chất vấn; chặt hạ; chỉ định; chỉnh trang; chứng thực; cưỡng chế;
    cải tạo; cảm hóa; cấp phát; cắm mốc; cắt giảm; diễn tập; dọn dẹp; dự trữ; ghi nhận; gia cố; gia hạn; giải
    ngân; giải tỏa; giải đáp; giữ gìn; gìn giữ; hiệp thương; hiệu chỉnh; hoán đổi; hạch toán; hợp nhất; khai
    báo; khai trừ; khoanh vùng; khuyến cáo; khôi phục; khống chế; khởi tố; khử khuẩn; kiểm điểm; kiểm đếm; kèm
    cặp; kết nghĩa; kết nạp; loại bỏ; lập bản đồ; lắng nghe; mít tinh; nghiêm cấm; nghiệm thu; nhận diện;
    (?<!DA )(?<!dự án )nâng cấp; nêu gương; nạo vét; nắm bắt; phá dỡ; phát quang; phân luồng; phân vùng;
    phúc khảo; phấn đấu; phối kết hợp; quyên góp; ra quân; rút gọn; san lấp; so sánh; soát xét; sàng lọc; sơ
    cứu; sơ tán; tham khảo; thanh lý; thu dọn; thu hồi; thuyết minh; thăm hỏi; thương lượng; thương thảo; thẩm
    tra; thỏa thuận; thống kê; thụ lý; thử nghiệm; tiêm phòng; tiến cử; tra cứu; tranh thủ; trao tặng; tri ân;
    truy cập; truy thu; truy tìm; trích lập; trưng bày; trưng cầu; trưng dụng; tu sửa; tuyên dương; tuyển chọn;
    tuyển sinh; tái thiết; tôn trọng; túc trực; tạm dừng; tạm giữ; tạm ứng; tạo lập; tập kết; tịch thu; tố giác;
    tổng duyệt; tổng vệ sinh; từ chối; vinh danh; xin ý kiến; xác lập; xác nhận; xác thực; xếp hạng; xếp loại;
    xử phạt; điều phối; điều động; đo đạc; đình chỉ; đính chính; đảm nhiệm; đảm trách; đặt tên; đền bù; đối
    chiếu; đối soát; đồng ý; đỡ đầu; ủy quyền; ứng trực;
    bắt tay; chấm thi; gương mẫu; lắp(?: đặt)?; nêu cao; phục vụ; làm (?:thư ký|trưởng|tổ trưởng|đầu mối|cơ quan);
     dẫn chương trình; đứng ra; nhập dữ liệu; phát (?:phiếu|tờ|tài liệu|giấy|quà|thẻ|loa);
    thu (?:phiếu|thập|nộp|hồi|nhận|dung|ngân); tiếp (?:công dân|dân|đón|thu|tục); trông giữ;
    trực (?:cấp cứu|ban|chiến|chốt);
    tự (?:rà soát|kiểm tra|đánh giá|tổ chức|chấm|giám sát|bố trí|cân đối); viết (?:báo cáo|bài|tin);
    in (?:tài liệu|phiếu|danh sách|thẻ); trồng (?:cây|rừng|hoa); đặt (?:hòm|biển|thùng); cấp (?:giấy|thẻ|kinh phí|phép);
    bắt giữ; biểu diễn; bóc gỡ; chuẩn hóa; (?<!và )(?<!ứng dụng )chuyển giao; chuyển dịch; chỉnh lý; chỉnh sửa; cài đặt;
    cách ly; cải thiện; cố gắng; cổ vũ; cổ động; dàn dựng; dẫn đầu; dập dịch; giúp đỡ; giải thể; ghi hình; gắn biển;
    gắn kết; hoàn chỉnh; hoàn trả; hoàn tất; hoạch định; hội ý; khai mạc; khai trương; khấu trừ; khởi công; khởi động;
    kiến tạo; kêu gọi; lan tỏa; liên lạc; luyện tập; luân phiên; làm chủ đầu tư; miễn nhiệm; mở thầu; nhận định;
    niêm phong; nỗ lực; phân tuyến; phát lại; phê bình; phủ sóng; răn đe; sáp nhập; sưu tầm; tham quan;
    thanh quyết toán;
    thu hoạch; thuyết phục; thâm canh; tiếp sóng; tiếp âm; triệt phá; truy bắt; truy quét; tối ưu; tự động hóa; xóa bỏ;
    đàm phán; đi đầu; điểm danh; đóng gói; đưa tin; đẩy lùi; đẩy nhanh; đề cử; đổi tên;
    (?<!âm )(?<!Ban )(?<!ban )ki[ểềế]m soát(?! bệnh tật| thủ tục| viên| nội bộ);
    tổ chức (?:họp|kiểm tra|lấy ý kiến|phổ biến|quán triệt|rà soát|tuyên truyền|tập huấn);
    lập (?:bản đồ|phiếu|tổ|đoàn|đồ án|báo cáo|tờ trình|biên bản);
    lập (?:danh mục|thủ tục|[đĐ]ề án|danh sách|kế hoạch|dự toán|hồ sơ|sổ|phương án|quy hoạch);
    bãi bỏ; bám sát; bàn giao; ban hành; báo cáo; bảo đảm; bảo tồn; bảo trì; (?<!tham gia )bảo vệ; biên soạn; biên tập;
    biểu dương; bình xét; bổ nhiệm; bổ sung; bố trí; (?<!Đào tạo, )(?<!đào tạo, )(?<!Đào tạo - )bồi dưỡng; cải cách;
    cải tiến; cam kết; cần; căn cứ;
    cân đối; cảnh báo; cập nhật; chăm lo; chấn chỉnh; chấp hành; chỉ đạo; chi trả; chia sẻ; cho ý kiến;
    chủ biên; chủ động; chủ tri; chuẩn bị; chuyển đổi; có biện pháp; có giải pháp; có hình thức; có kế hoạch;
    có phương án; có văn bản; công bố; công khai; công nhận; cụ thể hóa; (?<!bầu )(?<!ứng )(?<!Bầu )(?<!đề )cử(?! tri);
    cung cấp(?! dịch vụ); củng cố; cung ứng; đảm bảo; đăng ký; đăng tải; đánh giá;
    (?<!cơ sở )(?<!Cơ sở )(?<!trường )(?<!phòng ban tham gia )đào tạo; đáp ứng; đấu tranh; đẩy mạnh; đề cao;
    đề nghị; đề ra; đề xuất; di dời; điều chỉnh; điều tra; định hướng; định kỳ; đổi mới; đối thoại; đôn đốc;
    đơn giản hóa; đón tiếp; đồng loạt; đồng thời; động viên; dự báo; dự họp; dự kiến; dự thảo; đưa; dựa trên;
    dừng; được quyền; duy trì; gắn; giải quyết; giải trình; (?<!kiểm tra, )(?<!kiểm tra và )giám sát; giao ban;
    (?<!ngoại )(?<!Ngoại )(?<!được )giao(?! thông); giới thiệu; (?<!tham mưu, )giúp; góp ý; gửi; hằng năm; hàng năm;
    hằng quý; hàng quý; hằng tháng; hàng tháng; hiện đại hóa; hỗ trợ; hoàn thành; hoàn thiện; học tập;
    (?<!kỳ )(?<!cuộc )họp; hợp tác(?! xã); hướng dẫn; hưởng ứng; huy động; in ấn; kê khai; kết hợp; kết nối;
    khắc phục; khai thác; khẩn trương; khảo sát; khen thưởng; khi; khơi thông; khuyến khích; kiểm kê; kiểm tra;
    kiện toàn; kịp thời; ký kết; là cơ quan; là đầu mối; là đơn vị; làm cơ quan; làm đầu mối; làm rõ; làm tốt;
    làm (?:điểm|mẫu|thủ tục|hồ sơ|đường|vệ sinh|sạch|mới);
    làm việc; lãnh đạo; lập danh sách; lắp đặt; lập dự toán; lập hồ sơ; lập kế hoạch; lấy mẫu; lấy ý kiến;
    lên kế hoạch; liên hệ; liên kết; lồng ghép; lựa chọn; luân chuyển;
    mở (?:0?\d+ )?(?:lớp|hội|chuyên|đợt|phiên|gian|tài khoản|sổ|kho|cửa|điểm|hòm); mở rộng; mời;
    mua sắm; nâng cao; ngăn chặn; nghiêm chỉnh; nghiêm túc; (?<!viện )(?<!Viện )nghiên cứu; ngừng; nhắc nhở;
    nhân rộng; nhanh chóng; niêm yết; nộp; phản ánh; phân bổ; phân cấp; phân công; phân định; phân loại;
    phân tích; phát động; phát hành; phát hiện; phát huy; phát sóng; phát thanh (?:trên|về|hằng|tin|bài);
    (?<!, )phụ trách(?= chung| công tác| lĩnh vực| các| địa bàn| xã| huyện| cụm| thôn);
    phát triển(?! (?:Thành phố|Châu)); phê duyệt; (?<!phối hợp )phổ biến; phòng, chống; phòng chống;
    phòng ngừa; phục hồi; (?<!và )(?<!trực tiếp )quản lý; quan tâm; quản trị; quán triệt; quảng bá; quy hoạch;
    quy tập; quyết định; quyết liệt; quyết toán; ra mắt; rà soát; rút kinh nghiệm; sẵn sàng; sao lưu; sắp xếp;
    sẽ; siết chặt; số hóa; (?<!nhà )(?<!điểm )sinh hoạt (?:chuyên đề|định kỳ|chi bộ|thường kỳ|dưới cờ); sơ kết;
    soạn thảo; soạn (?:bài|giáo án|văn bản|báo cáo); sử dụng; sửa chữa; sửa đổi;
    tăng cường; tạo điều kiện; tạo dựng;
    tập huấn; tập trung; thẩm định; tham dự; (?<!ực lượng )tham gia; tham vấn; thành lập; thanh toán; thanh tra;
    tháo gỡ;
    thay thế; thể chế; thể hiện; theo chức năng; theo dõi; theo nhiệm vụ; theo thẩm quyền; thí điểm; thiết kế;
    thiết lập; thông báo; thống nhất; thông qua; thu gom; thu hút; thu thập; thúc đẩy; thực hiện; thực hiên;
    (?<!Giáo dục )thường xuyên; tích cực; tích hợp; tiến hành; tiếp nhận; tiếp thu; tiếp tục; tiếp xúc;
    tiêu hủy; tìm hiểu; tìm kiếm; tinh gọn; tính toán;
    (?<!, )(?<!và )(?<!hoặc )(?<!phụ trách công tác )tổ chức; tô chức; tố chức; tôn tạo; tôn vinh; (?<!ịch vụ )tổng hợp;
    tổng kết; trả lời; trang bị; trang trí; trao đổi; trên cơ sở; treo; triển khai; triên khai; triến khai;
    triệu tập;
    (?<!Công )(?<!công )(?<!Chương )(?<!chương )(?<!Quy )(?<!quy )(?<!lộ )(?<!quá )(?<!giáo )(?<!hành )trình;
    trong phạm vi; trực tiếp chỉ đạo; trực tiếp(?! quản lý);
    (?<!cơ quan )(?<!Cơ quan )(?<!thông tin )(?<!thông tin, )(?<!báo chí, )(?<!báo chí và )truyền thông;
    tu bổ; tự chịu;
    tư vấn; tuân thủ; tuần tra; tùy theo; tuyển dụng; tuyên truyền; ứng dụng; ứng phó; ưu tiên; vận động;
    vận hành; vào cuộc; vệ sinh; xã hội hóa; xác định; xác minh; (?<!dự án đầu tư )xây dựng; xem xét; xét nghiệm; xử lý;
    xúc tiến; yêu cầu
    """
)
_OPENERS = any_of(  # verbs too short to be told from a part of a name, but plain at the beginning of a duty
    r"""
    bàn; bán; bảo quản; khai giảng; tựu trường; bế giảng; thi(?! đua| hành); sơ tuyển; bầu; bắt; bồi thường; chia;
    chú ý; chăm sóc; chế biến; chọn; chốt; chụp; công chứng;
    cúng; cấm; dán; dâng; dựng; ghi; ghép; gieo; giáo dục; giãn; hiến; hòa giải; khám; lưu trữ; mua; nhập; nuôi;
    nêu; phát thanh; quan trắc; rút; siết; soạn; thi công; thăm; thả; thắp; tiêm; tiếp; trích; trả; trực; tách;
    tước; tưới; tặng; vay; viếng; vận chuyển; vẽ; vớt; xem; điền; điều hành; đồng hành; ủng hộ;
    đồng chủ trì; bồi; cấp; chấm; cho; chống; chú trọng; chuyển; đa dạng; đảm; đăng; dành; đặt; đấu nối; đầu tư; đề;
    diễn tập; điều chuyển; đón; dọn; đón đầu; đóng góp; dự; đưa; gắn; giải đáp; giảm; giảm thiểu; giữ; hạn chế;
    hình thành; in; kéo; khơi; khôi phục; kích hoạt; kiểm soát; kiên quyết; kiến nghị; ký; làm; làm chủ; lập; lấy;
    liên thông; lồng; mở; nắm; nhận; nhân; nhất quán; nối; nội dung chủ; nộp; ổn định; phấn đấu; phổ cập;
    phòng; phụ trách; phun; rèn; sơ; tái; tái cơ cấu; tăng; tạo; tháo dỡ; thay; thi đua; thống kê; thu; tìm;
    tinh giản; tổng điều tra; trao; treo; trồng; tự; từng bước; tuyển; viết; xây; xếp loại; xét; xóa
    """
)
_AFTER_HEAD = "".join(
    rf"(?<!\b{head} )"
    for head in (
        "Ban", "Bộ phận", "các", "Các", "cán bộ", "Cục", "Đài", "Đoàn", "Đội", "được",
        "hệ thống", "Hệ thống", "Hội đồng", "người", "Phòng", "Tổ", "Tổ công tác", "Trung tâm", "Ủy ban",
        "Viện", "Vụ",
    )
)  # fmt: skip
_AFTER_HEAD += r"(?<!(?<!ác )\bbộ phận )"  # "bộ phận tiếp nhận" is a body; "các bộ phận đăng ký" is a sentence
_NOUN_AFTER = (  # "tổ chức Hội" is a body; "tổ chức hội nghị" is a deed
    r"(?!(?<=tổ chức|quản lý|ây dựng)\s+(?-i:chính trị|tôn giáo|thành viên|xã hội|đoàn thể|Đảng|đảng"
    r"|Hội(?! nghị| thảo| thi)"
    r"|hành chính nhà nước)\b)"
)
STRONG = re.compile(rf"\b(?:{_STRONG})\b")
VERB = re.compile(
    rf"(?:\b(?:{_STRONG}|(?<!ác cơ quan )tham mưu)|(?<!\bHội đồng )\bphối hợp|(?<=Ban )họp(?= \d| định kỳ| mỗi"
    rf"| hằng| hàng)|{_AFTER_HEAD}\b(?:{_VERBS}))\b"
    rf"{_NOUN_AFTER}"
)
_OPENING = re.compile(rf"(?:{_STRONG}|phối hợp|tham mưu|{_VERBS}|{_OPENERS})\b{_NOUN_AFTER}", re.I)
_ORDER = re.compile(
    r"(?:(?:UBND|Ủy ban nhân dân|Chủ tịch UBND|Chủ tịch Ủy ban nhân dân|Chính phủ|Thủ tướng Chính phủ|HĐND"
    r"|Hội đồng nhân dân|(?:Ban )?Thường trực|Ban Thường vụ|Ban Chỉ đạo|Ủy ban Mặt trận|Ủy ban MTTQ|Đảng ủy"
    r"|Tỉnh ủy|Thành ủy|Huyện ủy|Quốc hội|Ủy ban [Tt]hường vụ Quốc hội|Bộ [^\W\d_]+)"
    r"\s+(?:[^\W\d_]+\s+){0,12}?(?:trân trọng\s+)?)?"
    r"(?:Giao(?:\s+cho)?(?:\s+trách nhiệm(?:\s+cho)?)?|Đề nghị|Yêu cầu"
    r"|Phân công(?!\s+(?:cán bộ|công chức|viên chức|người|thành viên|nhân viên|giáo viên|đảng viên)\b)"
    r"|Chỉ đạo và đề nghị"
    r"|Khuyến khích(?=\s+(?:Đoàn|Hội|Liên đoàn|Liên minh|Công đoàn|Mặt trận|Hiệp hội)\b)"
    r"|Ủy quyền(?:\s+cho)?|(?:Trân trọng|Kính) đề nghị|giao|đề nghị|yêu cầu)(?!,)\s*:?\s*(?:cho\s+)?"
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
    return bool(re.match(r"(?:(?:Trân trọng|Kính) )?đề nghị", text, re.I))
