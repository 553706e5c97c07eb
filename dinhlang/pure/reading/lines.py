"""The lines of a document as they are read: without Markdown marks, without what a page or a gazette printed around."""

import re
from dataclasses import dataclass

from dinhlang.pure.reading.sheet import UPPER

_MARKS = re.compile(r"\*+|^#{1,6}\s+|(?<!\w)_{2,}|_{2,}(?!\w)|</?(?:b|i|u|strong|em)\s*/?>")
_STAR = re.compile(r"\s*\*\s+(?=[^\W\d_])")
_BREAK = re.compile(r"\s*<br\s*/?>\s*")
_SPACES = re.compile(r"[ \t]+")
_RULE = re.compile(r"^[-–—_=\s.…]{3,}$")
_TABS = 2  # in a row of at least three cells
_PAGE_NUMBER = re.compile(r"^[-–\s]*\d{1,3}[-–\s]*$")
_AROUND = re.compile(
    rf"^(?:#\s*SOURCE:|CÔNG BÁO\s*/\s*Số|Ký bởi:|Người ký:|Cơ quan:\s*[{UPPER} ]+$|Email:|Ngày ký:"
    rf"|Thời gian ký:|Trang \d+\s*/\s*\d+$|-{{2,}} ?PAGE BREAK|FILE ĐƯỢC ĐÍNH KÈM THEO VĂN BẢN)"
)


@dataclass(frozen=True)
class Line:
    """One printed line: its words, and where it stands in the text."""

    text: str
    start: int
    end: int
    after_gap: bool = False
    tabbed: bool = False

    @property
    def is_bar(self) -> bool:
        """Say whether the line only divides the cells of a table."""
        return self.text == "|"


def without_marks(text: str) -> str:
    """Return a line as it was printed: bold and heading marks gone, spaces single."""
    star = _STAR.match(text)  # "* Tổ chức …" is a bullet; "*Tổ chức …*" is printed in italics
    bare = f"- {text[star.end() :]}" if star else text
    words = _SPACES.sub(" ", _MARKS.sub("", bare)).strip()
    return words if words.startswith("|") else _BREAK.sub(" ", words)


def lines_of(text: str, start: int = 0, end: int | None = None) -> list[Line]:
    """Return the lines of a stretch of the text that say something, and the bars of its tables."""
    lines: list[Line] = []
    gap = True
    at = start
    end = len(text) if end is None else end
    for raw in text[start:end].splitlines(keepends=True):
        words = without_marks(raw)
        tabs = raw.strip().count("\t")
        in_table = bool(lines) and lines[-1].tabbed and not gap  # "I <tab> TẬP HUẤN": the row of a group has two cells
        tabbed = tabs >= (1 if in_table else _TABS) and not words.startswith("|")
        if tabbed:  # a row of a table that was copied out of a word processor
            words = "| " + " | ".join(without_marks(cell) for cell in raw.rstrip("\r\n").split("\t")) + " |"
        first = at + len(raw) - len(raw.lstrip())
        if not words:
            gap = True
        elif not _is_noise(words):
            lines.append(Line(words, first, at + len(raw.rstrip()), gap, tabbed))
            gap = False
        at += len(raw)
    return lines


def _is_noise(words: str) -> bool:
    return bool(_RULE.match(words) or _AROUND.match(words))


def is_page_number(line: Line) -> bool:
    """Say whether a line is nothing but a small number: the number of a page, or of a row."""
    return bool(_PAGE_NUMBER.match(line.text))
