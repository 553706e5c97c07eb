"""Label lines: "Cơ quan chủ trì: …", "Đơn vị phối hợp: …", "Thời gian thực hiện: …", and what each says."""

import itertools
import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from dinhlang.pure.reading.names import starts_name
from dinhlang.pure.reading.tones import old_tone


class Says(StrEnum):
    """What a label tells of its task."""

    LEADS = "leads"
    ADVISERS = "advisers"
    PARTNERS = "partners"
    TIME = "time"
    PRODUCT = "product"
    OTHER = "other"


@dataclass(frozen=True)
class Label:
    """A label at the beginning of a stretch: what it says, and how many letters it takes with its colon."""

    says: Says
    words: str
    length: int


_WHO = (
    r"(?:các\s+)?(?:cơ quan|đơn vị|bộ phận|người|cá nhân|cấp|tổ chức|phòng|ban|ngành|lực lượng|đầu mối"
    r"|đồng chí|thủ trưởng)"
)
_WHOS = rf"{_WHO}(?:\s*(?:,|/|và|hoặc|-)\s*{_WHO})*"
_ACT = (
    r"(?:được\s+)?(?:giao\s+|phân công\s+)?(?:đồng\s+)?(?:chủ trì|chủ công|tham mưu|thực hiện|tổ chức"
    r"|triển khai|phối hợp|phụ trách|chịu trách nhiệm"
    r"|chủ biên|chính|đầu mối|cùng|phục vụ|tham gia|giúp việc|trình|soạn thảo|theo dõi|hướng dẫn"
    r"|liên quan|có liên quan|chỉ đạo|đề xuất)"
)
_ACTS = rf"{_ACT}(?:(?:\s*(?:,|/|-|và)\s*|\s+){_ACT})*"
_WHO_LABEL = (
    rf"(?:{_WHOS}\s+{_ACTS}|{_ACTS}|{_WHOS}|phân công(?:\s+(?:thực hiện|tổ chức thực hiện|nhiệm vụ"
    rf"|trách nhiệm))?|trách nhiệm(?:\s+(?:thực hiện|chính))?)"
)
_TIME_LABEL = (
    r"(?:(?:dự kiến\s+)?(?:thời gian|thời hạn|thời điểm|tiến độ|hạn|TG|lộ trình)(?:\s+(?!từ\b|trước\b"
    r"|trong\b)[^:;.()]{0,45}?)?"
    r"|(?:dự kiến\s+)?hoàn thành(?:\s+[^:;.]{0,20}?)?|lịch(?:\s+[^:;.]{2,30}?)?(?=\s*:\s*$))"
)
_PRODUCT_LABEL = r"(?:sản phẩm|kết quả|hồ sơ sản phẩm)(?:\s+[^:;.]{0,30}?)?"
_OTHER_LABEL = (
    r"(?:(?:đơn vị|cơ quan|nơi) được (?:giám sát|kiểm tra|thanh tra|khảo sát)|hình thức|nhiệm vụ|địa điểm"
    r"|thành phần|đối tượng|nội dung|kinh phí|nguồn kinh phí|phương thức|số lượng"
    r"|khách mời|quy mô|yêu cầu|phạm vi"
    r"|nguyên tắc|tài liệu|giảng viên|báo cáo viên)(?:\s+[^:;.]{0,40}?)?"
)
_LABELS = tuple(
    (kind, re.compile(rf"[-–+•]?\s*({form})\s*(?:\([^()]{{0,40}}\))?\s*:", re.I))
    for kind, form in (
        ("who", _WHO_LABEL),
        (Says.TIME, _TIME_LABEL),
        (Says.PRODUCT, _PRODUCT_LABEL),
        (Says.OTHER, _OTHER_LABEL),
    )
)
_BARE_TIME = re.compile(
    r"[-–+•]?\s*(Thời gian|Thời hạn|Thời điểm)(?:\s+(?:thực hiện|hoàn thành|tổ chức|triển khai"
    r"|lấy ý kiến|gửi|ban hành|công khai)[^.;:]{0,90}?)?"
    r"(?=\s+(?:từ|trước|trong|xong|đến|bắt đầu|chậm nhất|vào|là|thường xuyên|hằng|hàng|định kỳ|quý|Quý"
    r"|tháng|năm|cuối|đầu)\b)"
)
INSIDE = re.compile(
    r"(?<=[.;])\s*[-–+]?\s*(?=(?:(?:Cơ quan|Đơn vị|Bộ phận|Người)[^:.;]{0,60}|(?:Thời gian|Thời hạn"
    r"|Thời điểm|Sản phẩm|Kết quả)[^:.;]{0,40}|(?:Chủ trì|Phụ trách|Phối hợp|Tham mưu)(?: thực hiện| chính)?):)"
)


_NAMES_A_BODY = re.compile(_WHO, re.I)


@lru_cache(maxsize=4096)
def label_at(text: str) -> Label | None:
    """Return the label that a stretch begins with."""
    text = old_tone(text)
    for kind, form in _LABELS:
        if found := form.match(text):
            says = _said_by(found[1].lower()) if kind == "who" else Says(kind)
            if kind == "who" and not _NAMES_A_BODY.match(found[1]) and not _may_be_names(text[found.end() :]):
                return None
            return Label(says, found[1], found.end()) if says else None
    if found := _BARE_TIME.match(text):
        return Label(Says.TIME, found[1], 0)
    return None


def _may_be_names(value: str) -> bool:
    """Say whether a label may have these words beside it: "Phối hợp kiểm tra: Cử đại diện …" is a duty, no label."""
    value = value.strip(" -+•")
    return not value or starts_name(value) or value[0].isdigit()


def _said_by(words: str) -> Says | None:
    """Tell from the words of a label who it names."""
    if "chủ trì" in words or "chủ công" in words or "chủ biên" in words:
        return Says.LEADS
    if re.search(r"phối hợp|cùng|phục vụ|tham gia|giúp việc|liên quan", words):
        return Says.PARTNERS
    if "tham mưu" in words:
        return Says.ADVISERS
    if re.search(
        r"thực hiện|phụ trách|chịu trách nhiệm|đầu mối|chính|soạn thảo|trình|phân công|trách nhiệm|triển khai", words
    ):
        return Says.LEADS
    return Says.LEADS if re.fullmatch(_WHOS, words) and len(words) < 40 and "người" not in words else None


def pieces_of(text: str) -> list[str]:
    """Cut a paragraph where a label begins inside it: "… : Sở A. Thời gian: …" is two."""
    cuts = [0, *(found.end() for found in INSIDE.finditer(text)), len(text)]
    return [text[start:end].strip() for start, end in itertools.pairwise(cuts) if text[start:end].strip()]


def begins_with_label(text: str) -> bool:
    """Say whether words begin as "Cơ quan chủ trì: …" does."""
    return label_at(text) is not None
