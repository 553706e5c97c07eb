"""A key that sorts Vietnamese names as a Vietnamese reader does, in any database under any collation."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

_LONGEST = 200
_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_LETTER = {letter: f"{20 + place}" for place, letter in enumerate(_ALPHABET)}
_STRANGE = "99"  # a letter of another script, after z
_TONE = {"": 0, "\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
_NUMBER = "10"  # before every letter
_FINISH = "06"  # before every number and letter, so that "Tân" stands before "Tân An"
_TOKEN = re.compile(r"\d+|[^\W\d_]+")
_LOOKALIKES = str.maketrans("ÐðƉɖ", "ĐđĐđ")


def sort_key(text: str) -> str:
    """Return digits that sort like the text: by letters (a ă â b … đ …), then tone, word by word; case last.

    Tones go ngang, huyền, hỏi, ngã, sắc, nặng; numbers go by value, before letters; punctuation counts as
    space. The key has digits only, the one thing no collation reorders or contracts, and at most 200.
    """
    tokens = _TOKEN.findall(unicodedata.normalize("NFKC", text).translate(_LOOKALIKES))
    parts = [_number(token) if token.isdecimal() else _word(token) for token in tokens]
    return "".join([*parts, _FINISH, *_ties(tokens)])[:_LONGEST]


def _number(token: str) -> str:
    """Compare by length first: without leading zeros, the longer number is the greater."""
    digits = str(int(token[:90]))
    return f"{_NUMBER}{len(digits):02}{digits}"


def _word(token: str) -> str:
    """Spell the letters, then close with the tone; closing sorts before any further letter."""
    codes, tone = [], 0
    for letter, mark in _letters(token.lower()):
        codes.append(_LETTER.get(letter, _STRANGE))
        tone = tone or _TONE[mark]
    return "".join(codes) + f"0{tone}"


def _letters(word: str) -> Iterator[tuple[str, str]]:
    """Take each letter apart into one of the alphabet and its tone mark."""
    for character in unicodedata.normalize("NFC", word):
        parts = unicodedata.normalize("NFKD", character)
        tone = next((part for part in parts if part in _TONE), "")
        whole = unicodedata.normalize("NFC", "".join(part for part in parts if part not in _TONE))
        if whole in _LETTER:
            yield whole, tone
        else:
            yield from ((part, tone) for part in whole if not unicodedata.combining(part))


def _ties(tokens: Iterable[str]) -> Iterator[str]:
    """Tell apart what is otherwise equal: small letters before capitals, 2 before 02."""
    for token in tokens:
        if token.isdecimal():
            yield str(min(9, len(token) - len(token.lstrip("0"))))
        else:
            yield from ("1" if letter.isupper() else "0" for letter in token)
