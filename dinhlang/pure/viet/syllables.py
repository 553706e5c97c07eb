"""Is a word a Vietnamese syllable? Enough to tell Vietnamese from another language, and text from its ruins."""

import re
import unicodedata
from functools import lru_cache

_WRITTEN_ONSETS = "ngh ng nh gh gi kh ph qu th tr ch b c d đ g h k l m n p r s t v x"
_WRITTEN_RIMES = """
a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong
op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
u ua uân uâng uât uây uc uê uêch uêu uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut uy uya uych uyên uyêt uynh
uyt uyu ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu yt ynh
"""
_ONSETS = _WRITTEN_ONSETS.split()
_RIMES = frozenset(_WRITTEN_RIMES.split())
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_STOPPED = ("c", "ch", "p", "t")
_WORD = re.compile(r"[^\W\d_]{2,}")


def is_syllable(word: str) -> bool:
    """Say whether one written word could be a Vietnamese syllable, with its tone or without."""
    return _is_syllable(unicodedata.normalize("NFC", word).lower())


@lru_cache(maxsize=20_000)
def _is_syllable(word: str) -> bool:
    parts = unicodedata.normalize("NFD", word)
    tones = [mark for mark in parts if mark in _TONES]
    bare = unicodedata.normalize("NFC", "".join(mark for mark in parts if mark not in _TONES))
    if len(tones) > 1 or (tones and bare.endswith(_STOPPED) and tones[0] not in "\u0301\u0323"):
        return False
    if bare in _RIMES:
        return True
    return any(bare.startswith(onset) and bare[len(onset) :] in _RIMES for onset in _ONSETS) or bare == "gi"


def words_of(text: str) -> list[str]:
    """The words of two letters and more."""
    return _WORD.findall(text)


def share_of_marked_syllables(text: str) -> float:
    """Of the words that are no abbreviation, how many are Vietnamese syllables with a mark: 0.6 and more in a plan."""
    words = [word for word in words_of(text) if not (word.isupper() and word.isascii())]
    marked = sum(1 for word in words if not word.isascii() and is_syllable(word))
    return marked / len(words) if words else 0.0


def share_of_ruins(text: str) -> float:
    """Of the words with foreign-looking letters, how many are no syllables: near 0 in Vietnamese, near 1 in ruins."""
    odd = [word for word in words_of(text) if not word.isascii()]
    return sum(1 for word in odd if not is_syllable(word)) / len(odd) if odd else 0.0
