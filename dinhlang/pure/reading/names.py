"""Names of bodies and posts: where one begins, and how a list of them is divided."""

import re

from dinhlang.pure.reading.sheet import UPPER
from dinhlang.pure.reading.tones import old_tone

_NO_BODY = (  # "các nội dung", "những hoạt động": things, not doers
    r"(?! tầng lớp| hoạt động| nội dung| nhiệm vụ| giải pháp| chỉ tiêu| văn bản| hình thức| trường hợ"
    r"p| quy định| công trình| vấn đề| chính sách| trường dữ liệu| nền tảng| tiêu chí| dự án| chương "
    r"trình| kế hoạch| biện pháp| mô hình| điều kiện| lĩnh vực| loại)"
)
_UPPER = (
    r"Sở(?! hữu)|Phòng(?!,| ngừa| chống| bệnh| cháy| tránh| thủ)|Ban(?! hành)|Bộ(?! tiêu chí"
    r"| nhận diện| máy| chỉ số| dữ liệu| tài liệu)|Cục|Chi cục|Tổng cục|Vụ(?! việc)|Viện(?! trợ)"
    r"|Học viện|UBND|Ủy ban|UB|UBMT|UBMTTQ|UBMTTQVN|HĐND|Hội đồng|Hội(?! nhập| nghị| thảo| thi| trường"
    r"| họp| ý| diễn)|Đoàn(?! kết)|Liên đoàn|Liên minh|Liên hiệp"
    r"|Hiệp hội|Mặt trận|MTTQ|Công an|CA|BCH|BCĐ|Ban Chỉ|Công đoàn|CĐCS|Văn phòng|VP|VPUB|VPUBND"
    r"|Trung tâm|TTYT|TTVH|Đài|Báo(?! cáo| đảm)|Cổng|Trang(?= thông tin| Thông tin| TTĐT| tin)|Tòa"
    r"|TAND|Viện kiểm|VKSND|Kho bạc|KBNN"
    r"|Ngân hàng|Bảo hiểm|BHXH|Điện lực|Bưu điện|Công ty|Tổng công ty|Tổng Công ty|Tập đoàn"
    r"|Trường(?! hợp)|Trạm|Thanh tra|Thuế|Hải quan|Thống kê(?= tỉnh| thành phố| huyện| cơ sở| [A-ZĐ])"
    r"|Tổ(?! chức)|Tiểu ban|Đội(?! ngũ)|Hạt"
    r"|Đảng ủy|Tỉnh ủy|Thành ủy|Huyện ủy|Quận ủy|Thị ủy|Đảng bộ|Chi bộ|Cấp ủy|Thường trực|Tỉnh đoàn"
    r"|Thành đoàn|Huyện đoàn|Thị đoàn|Xã đoàn|Đoàn thể|Bí thư|Chủ tịch|Phó|Giám đốc"
    r"|Hiệu trưởng|Trưởng|Thủ trưởng|Chánh|Người(?! dân| lao động| ứng cử| bệnh| tiêu dùng)|Đồng chí"
    rf"|Đ/c|Ông|Bà|Công chức|Cán bộ|Bộ phận|Cơ quan|Đơn vị|Các{_NO_BODY}|Những{_NO_BODY}|Toàn thể|Doanh nghiệp|Hợp tác xã"
    r"|Quốc hội|Chính phủ|Thủ tướng"
    rf"|Nhà(?= trường| xuất bản| văn hóa)|Thôn|Khu phố|Tổ dân phố|Bản(?=\s+[A-ZĐ])|Ấp|Kiểm toán"
    rf"|Bệnh viện|Đại học|Thông tấn|Thành viên|Chuyên viên|Lãnh đạo(?=\s+(?:[{UPPER}]|các|cơ quan"
    rf"|đơn vị|phòng|xã|huyện|tỉnh|địa phương|chính quyền))|Chính quyền|Tổ chức(?= chính trị| Đảng"
    rf"| đảng| đoàn thể| xã hội| tôn giáo|, đơn vị|, cá nhân)|Địa phương|Các cấp|Quân khu|Bộ đội"
    rf"|Thi hành"
    r"|Ngành|Cụm|Khối|Nhóm|Xã(?! hội)|Phường|Thị trấn|Đặc khu|Huyện|Thành phố|Tỉnh|Lực lượng|Quỹ"
    r"|Câu lạc bộ|Mọi|Mỗi(?= ngành| cơ quan| đơn vị| địa phương| sở| xã| phường)|Chủ đầu tư|Chủ sở hữu"
    r"|Dân quân|Biên phòng|Kiểm lâm|Hạt kiểm|Vườn|Ủy viên|Đồn|Tổng Liên đoàn|Viettel|VNPT|Cộng đồng"
    r"|Thư ký|Hệ thống(?! thông tin| dữ liệu| pháp luật)|Cơ sở(?! dữ liệu| vật chất| hạ tầng| pháp lý)"
    r"|TT|CT"
)
_LOWER = (
    rf"các{_NO_BODY}|những{_NO_BODY}|toàn thể|mọi|mỗi|từng|thủ trưởng|người|tổ trưởng|chủ tịch|giám đốc|hiệu trưởng|trưởng"
    r"|phó|đồng chí|công chức|cán bộ|cơ quan|đơn vị|tổ chức(?= chính trị| Đảng| đảng| đoàn thể| xã hội"
    r"| tôn giáo|, đơn vị|, cá nhân)|chính quyền"
    rf"|doanh nghiệp|công an|ủy ban|mặt trận|cấp ủy|đảng ủy|địa phương|thôn|khu phố|tổ dân phố|bản"
    rf"|đại diện|bộ phận|hợp tác xã|hiệp hội|lãnh đạo(?=\s+(?:[{UPPER}]|các|cơ quan|đơn vị|phòng|xã"
    rf"|huyện|tỉnh|địa phương))|chủ đầu tư"
    r"|thành viên|tỉnh|thành phố|xã(?! hội)|phường|huyện|cá nhân|ủy viên|chủ sở hữu|lực lượng"
    r"|nhà trường|ban ngành|cộng đồng|hệ thống(?! thông tin| dữ liệu| pháp luật)|cơ sở(?! dữ liệu"
    r"| vật chất| hạ tầng| pháp lý)"
)
_LOWER_PROPER = (
    "phòng|ban|sở|bộ|hội|đoàn|tổ|trung tâm|văn phòng|viện|trường|cục|chi cục|công ty|đài|hội đồng"
    "|công đoàn|liên đoàn|trạm|đội|ngành"
)
HEAD = re.compile(rf"(?:(?:{_UPPER})(?![^\W\d_])|(?:{_LOWER})(?![^\W\d_])|(?:{_LOWER_PROPER})\s+(?=[{UPPER}]))")
_BRACKET = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
_JOINT = re.compile(
    r"\s*(?:;|,\s*và\s+|,\s*hoặc\s+|,|\s+và\s+|\s+cùng\s+với\s+|\s+cùng\s+|\s+hoặc\s+|\s*&\s+(?=UBND|HĐND))\s*"
)
_GENERIC = re.compile(
    r"(?:các\s+)?(?:sở|ban|ngành|phòng|đoàn thể|hội|đơn vị|cơ quan|địa phương|tổ chức|trung tâm|bộ"
    r"|doanh nghiệp|bộ phận|cấp|tổ|quận|huyện|xã|phường|thị trấn|thị xã"
    r"|thành phố|tỉnh|đặc khu|thôn|bản|ấp|khu phố|tổ dân phố|khu|xóm|buôn|làng|cá nhân|lực lượng"
    r"|trường|viện|chi hội|hộ gia đình|cộng đồng|hợp tác xã|cán bộ|công chức"
    r"|viên chức|người lao động|hội viên|đoàn viên|nhân dân)$",
    re.I,
)
_PLACES = re.compile(
    r"(?:xã|phường|thị trấn|đặc khu|quận|huyện|thị xã|thành phố|thôn|bản|ấp|khu phố|tổ dân phố|khu"
    r"|buôn|làng|xóm|tỉnh)(?:\s|$)",
    re.I,
)
_ENDS_IN_PLACE = re.compile(
    r"(?:xã|phường|thị trấn|đặc khu|quận|huyện|thị xã|thành phố|thôn|bản|ấp|khu phố|tổ dân phố|tỉnh)$", re.I
)
_SMALL = re.compile(r"(?:thôn|bản|ấp|khu phố|tổ dân phố|khu|buôn|làng|xóm)", re.I)
_CLOSED = re.compile(r"\b(?:thuộc|trực thuộc|trên địa bàn|liên quan|tại|ở|của)\b", re.I)
_COUNCIL_OFFICE = re.compile(
    r"^(?:Văn phòng|VP|Đoàn|Đảng ủy)\b.*(?:HĐND|Hội đồng nhân dân|ĐBQH|Quốc hội|Đảng ủy|Huyện ủy"
    r"|Thành ủy|Thị ủy|Tỉnh ủy)$|^Văn phòng$"
)
_ONE_POST = re.compile(r"^(?:Chủ tịch|Bí thư|Giám đốc|Trưởng|Chánh Văn phòng|Thủ tướng|CT)$")
_WHOLE = re.compile(r"^(?:Báo|Báo chí|Đài|Đài Phát thanh|Cổng|Trang)$")
_POST = re.compile(
    r"^(?:Các |các )?(?:đồng chí|đ/c)\b|phụ trách (?:lĩnh vực|công tác|về)", re.I
)  # one post, however many commas
_EDGE = " .,;:-–/"


def starts_name(text: str) -> bool:
    """Say whether a text begins as the name of a body or a post does."""
    return bool(HEAD.match(old_tone(text)))


def without_brackets(text: str) -> str:
    """Drop what stands in brackets."""
    before = ""
    while before != text:
        before, text = text, _BRACKET.sub("", text)
    return text


def split_names(text: str) -> list[str]:
    """Divide a list of bodies: "Sở A; Sở B và UBND các huyện" is three, "Phòng Văn hóa và Thông tin" is one."""
    text = without_brackets(text).strip(_EDGE)
    names: list[str] = []
    joint, at = "", 0
    for found in [*_JOINT.finditer(text), None]:
        end = found.start() if found else len(text)
        piece = text[at:end].strip(_EDGE)
        if piece and names and not _begins_another(names[-1], joint, piece):
            names[-1] = f"{names[-1]}{joint}{piece}"
        elif piece:
            names.append(piece)
        if found:
            joint, at = found[0], found.end()
    return [_without_role(_tidy(name)) for name in names if any(letter.isalpha() for letter in name)]


def _without_role(name: str) -> str:
    """ "Sở A - cơ quan thường trực" is Sở A."""
    return re.sub(r"\s+[-–]\s+(?:cơ quan |đơn vị )?(?:thường trực|đầu mối|chủ trì)\b.*$", "", name)


def _begins_another(name: str, joint: str, piece: str) -> bool:
    """Say whether a piece of a list is a new name, or goes on with the one before."""
    if ";" in joint:
        return True
    if _is_one(name, piece):
        return False
    if re.match(r"(?:các|những|toàn thể)\s", piece, re.I):
        return True
    if _GENERIC.match(piece):
        return _generic_begins(name, piece)
    return starts_name(piece) and (piece[0].isupper() or _generic_begins(name, piece))


def _is_one(name: str, piece: str) -> bool:
    """Say whether two pieces are one name by custom: one post, an office of two bodies, "các cấp, các ngành"."""
    if _POST.search(name):
        return not re.match(r"(?:các |những )?(?:đồng chí|đ/c|chuyên viên|thành viên)\b", piece, re.I)
    if re.match(r"các\s", piece):
        whole = name.lower() == "các cấp" and piece == "các ngành"
        return whole or bool(_ONE_POST.search(name))
    council = re.match(r"UBND|Ủy ban nhân dân|HĐND|Hội đồng nhân dân|Đoàn", piece)
    return bool(_WHOLE.match(name) or (_COUNCIL_OFFICE.match(name) and council))


def _generic_begins(name: str, piece: str) -> bool:
    """Decide for a piece that names a kind only ("đơn vị"): it goes on with a group, not with a proper name."""
    if _PLACES.match(piece):
        before = _ENDS_IN_PLACE.search(name)
        if re.search(r"\b(?:các|cấp)\b", name, re.I):
            return False
        return before is None or bool(_SMALL.match(before[0])) != bool(_SMALL.match(piece))
    if re.match(r"(?:các|những|thủ trưởng|người đứng đầu|toàn thể|chủ tịch|giám đốc|cấp)\b", name, re.I):
        return bool(_CLOSED.search(name)) and not re.match(r"^(?:thủ trưởng|người đứng đầu|chủ tịch)", name, re.I)
    if all(_GENERIC.match(part) for part in name.split(", ")):  # "Cơ quan, tổ chức": a group without its "các"
        return False
    if re.match(r"(?:tổ trưởng|trưởng|phó|bí thư|chủ tịch|giám đốc|đại diện|công chức|cán bộ|hiệu trưởng)\b", piece):
        return True
    return not name[0].islower() or piece.split(maxsplit=1)[0].lower() == name.split(maxsplit=1)[0].lower()


def _tidy(name: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"\s+,", ",", name)).strip(_EDGE)
