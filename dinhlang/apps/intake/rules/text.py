"""Where paragraphs lie in a text, what a line says without its bullet, which steps a document takes. Plain Python."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

LONGEST = 1_000_000
"""Letters in one document; longer than any plan, shorter than what would tie up a small machine."""
LINES_A_PAGE = 400
"""Lines of a text on one page: all of nearly every plan."""

STEPS = {
    "arrived": {"marking", "unread", "set_aside"},
    "unread": {"arrived", "marking", "set_aside"},
    "marking": {"confirmed", "set_aside", "arrived"},
    "set_aside": {"marking", "unread"},
    "confirmed": set(),
}

ASSIGNABLE = {"lead": "lead_words", "adviser": "adviser_words", "partner": "partner_words", "time": "time_words"}
"""What a paragraph's words may say of a task, and the field of the mark that keeps them."""

_NUMBERING = re.compile(r"\s*((?:[IVXLC]+|\d+(?:\.\d+)*|[a-zđ])[.)/]|\d+(?:\.\d+)+)\s+", re.IGNORECASE)
_BULLET = re.compile(r"^[\s\-–—•+*]+")
_LABEL_BEFORE_COLON = re.compile(r"^[^:.;]{2,60}:\s*")
_EMPHASIS = re.compile(r"\*+")


@dataclass(frozen=True)
class Paragraph:
    """A line of the text that says something: its number from 1, and where it lies."""

    number: int
    start: int
    end: int
    text: str


def may_step(state: str, to: str) -> bool:
    """Whether a document may go from one state to another."""
    return to in STEPS[state]


def paragraphs(text: str) -> list[Paragraph]:
    """The lines that hold words, without the space around them."""
    found: list[Paragraph] = []
    place = 0
    for line in text.split("\n"):
        words = line.strip()
        if words:
            start = place + line.index(words)
            found.append(Paragraph(len(found) + 1, start, start + len(words), words))
        place += len(line) + 1
    return found


def lines_between(text: str, start: int, end: int) -> str:
    """The numbers of the lines in which a stretch stands, as people see them beside the original: "12", "12–14"."""
    numbers = [line.number for line in paragraphs(text) if line.start < end and start < line.end]
    if not numbers:
        return ""
    return str(numbers[0]) if len(numbers) == 1 else f"{numbers[0]}–{numbers[-1]}"


def runs(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """Neighbouring numbers as (first, last): 3, 4, 7 are two runs."""
    found: list[tuple[int, int]] = []
    for number in sorted(set(numbers)):
        if found and number == found[-1][1] + 1:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return found


def overlap(start: int, end: int, others: Iterable[tuple[int, int]]) -> tuple[int, int] | None:
    """The first of the other stretches that shares a letter with this one."""
    return next(((a, b) for a, b in others if a < end and start < b), None)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch within the text in whole words, without space at its ends; empty if it holds none."""
    start, end = _whole_words(text, max(0, start), min(end, len(text)))
    words = text[start:end]
    if not words.strip():
        return start, start
    return start + len(words) - len(words.lstrip()), start + len(words.rstrip())


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Nobody means half a word, yet a finger often ends in the middle of one."""
    while 0 < start < end and text[start].isalnum() and text[start - 1].isalnum():
        start -= 1
    while start < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return start, end


def label_and_words(stretch: str) -> tuple[str, str]:
    """Part the number of an item from its words: "a) Tổ chức …" is "a)" and "Tổ chức …"."""
    bare = _EMPHASIS.sub("", _BULLET.sub("", stretch))
    numbering = _NUMBERING.match(bare)
    label = numbering[1] if numbering else ""
    words = bare[numbering.end() :] if numbering else bare
    return bare_label(label)[:40], "\n".join(part.strip() for part in words.split("\n") if part.strip())


def words_begin(stretch: str) -> int:
    """How many letters of a stretch are its bullet and its number: "a) Tổ chức …" begins at the third."""
    bullet = _BULLET.match(stretch)
    at = bullet.end() if bullet else 0
    numbering = _NUMBERING.match(stretch, at)
    return numbering.end() if numbering else at


def bare_label(label: str) -> str:
    """The number of an item without the sign behind it, so that "1." is never shown as "mục 1..": "a)" is "a"."""
    is_closed = label.endswith(")") and "(" in label  # "V(2)", "V.1.(1)"
    return label[:-1] if len(label) > 1 and label[-1] in ".)/" and not is_closed else label


EARLIEST = 1945
"""Before September 1945 there was no body whose document could arrive here."""


def is_unlikely_issue_day(day: date, *, today: date) -> bool:
    """Before the republic, or more than a year from now: most likely a slip of the finger."""
    return day.year < EARLIEST or (day - today).days > 366


def is_unlikely_due_day(due: date, *, issued_on: date | None) -> bool:
    """Before the document's own day, or, if it has none yet, before the republic."""
    return due < issued_on if issued_on is not None else due.year < EARLIEST


def words_for_field(stretch: str) -> str:
    """What a line says behind its label: "- Cơ quan chủ trì: UBND thị xã." says "UBND thị xã"."""
    bare = " ".join(_EMPHASIS.sub("", _BULLET.sub("", stretch)).split()).rstrip(" .;,")
    if bare.startswith("(") and bare.endswith(")"):
        bare = bare[1:-1]
    return _LABEL_BEFORE_COLON.sub("", f"{bare} ").rstrip(" .;,")


def added(words: str, more: str, *, longest: int) -> str:
    """Words with more words behind them; what is there already is not said twice."""
    if not more or more in words:
        return words
    return (f"{words}; {more}" if words else more)[:longest]


@dataclass(frozen=True)
class Piece:
    """A part of a paragraph: plain, or within a stretch (by its place in the list of stretches)."""

    text: str
    stretch: int | None = None


def pieces(paragraph: Paragraph, stretches: Sequence[tuple[int, int]]) -> list[Piece]:
    """Cut a paragraph where stretches begin and end."""
    found: list[Piece] = []
    place = paragraph.start
    for number, (start, end) in enumerate(stretches):
        first, last = max(start, place), min(end, paragraph.end)  # what two stretches share belongs to the first
        if first >= last:
            continue
        if place < first:
            found.append(Piece(paragraph.text[place - paragraph.start : first - paragraph.start]))
        found.append(Piece(paragraph.text[first - paragraph.start : last - paragraph.start], number))
        place = last
    if place < paragraph.end:
        found.append(Piece(paragraph.text[place - paragraph.start :]))
    return found
