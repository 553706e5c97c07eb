"""Names of bodies and posts: where one begins, and how a list of them is divided."""

import re
from collections.abc import Callable

from dinhlang.pure.reading.sheet import LOWER, UPPER
from dinhlang.pure.reading.tones import old_tone
from dinhlang.pure.reading.words import any_of

_THINGS = any_of(  # "các nội dung", "những hoạt động": no doers
    r"""
    bài; báo cáo; bất cập; biện pháp; bước; buổi; chế độ; chỉ thị; chỉ tiêu; chính sách; chủ trương;
    chương trình; cơ chế; công trình; cuộc; đề án; dịch vụ; điểm; điều kiện; đợt; dự án; giá trị;
    giải pháp; hạng mục; hành vi; hình thức; hoạt động; hội nghị; kế hoạch; kết quả; khâu; khó khăn;
    kiến nghị; kỳ; giải; hội thi; công việc; công tác; quy chế; quy trình; lần; lĩnh vực; loại; lợi ích; lớp; luật;
    mặt; mô hình; mục tiêu; năm; nền tảng;
    ngày; nghị định; nghị quyết; nguồn; nguyên tắc; nhiệm vụ; nội dung; phong trào; phương án;
    quan điểm; quy định; quyền; quyết định; sai sót; sản phẩm; tài liệu; tầng lớp; tháng; thành tựu;
    thông tin; thông tư; thủ tục; tiêu chí; tiêu chuẩn; tình huống; trường dữ liệu; trường hợp;
    ứng dụng; văn bản; vấn đề; vụ; ý kiến; yếu tố
    """
)
_UPPER = any_of(
    r"""
    Bảo tàng; Báo cáo viên; BCHQS; Buôn(?=\s+[A-ZĐ]); Cảng; CCB; Chi đoàn; Chi hội; Đảng viên; ĐTN; Già làng;
    Hải đội; HLHPN; HND; Hòa giải viên; HTX; Kế toán; Khóm; Khu dân cư; Lâm trường; Làng(?=\s+[A-ZĐ]); LĐLĐ;
    Luật sư; NHCSXH; Nhà hát; Nông trường; Phân hiệu; Quân sự; Thẩm phán; Thủ quỹ; Thư viện; Tiểu khu; Trại giam;
    Tuyên truyền viên; Văn thư; Viên chức; Xí nghiệp; Xóm;
    Học sinh(?! giỏi| năng khiếu); Sinh viên; Cha mẹ(?= học sinh); Đội ngũ(?= giáo viên| cán bộ);
    BGH; Giáo viên; Giảng viên; Nhà(?= giáo); Nhân viên; Phụ huynh; Tổ chuyên môn;
    Ấp; Bà; Ban Chỉ; Ban(?! hành); Bản(?=\s+[A-ZĐ]); Báo(?! cáo| đảm); Bảo hiểm; BCĐ; BCH; BTV; BTT; Bệnh viện; BHXH;
    Bí thư; Biên phòng; Bộ đội; Bộ phận; Bộ(?! tiêu chí| nhận diện| máy| chỉ số| dữ liệu| tài liệu); Bưu điện;
    CA; Các cấp; Các<THINGS>; Cán bộ; Cấp ủy; Câu lạc bộ; CĐCS; Chánh; Chi bộ; Chi cục; Chi nhánh; Chính phủ;
    Chính quyền; Chỉ huy(?= trưởng| phó); Chủ đầu tư; Chủ sở hữu; Chủ tịch; Chuyên viên; Cơ quan;
    Cơ sở(?! dữ liệu| vật chất| hạ tầng| pháp lý); Cổng; Công an; Công chức; Công đoàn; Cộng đồng; Công ty; CT;
    Cục; Cụm; Đ/c; Đặc khu; Đài; Đại học; Dân quân; Đảng bộ; Đảng ủy; Địa phương; Điện lực; Đoàn(?! kết);
    Đoàn thể; Doanh nghiệp; Đội(?! ngũ); Đồn; Đơn vị; Đồng chí; Giám đốc; Hải quan; Hạt; Hạt kiểm; HĐND;
    Hệ thống(?! thông tin(?! cơ sở| các cấp)| dữ liệu| pháp luật); Hiệp hội; Hiệu trưởng; Học viện; Hội đồng;
    Hội(?! nhập| nghị| thảo| thi| trường| họp| ý| diễn); Hợp tác xã; Huyện; Huyện đoàn; Huyện ủy; KBNN;
    Kho bạc; Khối; Khu phố; Kiểm lâm; Kiểm toán;
    Lãnh đạo(?=\s+(?:[<CAPITAL>]|các|cơ quan|đơn vị|phòng|xã|huyện|tỉnh|địa phương|chính quyền)); Liên đoàn;
    Liên hiệp; Liên minh; Lực lượng; Mặt trận; Mọi; Mỗi(?= ngành| cơ quan| đơn vị| địa phương| sở| xã| phường);
    MTTQ; Ngân hàng; Ngành; Người(?! dân| lao động| ứng cử| bệnh| tiêu dùng);
    Nhà(?= trường| xuất bản| văn hóa); Nhóm; Những<THINGS>; Ông; Phó;
    Phòng(?!,| ngừa| chống| bệnh| cháy| tránh| thủ| trừ| dịch| khi); Phường; Quân khu; Quận ủy; Quốc hội;
    Quỹ; Sở(?! hữu); TAND; Tập đoàn; Thành đoàn; Thành Đoàn; Tỉnh Đoàn; Huyện Đoàn; Quận Đoàn; Quận đoàn;
    Thị Đoàn; Phường đoàn; Thành phố;
    Thanh tra(?!, (?:kiểm tra|giám sát|xử lý)| việc| trách nhiệm| đột xuất| định kỳ); Thành ủy; Thành viên;
    Thị đoàn; Thi hành; Thị trấn;
    Thị ủy; Thôn; Thống kê(?= tỉnh| thành phố| huyện| cơ sở| [A-ZĐ]); Thông tấn; Thư ký; Thủ trưởng; Thủ tướng;
    Thuế; Thường trực; Tiểu ban; Tỉnh; Tỉnh đoàn; Tỉnh ủy; Tổ(?! chức);
    Tổ chức(?= chính trị| Đảng| đảng| đoàn thể| xã hội| tôn giáo|, đơn vị|, cá nhân); Tổ dân phố; Tòa;
    Toàn thể; Tổng công ty; Tổng Công ty; Tổng cục; Tổng Liên đoàn; Tổng phụ trách; Trạm;
    Trang(?= thông tin| Thông tin| TTĐT| tin); Trung tâm; Trung ương(?= Hội| Đoàn| Mặt trận| MTTQ); Trưởng;
    Trường(?! hợp); TT; TTVH; TTYT; UB; UBMT; UBMTTQ; UBMTTQVN; UBND; Ủy ban; Ủy viên; Văn phòng; Viện kiểm;
    Viện(?! trợ); Viettel; VKSND; VNPT; VP; VPUB; VPUBND; Vụ(?! việc); Vườn; Xã đoàn; Xã(?! hội)
    """
)
_LOWER = any_of(
    r"""
    ông(?= [<CAPITAL>]); bà(?= [<CAPITAL>]); cha mẹ(?= học sinh); đội ngũ(?= giáo viên| cán bộ);
    giáo viên; giảng viên; nhân viên; phụ huynh; già làng; nhà giáo;
    bí thư; chi bộ; chi đoàn; chi hội; chuyên viên; đại biểu; kế toán; văn thư;
    bản; ban(?=, ); ban ngành; bộ phận; cá nhân; các<THINGS>; cán bộ; cấp(?= trên| dưới| ủy); cấp ủy;
    chính quyền; chủ đầu tư; chủ sở hữu; chủ tịch; cơ quan; cơ sở(?! dữ liệu| vật chất| hạ tầng| pháp lý);
    công an; công chức; cộng đồng; đại diện; đảng ủy; địa phương; doanh nghiệp; đơn vị; đồng chí; giám đốc;
    hệ thống(?! thông tin(?! cơ sở| các cấp)| dữ liệu| pháp luật); hiệp hội; hiệu trưởng; hợp tác xã; huyện;
    công đoàn(?= cơ sở| ngành| các); khu phố;
    lãnh đạo(?=\s+(?:[<CAPITAL>]|các|cơ quan|đơn vị|phòng|xã|huyện|tỉnh|địa phương)); lực lượng;
    mặt trận; mọi; mỗi(?! ngày| tuần| tháng| quý| năm| lần| đợt| kỳ| buổi| khi);
    ngành(?= giáo dục| y tế| công an| văn hóa| nông nghiệp| tư pháp| nội vụ| thuế| tài chính); người;
    nhà trường; những<THINGS>; phó; phòng(?=, ); phường; sở(?=, ); thành phố; thành viên; thôn; thủ trưởng;
    tỉnh; tổ chức(?= chính trị| Đảng| đảng| đoàn thể| xã hội| tôn giáo|, đơn vị|, cá nhân); tổ dân phố;
    tổ trưởng; toàn thể; trưởng;
    từng(?= cơ quan| đơn vị| địa phương| thành viên| đồng chí| cán bộ| sở| xã| phường| thôn); ủy ban; ủy viên;
    xã(?! hội)
    """
)
_LOWER_PROPER = any_of(  # names of bodies only before a proper name: "phòng Tư pháp"
    r"""
    ban; bộ; chi cục; công đoàn; công ty; cục; đài; đoàn; đội; hội; hội đồng; liên đoàn; ngành; phòng; sở; tổ;
    trạm; trung tâm; trường; văn phòng; viện
    """
)
_BEFORE = {"<THINGS>": rf"(?! (?:{_THINGS}))", "<CAPITAL>": UPPER}


def _filled(words: str) -> str:
    for sign, meant in _BEFORE.items():
        words = words.replace(sign, meant)
    return words


HEAD = re.compile(
    rf"(?:(?:{_filled(_UPPER)})(?![^\W\d_])|(?:{_filled(_LOWER)})(?![^\W\d_])|(?:{_LOWER_PROPER})\s+(?=[{UPPER}]))"
)
KIND_OF_LIST = re.compile(
    r"(?:(?<![^\W\d_])(?:Giám đốc|Thủ trưởng|Lãnh đạo|Trưởng|Bộ trưởng)\s+)?"
    r"(?<![^\W\d_])[Cc]ác\s+(?:[Bb]ộ|[Ss]ở|[Pp]hòng|[Bb]an|[Nn]gành|[Cc]ục|[Hh]ội|[Tt]ập đoàn"
    r"|[Tt]ổng [Cc]ông ty|[Vv]ụ)(?:, (?:ban|ngành|phòng))*\s*:\s*"
)
_SECOND_HALF = re.compile(  # of the name of a ministry and its offices
    r"(?:Đào tạo|Môi trường|Xã hội|Du lịch|Thể thao|Đầu tư|Truyền thông|Công nghệ|Phát triển nông thôn|PTNT|Thông tin"
    r"|Khoa học|Tôn giáo|Hạ tầng|Đô thị|Thi đua|XH|ĐT|MT|CN|TT)\b"
)
_BRACKET = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
_JOINT = re.compile(
    r"\s*(?:;|,\s*và\s+|,\s*hoặc\s+|,(?! chống\b)|\s+và\s+|\s+cùng\s+với\s+|\s+cùng\s+|\s+hoặc\s+"
    r"|\s*&\s+(?=UBND|HĐND))\s*"
)
_GENERIC = re.compile(
    r"(?:các\s+)?(?:sở|ban|ngành|phòng|đoàn thể|hội|đơn vị|cơ quan|địa phương|tổ chức|trung tâm|bộ"
    r"|doanh nghiệp|bộ phận|cấp|tổ|quận|huyện|xã|phường|thị trấn|thị xã"
    r"|thành phố|tỉnh|đặc khu|thôn|bản|ấp|khu phố|tổ dân phố|khu|xóm|buôn|làng|cá nhân|lực lượng"
    r"|trường|viện|chi hội|hộ gia đình|cộng đồng|hợp tác xã|cán bộ|công chức"
    r"|viên chức|người lao động|hội viên|đoàn viên|nhân dân)$",
    re.I,
)
_KIND_OF_HOUSE = re.compile(
    r"(?:viện nghiên cứu|trường đại học|trường cao đẳng|hiệp hội|ngân hàng|hợp tác xã)\b(?! và)"
)
_BEGINS_ALWAYS = frozenset({"Báo", "báo", "Sở"})
_PLACES = re.compile(
    r"(?:xã|phường|thị trấn|đặc khu|quận|huyện|thị xã|thành phố|thôn|bản|ấp|khu phố|tổ dân phố|khu"
    r"|buôn|làng|xóm|tỉnh)(?:\s|$)",
    re.I,
)
_ENDS_IN_PLACE = re.compile(
    r"(?:xã|phường|thị trấn|đặc khu|quận|huyện|thị xã|thành phố|thôn|bản|ấp|khu phố|tổ dân phố|tỉnh)$", re.I
)
_SMALL = re.compile(r"(?:thôn|bản|ấp|khu phố|tổ dân phố|khu|buôn|làng|xóm)", re.I)
_OF_A_GROUP = re.compile(
    r"[^,]\s+các (?:bộ|sở|ban|phòng)(?:, (?:ban|ngành|phòng))*$", re.I
)  # "Thanh tra các Bộ, ngành"
_CLOSED = re.compile(r"\b(?:thuộc|trực thuộc|trên địa bàn|liên quan|tại|ở|của)\b", re.I)
_COUNCIL_OFFICE = re.compile(
    r"^(?:(?:(?:Phó )?Chánh )?Văn phòng|(?:Phó )?Chánh VP|VP|Đảng ủy)\b.*(?:HĐND|Hội đồng nhân dân|ĐBQH"
    r"|Quốc hội|Đảng ủy|Huyện ủy"
    r"|Thành ủy|Thị ủy|Tỉnh ủy)$|^Văn phòng$"
)
_ONE_POST = re.compile(r"^(?:Chủ tịch|Bí thư|Giám đốc|Trưởng|Chánh Văn phòng|Thủ tướng|CT)$")
_WHOLE = re.compile(r"^(?:Báo|Báo chí|Đài|Đài Phát thanh|Cổng|Trang)$", re.I)
_POST = re.compile(
    r"^(?:Các |các )?(?:đồng chí|đ/c|ông|bà)\b|phụ trách (?:lĩnh vực|công tác|về)", re.I
)  # one post, however many commas
_A_POST = r"(?:ông|bà|đồng chí|tổ trưởng|trưởng|phó|bí thư|chủ tịch|giám đốc|đại diện|công chức|cán bộ|hiệu trưởng)\b"
_OTHER_BODY = re.compile(rf"(?:Tổ|Ban|Phòng|Trạm|Trung tâm) [{UPPER}][{LOWER}]+ [{LOWER}]")
_OF_TRAINING = re.compile(r"\b[Bb]ồi dưỡng(?: nghiệp vụ)? cán bộ$")  # "Trường Đào tạo, bồi dưỡng cán bộ, công chức"
_OWN_WORDS_OF_PLACES = any_of(  # may follow "xã", "huyện" … within a name
    r"""
    bị; biên giới; cấp; chưa; cũ; còn; có; của; cùng; đã; đang; đảo; đặc biệt; đặc khu; điểm; đó; được; đồng bằng;
    giáp; gồm; hiện; hoặc; hưởng; không; khác; khó khăn; khu vực; là; lân cận; liên quan; loại; mới; miền; này; nói
    trên; nêu; nông thôn; nơi; phụ trách; phía; qua; ở; sau; tại; theo; thuộc; trên; trong; trọng điểm; trực thuộc;
    trung du; trung tâm; và; vào; ven; với; vùng
    """
)
_BEHIND_PLACE = re.compile(
    rf"(?:xã(?! hội)|phường|thị trấn|huyện|quận|thị xã|thành phố|tỉnh|địa phương|(?<=các )(?:thôn|khu phố"
    rf"|tổ dân phố|ấp|bản|khóm))"
    rf"(?=\s+(?!(?:{_OWN_WORDS_OF_PLACES})\b)[{LOWER}]+\s+[{LOWER}]+)"
)
_LONGEST_HEAD = 60  # letters in which it can be seen that a name begins
_EDGE = " .,;:-–/"


def starts_name(text: str) -> bool:
    """Say whether a text begins as the name of a body or a post does."""
    return bool(HEAD.match(old_tone(text[:_LONGEST_HEAD])))


def end_behind_place(plain: str, start: int, end: int) -> int:
    """Where a name ends with the kind of a place: "Công an xã | nắm tình hình", whatever verb this is."""
    found = _BEHIND_PLACE.search(plain, start, end)
    return found.end() if found else end


def without_brackets(text: str) -> str:
    """Drop what stands in brackets."""
    before = ""
    while before != text:
        before, text = text, _BRACKET.sub("", text)
    return text


def split_names(text: str) -> list[str]:
    """Divide a list of bodies: "Sở A; Sở B và UBND các huyện" is three, "Phòng Văn hóa và Thông tin" is one."""
    text = without_brackets(text).strip(_EDGE)
    if kind := KIND_OF_LIST.search(text):
        return [*split_names(text[: kind.start()]), *_of_one_kind(text[kind.end() :])]
    return _divided(text, _begins_another)


def _of_one_kind(text: str) -> list[str]:
    """Divide a list whose kind was said before it: "các Sở: Tài chính, Y tế" names two, each without its "Sở"."""

    def begins(name: str, joint: str, piece: str) -> bool:
        if ";" in joint or (piece[:1].isupper() and not _SECOND_HALF.match(piece)):
            return True
        return starts_name(name) and _begins_another(name, joint, piece)

    return _divided(text, begins)


def _divided(text: str, begins: Callable[[str, str, str], bool]) -> list[str]:
    """Cut a list at its joints where a new name begins."""
    names: list[str] = []
    joint, at = "", 0
    for found in [*_JOINT.finditer(text), None]:
        end = found.start() if found else len(text)
        piece = text[at:end].strip(_EDGE)
        if piece and names and not begins(names[-1], joint, piece):
            names[-1] = f"{names[-1]}{joint}{piece}"
        elif piece:
            names.append(piece)
        if found:
            joint, at = found[0], found.end()
    return [_without_role(_tidy(name)) for name in names if any(letter.isalpha() for letter in name)]


def _without_role(name: str) -> str:
    """ "Sở A - cơ quan thường trực" is Sở A."""
    return re.sub(r"\s+[-–]\s+(?:cơ quan |đơn vị )?(?:thường trực|đầu mối|chủ trì)\b.*$", "", name, flags=re.I)


def _begins_another(name: str, joint: str, piece: str) -> bool:
    """Say whether a piece of a list is a new name, or goes on with the one before."""
    if ";" in joint:
        return True
    if _is_one(name, piece):
        return False
    if re.match(r"(?:các|những|toàn thể|mọi|người đứng đầu các|thủ trưởng các)\s", piece, re.I):
        return not re.match(r"(?:thủ trưởng|người đứng đầu)\b", name, re.I) or bool(re.match(r"các|những", piece, re.I))
    if piece in _BEGINS_ALWAYS or (_KIND_OF_HOUSE.match(piece) and not re.match(r"các\s", name, re.I)):
        return True
    if _GENERIC.match(piece):
        return not _OF_A_GROUP.search(name) and _generic_begins(name, joint, piece)
    return starts_name(piece) and (piece[0].isupper() or _generic_begins(name, joint, piece))


def _is_one(name: str, piece: str) -> bool:
    """Say whether two pieces are one name by custom: one post, an office of two bodies, "các cấp, các ngành"."""
    if _OF_TRAINING.search(name) and re.match(r"(?:công chức|viên chức)\b", piece):
        return True
    if _POST.search(name) and not _OTHER_BODY.match(piece):
        return not re.match(r"(?:các |những )?(?:đồng chí|đ/c|chuyên viên|thành viên|ông|bà)\b", piece, re.I)
    if re.match(r"Ban Quản lý\b", name) and re.match(r"các (?:khu|dự án|cụm)\b", piece, re.I):
        return True
    if re.match(r"các\s", piece):
        whole = name.lower() == "các cấp" and piece == "các ngành"
        return whole or bool(_ONE_POST.search(name))
    council = re.match(r"UBND|Ủy ban nhân dân|HĐND|Hội đồng nhân dân|Đoàn", piece)
    return bool(_WHOLE.match(name) or (_COUNCIL_OFFICE.match(name) and council))


def _generic_begins(name: str, joint: str, piece: str) -> bool:
    """Decide for a piece that names a kind only ("đơn vị"): it goes on with a group, not with a proper name."""
    if _PLACES.match(piece):
        before = _ENDS_IN_PLACE.search(name)
        if re.search(r"\b(?:các|cấp)\b", name, re.I):
            return False
        return before is None or bool(_SMALL.match(before[0])) != bool(_SMALL.match(piece))
    if re.match(r"(?:các|những|thủ trưởng|người đứng đầu|toàn thể|chủ tịch|giám đốc|cấp)\b", name, re.I):
        return _leaves_group(name, joint, piece)
    if all(_GENERIC.match(part) for part in name.split(", ")):  # "Cơ quan, tổ chức": a group without its "các"
        return False
    if re.match(_A_POST, piece) or (joint.strip() == "và" and piece.startswith("chính quyền ")):
        return True
    return not name[0].islower() or piece.split(maxsplit=1)[0].lower() == name.split(maxsplit=1)[0].lower()


def _leaves_group(name: str, joint: str, piece: str) -> bool:
    """Say whether a piece stands beside a group ("các sở, ngành tỉnh"), not within it."""
    if "và" in joint and name.lower().split()[1:2] == piece.lower().split()[:1]:
        return True
    if (
        "và" in joint
        and "liên quan" in piece
        and re.search(r"\b(?:tỉnh|thành phố|huyện|xã|phường|xã hội|báo chí|chuyên môn)$", name, re.I)
    ):
        return True
    return bool(_CLOSED.search(name)) and not re.match(r"^(?:thủ trưởng|người đứng đầu|chủ tịch)", name, re.I)


def _tidy(name: str) -> str:
    name = re.sub(
        r"\s+(?:và|hoặc|cùng|với|phụ trách|trong phạm vi (?:chức năng|nhiệm vụ)\b.*"
        r"|theo (?:nhiệm vụ|thẩm quyền|phân công|địa bàn|sự phân công|lĩnh vực|phạm vi)\b.*)$",
        "",
        name.strip(_EDGE),
    )
    return re.sub(r"\s+", " ", re.sub(r"\s+,", ",", name)).strip(_EDGE)
