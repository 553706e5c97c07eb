"""A document's text as the reader sees it: the same text without marks beside it, character for character.

`flat` is as long as `text`: every letter became a small letter without marks, every sign of Markdown, of tables and of
rules a blank. So one pattern finds "Nơi nhận", "NOI NHAN" and "**Noi nhận**", and where it is found is where it stands.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from dinhlang.pure.viet import fold
from dinhlang.pure.viet._table import Table

Span = tuple[int, int]

_VOWELS = "ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴĐ"
UPPER = "A-Z" + _VOWELS  # for character classes; a range "À-Ỹ" would hold small letters too
LOWER = "a-z" + _VOWELS.lower()

_DASHES = "–—−‐‑‒―"
_BLANKS = "*#_\\\u00a0\u200b\ufeff"


def _one_character(character: str) -> str:
    """Return one character for one character."""
    if character in "\n|" or character in _BLANKS:
        return " " if character in _BLANKS else character
    if character in _DASHES:
        return "-"
    if character.isalnum():
        return (fold(character) or " ")[0]
    return " " if character.isspace() else character


_TABLE = Table(_one_character)
_RULE = re.compile(r"-{3,}|={3,}|\.{4,}|…{2,}")
_MARKS = re.compile(r"[*#|\\]|_{2,}|-{3,}|={3,}|[\u200b\ufeff]")
_BREAK = re.compile(r"<br\s*/?>")
_LINE = re.compile(r"[^\n|]+")
_CLUSTER = re.compile("(?s:.)[\u0300-\u036f]*")
_CELLS = re.compile(r"\||\n[ \t\r]*\n")


@dataclass(frozen=True, slots=True)
class Line:
    """One line, or one cell of a table: where it stands, and whether white space stands before it."""

    start: int
    end: int
    apart: bool


def flat(text: str) -> str:
    """Return the text in small letters without marks, as long as it was; rules become blanks."""
    return _RULE.sub(lambda found: " " * len(found[0]), text.translate(_TABLE))


def tidy(text: str) -> str:
    """Return a printed string on one line, without Markdown marks and cell bars."""
    return " ".join(_MARKS.sub("", text).split())


def is_capitals(text: str) -> bool:
    """Is this printed in capitals?"""
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) > 1 and sum(letter.isupper() for letter in letters) >= 0.75 * len(letters)


def _without_source(flat_text: str) -> str:
    """Blank the note of origin that collections of documents put on the first line ("# SOURCE: …")."""
    found = re.match(r"\s*source:[^\n]*", flat_text)
    return " " * found.end() + flat_text[found.end() :] if found else flat_text


def within(one: str, other: str, most: int) -> bool:
    """Are at most `most` letters different? (edit distance of two short words)"""
    if abs(len(one) - len(other)) > most:
        return False
    size = len(other) // (most + 1)
    if not any(other[at : at + size] in one for at in range(0, size * (most + 1), size or 1)):
        return False  # of most + 1 parts one must have stayed whole
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        before, row[0] = row[0], i
        for j, against in enumerate(other, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (letter != against))
    return row[-1] <= most


class Sheet:
    """The text, its flat twin, and its lines."""

    def __init__(self, text: str) -> None:
        self.text = _BREAK.sub(lambda found: "\n".ljust(len(found[0])), text.replace("\u00a0", " "))
        self._texts: dict[int, str] = {}
        self._flats: dict[int, str] = {}
        self.flat = _without_source(flat(self.text))

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Return every line and cell that holds a letter or a digit, in order."""
        return tuple(self._lines())

    def _lines(self) -> Iterator[Line]:
        before = 0
        for found in _LINE.finditer(self.flat):
            part = found[0]
            bare = part.strip()
            if not bare or not any(map(str.isalnum, bare)):
                continue
            start = found.start() + len(part) - len(part.lstrip())
            yield Line(start, start + len(bare), bool(_CELLS.search(self.text, before, start)))
            before = start + len(bare)

    def value(self, start: int, end: int) -> str:
        """Return what is printed there, tidy, on one line."""
        return tidy(self.text[start:end])

    def line_text(self, line: Line) -> str:
        """Return a line as printed, tidy."""
        if line.start not in self._texts:
            self._texts[line.start] = self.value(line.start, line.end)
        return self._texts[line.start]

    def line_flat(self, line: Line) -> str:
        """Return a line in small letters without marks, single spaces."""
        if line.start not in self._flats:
            self._flats[line.start] = " ".join(self.flat[line.start : line.end].split())
        return self._flats[line.start]


def in_one_form(text: str) -> tuple[str, list[int] | None]:
    """Return the text with each letter and its marks as one character, and where each character stood.

    Nearly every text is so already; then there is no list, for every place is its own.
    """
    if unicodedata.is_normalized("NFC", text):
        return text, None
    parts: list[str] = []
    places: list[int] = []
    for found in _CLUSTER.finditer(text):
        letters = unicodedata.normalize("NFC", found[0])
        parts.append(letters)
        places += [found.start()] * len(letters)
    return "".join(parts), [*places, len(text)]
