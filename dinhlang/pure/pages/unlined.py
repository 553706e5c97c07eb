"""Tables without drawn lines: their columns are told by a head and by blanks, their rows by numbers or level lines."""

import itertools
import re
from bisect import bisect
from dataclasses import dataclass, replace

from dinhlang.pure.pages.cells import Cell
from dinhlang.pure.pages.grids import Grid
from dinhlang.pure.pages.gutters import covers_names, crosses, gutters_below
from dinhlang.pure.pages.heads import Head, heads_on, pieces_of
from dinhlang.pure.pages.row_ends import Placed, rows_of
from dinhlang.pure.pages.sheet import Line, Rule, Word, lines_of

_MOST_LINES = 400  # of a page; one with more is no page of a plan
_SIGN = re.compile(r"(?:\d{1,3}(?:\.\d{1,3})*|[IVX]{1,5}|[A-HĐ]|[a-zđ]|\(\d{1,2}\))[.)]?")
_CLOSING = re.compile(r"\W*N[ơo]i\s+nh[ậa]n|(?:TM|KT|TL|TUQ|Q)\.")
_HEADING = re.compile(r"(?:[IVX]{1,5}|\d{1,2})\s*[.)]\s|(?:Điều|Phần|Mục|PHỤ LỤC|Phụ lục)\b")
_FAR = 4.0  # of a line's height: what stands so far below is another thing
_TALLEST_HEAD = 6
_WIDE_LINES = 2  # the title of a group of rows may take so many; more are running text
_MOSTLY = 0.5  # of a table's width: a level line so long ends a row


@dataclass(frozen=True)
class _Page:
    """The lines of a page, what is drawn on it, where heads begin, and whether the next page repeats one."""

    lines: list[Line]
    rules: list[Rule]
    heads: set[int]
    is_repeated: bool


@dataclass(frozen=True)
class Unlined:
    """A table, its lines, where its columns end, what its head says, and whether it reaches the end of the page."""

    grid: Grid
    lines: list[Line]
    cuts: list[float]
    head: list[str]
    is_open: bool


def unlined_of(lines: list[Line], rules: list[Rule], before: Unlined | None, *, after: list[Line]) -> list[Unlined]:
    """The tables among the lines of a page; the first may go on with one from the page before, without a head.

    `after` are the lines of the next page: where a head is printed again at its top, a last title is one of rows.
    """
    if len(lines) > _MOST_LINES:
        return []
    heads = heads_on(lines, before.head if before else None)
    page = _Page(lines, rules, {head.first for head in heads}, _has_head_at_top(heads_on(after[:_TALLEST_HEAD])))
    found: list[Unlined] = []
    at = 0
    if before and before.is_open and not _has_head_at_top(heads):
        at = _end(page, 0, before.cuts)
        if _has_row(lines[:at], before.cuts):
            table = _table(page, None, at, before.cuts, goes_on=True)
            found.append(replace(table, head=before.head))
    for head in heads:
        under = _table_under(page, head, before) if head.first >= at else None
        if under:
            found.append(under)
            at = head.first + len(under.lines)
    return found


def _has_head_at_top(heads: list[Head]) -> bool:
    return bool(heads) and heads[0].first == 0


def _table_under(page: _Page, head: Head, before: Unlined | None) -> Unlined | None:
    goes_on = bool(before and before.is_open and head.first == 0)
    is_same = before is not None and before.head == [line.text for line in page.lines[head.first : head.end]]
    cuts = before.cuts if before and is_same else _cuts_below(head, page)
    end = _end(page, head.end, cuts) if cuts else head.end
    if cuts is None or not _has_row(page.lines[head.end : end], cuts):
        return None
    return _table(page, head, end, cuts, goes_on=goes_on)


def _cuts_below(head: Head, page: _Page) -> list[float] | None:
    """Where the columns end: told by what may be the table, then by what surely is."""
    cuts = gutters_below(head, page.lines[head.end : _first_end(page.lines, head)])
    if cuts is None:
        return None
    sound = [line for line in page.lines[head.end : _end(page, head.end, cuts)] if not crosses(line, cuts)]
    return gutters_below(head, sound) or cuts


def _first_end(lines: list[Line], head: Head) -> int:
    """Where running text surely begins, before the columns are known."""
    wide, end = 0, head.end
    while end < len(lines) and wide <= _WIDE_LINES and not _is_beyond(lines[end - 1], lines[end]):
        wide = wide + 1 if covers_names(lines[end], head) else 0
        end += 1
    while end > head.end and covers_names(lines[end - 1], head):
        end -= 1
    return end


def _is_beyond(above: Line, line: Line) -> bool:
    return bool(_CLOSING.match(line.text)) or line.top - above.bottom > _FAR * line.height


def _end(page: _Page, start: int, cuts: list[float]) -> int:
    """Where the table ends: at words that cross its columns, unless rows follow them, or at the next head."""
    lines, at = page.lines, start
    while at < len(lines) and at not in page.heads and not (at > start and _is_beyond(lines[at - 1], lines[at])):
        if crosses(lines[at], cuts):
            after = next((n for n in range(at, len(lines)) if not crosses(lines[n], cuts)), len(lines))
            if after - at > _WIDE_LINES or not _begins_row(page, after, cuts):
                break
            at = after
        else:
            at += 1
    while at - start > 1 and _is_heading(lines[at - 1], cuts) and (at < len(lines) or lines[at - 1].text.isupper()):
        at -= 1
    return at


def _begins_row(page: _Page, at: int, cuts: list[float]) -> bool:
    """Say whether a numbered row stands there, or the table surely goes on with one on the next page."""
    for place in range(at, len(page.lines)):
        line = page.lines[place]
        if place in page.heads or crosses(line, cuts) or _CLOSING.match(line.text):
            return False
        if _is_numbered(line, cuts):
            return True
    return at == len(page.lines) and page.is_repeated


def _is_numbered(line: Line, cuts: list[float]) -> bool:
    first = pieces_of(line)[0]
    return first.x1 <= cuts[0] + 1 and bool(_SIGN.fullmatch(first.text.strip()))


def _is_heading(line: Line, cuts: list[float]) -> bool:
    """A heading below the table, too short to cross its columns."""
    return len(pieces_of(line)) == 1 and line.x0 < cuts[1] and bool(_HEADING.match(line.text))


def _has_row(lines: list[Line], cuts: list[float]) -> bool:
    """Say whether some row has its number and, on its lines, words in other columns."""
    columns = {bisect(cuts, (piece.x0 + piece.x1) / 2) for line in lines for piece in pieces_of(line)}
    return len(columns) > 2 and any(_is_numbered(line, cuts) for line in lines)


def _table(page: _Page, head: Head | None, end: int, cuts: list[float], *, goes_on: bool) -> Unlined:
    lines = page.lines
    first, begin = (head.first, head.end) if head else (0, 0)
    inside = lines[first:end]
    x0, x1 = min(line.x0 for line in inside), max(line.x1 for line in inside)
    top, bottom = min(line.top for line in inside), max(line.bottom for line in inside)
    rows = [_row(pieces, cuts) for pieces in head.rows] if head else []
    ends = _drawn_ends(page.rules, (x0, x1), (lines[begin].top, bottom))
    for band in _bands(lines[begin:end], cuts, ends):
        rows += _rows(band, cuts, is_one=bool(ends), may_go_on=goes_on and band[0] is lines[begin])
    said = [line.text for line in lines[first:begin]]
    return Unlined(Grid(x0, top, x1, bottom, rows), inside, cuts, said, end == len(lines))


def _rows(band: list[Line], cuts: list[float], *, is_one: bool, may_go_on: bool) -> list[list[Cell]]:
    """The rows in a stretch of lines, which is one row if lines are drawn around it."""
    if crosses(band[0], cuts):
        titles: list[list[Line]] = []
        for line in band:
            if not titles or _is_numbered(line, cuts):
                titles.append([])
            titles[-1] += pieces_of(line)
        return [_row(pieces, cuts) for pieces in titles]
    placed = _placed(band, cuts)
    parts = [placed] if is_one else rows_of(placed, may_go_on=may_go_on)
    return [_row([one.line for one in part], cuts) for part in parts]


def _drawn_ends(rules: list[Rule], across: tuple[float, float], down: tuple[float, float]) -> list[float]:
    """Level lines between the rows, if such are drawn."""
    drawn: dict[int, float] = {}
    for rule in rules:
        if rule.is_level and down[0] < rule.top < down[1]:
            drawn[round(rule.top / 3)] = drawn.get(round(rule.top / 3), 0.0) + rule.x1 - rule.x0
    return sorted(3.0 * place for place, length in drawn.items() if length > _MOSTLY * (across[1] - across[0]))


def _bands(lines: list[Line], cuts: list[float], ends: list[float]) -> list[list[Line]]:
    """Lines between drawn lines; words that cross the columns stand by themselves."""
    groups = itertools.groupby(lines, key=lambda line: (bisect(ends, line.middle), crosses(line, cuts)))
    return [list(group) for _key, group in groups]


def _placed(lines: list[Line], cuts: list[float]) -> list[Placed]:
    """The lines of each column by themselves."""
    columns: dict[int, list[Word]] = {}
    for line in lines:
        for word in line.words:
            columns.setdefault(bisect(cuts, word.centre), []).append(word)
    return [
        Placed(line, column, is_sign=column == 0 and bool(_SIGN.fullmatch(line.text.strip())))
        for column, words in columns.items()
        for line in lines_of(words)
    ]


def _row(pieces: list[Line], cuts: list[float]) -> list[Cell]:
    """A row of cells: words that go on over the end of a column make one cell of two."""
    joined = {cut for piece in pieces for cut in range(_column(cuts, piece.x0 + 1), _column(cuts, piece.x1 - 1))}
    cells: list[list[Word]] = []
    widths: list[int] = []
    for column in range(len(cuts) + 1):
        if column - 1 in joined:
            widths[-1] += 1
        else:
            cells.append([])
            widths.append(1)
        cells[-1] += [word for piece in pieces if _column(cuts, piece.x0 + 1) == column for word in piece.words]
    return [
        Cell(tuple(line.text for line in lines_of(words)), width) for words, width in zip(cells, widths, strict=True)
    ]


def _column(cuts: list[float], x: float) -> int:
    return bisect(cuts, x)
