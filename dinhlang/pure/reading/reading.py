"""The whole reading of a plan: what it says of itself, its duties, its standing reports."""

import re
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import pairwise

from dinhlang.pure.dates import Calendar
from dinhlang.pure.reading.citations import citations_on
from dinhlang.pure.reading.findings import Duty, Report, Span
from dinhlang.pure.reading.grids import grids_in
from dinhlang.pure.reading.heading import Heading, read_heading
from dinhlang.pure.reading.labels import label_at
from dinhlang.pure.reading.lines import lines_of
from dinhlang.pure.reading.loose import loose_grids_in
from dinhlang.pure.reading.markers import Rank
from dinhlang.pure.reading.outline import Item, outline_of
from dinhlang.pure.reading.paragraphs import paragraphs_of
from dinhlang.pure.reading.places import place_names
from dinhlang.pure.reading.reports import reports_of
from dinhlang.pure.reading.rows import duties_in
from dinhlang.pure.reading.sections import Section, section_of
from dinhlang.pure.reading.sending import note_where_to_send
from dinhlang.pure.reading.sheet import Sheet
from dinhlang.pure.reading.sureness import weigh
from dinhlang.pure.reading.tasks import duties_of
from dinhlang.pure.reading.times import Clock

_ATTACHED = re.compile(r"[\W_]*(?:KẾ HOẠCH|CHƯƠNG TRÌNH|QUY CHẾ|ĐỀ ÁN|PHƯƠNG ÁN|QUY ĐỊNH|DANH MỤC|NỘI DUNG)\b")
_AS_ABOVE = re.compile(r"(?:như (?:mục |phần |ý )?trên|-?nt-?)", re.I)
_MONTH = re.compile(r"tháng\s*(\d{1,2})\s*năm\s*((?:19|20)\d\d)")
_MONTHS = 12
_YEAR = re.compile(r"\bnăm\s+((?:19|20)\d\d)\b")


_LONGEST_LEAD_IN = 1500


@dataclass(frozen=True)
class Part:
    """A heading of the document and where it stands."""

    path: str
    title: str
    span: Span


@dataclass(frozen=True)
class Reading:
    """What a careful official reads out of a plan; nothing of it holds before a person confirms it."""

    heading: Heading
    tasks: tuple[Duty, ...]
    reports: tuple[Report, ...]
    funding: tuple[tuple[str, Span], ...]
    sections: tuple[Part, ...]

    def as_json(self) -> dict[str, object]:
        """Return it in the form of the guide to readings, with places and sureness added."""
        return {
            **self.heading.as_json(),
            "tasks": [duty.as_json() for duty in self.tasks],
            "reports": [report.as_json() for report in self.reports],
            "funding": [{"text": text, "source": [list(span)]} for text, span in self.funding],
            "sections": [
                {"path": part.path, "title": part.title, "source": [list(part.span)]} for part in self.sections
            ],
        }


def read(text: str, *, received_on: date | None = None, calendar: Calendar | None = None) -> Reading:
    """Read a plan. Takes text in normal form; no text makes it fail. Working days count by the calendar."""
    heading = read_heading(text)
    issued = date.fromisoformat(heading.date.value) if heading.date.value else _month_of(text, heading)
    clock = Clock(issued, _year_of(text, received_on), calendar, is_guess=not heading.date.value)
    duties: list[Duty] = []
    reports: list[Report] = []
    roots: list[Item] = []
    for start, end, appendix in _regions(text, heading):
        root, found = _read_region(text, start, end, clock, prefix="PL" if appendix else "")
        roots.append(root)
        reports += reports_of(found, _closings(root), clock, heading.issuer.value)
        duties += found
    _name_as_above(duties)
    sheet = Sheet(text)
    for duty in duties:
        note_where_to_send(duty)
        duty.citations = citations_on(sheet, *duty.span)
        place_names(text, duty)
        weigh(duty)
    parts = [item for root in roots for item in root.parts]
    return Reading(heading, tuple(duties), tuple(reports), tuple(_funding(parts, duties)), tuple(_sections(parts)))


def _name_as_above(duties: list[Duty]) -> None:
    """ "Đơn vị thực hiện: như trên" names those of the duty before."""
    for above, duty in pairwise(duties):
        if len(duty.leads) == 1 and _AS_ABOVE.fullmatch(duty.leads[0]):
            duty.leads = list(above.leads)


def _month_of(text: str, heading: Heading) -> date | None:
    """The first day of the month of a document whose day was left blank: "ngày     tháng 11 năm 2023"."""
    for start, end in heading.date.spans[:1]:
        if (found := _MONTH.search(text, start, end)) and 1 <= int(found[1]) <= _MONTHS:
            return date(int(found[2]), int(found[1]), 1)
    return None


def _year_of(text: str, received_on: date | None) -> int | None:
    """The year of a document without a date: the one its head speaks of, else that of its arrival."""
    found = _YEAR.search(text, 0, 3000) or _YEAR.search(text)
    if found:
        return int(found[1])
    return received_on.year if received_on else None


def _regions(text: str, heading: Heading) -> list[tuple[int, int, bool]]:
    """The stretches to read: the body, a plan that a decision brings with it, the appendices."""
    attached = [(start, end) for start, end in heading.appendices if _ATTACHED.match(text[start : start + 40])]
    appendices = [span for span in heading.appendices if span not in attached]
    return [
        *((start, end, False) for start, end in [heading.body, *attached]),
        *((start, end, True) for start, end in appendices),
    ]


def _read_region(text: str, start: int, end: int, clock: Clock, *, prefix: str) -> tuple[Item, list[Duty]]:
    grids, rest = grids_in(lines_of(text, start, end))
    loose, rest = loose_grids_in(rest)
    grids += loose
    root = outline_of(paragraphs_of(rest))
    found = [] if prefix and grids else duties_of(root, clock, before=partial(_paragraph_before, text, start))
    for grid in grids:
        rows = list(duties_in(grid, clock, prefix or _path_before(root, grid.start)))
        for row in rows:
            row.unlined = grid in loose
        found += rows
    return root, sorted(found, key=lambda duty: duty.span)


def _paragraph_before(text: str, start: int) -> Item | None:
    """The paragraph that leads in to a region: "… Thủ tướng Chính phủ yêu cầu Chủ tịch Ủy ban nhân dân các tỉnh:"."""
    above = outline_of(paragraphs_of(lines_of(text, max(0, start - _LONGEST_LEAD_IN), start))).children
    return above[-1] if above else None


def _path_before(root: Item, place: int) -> str:
    """The path of the heading under which a table stands."""
    path = ""
    for item in root.walk():
        if item.start < place and not item.is_block and item.path:
            path = item.path
    return path


def _closings(root: Item) -> list[tuple[str, int, int]]:
    """The paragraphs without a sign: a standing report is often asked for in the last of them."""
    return [(item.text, item.start, item.end) for item in root.walk() if item.rank is Rank.PLAIN]


def _funding(parts: list[Item], duties: list[Duty]) -> list[tuple[str, Span]]:
    """What the document says of money, as printed, without the duties that stand among it."""
    money = [
        item
        for part in parts
        for item in part.walk()
        if not item.is_block and section_of(item.text.split(":")[0]) is Section.MONEY
    ]
    found: list[tuple[str, Span]] = []
    for item in money:
        if not any(span[0] <= item.start < span[1] for _, span in found):
            below = [one for one in item.walk() if one is not item]
            said = [one for one in below if not any(_is_part_of(one, duty) for duty in duties)]
            words = " ".join(one.text for one in said) or ("" if below else item.text)
            if words:
                found.append((words, (item.start, said[-1].end if said else item.last)))
    return found


def _is_part_of(item: Item, duty: Duty) -> bool:
    """Say whether words are those of a duty, or a label of it."""
    within = duty.span[0] <= item.start < duty.span[1]
    return within and (label_at(item.text) is not None or item.text[:40] in duty.text)


def _sections(parts: list[Item]) -> list[Part]:
    return [
        Part(item.path, item.text, (item.start, item.end))
        for part in parts
        for item in part.walk()
        if item.rank <= Rank.SECTION
    ]
