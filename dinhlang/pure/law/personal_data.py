"""Personal data: Luật 91/2025/QH15 and Nghị định 356/2025/NĐ-CP, both in force from 01/01/2026.

The days of the decree were read in two law firms' notes, not in its text: they remind and never stop anyone. The notes
say "within 10 to 20 days" for seeing, correcting and erasing; the house reminds from the shorter end.
"""

from datetime import date

from dinhlang.pure.law.rule import Confidence, Rule, Unit

_FROM = date(2026, 1, 1)
_LAW = "Luật 91/2025/QH15"
_RIGHTS = f"khoản 5 Điều 4 {_LAW}; Nghị định 356/2025/NĐ-CP"


def _days(name: str, number: int, says: str, *, unit: Unit = Unit.DAYS, sure: Confidence = Confidence.MEDIUM) -> Rule:
    return Rule(name, says, _RIGHTS, _FROM, sure, number=number, unit=unit)


PERSONAL_DATA = (
    Rule(
        "limits",
        "Chỉ xử lý đúng phạm vi, đúng mục đích; giữ chính xác; không lưu lâu hơn cần thiết.",
        f"Điều 3 {_LAW}",
        _FROM,
        Confidence.HIGH,
    ),
    Rule(
        "rights",
        "Quyền được biết, đồng ý và rút lại, xem và sửa, được cung cấp, xóa, hạn chế, phản đối, khiếu nại.",
        f"Điều 4 {_LAW}",
        _FROM,
        Confidence.HIGH,
    ),
    Rule(
        "consent",
        "Đồng ý phải tự nguyện, rõ ràng, cho từng mục đích, in ra và kiểm được; im lặng không phải là đồng ý.",
        f"Điều 9 {_LAW}",
        _FROM,
        Confidence.HIGH,
    ),
    Rule(
        "publication",
        "Chỉ công khai dữ liệu cá nhân khi người đó đồng ý hoặc luật có quy định.",
        f"Điều 16 {_LAW}",
        _FROM,
        Confidence.MEDIUM,
    ),
    Rule(
        "state_management",
        "Được xử lý không cần đồng ý trong các trường hợp luật nêu, gồm hoạt động quản lý nhà nước.",
        f"Điều 19 {_LAW}",
        _FROM,
        Confidence.MEDIUM,
    ),
    _days("reply", 2, "Trả lời người yêu cầu trong 2 ngày làm việc.", unit=Unit.WORKING_DAYS),
    _days("withdraw", 15, "Ngừng theo yêu cầu rút lại đồng ý trong 15 ngày."),
    _days("restrict", 15, "Hạn chế xử lý trong 15 ngày."),
    _days("object", 15, "Ngừng theo yêu cầu phản đối trong 15 ngày."),
    _days("see", 10, "Cho xem, cung cấp: trong 10 đến 20 ngày.", sure=Confidence.LOW),
    _days("correct", 10, "Sửa: trong 10 đến 20 ngày.", sure=Confidence.LOW),
    _days("erase", 10, "Xóa: trong 10 đến 20 ngày.", sure=Confidence.LOW),
    _days("third_parties", 20, "Nơi xử lý thay và bên thứ ba làm theo trong 20 ngày."),
    _days("extension", 15, "Được gia hạn, thêm không quá 15 ngày."),
    _days("extensions", 1, "Chỉ được gia hạn một lần.", unit=Unit.TIMES),
)
