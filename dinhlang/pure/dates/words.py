"""The words of time in the genre: what the grammar knows, in the one spelling it knows them in."""

from dinhlang.pure.viet import fold


def words_of(text: str) -> frozenset[str]:
    """Words that stand apart by blanks, as a set."""
    return frozenset(text.split())


NUMERALS = {
    "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "sáu": 6, "bảy": 7, "bẩy": 7,
    "tám": 8, "chín": 9, "mười": 10, "mươi": 10, "giêng": 1, "chạp": 12,
}  # fmt: skip

UNITS = words_of("ngày tuần tháng quý năm giờ phút lần đợt buổi cuộc kỳ lượt phiên bài tin số")

COMMON = words_of(
    """
    trước đến tới hết chậm nhất muộn quá không hạn chót cuối cùng trong vòng thời gian thời khoảng từ kể tính
    sau ngay khi vào dịp nhân dự kiến hoàn thành xong kết thúc bắt đầu giữa nửa đầu thượng trung hạ tuần ngày
    tháng quý năm giờ phút lúc hôm nay sau này tiếp theo kế liền kề những các mỗi hằng từng lần đợt buổi cuộc kỳ
    lượt định thường xuyên liên tục suốt quá trình đột xuất theo yêu cầu đề nghị kế hoạch lộ tiến độ lịch chỉ
    đạo hướng dẫn thông báo quy định họp phiên thứ hai ba tư sáu bảy chủ nhật tết nguyên đán dương mùng mồng rằm
    giai đoạn nhiệm thời điểm ít tối thiểu thiểu đa làm việc trở đi và hoặc là ký ban hành nhận được số lập nước
    hội đoàn nếu trường hợp cứ cách bài tin giêng chạp học về lại cả sáng chiều tối trưa đêm nhất tại tổ chức
    báo cáo sơ tổng kể của dự tới hiện còn mốt bốn năm lăm tám chín tiên tiền kiện tuân quan quản chính hạng
    thanh thành quy tuyên xã luật điều nhân dân tịch nhận tuyển mười mươi bẩy lễ giỗ tổ hùng vương quốc khánh
    thu qua bởi đã bầu cử chi xa co ca cung lan ban cao trung hoa dan ta dung thu can bao tang
    """
)

# Words that can begin something the grammar knows, besides the words of time: names of documents, words of manner.
BEGINNERS = COMMON | words_of(
    """
    đối xuyên ít thực cho hay luật bộ pháp hiến nghị thông quyết công chỉ tờ văn kết chương giấy đề điều tầm dự cập lâu
    duy quanh căn bám tùy trễ áp hiệu trình chốt lấy đúng khẩn kịp sơ tổng đánh phật vu t q1 q2 q3 q4 tin bài
    chuyến nhà gia chuyển thương trung quốc tết hàng dự ngày giỗ rằm mai bây hiện khoảng đợt vòng bước phải xong
    nhân dịp phiên kéo trên thời suốt cả
    """
)

ALIASES = {"quí": "quý", "kì": "kỳ", "tết": "tết", "bẩy": "bảy"}  # two spellings of one word

# Letters without any marks, as people type in a hurry: what the time words become then.
WITHOUT_MARKS = {
    unmarked: word
    for word in sorted(
        words_of(
            """
            ngày tháng năm quý trước đến tới hết chậm nhất muộn quá không trong từ kể tính sau khi hằng mỗi định
            kỳ lần tuần đầu cuối giữa nửa giai đoạn hoàn thành dự kiến thường xuyên liên tục tiếp theo và các những
            đột xuất yêu cầu làm việc nay họp tết thứ hai ba bảy chủ
            """
        )
    )
    for unmarked in (fold(word),)
} | {"qui": "quý"}
