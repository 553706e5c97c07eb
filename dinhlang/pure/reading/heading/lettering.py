"""From capitals to the words people use: "ỦY BAN NHÂN DÂN TỈNH BẮC NINH" is "UBND tỉnh Bắc Ninh"."""

import re
from collections import Counter

from dinhlang.pure.reading.heading.words import PLACE_WORDS
from dinhlang.pure.reading.sheet import LOWER, UPPER, Sheet, flat, is_capitals, tidy, within
from dinhlang.pure.viet import new_tone

_WELL_KNOWN = {  # flat, printed; longest first where one holds another
    "uy ban nhan dan": "UBND", "hoi dong nhan dan": "HĐND", "mat tran to quoc viet nam": "Mặt trận Tổ quốc Việt Nam",
    "ban thuong truc": "Ban Thường trực", "ban chap hanh": "Ban Chấp hành", "ban thuong vu": "Ban Thường vụ",
    "uy ban mttq viet nam": "Ủy ban MTTQ Việt Nam", "ban chi dao": "Ban Chỉ đạo", "uy ban bau cu": "Ủy ban bầu cử",
    "thu tuong chinh phu": "Thủ tướng Chính phủ", "chinh phu": "Chính phủ", "ubnd": "UBND", "hdnd": "HĐND",
    "mttq": "MTTQ", "dang uy": "Đảng ủy", "tinh uy": "Tỉnh ủy", "huyen uy": "Huyện ủy", "thanh uy": "Thành ủy",
    "thi uy": "Thị ủy", "quan uy": "Quận ủy", "dang bo": "Đảng bộ", "thuong truc": "Thường trực",
    "uy ban mat tran to quoc viet nam": "Ủy ban Mặt trận Tổ quốc Việt Nam", "lien doan lao dong": "Liên đoàn Lao động",
    "ban chi huy": "Ban Chỉ huy", "ban quan ly": "Ban Quản lý", "hoi dong": "Hội đồng", "van phong": "Văn phòng",
}  # fmt: skip
_SHORT = {"ubnd": "UBND", "hdnd": "HĐND", "mttq": "MTTQ", "ubmttq": "UBMTTQ", "tncs": "TNCS", "ub": "UB"}
FREQUENT = ("uy ban nhan dan", "hoi dong nhan dan")
_LEVELS = {
    "tinh": "tỉnh", "thanh pho": "thành phố", "huyen": "huyện", "quan": "quận", "thi xa": "thị xã",
    "thi tran": "thị trấn", "xa": "xã", "phuong": "phường", "dac khu": "đặc khu", "thon": "thôn", "tp": "TP",
}  # fmt: skip
_LONG_LEVELS = ("tinh", "huyen", "phuong")
_COMMITTEE = re.compile(r"\s*".join("uybannhandan"))
_LEVEL = re.compile(rf"(?<![^\W_])({'|'.join(sorted(_LEVELS, key=len, reverse=True))})\.?(?![^\W_])")


def in_small_letters(sheet: Sheet, printed: str) -> str:
    """Return a name printed in capitals as it is written within a sentence."""
    if not is_capitals(printed):
        return printed
    if " - " in printed:
        return " - ".join(in_small_letters(sheet, part) for part in printed.split(" - "))
    printed = _parted(printed)
    known = _known(printed)
    if known:
        return known
    head, level, name = _split(printed)
    words = [_head(sheet, head)] if head else []
    if level:
        words += [level.capitalize() if name.isdigit() else level, _elsewhere(sheet, name) or _proper(name)]
    whole = " ".join(word for word in words if word)
    return whole[:1].upper() + whole[1:]


def _parted(printed: str) -> str:
    """Mend "ỦY BAN NHÂN DÂNTỈNH …" (a space lost) and "ỦY BAN NHÂN DÂN TỈNII …" (a letter spoilt)."""
    found = _COMMITTEE.match(flat(printed))
    if not found:
        words = printed.split()
        spoilt = len(words) > 4 and _known(" ".join(words[:4])) == "UBND"
        return _parted(" ".join(["ỦY BAN NHÂN DÂN", *words[4:]])) if spoilt else printed
    rest = printed[found.end() :].strip()
    first, _, name = rest.partition(" ")
    if _LEVEL.match(flat(rest)) or not first:
        return printed if found[0] == FREQUENT[0] and printed[found.end() :][:1] in {"", " "} else f"UBND {rest}"
    if glued := re.match(rf"(?:{'|'.join(sorted(_LEVELS, key=len, reverse=True))})(?=[a-z])", flat(rest)):
        return f"UBND {rest[: glued.end()]} {rest[glued.end() :]}"
    letters = re.sub(r"[^a-z]", "", flat(first))
    level = next((one for one in _LONG_LEVELS if letters[:1] == one[0] and within(letters, one, 2)), None)
    return f"UBND {_LEVELS[level].upper()} {name}" if level and name else printed


def _known(words: str) -> str | None:
    """Return a well-known name, also where a scanner spoilt a letter or two of the two most frequent ones."""
    plain = flat(words)
    if plain in _WELL_KNOWN:
        return _WELL_KNOWN[plain]
    return next((_WELL_KNOWN[name] for name in FREQUENT if within(plain, name, 2)), None)


def _split(printed: str) -> tuple[str, str, str]:
    """Part a name into body, level and place: "SỞ Y TẾ" has no level."""
    found = _LEVEL.search(flat(printed))
    name = printed[found.end() :].strip(" .") if found else ""
    if found is None or not name or not _is_place(name):
        return printed, "", ""
    return printed[: found.start()].strip(), _LEVELS[found[1]], name


def _is_place(name: str) -> bool:
    return len(name.split()) <= 6 and not re.search(r"[,;]", name)


def _head(sheet: Sheet, head: str) -> str:
    """Return the body's own words: a well-known name, else as it stands elsewhere in the text, else one capital."""
    known = _known(head)
    if known:
        return known
    return _elsewhere(sheet, head) or _sentence(head)


_NAMES = {
    "ho chi minh": "Hồ Chí Minh", "viet nam": "Việt Nam", "chinh phu": "Chính phủ", "quoc hoi": "Quốc hội",
    "giao duc va dao tao": "Giáo dục và Đào tạo", "y te": "Y tế", "noi vu": "Nội vụ", "tu phap": "Tư pháp",
    "tai chinh": "Tài chính", "ke hoach va dau tu": "Kế hoạch và Đầu tư", "cong thuong": "Công Thương",
    "xay dung": "Xây dựng", "ngoai vu": "Ngoại vụ", "khoa hoc va cong nghe": "Khoa học và Công nghệ",
    "thong tin va truyen thong": "Thông tin và Truyền thông", "giao thong van tai": "Giao thông vận tải",
    "nong nghiep va phat trien nong thon": "Nông nghiệp và Phát triển nông thôn",
    "nong nghiep va moi truong": "Nông nghiệp và Môi trường", "tai nguyen va moi truong": "Tài nguyên và Môi trường",
    "van hoa, the thao va du lich": "Văn hóa, Thể thao và Du lịch", "van hoa va thong tin": "Văn hóa và Thông tin",
    "lao dong - thuong binh va xa hoi": "Lao động - Thương binh và Xã hội",
    "dan toc va ton giao": "Dân tộc và Tôn giáo",
}  # fmt: skip
_SCHOOL = re.compile(
    r"(truong (?:tieu hoc va trung hoc co so|tieu hoc|trung hoc co so|trung hoc pho thong"
    r"|th va thcs"
    r"|thcs va thpt|thcs|thpt"
    r"|mam non|mau giao|dai hoc|cao dang|trung cap)) (?=\S)"
)
_VOWELS = set("aeiouy")


def _sentence(head: str) -> str:
    """Return the words in small letters, the first with a capital; abbreviations and well-known names as they are."""
    if school := _SCHOOL.match(flat(head)):  # what follows is its own name
        kind = " ".join(
            word if word in {"TH", "THCS", "THPT"} else word.lower() for word in head[: school.end()].split()
        )
        return f"{kind[:1].upper()}{kind[1:]} {_proper(head[school.end() :])}"
    words = " ".join(_SHORT.get(flat(word)) or _small(word) for word in head.split())
    for plain, name in _NAMES.items():
        if (at := flat(words).find(plain)) >= 0:
            words = words[:at] + name + words[at + len(plain) :]
    return words[:1].upper() + words[1:]


def _small(word: str) -> str:
    return word.lower() if _VOWELS & set(flat(word)) and "&" not in word else word


def _elsewhere(sheet: Sheet, words: str) -> str | None:
    """Return the same words as written in small letters elsewhere in the text.

    The same letters with other marks are taken only where the printed ones are damaged: no marks at all, or never
    written so, while the other is written twice.
    """
    found: Counter[str] = Counter()
    sought, at = flat(words), -1
    while found.total() < 40 and (at := sheet.flat.find(sought, at + 1)) >= 0:
        printed = tidy(sheet.text[at : at + len(sought)])
        whole = not (sheet.flat[at - 1 : at].isalnum() or sheet.flat[at + len(sought) : at + len(sought) + 1].isalnum())
        if whole and printed[:1].isupper() and not is_capitals(printed) and "\n" not in printed:
            found[printed] += 1
    same = next((printed for printed in found if new_tone(printed.lower()) == new_tone(words.lower())), None)
    if same or not found:
        return same
    likeliest, times = found.most_common(1)[0]
    return likeliest if words.isascii() or times > 1 else None


def _proper(name: str) -> str:
    return " ".join(
        word if any(map(str.isdigit, word)) else word[:1].upper() + word[1:].lower() for word in name.split()
    )


def place_after(level: str, sheet: Sheet) -> list[str]:
    """Return the names that follow a word of level (small letters, no marks) in the text: "thị xã Phước Long"."""
    name = rf"((?:[{UPPER}][{LOWER}]+|\d{{1,2}})(?:[ '’-][{UPPER}][{LOWER}]*){{0,3}})"
    behind = re.compile(rf"\s+{name}")
    ends = (found.end() for found in re.compile(rf"\b{level}\b").finditer(sheet.flat, 0, 60000))
    return [found[1] for end in ends if (found := behind.match(sheet.text, end))]


__all__ = ["FREQUENT", "PLACE_WORDS", "in_small_letters", "place_after"]
