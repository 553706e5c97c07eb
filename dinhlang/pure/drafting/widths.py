"""How wide a line of bold Times is, so that lines break well and rules have their lawful length."""

from dinhlang.pure.viet import fold

_ALPHABET = "abcdefghijklmnopqrstuvwxyz"
_SMALL_UNITS = """500 556 444 556 444 333 500 556 278 333 556 278 833 556 500 556 556 444 389 333 556 500 722 500
500 444"""
_CAPITAL_UNITS = """722 667 722 722 667 611 778 778 389 500 778 667 944 722 778 611 778 722 556 667 722 722 1000 722
722 667"""
_SMALL = dict(zip(_ALPHABET, map(int, _SMALL_UNITS.split()), strict=True))
_CAPITAL = dict(zip(_ALPHABET, map(int, _CAPITAL_UNITS.split()), strict=True))
_OTHER = {" ": 250, "\u00a0": 250, ",": 250, ".": 250, ";": 333, ":": 333, "-": 333, "(": 333, ")": 333, "/": 278}
_ANY = 500
_MM_PER_POINT = 25.4 / 72


def width(text: str, size: float) -> float:
    """Return the width of a line of bold Times of this size, in millimetres, to about a hundredth."""
    return sum(_units(character) for character in text) / 1000 * size * _MM_PER_POINT


def _units(character: str) -> int:
    if character in _OTHER:
        return _OTHER[character]
    table = _CAPITAL if character.isupper() else _SMALL
    return table.get(fold(character), _ANY)
