"""Tables that lost their lines: every cell, or every line of a cell, stands on a line of its own.

The head tells the columns; a row begins at the next number; within it, the likeliest way to deal its lines out to the
columns in order is taken: a body's name begins a column of bodies, "Quý IV/2026" one of times.
"""

import itertools
import re
from dataclasses import replace

from dinhlang.pure.reading.dealing import NAMES, dealt
from dinhlang.pure.reading.grids import NUMBER_HEADS, Cell, Grid, cell_of
from dinhlang.pure.reading.labels import Says
from dinhlang.pure.reading.lines import Line
from dinhlang.pure.reading.rows import said_by_column
from dinhlang.pure.reading.sheet import LOWER, UPPER
from dinhlang.pure.viet import fold

_NUMBER = re.compile(r"^(\d{1,3})[.)]?$")
_BELOW = re.compile(r"^(\d{1,2})\.(\d{1,2})[.)]?$")  # "1.2": a row of the group "1."
_DASH = re.compile(r"^[-–+•]$")
_GROUP = re.compile(r"^(?:[IVX]{1,5}|[A-HĐ])[.)]?$")
_NUMBERED = re.compile(rf"^(\d{{1,3}})[.)]?\s+(?=[{UPPER}][{LOWER}])")
_GROUPED = re.compile(rf"^([IVX]{{1,5}})[.)]?\s+(?=[{UPPER}][{LOWER}])")
_FOOTNOTE = re.compile(
    r"(?:Nghị quyết|Nghị định|Quyết định|Chương trình|Thông tư|Luật|Chỉ thị|Kế hoạch|Kết luận|Công văn|Xem)\b"
)
_ROMAN = dict(zip("I II III IV V VI VII VIII IX X XI XII XIII XIV XV".split(), range(1, 16), strict=True))  # noqa: SIM905
_HEAD_LINES = 24
_SHORTEST = 8
_LONGEST_LEAP, _LONG_LINE = 9, 24
_WORDS_OF_HEADS = re.compile(
    r"(?:noi dung(?:,? nhiem vu)?(?: cong viec| thuc hien| duoc giao)?|ten nhiem vu"
    r"|nhiem vu(?:,? giai phap)?|cong viec|(?:co quan|don vi"
    r"|bo phan)(?: duoc giao)?,? (?:don vi )?(?:chu tri|chu cong|phoi hop|tham muu"
    r"|thuc hien)(?: thuc hien)?"
    r"|chu tri|phoi hop|(?:thoi gian|thoi han|tien do|tg)(?: thuc hien| hoan thanh)?|(?:ket qua"
    r"|san pham)(?: dau ra| du kien| thuc hien)?|ghi chu|can cu(?: bo sung)?"
    r"|cap(?: co tham quyen)? (?:trinh|ban hanh|phe duyet|quyet dinh)|hinh thuc(?: van ban)?|du toan|muc tieu"
    r"|don vi tinh"
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
    if len(columns) < 3 or "content" not in columns or not NAMES & set(columns):
        return None
    head = [cell_of([lines[at]]), *(Cell(_NAME_OF[says], lines[at].start, lines[first - 1].end) for says in columns)]
    again = {fold(line.text).strip() for line in lines[at:first]}
    body, breaks = _without_heads(lines[first:], again)
    numbered = _numbers_apart(body)
    cut = _rows_of_groups if any(_BELOW.match(line.text) for line in numbered) else _rows
    rows, _ = cut(numbered, 0, columns, breaks)
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
    "level": "Cấp trình",
    "other": "Ghi chú",
}


def _begins_rows(line: Line) -> bool:
    return line.text in {"1", "01", "I", "A", "1.", "I."}


def _columns(head: str) -> list[object]:
    """Tell the columns from the words of a head that came line by line."""
    columns: list[object] = []
    for found in _WORDS_OF_HEADS.finditer(" ".join(head.split())):
        says = said_by_column(found[0]) or ("level" if found[0].startswith("cap ") else "other")
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


def _rows_of_groups(
    lines: list[Line], at: int, columns: list[object], breaks: frozenset[int]
) -> tuple[list[list[Cell]], int]:
    """Cut the lines of a table whose rows are counted within groups, "1.1", "1.2"; some may be left out between."""
    begins = [place for place in range(at, len(lines)) if _counts_on(lines, place)]
    rows: list[list[Cell]] = []
    for start, end in itertools.pairwise([*begins, len(lines)]):
        title = next((place for place in range(start + 1, end) if _opens_group(lines, place)), end)
        rows += _row_or_rows(lines[start], lines[start + 1 : title], tuple(columns), breaks)
    return rows, len(lines)


def _counts_on(lines: list[Line], place: int) -> bool:
    """Say whether a line is the number of a row of a group: greater than the one before it."""
    own = _pair(lines[place])
    before = next((pair for line in reversed(lines[:place]) if (pair := _pair(line))), (0, 0))
    return own is not None and before < own


def _pair(line: Line) -> tuple[int, int] | None:
    found = _BELOW.match(line.text)
    return (int(found[1]), int(found[2])) if found else None


def _opens_group(lines: list[Line], place: int) -> bool:
    """Say whether a lone number stands before the title of the next group: "2." and, soon after, "2.1"."""
    number = _NUMBER.match(lines[place].text)
    near = [pair[0] for line in lines[place + 1 : place + 6] if (pair := _pair(line))]
    return number is not None and int(number[1]) in near


def _row_or_rows(
    number: Line, lines: list[Line], columns: tuple[object, ...], breaks: frozenset[int]
) -> list[list[Cell]]:
    """One row, or one for each dash under its number, which share the words above the first and what they leave out."""
    dashes = [place for place, line in enumerate(lines) if _DASH.match(line.text)]
    if len(dashes) < 2:
        return [[cell_of([number]), *dealt(lines, columns, breaks)]]
    above = cell_of(lines[: dashes[0]])
    rows: list[list[Cell]] = []
    for count, (start, end) in enumerate(itertools.pairwise([*dashes, len(lines)]), 1):
        sign = replace(number, text=f"{number.text.rstrip('.)')}.-{count}")
        cells = dealt(lines[start + 1 : end], columns, breaks)
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
