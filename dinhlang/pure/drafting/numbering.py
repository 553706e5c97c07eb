"""Numbers and symbols of documents, and the marks of their divisions."""

from collections.abc import Iterable
from dataclasses import replace

from dinhlang.pure.drafting.kinds import Kind
from dinhlang.pure.drafting.parts import Block, Clause, Heading, Level

POINT_LETTERS = "abcdđeghiklmnopqrstuvxy"  # the Vietnamese alphabet without ă â ê ô ơ ư, as decrees count points
_ROMAN = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_LEVELS = list(Level)


def document_number(number: int) -> str:
    """Write the number of a document: under 10 with a zero in front (Phụ lục I, Phần I, mục II.3.c)."""
    if number < 1:
        raise ValueError(f"documents are numbered from 1 each year (Điều 15), not {number}")
    return f"{number:02}"


def number_symbol(kind: Kind, issuer: str, unit: str = "") -> str:
    """Return the symbol: KH-UBND; for a công văn UBND-VX, issuer and drafting unit (mục II.3.b)."""
    first = kind.abbreviation or issuer
    second = issuer if kind.abbreviation else unit
    if not first or not second:
        raise ValueError("a symbol has two groups: kind and issuer, or for a công văn issuer and drafting unit")
    return f"{first}-{second}"


def number_line(number: int | None, symbol: str) -> str:
    """Return "Số: 05/KH-UBND", with room for the number while there is none."""
    return f"Số: {document_number(number) if number is not None else ' ' * 7}/{symbol}"


def roman(number: int) -> str:
    """Write a number in Roman figures."""
    written = ""
    for value, figures in _ROMAN:
        times, number = divmod(number, value)
        written += figures * times
    return written


def point_letter(number: int) -> str:
    """Return the letter of a point: a b c d đ e g …; after y comes aa."""
    turns, place = divmod(number - 1, len(POINT_LETTERS))
    return POINT_LETTERS[place] * (turns + 1)


def numbered(body: Iterable[Block]) -> tuple[Block, ...]:
    """Give every division without a mark its own: each level counts on until a greater one begins.

    Articles (Điều) alone count through the whole document.
    """
    counts = dict.fromkeys(_LEVELS, 0)
    return tuple(_marked(block, counts) for block in body)


def _marked(block: Block, counts: dict[Level, int]) -> Block:
    if not isinstance(block, Heading | Clause):
        return block
    counts[block.level] += 1
    for lower in _LEVELS[_LEVELS.index(block.level) + 1 :]:
        if lower is not Level.ARTICLE:
            counts[lower] = 0
    return replace(block, mark=block.mark or _mark(block.level, counts[block.level]))


def _mark(level: Level, number: int) -> str:
    if level in {Level.PART, Level.CHAPTER, Level.ROMAN}:
        return roman(number)
    return point_letter(number) if level is Level.LETTER else str(number)


_WORDS = {Level.PART: "Phần", Level.CHAPTER: "Chương", Level.SECTION: "Mục", Level.SUBSECTION: "Tiểu mục"}


def opening(block: Heading | Clause) -> str:
    """Return what stands before the text of a division: "Phần I", "Điều 1.", "I.", "1.", "a)"."""
    if block.level in _WORDS:
        return f"{_WORDS[block.level]} {block.mark}"
    if block.level is Level.ARTICLE:
        return f"Điều {block.mark}."
    return f"{block.mark})" if block.level is Level.LETTER else f"{block.mark}."


def stands_alone(level: Level) -> bool:
    """Say whether word and number have a line of their own above the title (Phần, Chương, Mục, Tiểu mục)."""
    return level in _WORDS
