"""Bytes of a text file, read into normal text; or a reason why not."""

import codecs
import re
import unicodedata
from enum import StrEnum

from dinhlang.pure.viet.legacy import Legacy, from_legacy, legacy_of, without_legacy
from dinhlang.pure.viet.normal import normal

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_KNOWN_FILES = (
    b"PK\x03\x04",
    b"%PDF",
    b"\xd0\xcf\x11\xe0",
    b"{\\rtf",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"ID3",
    b"OggS",
    b"fLaC",
    b"RIFF",
    b"\x1aE\xdf\xa3",
    b"7z\xbc\xaf",
    b"Rar!",
    b"\x7fELF",
    b"SQLite format 3",
)
_VIETNAMESE = re.compile("[aăâđeêioôơuưy]", re.IGNORECASE)
_WRITTEN_OUT = "–—‘’“”‚„…•§°«»©®™₫€·±×"  # signs that stand in Vietnamese text beside letters
_TCVN3_SIGNS = re.compile(r"[^\W\d_][®µ¶·¸¹¨©ª«¬\xad]|[®µ¶·¸¹¨©ª«¬\xad][^\W\d_]")
_VNI_LETTERS = re.compile("[aeouyAEOUY][øùûïõØÙÛÏÕ]|ñ|Ñ|ö|Ö")
_ENOUGH = 0.02  # of the letters in a Vietnamese text far more carry marks than this


class Encoding(StrEnum):
    """Encodings that are read, in the words of Python's codecs."""

    UTF_8 = "utf-8"
    UTF_16 = "utf-16"
    WINDOWS_1258 = "windows-1258"


class DecodeTrouble(StrEnum):
    """Why bytes are not read as text; the page that took the file words it."""

    BINARY = "binary"  # a picture, a Word file, a PDF …: not plain text at all
    TCVN3 = "tcvn3"  # looks like TCVN3 (ABC, fonts .VnTime), yet makes no Vietnamese: save again as Unicode
    VNI = "vni"  # looks like VNI (fonts VNI-Times), yet makes no Vietnamese: save again as Unicode
    DAMAGED = "damaged"  # not valid in the encoding it says, or was said, to be in
    UNKNOWN = "unknown"  # text, but in none of the encodings known


class CannotDecode(ValueError):
    """The bytes are not text in an encoding we read."""

    def __init__(self, reason: DecodeTrouble) -> None:
        super().__init__(f"cannot read these bytes as text: {reason}")
        self.reason = reason


def decode(data: bytes, encoding: Encoding | None = None) -> str:
    """Return the text of a file in NFC: UTF-8, UTF-16, Windows-1258, TCVN3 or VNI, found out or as told.

    Raises CannotDecode with a reason code. Never guesses where a wrong guess would garble names: old encodings are
    converted only where that makes Vietnamese syllables of what were none.
    """
    return decode_noting(data, encoding)[0]


def decode_noting(data: bytes, encoding: Encoding | None = None) -> tuple[str, frozenset[Legacy]]:
    """Return the text of a file, and which old encodings were converted in it."""
    if encoding is not None:
        return _read(data, encoding)
    for mark, name in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _read(data, name)
    if data.startswith(_KNOWN_FILES):
        raise CannotDecode(DecodeTrouble.BINARY)
    if b"\0" in data:
        return _read(data, _utf_16_without_mark(data))
    try:
        raw = data.decode("utf-8")
    except UnicodeDecodeError:
        return _eight_bits(data)
    if _control_bytes(data) > len(data) * _ENOUGH:
        raise CannotDecode(DecodeTrouble.BINARY)
    return _noting(raw)


def _noting(raw: str) -> tuple[str, frozenset[Legacy]]:
    """Old encodings first: what `normal` takes for an invisible hyphen is a letter in TCVN3."""
    text, found = without_legacy(raw)
    return normal(text), found


def _read(data: bytes, encoding: str) -> tuple[str, frozenset[Legacy]]:
    try:
        raw = data.decode(encoding)
    except UnicodeDecodeError:
        raise CannotDecode(DecodeTrouble.DAMAGED) from None
    if encoding.startswith("utf-16") and not _is_written(raw):
        raise CannotDecode(DecodeTrouble.BINARY)
    return _noting(raw)


def _is_written(raw: str) -> bool:
    """Letters people write here, not pairs of any bytes: sound and pictures are "valid" UTF-16 too."""
    sample = raw.lstrip("\ufeff")[:20_000]
    strange = sum(
        unicodedata.category(letter) in {"Cc", "Co", "Cn", "Cs"} and letter not in "\t\n\r\f" for letter in sample
    )
    latin = sum(ord(letter) < 0x2100 for letter in sample)
    return strange <= len(sample) * _ENOUGH and latin * 2 > len(sample)


def _utf_16_without_mark(data: bytes) -> str:
    """Tell UTF-16 from a binary file: its zero bytes all stand on one side of the pairs."""
    even, odd = data[0::2].count(0), data[1::2].count(0)
    if len(data) % 2 == 0 and odd * 4 > len(data) / 2 and even * 20 < odd:
        return "utf-16-le"
    if len(data) % 2 == 0 and even * 4 > len(data) / 2 and odd * 20 < even:
        return "utf-16-be"
    raise CannotDecode(DecodeTrouble.BINARY)


def _eight_bits(data: bytes) -> tuple[str, frozenset[Legacy]]:
    """Read TCVN3, VNI or Windows-1258 if the outcome is Vietnamese; else say what it looks like."""
    if _control_bytes(data) > len(data) * _ENOUGH:
        raise CannotDecode(DecodeTrouble.BINARY)
    raw = data.decode("latin-1")
    if legacy := legacy_of(raw):
        return normal(from_legacy(raw, legacy)), frozenset({legacy})
    _refuse_unreadable_legacy(raw)
    try:
        text = normal(data.decode("cp1258"))
    except UnicodeDecodeError:
        raise CannotDecode(DecodeTrouble.UNKNOWN) from None
    if not all(_belongs(character) for character in text):
        raise CannotDecode(DecodeTrouble.UNKNOWN)
    return text, frozenset()


def _refuse_unreadable_legacy(raw: str) -> None:
    letters = sum(character.isalpha() for character in raw)
    mostly_latin = 2 * sum(character.isalpha() and character.isascii() for character in raw) > letters
    if len(_TCVN3_SIGNS.findall(raw)) > letters * _ENOUGH:
        raise CannotDecode(DecodeTrouble.TCVN3)
    if mostly_latin and len(_VNI_LETTERS.findall(raw)) > letters * _ENOUGH:
        raise CannotDecode(DecodeTrouble.VNI)


def _control_bytes(data: bytes) -> int:
    return sum(data.count(code) for code in range(32) if code not in b"\t\n\r\f\x1a")


def _belongs(character: str) -> bool:
    """Say whether a character stands in Vietnamese text."""
    if character.isascii() or character in _WRITTEN_OUT:
        return True
    base = unicodedata.normalize("NFD", character)[0]
    return character.isalpha() and _VIETNAMESE.match(base) is not None
