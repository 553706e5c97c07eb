"""The lines of one row of a table that lost its lines, dealt out to its columns: what fits where, and how well."""

import re
from collections.abc import Callable

from dinhlang.pure.reading.grids import Cell, cell_of
from dinhlang.pure.reading.labels import Says
from dinhlang.pure.reading.lines import Line
from dinhlang.pure.reading.names import starts_name

NAMES = frozenset({Says.LEADS, Says.PARTNERS, Says.ADVISERS})
_SIGNED = re.compile(r"(?:(?:TB |CV |VB )?[Ss]ố\s*:?\s*\d|P?C[Tt]\b)")
_TIME = re.compile(
    r"(?:Đã hoàn thành|Nhiệm vụ thường(?: xuyên)?|Năm|Quý|Quí|Tháng|Thời gian|Thời hạn|Thường(?! vụ| trực| kỳ)|Trước"
    r"|Trong|Từ|Hằng|Hàng|Định|Hoàn thành"
    r"|Giai đoạn|Đến|Sau|Theo|Khi)\b"
    r"|(?:19|20)\d\d\b|\d{1,2}/(?:19|20)\d\d|(?:I|II|III|IV)/(?:19|20)\d\d",
    re.I,
)
_ENDS_A_LIST = re.compile(r"\bliên quan\s*\.?$")
_LAST_TIME = re.compile(
    r"[ \n]((?:Thường xuyên|H[ằà]ng (?:năm|quý|tháng)|Quý [IVX]+/\d{4}|Tháng \d+/\d{4}"
    r"|Năm \d{4})(?:[ ,]+[\w ]{0,20})?)$"
)
_PAPER = re.compile(
    r"(?:Báo cáo|Kế hoạch|Quyết định|Nghị|Văn bản|Các văn bản|Luật|Thông tư|Đề án|Công văn|Tờ trình"
    r"|Hồ sơ|Chương trình|Chương$|Quy chế|Hội nghị|Danh sách|Các \w+ được)\b"
)
_ANOTHER = re.compile(r"(?:Các|Bộ|Sở|Phòng|UBND|Ủy ban|Công an|Ban|Văn phòng|Trung tâm|Hội|Đài)\s")
_WHOLE_BODY = re.compile(
    r"(?:Bộ|Sở|Phòng|UBND|Ủy ban nhân dân|Công an|Văn phòng"
    r"|Các (?:bộ|sở|phòng|ban|ngành|cơ quan|đơn vị|xã|thôn|địa phương|đoàn thể|hội))\b(?!.* về$)"
)
_LEVEL = re.compile(r"(?:Cấp|Chính phủ|Thủ tướng|Quốc hội|Bộ trưởng|Bộ Chính trị|Ban Bí thư|Chủ tịch|HĐND|Hội đồng)\b")
_HANGS = re.compile(r"(?:[,;–-]|\b(?:và|của|các|với|thuộc)|^(?:Tháng|Quý|Năm|Giai đoạn|Trước|Trong|Từ|Đến|Hết))$")
_LONGEST_CELL, _OF_TWO_ROWS, _OF_ANOTHER_ROUND = 60, 10, 1.0
_ONE_WORD = 4
_NARROW, _DATE = 30, 18  # letters of a line in a narrow column, and of a date


def dealt(lines: list[Line], columns: tuple[object, ...], breaks: frozenset[int]) -> list[Cell]:
    """Deal the lines of a row out to its columns, in order, in the likeliest way.

    A row whose cells are torn by the end of a page, or that holds a row within it, goes through its columns again.
    """
    rounds = 1 + min(2, _rounds_more(lines, breaks))
    row = _Row(lines[: 60 * rounds], columns, breaks, rounds)
    parts: list[list[Line]] = []
    at = 0
    for place in range(len(columns) * rounds):
        end = row.best(at, place)[1]
        parts.append(row.lines[at:end])
        at = end
    return _put_together(parts, columns, breaks)


class _Row:
    """The lines of one row, and how well they fit where they are dealt to."""

    def __init__(self, lines: list[Line], columns: tuple[object, ...], breaks: frozenset[int], rounds: int) -> None:
        self.lines = lines
        self._columns = columns
        self._breaks = breaks
        self._places = len(columns) * rounds
        self._known: dict[tuple[int, int], tuple[float, int]] = {}

    def best(self, at: int, place: int) -> tuple[float, int]:
        """Return the score of dealing what is left, and where the present column ends."""
        if place == self._places:
            return (0.0 if at == len(self.lines) else -4.0 * (len(self.lines) - at)), at
        if (at, place) not in self._known:
            self._known[at, place] = self._looked_for(at, place)
        return self._known[at, place]

    def _looked_for(self, at: int, place: int) -> tuple[float, int]:
        says, again = self._columns[place % len(self._columns)], place >= len(self._columns)
        outcome = (_of_nothing(says, again=again) + self.best(at, place + 1)[0], at)
        score = -_OF_ANOTHER_ROUND if again and not place % len(self._columns) else 0.0
        for end in range(at + 1, min(len(self.lines), at + _LONGEST_CELL) + 1):
            score += self._first(at, says, again=again) if end - 1 == at else self._further(end - 1, says)
            outcome = max(outcome, (score - self._left_open(end, says) + self.best(end, place + 1)[0], end))
        return outcome

    def _is_torn(self, at: int) -> bool:
        return at < len(self.lines) and self.lines[at].start in self._breaks

    def _first(self, at: int, says: object, *, again: bool) -> float:
        """How well a line begins a column."""
        words = self.lines[at].text
        if len(words) <= _ONE_WORD:  # a narrow column may put "Các", "kế" and "hoạch" on three lines
            words = " ".join(line.text for line in self.lines[at : at + 3])
        torn = self._is_torn(at)
        return _likely(words, says, first=not torn) - (_against_more(words, says, torn=torn) if again else 0.0)

    def _further(self, at: int, says: object) -> float:
        """How well a line goes on with those above it."""
        words, before = self.lines[at].text, self.lines[at - 1].text
        score = _likely(words, says, first=False)
        if says in NAMES and _ANOTHER.match(words) and not _HANGS.search(before):
            score -= 2.0
        if says in NAMES and _ENDS_A_LIST.search(f"{self.lines[at - 2].text} {before}") and words[:1].isupper():
            score -= 3.0
        return score

    def _left_open(self, end: int, says: object) -> float:
        """What it costs to end a column with a line that calls for more."""
        words = self.lines[end - 1].text
        if self._is_torn(end) or not _HANGS.search(words):
            return 0.0
        return 6.0 if says in NAMES and words.endswith(",") else 2.0


def _put_together(parts: list[list[Line]], columns: tuple[object, ...], breaks: frozenset[int]) -> list[Cell]:
    """Make one cell of what each column got in every round; a row within a row has a body of its own."""
    cells = [cell_of(lines) for lines in parts[: len(columns)]]
    for first in range(len(columns), len(parts), len(columns)):
        row = dict(zip(columns, parts[first : first + len(columns)], strict=False))
        for number in range(len(columns)):
            lines = parts[first + number]
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
        return -1.0 if torn else 4.0  # the words of a duty are the first to run over
    if says in NAMES:
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


def _fits_level(words: str, *, first: bool) -> float:
    """ "Cấp trình": whoever is above."""
    if first:
        return 3.5 if _LEVEL.match(words) else -2.0
    return 0.6 if words[:1].islower() else -0.5


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
    "level": _fits_level,
}
