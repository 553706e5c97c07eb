"""The words of a stretch as patterns look for them: tone marks where decrees put them, marks that a scan lost put back.

The same stretch is asked for many times; what comes back is always as long as what was given.
"""

import re
from functools import lru_cache

from dinhlang.pure import viet

_SLIPS = str.maketrans({"Ƕ": "ỳ", "ǜ": "ũ"})  # a converter of old fonts writes them so: "định kǶ", "cǜng"
_VOWELS = {
    "a": "aàáảãạăằắẳẵặâầấẩẫậ",
    "e": "eèéẻẽẹêềếểễệ",
    "i": "iìíỉĩị",
    "o": "oòóỏõọôồốổỗộơờớởỡợ",
    "u": "uùúủũụưừứửữự",
    "y": "yỳýỷỹỵ",
    "d": "dđ",
}
_CLASS_OF = {letter: f"[{letters}]" for letters in _VOWELS.values() for letter in letters}
_OFTEN_SPOILT = (  # two syllables each, so that no other words are written with the same letters
    "phối hợp", "chủ trì", "tổ chức", "triển khai", "thực hiện", "đề nghị", "hướng dẫn", "chỉ đạo", "tham mưu",
    "đơn vị", "trách nhiệm", "định kỳ", "thường xuyên", "hằng năm", "hằng tháng", "kiểm tra", "giám sát",
    "tuyên truyền", "rà soát", "thời gian", "trước ngày", "tổng hợp", "xây dựng", "nơi nhận",
)  # fmt: skip
_RIGHT = {viet.fold(word): word for word in _OFTEN_SPOILT}
_ANY_MARKS = re.compile(
    r"\b(?:" + "|".join("".join(_CLASS_OF.get(letter, letter) for letter in word) for word in _OFTEN_SPOILT) + r")\b",
    re.I,
)

_QUARTER = re.compile(r"\b([Qq]u[ýí] )([IVl1]*(?:I[l1]|l[Il]|1[Il]|l)[IVl1]*)(?![\w])")  # a scan's "quý IlI"


@lru_cache(maxsize=4096)
def old_tone(text: str) -> str:
    """Write hòa, thủy, Ủy ban, and "phối hợp" for a scan's "phôi hợp"; as long as the text was."""
    plain = _ANY_MARKS.sub(_mended, viet.old_tone(text.translate(_SLIPS)))
    return _QUARTER.sub(lambda found: f"{found[1]}{found[2].replace('l', 'I').replace('1', 'I')}", plain)


def _mended(found: re.Match[str]) -> str:
    """Put the marks right; "hàng năm" stays, for it is another word, not a slip."""
    printed = found[0]
    if printed.isupper() or printed.lower().startswith("hàng"):
        return printed
    right = _RIGHT[viet.fold(printed)]
    return right.capitalize() if printed[0].isupper() else right
