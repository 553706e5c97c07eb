"""Tables that lost their lines: every cell, or every line of a cell, stands on a line of its own.

The head tells the columns; a row begins at the next number; within it, the likeliest way to deal its lines out to the
columns in order is taken: a body's name begins a column of bodies, "Quý IV/2026" one of times.
"""

import itertools
import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache

from dinhlang.pure.reading.grids import NUMBER_HEADS, Cell, Grid, cell_of
from dinhlang.pure.reading.labels import Says
from dinhlang.pure.reading.lines import Line
from dinhlang.pure.reading.names import starts_name
from dinhlang.pure.reading.rows import said_by_column
from dinhlang.pure.reading.sheet import LOWER, UPPER
from dinhlang.pure.viet import fold

_NUMBER = re.compile(r"^(\d{1,3})[.)]?$")
_DASH = re.compile(r"^[-–+•]$")
_GROUP = re.compile(r"^(?:[IVX]{1,5}|[A-HĐ])[.)]?$")
_NUMBERED = re.compile(rf"^(\d{{1,3}})[.)]?\s+(?=[{UPPER}][{LOWER}])")
_GROUPED = re.compile(rf"^([IVX]{{1,5}})[.)]?\s+(?=[{UPPER}][{LOWER}])")
_FOOTNOTE = re.compile(
    r"(?:Nghị quyết|Nghị định|Quyết định|Chương trình|Thông tư|Luật|Chỉ thị|Kế hoạch|Kết luận|Công văn|Xem)\b"
)
_ROMAN = dict(zip("I II III IV V VI VII VIII IX X XI XII XIII XIV XV".split(), range(1, 16), strict=True))  # noqa: SIM905
_SIGNED = re.compile(r"(?:(?:TB |CV |VB )?[Ss]ố\s*:?\s*\d|P?C[Tt]\b)")
_TIME = re.compile(
    r"(?:Đã hoàn thành|Năm|Quý|Quí|Tháng|Thời gian|Thời hạn|Thường(?! vụ| trực| kỳ)|Trước|Trong|Từ|Hằng|Hàng|Định|Hoàn thành"
    r"|Giai đoạn|Đến|Sau|Theo|Khi)\b"
    r"|(?:19|20)\d\d\b|\d{1,2}/(?:19|20)\d\d|(?:I|II|III|IV)/(?:19|20)\d\d",
    re.I,
)
_ENDS_A_LIST = re.compile(r"\bliên quan\s*\.?$")
_LAST_TIME = re.compile(
    r"[ \n]((?:Thường xuyên|H[ằà]ng (?:năm|quý|tháng)|Quý [IVX]+/\d{4}|Tháng \d+/\d{4}|Năm \d{4})(?:[ ,]+[\w ]{0,20})?)$"
)
_PAPER = re.compile(
    r"(?:Báo cáo|Kế hoạch|Quyết định|Nghị|Văn bản|Các văn bản|Luật|Thông tư|Đề án|Công văn|Tờ trình"
    r"|Hồ sơ|Chương trình|Chương$|Quy chế|Hội nghị|Danh sách|Các \w+ được)\b"
)
_HEAD_LINES = 24
_SHORTEST = 8
_ANOTHER = re.compile(r"(?:Các|Bộ|Sở|Phòng|UBND|Ủy ban|Công an|Ban|Văn phòng|Trung tâm|Hội|Đài)\s")
_WHOLE_BODY = re.compile(r"(?:Bộ|Sở|Phòng|UBND|Ủy ban nhân dân|Công an|Văn phòng|Các (?:bộ|sở|cơ quan|đơn vị))\b(?!.* về$)")
_HANGS = re.compile(r"(?:[,;–-]|\b(?:và|của|các|với|thuộc)|^(?:Tháng|Quý|Năm|Giai đoạn|Trước|Trong|Từ|Đến|Hết))$")
_LONGEST_CELL, _OF_TWO_ROWS, _OF_ANOTHER_ROUND = 60, 10, 1.0
_ONE_WORD = 4
_LONGEST_LEAP, _LONG_LINE = 9, 24
_NARROW, _DATE = 30, 18  # letters of a line in a narrow column, and of a date
_NAMES = frozenset({Says.LEADS, Says.PARTNERS, Says.ADVISERS})
_WORDS_OF_HEADS = re.compile(
    r"(?:noi dung(?:,? nhiem vu)?(?: cong viec| thuc hien| duoc giao)?|ten nhiem vu"
    r"|nhiem vu(?:,? giai phap)?|cong viec|(?:co quan|don vi"
    r"|bo phan)(?: duoc giao)?,? (?:don vi )?(?:chu tri|chu cong|phoi hop|tham muu"
    r"|thuc hien)(?: thuc hien)?"
    r"|chu tri|phoi hop|(?:thoi gian|thoi han|tien do|tg)(?: thuc hien| hoan thanh)?|(?:ket qua"
    r"|san pham)(?: dau ra| du kien| thuc hien)?|ghi chu|can cu(?: bo sung)?"
    r"|so ky hieu van ban(?:, nguoi ky)?|tinh trang(?: xu ly)?|kinh phi|dia diem|nguoi thuc hien)"
)


def loose_grids_in(lines: list[Line]) -> tuple[list[Grid], list[Line]]:
    """Return the tables without lines, and the lines that stand outside them."""
    grids: list[Grid] = []
    rest: list[Line] = []
    at = 0
    while at < len(lines):
        found = _grid_at(lines, at) if fold(lines[at].text).strip() in NUMBER_HEADS else None
        if found:
            grids.append(found[0])
            at = found[1]
        else:
            rest.append(lines[at])
            at += 1
    return grids, rest


def _grid_at(lines: list[Line], at: int) -> tuple[Grid, int] | None:
    first = next(
        (number for number in range(at + 1, min(at + _HEAD_LINES, len(lines))) if _begins_rows(lines[number])), None
    )
    if first is None:
        return None
    columns = _columns(" ".join(fold(line.text) for line in lines[at + 1 : first]))
    if len(columns) < 3 or "content" not in columns or not _NAMES & set(columns):
        return None
    head = [cell_of([lines[at]]), *(Cell(_NAME_OF[says], lines[at].start, lines[first - 1].end) for says in columns)]
    again = {fold(line.text).strip() for line in lines[at:first]}
    body, breaks = _without_heads(lines[first:], again)
    rows, _ = _rows(_numbers_apart(body), 0, columns, breaks)
    end = len(lines)
    return (Grid(head, rows, lines[at].start, lines[end - 1].end), end) if rows else None


def _without_heads(lines: list[Line], again: set[str]) -> tuple[list[Line], frozenset[int]]:
    """Leave out the head that every page prints again, and the number of the page before it; say where pages begin."""
    kept: list[Line] = []
    breaks: set[int] = set()
    at = 0
    while at < len(lines):
        if (
            fold(lines[at].text).strip() in NUMBER_HEADS
            and at + 1 < len(lines)
            and fold(lines[at + 1].text).strip() in again
        ):
            if kept and _NUMBER.match(kept[-1].text):
                kept.pop()
            while at < len(lines) and fold(lines[at].text).strip() in again:
                at += 1
            if at < len(lines):
                breaks.add(lines[at].start)
        else:
            kept.append(lines[at])
            at += 1
    return kept, frozenset(breaks)


def _numbers_apart(lines: list[Line]) -> list[Line]:
    """Put the number of a row on a line of its own where it stands before its words: "24 Nghiên cứu …"."""
    out: list[Line] = []
    latest = groups = 0
    anew = False
    for line in lines:
        found = _NUMBERED.match(line.text)
        group = _GROUPED.match(line.text)
        if (
            found
            and int(found[1]) in {latest + 1, 1 if anew else latest + 1}
            and len(line.text) > found.end() + _SHORTEST
            and not _FOOTNOTE.match(line.text, found.end())
        ):
            out.append(replace(line, text=found[1], end=line.start + len(found[1])))
            out.append(replace(line, text=line.text[found.end() :], start=line.start + found.end()))
            latest, anew = int(found[1]), False
        elif group and _ROMAN.get(group[1]) in {groups + 1, 1, 1 if groups else 2}:
            groups, anew = _ROMAN[group[1]], True  # its rows may be counted on, or anew
            out.append(replace(line, text=group[1], end=line.start + len(group[1])))
            out.append(replace(line, text=line.text[group.end() :], start=line.start + group.end()))
        else:
            number = _NUMBER.match(line.text)
            latest = int(number[1]) if number and int(number[1]) in {latest + 1, 1} else latest
            groups = _ROMAN.get(line.text.rstrip(".)"), groups)
            out.append(line)
    return out


_NAME_OF: dict[object, str] = {
    "content": "Nội dung",
    Says.LEADS: "Chủ trì",
    Says.PARTNERS: "Phối hợp",
    Says.ADVISERS: "Tham mưu",
    Says.TIME: "Thời gian",
    Says.PRODUCT: "Sản phẩm",
    "other": "Ghi chú",
}


def _begins_rows(line: Line) -> bool:
    return line.text in {"1", "01", "I", "A", "1.", "I."}


def _columns(head: str) -> list[object]:
    """Tell the columns from the words of a head that came line by line."""
    columns: list[object] = []
    for found in _WORDS_OF_HEADS.finditer(" ".join(head.split())):
        says = said_by_column(found[0]) or "other"
        columns.append("other" if says in columns and says != "other" else says)
    return columns


def _rows(lines: list[Line], at: int, columns: list[object], breaks: frozenset[int]) -> tuple[list[list[Cell]], int]:
    """Cut the lines into rows at the numbers, which go up by one or begin anew."""
    rows: list[list[Cell]] = []
    latest = groups = 0
    while at < len(lines):
        number = _NUMBER.match(lines[at].text)
        if number and (int(number[1]) in {latest + 1, 1, latest} or _leaps(lines, at, latest)):
            latest = int(number[1])
            end = _end_of_row(lines, at + 1, latest, groups)
            rows += _row_or_rows(lines[at], lines[at + 1 : end], tuple(columns), breaks)
        elif _is_group(lines[at], groups):
            groups = _ROMAN.get(lines[at].text.rstrip(".)"), groups)
            end = next((place for place in range(at + 1, len(lines)) if _NUMBER.match(lines[place].text)), len(lines))
            rows.append([cell_of([lines[at]]), cell_of(lines[at + 1 : end])])
        else:
            end = at + 1
        at = end
    return rows, at


def _row_or_rows(number: Line, lines: list[Line], columns: tuple[object, ...], breaks: frozenset[int]) -> list[list[Cell]]:
    """One row, or one for each dash under its number, which share the words above the first and what they leave out."""
    dashes = [place for place, line in enumerate(lines) if _DASH.match(line.text)]
    if len(dashes) < 2:
        return [[cell_of([number]), *_dealt(lines, columns, breaks)]]
    above = cell_of(lines[: dashes[0]])
    rows: list[list[Cell]] = []
    for count, (start, end) in enumerate(itertools.pairwise([*dashes, len(lines)]), 1):
        sign = replace(number, text=f"{number.text.rstrip('.)')}.-{count}")
        cells = _dealt(lines[start + 1 : end], columns, breaks)
        content = columns.index("content")
        cells[content] = Cell(f"{above.text}\n{cells[content].text}".strip(), cells[content].start, cells[content].end)
        before = rows[-1][1:] if rows else cells
        rows.append([cell_of([sign]), *(cell if cell.words else old for cell, old in zip(cells, before, strict=True))])
    return rows


def _leaps(lines: list[Line], at: int, latest: int) -> bool:
    """Say whether a number with its full stop begins a row though some before it are left out: "22." then "25."."""
    text = lines[at].text
    after = lines[at + 1].text if at + 1 < len(lines) else ""
    return (
        text.endswith(".")
        and latest < int(text.rstrip(".)")) <= latest + _LONGEST_LEAP
        and after[:1].isupper()
        and len(after) > _LONG_LINE
    )


def _is_group(line: Line, groups: int) -> bool:
    """Say whether a line is the sign of the next group of rows, not a number in a sentence ("lần thứ" / "XIV")."""
    if not _GROUP.match(line.text):
        return False
    value = _ROMAN.get(line.text.rstrip(".)"))
    return value in {groups + 1, 1, 1 if groups else 2} if set(line.text) <= set("IVX.)") else True


def _end_of_row(lines: list[Line], at: int, latest: int, groups: int) -> int:
    for place in range(at, len(lines)):
        number = _NUMBER.match(lines[place].text)
        if (number and (int(number[1]) in {latest + 1, 1} or _leaps(lines, place, latest))) or _is_group(
            lines[place], groups
        ):
            return place
    return len(lines)


def _dealt(lines: list[Line], columns: tuple[object, ...], breaks: frozenset[int]) -> list[Cell]:
    """Deal the lines of a row out to its columns, in order, in the likeliest way.

    A row whose cells are torn by the end of a page, or that holds a row within it, goes through its columns again.
    """
    rounds = 1 + min(2, _rounds_more(lines, breaks))
    lines = lines[: 60 * rounds]

    @cache
    def best(at: int, place: int) -> tuple[float, int]:
        """Return the score of dealing what is left, and where the present column ends."""
        if place == len(columns) * rounds:
            return (0.0 if at == len(lines) else -4.0 * (len(lines) - at)), at
        says, again = columns[place % len(columns)], place >= len(columns)
        outcome = (_of_nothing(says, again=again) + best(at, place + 1)[0], at)
        score = -_OF_ANOTHER_ROUND if again and not place % len(columns) else 0.0
        for end in range(at + 1, min(len(lines), at + _LONGEST_CELL) + 1):
            words, first = lines[end - 1].text, end - 1 == at
            torn = first and lines[at].start in breaks
            if first and len(words) <= _ONE_WORD:  # a narrow column may put "Các", "kế" and "hoạch" on three lines
                words = " ".join(line.text for line in lines[at : at + 3])
            score += _likely(words, says, first=first and not torn)
            if again and first:
                score -= _against_more(words, says, torn=torn)
            if not first and says in _NAMES and _ANOTHER.match(words) and not _HANGS.search(lines[end - 2].text):
                score -= 2.0
            if not first and says in _NAMES and _ENDS_A_LIST.search(lines[end - 2].text) and words[:1].isupper():
                score -= 3.0
            hangs = (6.0 if says in _NAMES and words.endswith(",") else 2.0) if _HANGS.search(words) else 0.0
            ended = 0.0 if end < len(lines) and lines[end].start in breaks else hangs
            outcome = max(outcome, (score - ended + best(end, place + 1)[0], end))
        return outcome

    dealt: list[list[Line]] = []
    at = 0
    for place in range(len(columns) * rounds):
        end = best(at, place)[1]
        dealt.append(lines[at:end])
        at = end
    return _put_together(dealt, columns, breaks)


def _put_together(dealt: list[list[Line]], columns: tuple[object, ...], breaks: frozenset[int]) -> list[Cell]:
    """Make one cell of what each column got in every round; a row within a row has a body of its own."""
    cells = [cell_of(lines) for lines in dealt[: len(columns)]]
    for first in range(len(columns), len(dealt), len(columns)):
        row = dict(zip(columns, dealt[first : first + len(columns)], strict=False))
        for number, says in enumerate(columns):
            lines = dealt[first + number]
            if lines and (row.get(Says.LEADS) or lines[0].start in breaks or not cells[number].words):
                cells[number] = _with_more(cells[number], cell_of(lines), torn=lines[0].start in breaks)
    return _time_at_the_end(cells, columns)


def _time_at_the_end(cells: list[Cell], columns: tuple[object, ...]) -> list[Cell]:
    """Take a time that stands on the last line of the cell before it: "văn bản phối hợp Thường xuyên"."""
    place = columns.index(Says.TIME) if Says.TIME in columns else 0
    if not place or cells[place].words or not (found := _LAST_TIME.search(cells[place - 1].text)):
        return cells
    before = cells[place - 1]
    cut = before.end - len(found[1])
    kept = Cell(before.text[: found.start()], before.start, cut)
    return [*cells[: place - 1], kept, Cell(found[1], cut, before.end), *cells[place + 1 :]]


def _against_more(words: str, says: object, *, torn: bool) -> float:
    """What speaks against a further round of a column: a page tears words apart, not names; a row within has a body."""
    if says == "content":
        return 0.0 if torn else 4.0
    if says in _NAMES:
        return 4.0 if torn or not _WHOLE_BODY.match(words) else 0.0
    return 3.0 if says is Says.TIME else 0.0  # no more than what it gains, lest a time be cut in two


def _rounds_more(lines: list[Line], breaks: frozenset[int]) -> int:
    """How many times more than once a row may go through its columns."""
    times = sum(bool(_TIME.match(line.text)) and len(line.text) < _DATE for line in lines)
    torn = sum(line.start in breaks for line in lines)
    return torn + (1 if times > 1 and len(lines) > _OF_TWO_ROWS else 0)


def _with_more(above: Cell, below: Cell, *, torn: bool) -> Cell:
    """Add to a cell what stands farther down: the rest of its words, or one more body or time."""
    if not above.words:
        return below
    same = below.words in above.words
    joint = "\n" if torn or below.words[:1].islower() else "\n- "
    return above if same else Cell(f"{above.text}{joint}{below.text}", above.start, below.end)


def _of_nothing(says: object, *, again: bool) -> float:
    if again:
        return 0.0
    return -6.0 if says == "content" else -2.5 if says is Says.LEADS else -1.5


def _likely(words: str, says: object, *, first: bool) -> float:
    """How well a line fits into a column, as its first line or a further one."""
    if first and words[:1].islower():
        return -3.0
    fits = _FITS.get(says, _fits_anything)
    return fits(words, first=first)


def _fits_names(words: str, *, first: bool) -> float:
    name = starts_name(words) and not _PAPER.match(words) and not _SIGNED.match(words)
    if first:
        return 3.0 if name else -3.0
    if _TIME.match(words) or _PAPER.match(words):
        return -3.0
    return 1.0 if name or words[:1].islower() else 0.3 if len(words) < _NARROW else -1.0


def _fits_time(words: str, *, first: bool) -> float:
    if first:
        return 3.0 if _TIME.match(words) else -3.0
    if words[:1].isupper() and not _TIME.match(words):
        return -2.0
    return 1.0 if len(words) < _DATE and not _PAPER.match(words) else -2.0


def _fits_content(words: str, *, first: bool) -> float:
    if first:
        return -2.0 if _SIGNED.match(words) else 2.0
    if _TIME.match(words) and len(words) < _DATE:
        return -1.5
    return -0.5 if starts_name(words) and not words[:1].islower() and len(words) < _NARROW else 1.0


def _fits_product(words: str, *, first: bool) -> float:
    if first:
        return 2.0 if _PAPER.match(words) else -1.0 if starts_name(words) or _TIME.match(words) else 0.0
    return 0.6 if not _TIME.match(words) or len(words) > _DATE else -1.5


def _fits_anything(words: str, *, first: bool) -> float:
    if _SIGNED.match(words):
        return 2.5
    return 1.5 if first and _PAPER.match(words) else 0.0 if first else 0.2


_FITS: dict[object, Callable[..., float]] = {
    Says.LEADS: _fits_names,
    Says.PARTNERS: _fits_names,
    Says.ADVISERS: _fits_names,
    Says.TIME: _fits_time,
    Says.PRODUCT: _fits_product,
    "content": _fits_content,
}
