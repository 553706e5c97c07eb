"""Where the tone mark stands: hòa, thủy (the old way, that of decrees) or hoà, thuỷ (the new way)."""

import re
import unicodedata

_ONSETS = "b|ch|c|d|đ|gh|g|h|kh|k|l|m|ngh|ng|nh|n|ph|p|r|s|th|tr|t|v|x"
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_LETTER = r"[^\W\d_]"


def _toned(vowel: str) -> str:
    """Return a vowel with each of the five tone marks, both cases."""
    lower = "".join(unicodedata.normalize("NFC", vowel + tone) for tone in _TONES)
    return lower + lower.upper()


def _open_syllable(endings: str) -> re.Pattern[str]:
    """Match a whole syllable that ends in one of the endings; no "qu", so quý is left alone."""
    return re.compile(rf"(?<!{_LETTER})({_ONSETS})?({endings})(?!{_LETTER})", re.IGNORECASE)


_NEW = _open_syllable(f"o[{_toned('a')}{_toned('e')}]|u[{_toned('y')}]")
_OLD = _open_syllable(f"[{_toned('o')}][ae]|[{_toned('u')}]y")


def old_tone(text: str) -> str:
    """Write hòa, khỏe, thủy: tone on the first vowel, as in "CỘNG HÒA" and "Ủy ban" of official documents.

    Takes text in normal form (NFC). Only open syllables in oa, oe, uy know two ways: toàn, quý, thuế stay.
    """
    return _NEW.sub(lambda found: (found[1] or "") + _move(found[2], to=0), text)


def new_tone(text: str) -> str:
    """Write hoà, khoẻ, thuỷ: tone on the last vowel, as school books do. Takes text in normal form (NFC)."""
    return _OLD.sub(lambda found: (found[1] or "") + _move(found[2], to=1), text)


def _move(vowels: str, *, to: int) -> str:
    """Put the tone mark of a pair of vowels over one of the two."""
    parts = unicodedata.normalize("NFD", vowels)
    bare = [part for part in parts if part not in _TONES]
    bare[to] += next(part for part in parts if part in _TONES)
    return unicodedata.normalize("NFC", "".join(bare))
