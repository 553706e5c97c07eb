"""One line of a table of units: what each column means, how a cell is read, what can be wrong with it. Plain Python."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from dinhlang.pure.viet import CannotReadDay, NotAPoint, fold, one_line, parse_day, point_of

COLUMNS: dict[str, str] = {
    "code": "Mã định danh",
    "name": "Tên",
    "form": "Hình thức",
    "kind": "Loại",
    "parent": "Mã cấp trên",
    "begins": "Từ ngày",
    "ends": "Đến trước ngày",
    "households": "Số hộ",
    "residents": "Số nhân khẩu",
    "latitude": "Vĩ độ",
    "longitude": "Kinh độ",
}
"""The columns of the form, by their stable meaning. The headers are facts of the file, the same in every language."""

NEEDED = ("code", "name", "parent")
MOST_ROWS = 100_000
LONGEST_NAME = 200
LONGEST = {"code": 40, "name": LONGEST_NAME, "form": 40}

_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_KIND_OF_FORM = {
    "tinh": "province",
    "huyen": "district",
    "quan": "district",
    "thi xa": "district",
    "xa": "commune",
    "phuong": "commune",
    "thi tran": "commune",
    "dac khu": "commune",
    "thon": "village",
    "to dan pho": "village",
    "khu pho": "village",
    "khu dan cu": "village",
    "ap": "village",
    "ban": "village",
    "buon": "village",
    "khom": "village",
}


@dataclass(frozen=True, slots=True)
class Row:
    """A line as it was understood; days as ISO text, so that it can be kept between preview and confirmation."""

    line: int
    code: str
    name: str
    form: str
    kind: str
    parent: str
    begins: str
    ends: str
    households: int | None
    residents: int | None
    latitude: str = ""
    longitude: str = ""

    def as_facts(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(frozen=True, slots=True)
class RowFault:
    """What is wrong in a line: the reason, the column it stands in, and what was written there."""

    line: int
    column: str
    reason: str
    told: str = ""
    other: str = ""


def columns_of(header: Sequence[str]) -> dict[str, int]:
    """Where each known column stands; headers may be written without marks or in another order."""
    wanted = {fold(label): name for name, label in COLUMNS.items()}
    found: dict[str, int] = {}
    for place, label in enumerate(header):
        name = wanted.get(fold(label))
        if name is not None:
            found.setdefault(name, place)
    return found


def safe_cell(text: str) -> str:
    """A text that no spreadsheet takes for a formula: an apostrophe before = + - @."""
    return f"'{text}" if _FORMULA.match(text) else text


def plain_cell(text: str) -> str:
    """What was written before `safe_cell` made it safe."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text


def read_row(
    line: int, cells: Mapping[str, str], kinds: Mapping[str, str], today: date
) -> tuple[Row | None, list[RowFault]]:
    """Understand a line, or say everything that is wrong with it. `kinds` are the labels of kinds, folded."""
    faults: list[RowFault] = []
    texts = {name: one_line(plain_cell(cells.get(name, ""))) for name in COLUMNS}
    for name, most in LONGEST.items():
        if len(texts[name]) > most:
            faults.append(RowFault(line, name, "long", texts[name][:40], str(most)))
    faults += [RowFault(line, name, "missing") for name in ("code", "name") if not texts[name]]
    kind = _kind(texts, kinds)
    if kind is None:
        faults.append(RowFault(line, "kind", "kind", texts["kind"]))
    days = {name: _day(line, name, texts[name], today, faults) for name in ("begins", "ends")}
    numbers = {name: _number(line, name, texts[name], faults) for name in ("households", "residents")}
    if days["begins"] and days["ends"] and days["ends"] <= days["begins"]:
        faults.append(RowFault(line, "ends", "order", texts["ends"]))
    point = _point(line, texts, faults)
    if faults:
        return None, faults
    row = Row(
        line=line,
        code=texts["code"],
        name=texts["name"],
        form=texts["form"],
        kind=str(kind),
        parent=texts["parent"],
        begins=days["begins"],
        ends=days["ends"],
        households=numbers["households"],
        residents=numbers["residents"],
        latitude=point[0],
        longitude=point[1],
    )
    return row, []


def _point(line: int, texts: Mapping[str, str], faults: list[RowFault]) -> tuple[str, str]:
    """Both numbers or neither; kept as text, as days are."""
    if not texts["latitude"] and not texts["longitude"]:
        return "", ""
    try:
        north, east = point_of(texts["latitude"], texts["longitude"])
    except NotAPoint as trouble:
        told = f"{texts['latitude']}, {texts['longitude']}"
        faults.append(RowFault(line, "latitude", f"point_{trouble.reason}", told[:40]))
        return "", ""
    return str(north), str(east)


def _kind(texts: Mapping[str, str], kinds: Mapping[str, str]) -> str | None:
    """By its label or key; without one, by the form."""
    if texts["kind"]:
        return kinds.get(fold(texts["kind"]))
    return _KIND_OF_FORM.get(fold(texts["form"]))


def _day(line: int, column: str, text: str, today: date, faults: list[RowFault]) -> str:
    if not text:
        return ""
    try:
        day = parse_day(text, today=today)
    except CannotReadDay as trouble:
        faults.append(RowFault(line, column, f"day_{trouble.reason}", text[:40]))
        return ""
    if not 1900 <= day.year <= 2200:
        faults.append(RowFault(line, column, "day_far", text[:40]))
        return ""
    return day.isoformat()


def _number(line: int, column: str, text: str, faults: list[RowFault]) -> int | None:
    if not text:
        return None
    figures = re.sub(r"[ .](?=\d{3}(?!\d))", "", text)
    if not figures.isascii() or not figures.isdigit() or int(figures) > 1_000_000:
        faults.append(RowFault(line, column, "number", text[:40]))
        return None
    return int(figures)
