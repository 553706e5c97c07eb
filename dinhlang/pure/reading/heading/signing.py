"""The lines of signing: in whose name ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"), as what, and who."""

import re
from dataclasses import dataclass

from dinhlang.pure.reading.heading.form import Signer
from dinhlang.pure.reading.heading.words import AUTHORITY, POST
from dinhlang.pure.reading.sheet import LOWER, UPPER, Span, flat, is_capitals
from dinhlang.pure.viet import fold


@dataclass(frozen=True)
class Piece:
    """A line of the foot, or one of its two columns."""

    text: str
    span: Span
    apart: bool = False


_SURNAMES = (
    "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Trương Đoàn Lâm Trịnh Đào Mai Tô Hà "
    "Cao "
    "Lương Lưu Châu Tạ Thái Tăng Quách Phùng La Vương Triệu Hứa Tống Lò Vi Lô Quàng Cầm Giàng Sùng Lan Ma Nông Hoàng "
    "Kiều "
    "Thạch Sơn Danh Kim Chu Nghiêm Doãn Đàm Từ Văn Ninh Khuất Khương Âu Lục Bạch Đồng Tòng Cà Lường Hờ Mùa Thào Vàng "
    "Bàn Lữ "
    "Vừ Ksor Rơ Y Nay Siu Hùng Tiêu Ông Viên Phí Cù Đậu Thân Giáp Ngụy Mạc Phó Bế Hầu Sầm Lầu Thiều Nguyên Diệp"
)
SURNAMES = {fold(name): name for name in reversed(_SURNAMES.split())}
_COMMON = {fold(name): name for name in reversed(_SURNAMES.split()[:22])}
_DEGREES = re.compile(
    r"^(?:(?:PGS|GS|TS|ThS|Ths|THS|BS|KS|CN|LS|DS|NGƯT|NGND|TTƯT|CKI{1,2}|BSCKI{1,2}|CK[12]|KTS|Th\.?S|Đ/c|Ông|Bà)\b[.,:]?\s*|"
    r"(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá|úy)\s+)+"
)
_WORD = r"[^\W\d_]+(?:['’](?![^\W\d_])|['’.][^\W\d_]+)?"  # "K' Brêu", "H'Hen"
_NAME = re.compile(rf"{_WORD}(?:[ -]{_WORD}){{1,5}}")
_SIGNED = re.compile(
    r"\b(?:da ky|cho ky|ky thay|ky ten|dong dau|ky, ghi|signed|chu ky so|ky boi|nguoi ky|thoi gian ky)\b"
)
_FURNITURE = re.compile(r"\b(?:file|dinh kem|tai ve|tai xuong|van ban lien quan|in trang)\b")  # of a page on the web
_NOT_NAMES = re.compile(
    r"\b(?:noi nhan|nhu tren|luu vt|phu luc|uy ban|hoi dong|chu tich|giam doc|viet nam|cong ty|ubnd|hdnd|ke hoach|"
    r"quyet dinh|"
    r"danh sach|bieu mau|tong cong|cong hoa|doc lap|dang uy|sao y|ban chinh|bo truong|thu tuong|bi thu|truong ban|"
    r"truong phong)\b"
)
_OFFICE = re.compile(r"(?:trường|trưởng|phòng|sở|bộ|xã|tỉnh|huyện|ban|phó|các)\b")
_JOINED = re.compile(r"\b(?:các|và)\b")
_AUTHORITY_BEHIND = re.compile(rf"^.{{1,6}}\s(?:TM|KT|TL|TUQ)\s?[.,]\s?[{UPPER}]{{2,}}")
_POST_SPLIT = re.compile(
    r"(?<=\S) (?=(?:PHÓ|PHO|QUYỀN|THỨ|ỦY VIÊN|UỶ VIÊN|CHÁNH|TRƯỞNG|GIÁM ĐỐC|CHỦ TỊCH|CHỦ NHIỆM|BÍ THƯ|THỦ TƯỚNG|"
    r"BỘ TRƯỞNG|"
    r"HIỆU TRƯỞNG|CỤC TRƯỞNG|CHI CỤC TRƯỞNG|TỔNG GIÁM ĐỐC|VIỆN TRƯỞNG|TỔ TRƯỞNG|CHỈ HUY)\b)"
)


def starts_signing(text: str, flat_text: str) -> bool:
    """Is this a line of signing: an authority, or a post in capitals?"""
    bare = flat_text.lstrip("-*•'\" ")
    if AUTHORITY.match(bare) and is_capitals(text[:14]):
        return True
    if _AUTHORITY_BEHIND.match(text):
        return True
    found = POST.match(bare)
    if not found or len(text) > 110:
        return False
    return len(_capitals_of(text.lstrip("-*•'\" ").split()) or "") >= found.end() - 1


def is_name(text: str) -> bool:
    """Is this a person's name: two to six words that begin with capitals, none of them a word of office?"""
    bare = without_degree(text)
    if (
        not _NAME.fullmatch(bare)
        or len(bare) > 45
        or _NOT_NAMES.search(fold(bare))
        or _OFFICE.match(bare.lower())
        or _JOINED.search(bare.lower())
    ):
        return False
    words = re.split(r"[ -]", bare)
    if not all(word[:1].isupper() for word in words):
        return False
    return bare.isupper() is False or fold(words[0]) in SURNAMES


def begins_as_name(text: str) -> bool:
    """Is this a name that begins with a common surname?"""
    return is_name(text) and fold(text).split()[0] in _COMMON


def without_degree(text: str) -> str:
    """Return a name without degrees, ranks and trailing marks."""
    return _DEGREES.sub("", text.strip(" *_.,;:'\"“”()[]|~-")).strip(" .,-")


def read_signer(pieces: list[Piece], every: list[Piece]) -> tuple[Signer, int]:
    """Return who signed, and where it ends; a name covered by a stamp is sought in every piece."""
    lines: list[str] = []
    spans: list[Span] = []
    name: str | None = None
    for piece in pieces:
        posts, person = _parts(piece.text, bool(lines))
        if posts:
            lines.append(posts)
            spans.append(piece.span)
        if person and lines:
            name = person
            spans.append(piece.span)
            break
    confidence = 0.95 if name else 0.5
    if lines and not name:
        name, span = _behind_noise(every, spans[0][0])
        confidence = 0.6 if name else 0.5
        spans += [span] if span else []
    if not lines:
        return _name_alone(pieces)
    authority, title = _divided(lines)
    whole = (min(start for start, _ in spans), max(end for _, end in spans))
    return Signer(authority, title, name, whole, confidence), whole[1]


def _parts(text: str, signing: bool) -> tuple[str | None, str | None]:
    """Part a piece into words of signing in capitals and the name behind them."""
    bare = text.strip(" *_'\"“”|~-")
    if behind := _AUTHORITY_BEHIND.match(bare):
        bare = bare[re.search(r"\s(?=(?:TM|KT|TL|TUQ)\s?[.,])", behind[0]).end() :]  # type: ignore[union-attr]
    if signing and is_name(bare) and not starts_signing(bare, flat(bare)):
        first, _, rest = bare.partition(" ")
        if len(first) > 1 and first.isupper() and not _DEGREES.match(bare) and not rest.isupper() and is_name(rest):
            return first, without_degree(rest)  # a post goes on: "PHÓ THỦ" + "TƯỚNG Nguyễn Thiện Sen"
        return None, without_degree(bare)
    if starts_signing(bare, flat(bare)) or (signing and _goes_on(bare)):
        words = bare.split()
        for at in range(1, len(words)):
            rest = " ".join(words[at:])
            if not words[at].isupper() and is_name(rest) and is_capitals(" ".join(words[:at])):
                return " ".join(words[:at]), without_degree(rest)
        return (bare, None) if is_capitals(bare) else (_capitals_of(words), None)
    return None, None


def _capitals_of(words: list[str]) -> str | None:
    """Return the words up to the first that is not in capitals: behind it is what a stamp left."""
    kept: list[str] = []
    for word in words:
        if not word.isupper():
            break
        kept.append(word)
    return " ".join(kept) or None


def _goes_on(bare: str) -> bool:
    """ "NHÂN DÂN" under "TM. ỦY BAN": capitals without a sentence."""
    if (
        len(bare) > 70
        or not bare.isupper()
        or _FURNITURE.search(flat(bare))
        or re.search(r"\d", bare)
        or _SIGNED.search(flat(bare))
    ):
        return False
    return re.search(rf"[{UPPER}]{{2,}} [{UPPER}]{{2,}}|^[{UPPER}]{{2,}}$", bare) is not None


def _divided(lines: list[str]) -> tuple[str | None, str | None]:
    """Part the lines of signing into authority and the signer's own title."""
    groups: list[str] = []
    for line in lines:
        at = 0
        marks = [
            found.start()
            for found in AUTHORITY.finditer(flat(line))
            if found.start() == 0 or line[found.start() - 1] == " "
        ]
        for mark in [*[mark for mark in marks if mark > 0], len(line)]:
            part = line[at:mark].strip()
            at = mark
            if not part:
                continue
            if groups and not AUTHORITY.match(flat(part)) and not POST.match(flat(part)):
                groups[-1] += " " + part  # a line that goes on: "TM. ỦY BAN" + "NHÂN DÂN"
            else:
                groups.append(part)
    own = [group for group in groups if not AUTHORITY.match(flat(group))]
    authority = [group for group in groups if AUTHORITY.match(flat(group))]
    if not own and authority:
        own_part, authority[-1] = _own_title(authority[-1])
        own = [own_part] if own_part else []
    return "\n".join(_spaced(line) for line in authority) or None, "\n".join(own) or None


def _own_title(line: str) -> tuple[str | None, str]:
    """ "KT. CHỦ TỊCH PHÓ CHỦ TỊCH" on one line: the last post is the signer's own."""
    cuts = [found.start() for found in _POST_SPLIT.finditer(line)]
    cuts = [
        cut
        for cut in cuts
        if len(line[:cut].rsplit(".", maxsplit=1)[-1].split()) >= 1 and not line[:cut].endswith((".", "PHÓ", "QUYỀN"))
    ]
    if not cuts:
        return None, line
    return line[cuts[0] :].strip(), line[: cuts[0]].strip()


def _spaced(line: str) -> str:
    return re.sub(r"^(TM|KT|TL|TUQ|T/M|K/T|T/L|Q)\s?[.,:;]\s*", r"\1. ", line)


_BY_STAMP = re.compile(rf"(?:Người ký|Ký bởi)\s*:\s*([{UPPER}][{LOWER}]+(?: [{UPPER}][{LOWER}]+){{1,4}})\s*$")


def _behind_noise(pieces: list[Piece], after: int) -> tuple[str | None, Span | None]:
    """Find a name at the end of a line that a stamp or a second column spoilt: a surname and what follows."""
    for piece in pieces:
        if piece.span[0] < after or _SIGNED.search(flat(piece.text)):
            continue
        words = piece.text.split()
        for size in (4, 3, 2):
            if size >= len(words) + 1:
                continue
            tail = [word.strip(".,;:'\"=><~-`|") for word in words[-size:]]
            surname = _surname(tail[0])
            if surname and is_name(" ".join([surname, *tail[1:]])):
                return " ".join([surname, *tail[1:]]), piece.span
    stamped = ((_BY_STAMP.search(piece.text), piece.span) for piece in pieces)
    return next(((found[1], span) for found, span in stamped if found and is_name(found[1])), (None, None))


def _surname(word: str) -> str | None:
    """Return the surname a word is, or is but for a letter lost: "guyên" is Nguyễn, "Trấñ" is Trần."""
    plain = fold(word)
    if plain in _COMMON and word[:1].isupper():
        return _COMMON[plain]
    long = ("nguyen", "truong", "huynh", "duong")
    return next(
        (
            SURNAMES[name]
            for name in long
            if plain in (name[1:], name[:-1])
            or (len(plain) == len(name) and sum(one != other for one, other in zip(plain, name, strict=True)) == 1)
        ),
        None,
    )


def _name_alone(pieces: list[Piece]) -> tuple[Signer, int]:
    """A name without a post under it, where everything else was lost."""
    for piece in pieces:
        if is_name(piece.text) and fold(piece.text).split()[0] in SURNAMES:
            return Signer(None, None, without_degree(piece.text), piece.span, 0.5), piece.span[1]
    return Signer(), 0
