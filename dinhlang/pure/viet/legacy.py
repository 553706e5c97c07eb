"""Vietnamese from before Unicode: TCVN3 (ABC, fonts .VnTime) and VNI for Windows (fonts VNI-Times).

Both put Vietnamese into eight bits and let the font draw it, so that elsewhere "Uỷ ban" reads "Uû ban" or "Uyû ban".
Tables from TCVN 5712:1993 (third set of codes) and from the fonts themselves.
"""

import re
import unicodedata
from enum import StrEnum

from dinhlang.pure.viet.syllables import is_syllable, words_of


class Legacy(StrEnum):
    """The two encodings that offices wrote in until about 2005, and some still do."""

    TCVN3 = "tcvn3"
    VNI = "vni"


_TCVN3 = str.maketrans(
    "¸µ¶·¹¨¾»¼½Æ©ÊÇÈÉËÐÌÎÏÑªÕÒÓÔÖÝ×ØÜÞãßáâä«èåæçé¬íêëìîóïñòô\xadøõö÷ùýúûüþ®¡¢£¤¥¦§",
    "áàảãạăắằẳẵặâấầẩẫậéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵđĂÂÊÔƠƯĐ",
)

_VNI_MARKS = (
    dict(zip("ùøûõï", "\u0301\u0300\u0309\u0303\u0323", strict=True))
    | {"â": "\u0302", "á": "\u0302\u0301", "à": "\u0302\u0300", "å": "\u0302\u0309"}
    | {"ã": "\u0302\u0303", "ä": "\u0302\u0323"}
    | {"ê": "\u0306", "é": "\u0306\u0301", "è": "\u0306\u0300", "ú": "\u0306\u0309"}
    | {"ü": "\u0306\u0303", "ë": "\u0306\u0323"}
)
_VNI_ALONE = dict(zip("ôöìíæóòîñÔÖÌÍÆÓÒÎÑ", "ơưìíỉĩịỵđƠƯÌÍỈĨỊỴĐ", strict=True))
_PAIR_OR_ALONE = re.compile("([aeouyôöAEOUYÔÖ])([ùøûõïâáàåãäêéèúüëÙØÛÕÏÂÁÀÅÃÄÊÉÈÚÜË])|[ôöìíæóòîñÔÖÌÍÆÓÒÎÑ]")
_ASCII_LETTERS = re.compile("[A-Za-z]")
_WORD = re.compile(r"[^\W\d_]{2,}")
_ENOUGH_WORDS = 3
_ENOUGH_SHARE = 0.25


def from_legacy(text: str, legacy: Legacy) -> str:
    """Return text that was written in an old encoding, and read as Western letters, as the Vietnamese it is.

    TCVN3 has no capitals with tones: fonts ending in H drew them. Words all of capitals get theirs back.
    """
    if legacy is Legacy.TCVN3:
        return "\n".join(_with_capitals(line, line.translate(_TCVN3)) for line in text.split("\n"))
    return _PAIR_OR_ALONE.sub(_paired, text)


def _paired(found: re.Match[str]) -> str:
    if found[1] is None:
        return _VNI_ALONE[found[0]]
    letter, mark = found[1], _VNI_MARKS[found[2].lower()]
    is_hat, is_breve = mark[0] == "\u0302", mark[0] == "\u0306"
    if (is_breve and letter not in "aA") or (is_hat and letter not in "aeoAEO"):
        return _VNI_ALONE.get(letter, letter) + _VNI_ALONE.get(found[2], found[2])
    return unicodedata.normalize("NFC", _VNI_ALONE.get(letter, letter) + mark)


def _with_capitals(raw: str, line: str) -> str:
    marked = [len(_ASCII_LETTERS.findall(word)) for word in raw.split() if not word.isascii()]
    if any(count >= 2 for count in marked) and not any(letter.islower() for letter in _ASCII_LETTERS.findall(raw)):
        return line.upper()
    return _WORD.sub(_capital_word, line)


def _capital_word(found: re.Match[str]) -> str:
    plain = _ASCII_LETTERS.findall(found[0])
    return found[0].upper() if len(plain) >= 2 and all(letter.isupper() for letter in plain) else found[0]


def legacy_of_font(font: str) -> Legacy | None:
    """Return the encoding that a font stands for: Word files name the font beside each run of text."""
    name = font.strip().lower()
    if name.startswith(".vn"):
        return Legacy.TCVN3
    return Legacy.VNI if name.startswith(("vni-", "vni ")) else None


def draws_capitals(font: str) -> bool:
    """Say whether a font draws every letter large, as .VnTimeH does."""
    name = font.strip().lower()
    return name.startswith(".vn") and name.endswith("h")


def legacy_of(text: str) -> Legacy | None:
    """Return the old encoding a text is in, if it makes Vietnamese of what is none."""
    here = _score(text)
    best = max(Legacy, key=lambda legacy: _score(from_legacy(text, legacy)))
    made = from_legacy(text, best)
    good, wrong, words = _counts(made)
    enough = good >= _ENOUGH_WORDS and good >= words * _ENOUGH_SHARE and wrong * 4 <= good
    return best if enough and good - wrong > max(2 * here, here + 2) else None


def without_legacy(text: str) -> tuple[str, frozenset[Legacy]]:
    """Return the text with all that is in an old encoding converted, line by line where only some lines are."""
    if text.isascii():
        return text, frozenset()
    if whole := legacy_of(text):
        return from_legacy(text, whole), frozenset({whole})
    lines, found = [], set()
    for line in text.split("\n"):
        legacy = None if line.isascii() else legacy_of(line)
        if legacy:
            found.add(legacy)
        lines.append(from_legacy(line, legacy) if legacy else line)
    return "\n".join(lines), frozenset(found)


def _score(text: str) -> int:
    good, wrong, _words = _counts(text)
    return good - wrong


def _counts(text: str) -> tuple[int, int, int]:
    """How many words are syllables with marks, how many with strange letters are none, how many words there are."""
    words = words_of(text)
    odd = [word for word in words if not word.isascii()]
    good = sum(1 for word in odd if is_syllable(word))
    return good, len(odd) - good, len(words)
