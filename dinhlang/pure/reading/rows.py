"""Rows of a table as duties: "STT / Nội dung / Cơ quan chủ trì / phối hợp / Thời gian"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from dinhlang.pure.reading.findings import NO_TIME, Duty
from dinhlang.pure.reading.grids import NUMBER_HEADS, Cell, Grid, is_column
from dinhlang.pure.reading.labels import Says
from dinhlang.pure.reading.names import split_names, starts_name
from dinhlang.pure.reading.partners import partners_of
from dinhlang.pure.reading.sentences import doers_of
from dinhlang.pure.reading.sheet import LOWER, UPPER
from dinhlang.pure.reading.times import Clock, phrase_in
from dinhlang.pure.reading.torn import mended
from dinhlang.pure.viet import fold

_SAME = re.compile(r"^\W*(?:nt|như trên|như mục trên|-)\W*$|^[\s\"”″〃-]*[\"”″〃-][\s\"”″〃-]*$", re.I)
_SECTION = re.compile(r"^(?:([IVX]{1,5}|[A-HĐ])|(\d{1,2}(?:\.\d{1,2})*))\s*[.)/-]?\s*")
_DIGIT = re.compile(r"\d")
_LONG = 20  # letters of a content, not of a heading's sign
_BULLET = re.compile(r"(?:^|\n)\s*[-+•–]\s*")
_CONTENT = re.compile(r"noi dung|nhiem vu|cong viec|hoat dong|dau viec|hang muc|ten |danh muc|viec ")

_FROM = re.compile(r"^(?:(?:thoi gian|ngay|thoi diem) )?bat dau|^tu ngay$|^tu$|khoi cong")
_UNTIL = re.compile(r"^(?:(?:thoi gian|ngay|thoi diem) )?ket thuc|^den ngay$|^den$")
_SHARED = frozenset({Says.LEADS, Says.TIME})
_COLUMNS = (
    (
        re.compile(
            r"thoi gian|thoi han|tien do|hoan thanh|lo trinh|^tg|thoi diem|^(?:ngay|tuan|thang|quy|han|moc"
            r"|lich)(?:[ ,/-]|$)"
            r"|^khi nao"
        ),
        Says.TIME,
    ),
    (re.compile(r"san pham|ket qua|dau ra"), Says.PRODUCT),
    (
        re.compile(r"chu tri|chu cong|phu trach|trach nhiem|dau moi|^(?:ai|nguoi|don vi|co quan) (?:lam|duoc giao)"),
        Says.LEADS,
    ),
    (re.compile(r"phoi hop|lien quan|tham gia"), Says.PARTNERS),
    (re.compile(r"tham muu"), Says.ADVISERS),
    (re.compile(r"^(?!noi dung).*(?:co quan|don vi|nguoi|bo phan|to chuc|phan cong).*(?:thuc hien|$)"), Says.LEADS),
)


def duties_in(grid: Grid, clock: Clock, path: str) -> Iterator[Duty]:
    """Return the rows of a table that are duties; nothing if it is not a table of duties."""
    grid = _with_one_head(grid)
    columns = _columns(grid.head)
    content = columns.get("content")
    if content is None or not ({Says.LEADS, Says.PARTNERS, Says.ADVISERS, Says.TIME, "from"} & columns.keys()):
        return
    above: dict[object, Cell] = {}
    latest: dict[object, Cell] = {}  # "nt" looks past the row of a group
    section = ""
    rows = [row for row in grid.rows if any(cell.words for cell in row) and not _is_the_head(row, grid.head)]
    rows = mended(rows, columns, len(grid.head))
    for number, row in enumerate(rows):
        if _goes_on_with(row, columns, len(grid.head)):
            row = [above.get("number", Cell("", 0, 0)), *row]  # noqa: PLW2901
        elif heading := _heading(row, columns, len(grid.head)):
            section = heading
            above.clear()
            continue
        cells = _filled(_aligned(row, columns, len(grid.head)), above, latest, short=len(row) < len(grid.head))
        cells = _merged(cells, above, columns)
        above.update({says: cell for says, cell in cells.items() if cell.words})
        latest.update(above)
        words = cells.get("content")
        if words is None or len(words.words) < 6:
            continue
        yield _duty(cells, clock, _path(path, section, cells.get("number"), number))


def _with_one_head(grid: Grid) -> Grid:
    """Put a head of two rows together: "Cơ quan thực hiện" over "Chủ trì | Phối hợp"."""
    below = [cell for cell in grid.rows[0] if cell.words] if grid.rows else []
    if not below or not all(is_column(cell.words) for cell in below):
        return grid
    if len(grid.rows[0]) == len(grid.head):
        head = [low if low.words else top for top, low in zip(grid.head, grid.rows[0], strict=True)]
        return replace(grid, head=head, rows=grid.rows[1:])
    named = [said_by_column(fold(cell.words).strip()) for cell in grid.head]
    if Says.LEADS not in named or Says.PARTNERS in named:
        return grid
    place = named.index(Says.LEADS)
    return replace(grid, head=[*grid.head[:place], *below, *grid.head[place + 1 :]], rows=grid.rows[1:])


def _filled(
    cells: dict[object, Cell], above: dict[object, Cell], latest: dict[object, Cell], *, short: bool
) -> dict[object, Cell]:
    """Fill in from the row above what a row says with "nt", and what a short row shares with it."""
    filled = {says: latest[says] if says in latest and _SAME.match(cell.words) and cell.words else cell
              for says, cell in cells.items()}  # fmt: skip
    shared = {says: cell for says, cell in above.items() if short and says not in filled and says != "content"}
    return {**shared, **filled}


def _merged(cells: dict[object, Cell], above: dict[object, Cell], columns: dict[object, int]) -> dict[object, Cell]:
    """Fill in from above what a cell that spans several rows says: a month before its works, a body beside them."""
    number = cells.get("number")
    before = {says for says, place in columns.items() if place < columns["content"]} - {"number"}
    spanned = _SHARED if number is not None and not number.words and "number" in above else before
    return {
        says: above[says] if says in spanned and says in above and not cell.words else cell
        for says, cell in cells.items()
    }


def _columns(head: list[Cell]) -> dict[object, int]:
    """Tell from the names of the columns what each holds."""
    columns: dict[object, int] = {}
    for place, cell in enumerate(head):
        says = said_by_column(fold(cell.words).strip())
        if says is not None and says not in columns:
            columns[says] = place
    if Says.TIME not in columns and (of_time := columns.keys() & {"from", "until"}) and len(of_time) == 1:
        columns[Says.TIME] = columns.pop(of_time.pop())
    if "content" not in columns and "number" in columns and len(head) > columns["number"] + 1:
        columns.setdefault("content", columns["number"] + 1)
    return columns


def said_by_column(name: str) -> object:
    """Tell from the folded name of a column what it holds; None when it is not known."""
    if name in NUMBER_HEADS:
        return "number"
    if _FROM.search(name) or _UNTIL.search(name):
        return "from" if _FROM.search(name) else "until"
    for form, says in _COLUMNS:
        if form.search(name):
            return says
    return "content" if _CONTENT.search(name) else None


def _heading(row: list[Cell], columns: dict[object, int], width: int) -> str:
    """Return the label of a row that only names a group: "II | HOÀN THIỆN CƠ CHẾ"."""
    filled = [cell for cell in row if cell.words]
    if not filled or len(filled) > 2 or (len(row) >= width and len(filled) > 2):
        return ""
    first = filled[0].words
    found = _SECTION.match(first)
    if len(filled) == 1:
        return (found[1] or found[2] or first[:12]) if found else first[:12]
    if found and found[1] and found.end() == len(first):
        return found[1]
    return found[2] if found and found[2] and width > 3 else ""


def _is_the_head(row: list[Cell], head: list[Cell]) -> bool:
    """Say whether a row is the head again, printed anew on the next page."""
    named = [fold(cell.words) for cell in head if cell.words]
    return len(named) > 2 and [fold(cell.words) for cell in row if cell.words] == named


def _goes_on_with(row: list[Cell], columns: dict[object, int], width: int) -> bool:
    """Say whether a short row shares the cells on its left and right with the row above: a content and a body."""
    place = columns.get(Says.LEADS)
    content = columns.get("content")
    if "number" not in columns or content != columns["number"] + 1 or place != content + 1 or len(row) >= width - 1:
        return False
    filled = [cell for cell in row if cell.words]
    return len(filled) >= 2 and filled[0] is row[0] and len(filled[0].words) > _LONG and starts_name(filled[1].words)


def _aligned(row: list[Cell], columns: dict[object, int], width: int) -> dict[object, Cell]:
    """Give each cell its column; a row without its number is one cell shorter."""
    shift = 0
    if len(row) == width - 1 and "number" in columns and not re.match(r"^\d", row[0].words):
        shift = 1
    return {says: row[place - shift] for says, place in columns.items() if 0 <= place - shift < len(row)}


def _path(path: str, section: str, number: Cell | None, place: int) -> str:
    printed = number.words.strip(" .)") if number else ""
    printed = printed or str(place + 1)
    parts = [path] if path else []
    if section and not printed.startswith(f"{section}."):
        parts.append(section)
    return ".".join([*parts, printed])


def _duty(cells: dict[object, Cell], clock: Clock, path: str) -> Duty:
    content = cells["content"]
    leads, advisers, partners = (_names(cells.get(says)) for says in (Says.LEADS, Says.ADVISERS, Says.PARTNERS))
    if not leads and not advisers:
        leads = list(doers_of(content.words).leads)
    if Says.PARTNERS not in cells:
        partners = [name for name in partners_of(content.words) if name not in leads]
    time = cells.get(Says.TIME)
    phrase = _phrase(time) if time and time.words else _from_to(cells) or phrase_in(content.words)
    timing = clock.read(phrase) if phrase else NO_TIME
    product = cells.get(Says.PRODUCT)
    span = (content.start, max(cell.end for cell in cells.values()))
    sources = {"row": [span]}
    for name, says in (
        ("leads", Says.LEADS),
        ("partners", Says.PARTNERS),
        ("timing", Says.TIME),
        ("advisers", Says.ADVISERS),
    ):
        if (cell := cells.get(says)) and cell.words:
            sources[name] = [(cell.start, cell.end)]
    text = _BULLET.sub("\n", content.text).strip()
    return Duty(
        path,
        " ".join(text.split()),
        span,
        leads,
        advisers,
        partners,
        timing,
        product.words if product and product.words else None,
        sources=sources,
    )


_WHOLE_BODY = re.compile(
    r"(?:Sở|Bộ|Phòng|UBND|Ủy ban nhân dân|Công an|Ban Quản lý|Cục|Chi cục|Công chức|Trạm|Hội|Các (?:sở|bộ"
    r"|cơ quan|đơn vị))\s+\S+.*\S$"
)
_ANOTHER_BODY = re.compile(
    r"(?:Sở|Bộ|Phòng|UBND|Ủy ban nhân dân|Uỷ ban nhân dân|Công an|Cục|Chi cục|Các|Văn phòng|Trung tâm|Hội|Đoàn|Đài|Báo"
    r"|Trường|Trạm|Viện|Kho bạc|Ngân hàng|Thanh tra|Bảo hiểm|Cơ quan, tổ chức|Trưởng|Công chức|Mặt trận"
    r"|Doanh nghiệp)[\s,]"
)
_TWO_AGENCIES = re.compile(  # "Sở Y tế Sở Tài chính", not "Giám đốc Sở", "các Sở"
    rf"(?<=[{LOWER}]{{2}}) (?=Sở [{UPPER}])"
    + "".join(f"(?<!{word} )" for word in ("đốc", "trưởng", "đạo", "thuộc", "của", "các", "với", "tra", "và"))
)
_THEN_COMMITTEE = re.compile(
    rf"(?<=[{LOWER}]{{2}}) (?=(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND) )"
    + "".join(
        f"(?<!{word} )"
        for word in (
            "tịch", "phòng", "ủy", "trực", "cấp", "đạo", "viên", "của", "các", "với", "thuộc", "và", "cho", "qua",
            "tại", "trình", "mưu", "trưởng", "ban", "giúp",
        )
    )
)  # fmt: skip
_SUBMITS = re.compile(r"\s+trình\s+(?:Hội đồng|HĐND|cấp|UBND|Ủy ban|Thủ tướng|Chính phủ)\b.*$")
_THEN_OTHERS = re.compile(rf"(?<=[{LOWER}]{{2}}) (?=Các (?:sở|bộ|ban|phòng|cơ quan|đơn vị|xã|địa phương|đoàn thể)\b)")
_GOES_ON = re.compile(r"(?:,|\b(?:và|của|các|với|thuộc|trực thuộc|-))$")


def _names_apart(text: str) -> str:
    """Divide names that stand under each other in a cell: each begins a line as a body, and the one before is whole."""
    lines = text.split("\n")
    parts = lines[:1]
    for line in lines[1:]:
        whole = _WHOLE_BODY.match(" ".join(parts[-1].split())) and not _GOES_ON.search(parts[-1].strip())
        if whole and _ANOTHER_BODY.match(line.strip()):
            parts.append(line)
        else:
            parts[-1] += f"\n{line}"
    return _TWO_AGENCIES.sub("; ", _THEN_COMMITTEE.sub("; ", _THEN_OTHERS.sub("; ", ";\n".join(parts))))


def _names(cell: Cell | None) -> list[str]:
    """Return the bodies that a cell names; each bullet of a cell is at least one."""
    if cell is None or not cell.words:
        return []
    pieces = [_SUBMITS.sub("", " ".join(piece.split())) for piece in _BULLET.split(_names_apart(cell.text))]
    if not all(starts_name(piece) for piece in pieces if piece):  # "Phòng Văn hóa / - Xã hội" is one name
        pieces = [cell.words]
    names: list[str] = []
    for piece in pieces:
        for part in re.sub(r"^(?:Cơ quan |Đơn vị )?(?:chủ trì|phối hợp|thực hiện)\s*:\s*", "", piece, flags=re.I).split(
            ";"
        ):
            said = doers_of(part.strip())
            names += said.leads if said.leads and not said.only_named else split_names(part)
    return list(dict.fromkeys(names))


def _from_to(cells: dict[object, Cell]) -> str | None:
    """The time that two columns say: "Bắt đầu | Kết thúc"."""
    first, last = (cells[says].words if says in cells else "" for says in ("from", "until"))
    if first and last:
        return f"từ {first} đến {last}" if _DIGIT.search(last) else f"{last} từ {first}"
    return last or (f"từ {first}" if first else None)


def _phrase(cell: Cell) -> str:
    return "; ".join(piece for piece in (" ".join(part.split()) for part in _BULLET.split(cell.text)) if piece)
