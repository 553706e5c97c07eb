"""The legal bases between the title and the body, one by one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dinhlang.pure.reading.citations import citations_on
from dinhlang.pure.reading.heading.form import Base
from dinhlang.pure.reading.heading.opening import hangs
from dinhlang.pure.reading.heading.words import BODY_WORDS, CITED_KIND, ISSUES, STARTER, STRONG_STARTER
from dinhlang.pure.reading.sheet import Line, Sheet, Span


@dataclass(frozen=True)
class _Paragraph:
    start: int
    end: int
    flat: str


def read_bases(sheet: Sheet, start: int, end: int) -> tuple[Base, ...]:
    """Return the legal bases between the title and the body."""
    bases: list[Base] = []
    for paragraph in _paragraphs(sheet, start, end):
        if not STARTER.match(paragraph.flat) or sheet.text[paragraph.start].islower():
            continue
        stop = _issuing_clause(sheet, paragraph)
        for first, last in _split(sheet, paragraph.start, stop):
            text = sheet.value(first, last).rstrip(" ;.,:/")
            if len(text) > 8:
                bases.append(Base(text, (first, last), citations_on(sheet, first, last)))
    return tuple(bases)


def _paragraphs(sheet: Sheet, start: int, end: int) -> Iterator[_Paragraph]:
    """Put wrapped lines together; a paragraph ends where white space or a starting word says so."""
    lines = [line for line in sheet.lines if start <= line.start < end]
    at = 0
    while at < len(lines):
        first = last = at
        while last + 1 < len(lines) and not _begins(sheet, lines[last], lines[last + 1]):
            last += 1
        span = lines[first].start, lines[last].end
        yield _Paragraph(*span, " ".join(sheet.flat[span[0] : span[1]].split()))
        at = last + 1


def _begins(sheet: Sheet, before: Line, line: Line) -> bool:
    """Does a paragraph begin with this line?"""
    printed = sheet.text[before.start : before.end].rstrip(" *_")
    closed = printed.endswith((";", ".", ":"))
    opens = sheet.text[line.start].isupper() and STARTER.match(sheet.line_flat(line)) is not None
    if line.apart:
        return closed or opens or not (sheet.text[line.start].islower() or hangs(sheet.line_text(before)))
    return opens and (closed or STRONG_STARTER.match(sheet.line_flat(line)) is not None)


_CLAUSE = re.compile(
    rf"(?P<mark>[,;.])\s*(?:nay,?\s+)?(?P<who>{BODY_WORDS})(?P<words>[^;.]{{0,170}}?)(?P<verb>{ISSUES.pattern})",
    re.DOTALL,
)
_NARRATIVE = re.compile(r"\.\s+(?=\S)|;\s+theo\s+do\b|;\s+nham\b|;\s+thoi\s+gian\s+qua\b|;\s*\n?\s*tuy\s+nhien\b")
_SPLIT = re.compile(
    rf"[;.]\s*(?=(?:can\s+cu|theo\s+de\s+nghi|xet\s+de\s+nghi|thuc\s+hien|tren\s+co\s+so|{CITED_KIND}\b"
    rf"(?=[^;]{{0,120}}?(?:\bso\b|\d/|\bngay\b)))\b)"
)


def _issuing_clause(sheet: Sheet, paragraph: _Paragraph) -> int:
    """Return where the bases of a paragraph end: at ", UBND tỉnh ban hành …", or where it goes over into a story."""
    for found in _CLAUSE.finditer(sheet.flat, paragraph.start, paragraph.end):
        who = found.start("who")
        if sheet.text[who].isupper() and not _CITES.search(found["words"]):
            return found.start()
    for found in _NARRATIVE.finditer(sheet.flat, paragraph.start + 20, paragraph.end):
        after = sheet.text[found.end() : found.end() + 1]
        word = sheet.flat[max(found.start() - 3, 0) : found.start()].split()
        short = bool(word) and len(word[-1]) <= 2 and sheet.text[found.start() - 1].isupper()
        if (after.isupper() or found[0].startswith(";")) and not short and not STARTER.match(sheet.flat, found.end()):
            return found.start()
    return paragraph.end


_CITES = re.compile(r"\b(?:tai|so)\s|\bda$|\bda\s|\bve\s")


def _split(sheet: Sheet, start: int, end: int) -> Iterator[Span]:
    """Part several bases in one paragraph: at ";" before the next cited document."""
    at = start
    for found in _SPLIT.finditer(sheet.flat, start, end):
        if sheet.text[found.end()].isupper():
            yield at, found.start()
            at = found.end()
    yield at, end
