"""The head of a table without drawn lines: "STT", and beside it the names of columns."""

import re
from dataclasses import dataclass

from dinhlang.pure.pages.sheet import Line
from dinhlang.pure.viet import fold

_NUMBER = re.compile(r"(?:s?tt|st|so tt|s tt|so thu tu)\.?")  # "ST" / "T" where the column is narrow
_REST_OF_NUMBER = frozenset({"so", "s", "t", "tt", "thu tu"})
_OF_COLUMN = re.compile(r"\(?[\dA-E]\)?")
_NAME = re.compile(
    r"(?:cac |ten )?(?:noi dung|nhiem vu|cong viec|hoat dong|dau viec|hang muc|don vi|co quan|chu tri|phoi hop"
    r"|thoi gian|thoi han|san pham|ket qua|ghi chu|tien do|danh muc|phan cong|hoan thanh|lo trinh|nguoi|bo phan"
    r"|trach nhiem|kinh phi|dia diem)\b"
)
_LONGEST_NAME = 45
_LEAST_NAMES = 2
_LEAST_COLUMNS = 3
_APART = 0.9  # of a line's height: lines of one head stand closer


@dataclass(frozen=True)
class Head:
    """Where a head stands among the lines of a page, the extent of the name of each column, and its rows."""

    first: int
    end: int
    names: list[tuple[float, float]]
    rows: list[list[Line]]


def blank_in(line: Line) -> float:
    """How wide a blank parts two columns at least: two spaces, on a scan as in a PDF."""
    return max(5.0, 0.5 * line.height)


def pieces_of(line: Line) -> list[Line]:
    """What stands in the columns of a line."""
    return line.runs(blank_in(line))


def heads_on(lines: list[Line], known: list[str] | None = None) -> list[Head]:
    """The heads among the lines of a page; a known one, printed again, ends where it ended before."""
    return [head for at in range(len(lines)) if (head := _head_at(lines, at, known or []))]


def _is_number(line: Line) -> bool:
    """Say whether a line begins with "STT" in a column of its own."""
    return line.text[:1] in "STst" and bool(_NUMBER.fullmatch(fold(pieces_of(line)[0].text).strip()))


def _head_at(lines: list[Line], at: int, known: list[str]) -> Head | None:
    """The head whose "STT" stands in this line."""
    if not _is_number(lines[at]):
        return None
    first, end = _reach(lines, at, known)
    number = pieces_of(lines[at])[0]
    named = [piece for line in (lines[at], *lines[first:at], *lines[at + 1 : end]) for piece in pieces_of(line)]
    over = [piece for piece in named if _spans(piece, number, named)]
    names = _beside_each_other([piece for piece in named if piece not in over])
    if len(names) < _LEAST_COLUMNS or sum(1 for piece in named if _NAME.match(fold(piece.text))) < _LEAST_NAMES:
        return None
    rows = _rows(named, over, number) if over else [named]
    if end < len(lines) and _is_count_of_columns(lines[end]):
        rows.append(pieces_of(lines[end]))
        end += 1
    return Head(first, end, names, rows)


def _reach(lines: list[Line], at: int, known: list[str]) -> tuple[int, int]:
    """Where the head begins and ends: the number may stand half way down."""
    number = pieces_of(lines[at])[0]
    first, end = at, at + 1
    while first and _belongs(lines[first - 1], lines[first], number):
        first -= 1
    while end < len(lines) and _belongs(lines[end], lines[end - 1], number):
        end += 1
    if known and [line.text for line in lines[first : first + len(known)]] == known:
        end = max(at + 1, first + len(known) - _is_count_of_columns(lines[first + len(known) - 1]))
    return first, end


def _is_count_of_columns(line: Line) -> bool:
    """Say whether a line only numbers the columns: "(1) | (2) | (3)"."""
    pieces = pieces_of(line)
    return len(pieces) >= _LEAST_COLUMNS and all(_OF_COLUMN.fullmatch(piece.text) for piece in pieces)


def _belongs(line: Line, near: Line, number: Line) -> bool:
    """Say whether a line above or below the number's is one of its head: names of columns, or the rest of some."""
    if max(line.top, near.top) - min(line.bottom, near.bottom) > _APART * near.height:
        return False
    return all(_may_name(piece, number) for piece in pieces_of(line))


def _may_name(piece: Line, number: Line) -> bool:
    text = fold(piece.text)
    if _overlap(piece, number):
        return text in _REST_OF_NUMBER
    is_short = piece.x0 > number.x1 and len(text) < _LONGEST_NAME
    return is_short and bool(piece.text[:1].islower() or _NAME.match(text))


def _spans(piece: Line, number: Line, named: list[Line]) -> bool:
    """Say whether a name stands over the names of two columns: "Cơ quan thực hiện" over "Chủ trì", "Phối hợp"."""
    half = number.middle + 0.3 * number.height
    below = [one for one in named if one.middle > half and _NAME.match(fold(one.text))]
    above = [one for one in named if one.middle <= half and one is not piece]
    if piece is number or piece.middle > half:
        return False
    centre = (piece.x0 + piece.x1) / 2
    left = max((one for one in below if (one.x0 + one.x1) / 2 < centre), key=lambda one: one.x1, default=None)
    right = min((one for one in below if (one.x0 + one.x1) / 2 > centre), key=lambda one: one.x0, default=None)
    return bool(left and right) and not any(
        _overlap(one, other) for one in (left, right) if one for other in above if not _overlap(piece, other)
    )


def _rows(named: list[Line], over: list[Line], number: Line) -> list[list[Line]]:
    """The names that stand over others with those beside them, and the names below."""
    alone = [piece for piece in named if piece not in over and piece.middle <= number.middle + 0.3 * number.height]
    below = [
        piece
        for piece in named
        if piece not in over and piece not in alone and not any(_overlap(piece, one) for one in alone)
    ]
    return [[piece for piece in named if piece not in below], below]


def _overlap(one: Line, other: Line) -> bool:
    return one.x0 < other.x1 and other.x0 < one.x1


def _beside_each_other(pieces: list[Line]) -> list[tuple[float, float]]:
    """Names that stand below each other are one."""
    names: list[tuple[float, float]] = []
    for piece in sorted(pieces, key=lambda piece: piece.x0):
        if names and piece.x0 < names[-1][1]:
            names[-1] = (names[-1][0], max(names[-1][1], piece.x1))
        else:
            names.append((piece.x0, piece.x1))
    return names
