"""Printed lines become paragraphs: where a line was only full, the next one goes on."""

import itertools
import re
from dataclasses import dataclass
from statistics import median

from dinhlang.pure.pages.columns import Block
from dinhlang.pure.pages.sheet import Line

_MARK = re.compile(
    r"^(?:[-–—+•*]\s*\S|[IVXLC]{1,6}\s*[.)\-]\s|\d{1,3}(?:\.\d{1,3}){0,4}\s*[.)]\s|\d{1,2}(?:\.\d{1,2}){1,4}\s+\S|[a-zđ]{1,2}\)\s"
    r"|(?:Điều|Chương|Phần|Mục|Phụ lục)\s+[\dIVX]+)"
)
_ENDED = re.compile(r"[.;:!?…][\"”’)\]]*$|/\.$")
_LABEL = re.compile(r"^(?:N[ơo]i\s+nhận|Kính gửi|Số\s*:|Căn cứ|TM\.|KT\.|TL\.|TUQ\.)", re.IGNORECASE)
_HYPHEN = re.compile(r"[^\W_][-]$")
_HANGS = re.compile(r"(?:CHỦ NGHĨA|\b(?:năm|tháng|ngày|số|và|của|các|Số)|,)$")
_FAR = 1.4


@dataclass(frozen=True)
class Margins:
    """Where the text of a page begins and ends, and how far its lines stand apart."""

    left: float
    right: float
    pitch: float


def margins_of(lines: list[Line]) -> Margins:
    """Measure running lines; few lines tell little."""
    if not lines:
        return Margins(0, 0, 0)
    starts = sorted(line.x0 for line in lines)
    ends = sorted(line.x1 for line in lines)
    pitches = sorted(low.top - high.top for high, low in itertools.pairwise(lines) if low.top > high.top)
    left = starts[len(starts) // 10]
    return Margins(left, ends[-1 - len(ends) // 10], pitches[len(pitches) // 3] if pitches else 0)


def paragraphs_of(block: Block, margins: Margins) -> list[list[Line]]:
    """Groups of lines, each a paragraph."""
    groups: list[list[Line]] = []
    for line in block.lines:
        goes_on = _goes_on_in_column if block.is_column else _goes_on
        if groups and goes_on(groups[-1], line, margins if not block.is_column else margins_of(block.lines)):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def text_of(lines: list[Line]) -> str:
    """The words of a paragraph; a number broken after its hyphen ("21-" / "NQ/TW") stays one."""
    text = ""
    for line in lines:
        text += line.text if not text or _HYPHEN.search(text) else f" {line.text}"
    return text


def carries_over(before: str, after: str, *, is_full: bool) -> bool:
    """Say whether a paragraph goes on over the end of a page."""
    if not before or not after or _LABEL.match(after):
        return False
    if _starts_low(after) and not _MARK.match(after):
        return not before.endswith("./.")
    return is_full and not _ENDED.search(before) and not _MARK.match(after) and not _is_capital(after)


def is_full(line: Line, margins: Margins, next_word: float = 0) -> bool:
    """Say whether a line reaches the right edge, so that the next word had no room."""
    return margins.right - line.x1 <= next_word + 0.8 * line.height


def _goes_on(group: list[Line], line: Line, margins: Margins) -> bool:
    """Say whether a line of running text goes on with the paragraph before it."""
    before = group[-1]
    if _is_centred(before, margins) and _is_centred(line, margins):
        return _goes_on_centred(before, line, margins)
    if _is_capital(line.text) and not before.text.isupper():
        return False
    if not is_full(before, margins, line.words[0].x1 - line.words[0].x0):
        return False
    ended = bool(_ENDED.search(before.text))
    if margins.pitch and line.top - before.top > _FAR * margins.pitch:
        return _is_low(line) and not ended
    return _goes_on_by_place(group, line, margins, ended=ended)


def _goes_on_by_place(group: list[Line], line: Line, margins: Margins, *, ended: bool) -> bool:
    """After a full line, close by: where it begins tells a new paragraph, or the sign before it."""
    before, near = group[-1], 0.6 * line.height
    if line.x0 > before.x0 + near:
        hangs = bool(_MARK.match(before.text)) and len(group) == 1 and line.x0 < before.x0 + 3.5 * line.height
        return hangs and not _marked(line, ended)
    if not ended and group[0].x0 > line.x0 + near:
        return True  # the paragraph began further in: what looks like a sign here is the middle of a sentence
    if _marked(line, ended) or (_LABEL.match(line.text) and ended):
        return False
    return line.x0 < margins.left + near or (line.x0 < before.x0 + near and (_is_low(line) or not ended))


def _is_low(line: Line) -> bool:
    return _starts_low(line.text) and not _MARK.match(line.text)


def _marked(line: Line, ended: bool) -> bool:
    """A line that begins with a sign of a list; after an unfinished sentence it may be a number that fell there."""
    return bool(_MARK.match(line.text)) and (
        ended or (line.text[0] in "-–+•*" and not _starts_low(line.text[1:].strip()))
    )


def _goes_on_centred(before: Line, line: Line, margins: Margins) -> bool:
    if margins.pitch and line.top - before.top > 1.6 * max(margins.pitch, line.height):
        return False
    if before.text.isupper() != line.text.isupper():
        return False
    wide = before.x1 - before.x0 > 0.6 * (margins.right - margins.left)
    return wide or (not before.text.isupper() and _starts_low(line.text))


def _is_centred(line: Line, margins: Margins) -> bool:
    left, right = line.x0 - margins.left, margins.right - line.x1
    return left > 1.2 * line.height and abs(left - right) < 1.5 * line.height


def _goes_on_in_column(group: list[Line], line: Line, margins: Margins) -> bool:
    """Names and titles stand alone; a point of the list of recipients may take two lines."""
    before = group[-1].text
    if _HANGS.search(before) and not _MARK.match(line.text):
        return True
    if _MARK.match(line.text) or _LABEL.match(line.text) or _ENDED.search(before) or line.text.isupper():
        return False
    if _starts_low(line.text):
        return True
    is_point = bool(_MARK.match(group[0].text))
    return is_point and is_full(group[-1], margins, line.words[0].x1 - line.words[0].x0)


def _is_capital(text: str) -> bool:
    """Say whether a line is a heading in capitals, not just a number or an abbreviation that fell to its start."""
    return text.isupper() and sum(letter.isalpha() for letter in text) >= 6 and " " in text


def _starts_low(text: str) -> bool:
    return bool(text) and (text[0].islower() or text[0] in "(,;")


def usual_margins(pages: list[Margins]) -> Margins:
    """What most pages have, for those with few lines."""
    pages = [page for page in pages if page.right]
    if not pages:
        return Margins(0, 0, 0)
    return Margins(
        median(page.left for page in pages), median(page.right for page in pages), median(page.pitch for page in pages)
    )
