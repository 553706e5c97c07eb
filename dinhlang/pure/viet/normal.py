"""One way to write the same text: normal form, one kind of space, nothing invisible."""

import re
import unicodedata

from dinhlang.pure.viet._table import Table

_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_HYPHENS = "\u2010\u2011\u2212\ufe63\uff0d\uf02d"
_BULLETS = "\uf0b7\uf0a7\uf0d8\uf076\uf0fc"  # what Word's Symbol and Wingdings bullets become when copied
_ETH = {"\u00d0": "Đ", "\u0189": "Đ", "\u00f0": "đ", "\u0256": "đ"}  # look-alikes, never meant in Vietnamese
_LINE_ENDS = re.compile("\r\n|[\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029]")
_SPACES_AT_LINE_END = re.compile(r"[ \t]+$", re.MULTILINE)
_TONE_BEFORE_HAT = re.compile("([\u0300\u0301\u0303\u0309])([\u0302\u0306])")


def _one_character(character: str) -> str:
    """Return what a character becomes in normal text; nothing, if it cannot be seen."""
    if character in "\t\n":
        return character
    if character in _SPACES:
        return " "
    if character in _HYPHENS:
        return "-"
    if character in _BULLETS:
        return "•"
    if character in _ETH:
        return _ETH[character]
    return "" if _is_invisible(character) else character


def _is_invisible(character: str) -> bool:
    """Control and format characters, lone surrogates, non-characters: they only break things."""
    if unicodedata.category(character) in {"Cc", "Cf", "Cs"}:
        return True
    return 0xFDD0 <= ord(character) <= 0xFDEF or ord(character) & 0xFFFE == 0xFFFE


_TABLE = Table(_one_character)


def normal(text: str) -> str:
    """Return the text in NFC with one kind of space and hyphen, and nothing invisible.

    Tabs stay, for they part columns; line ends of every make (also a new page) become line feeds;
    en and em dashes stay, for they part thoughts; hyphens of every make (also non-breaking, also minus)
    become "-".
    """
    composed = unicodedata.normalize("NFC", _LINE_ENDS.sub("\n", text).translate(_TABLE))
    if "\u0302" in composed or "\u0306" in composed:
        composed = _hat_before_tone(composed)
    return composed


def _hat_before_tone(text: str) -> str:
    """Mend letters typed with the tone before the hat: they look right and are not equal."""
    parts = unicodedata.normalize("NFD", text)
    while _TONE_BEFORE_HAT.search(parts):
        parts = _TONE_BEFORE_HAT.sub(r"\2\1", parts)
    return unicodedata.normalize("NFC", parts)


def normal_lines(text: str) -> str:
    """Return a whole document in normal form, without spaces at the ends of its lines."""
    return _SPACES_AT_LINE_END.sub("", normal(text))


def one_line(text: str) -> str:
    """Return the text in normal form on one line, single spaces, none around it: for names and titles."""
    return " ".join(normal(text).split())
