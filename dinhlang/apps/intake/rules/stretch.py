"""What one stretch of a text says by itself: it is read as the only duty of a small plan. Plain Python.

A person parts a task or adds one; what its own words say of who and when need not be typed. The path is the one by
which people cite the place, as the outline of the whole document gives it.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from dinhlang.apps.intake.rules.reading import Proposal, proposals
from dinhlang.apps.intake.rules.tables import Row, Table, with_tables
from dinhlang.apps.intake.rules.text import paragraphs, words_begin
from dinhlang.pure.reading import Duty, begins_with_label, path_at, read
from dinhlang.pure.viet import fold

_PLAN = "KẾ HOẠCH\nThực hiện nhiệm vụ\n\nI. NHIỆM VỤ\n\n"
_ITEM = f"{_PLAN}1. "
_LABELS = f"{_ITEM}Thực hiện nhiệm vụ.\n- "
_LABELLED = re.compile(r"[^:\n]{2,60}:\s*")
_LISTS = ("leads", "advisers", "partners", "send_to", "via")


def read_alone(text: str, start: int, end: int) -> Proposal:
    """The stretch as a task; what its words do not say stays empty. Days are for the caller to reckon."""
    row = _row_at(text, start, end)
    if row is None:
        first, last = start + words_begin(text[start:end]), end
        frame = _LABELS if begins_with_label(text[first:last]) else _ITEM
    else:  # with the rows above it: "nt" means what stands there
        table, line = row
        frame, first, last = _PLAN, (table.head or table.rows)[0].line.start, line.line.end
    duties = read(frame + text[first:last]).tasks
    found = [_moved(duty, first - len(frame)) for duty in duties]
    inside = [duty for duty in found if duty.span[0] < end and start < duty.span[1]]
    told = _as_one(inside, start, end)
    alone = proposals({"tasks": [told]}, text)[0]
    label = path_at(text, start) if row is None else _in_table(path_at(text, first), alone.label)
    return replace(alone, start=start, end=end, label=label, text=_text(text, start, end, inside))


def _in_table(path: str, label: str) -> str:
    """The path of a row: that of what its table stands under, and its own number."""
    _frame, _point, number = label.partition(".")
    return f"{path}.{number}".strip(".")


def _row_at(text: str, start: int, end: int) -> tuple[Table, Row] | None:
    """The row of a table in which the whole stretch stands, if there is one."""
    tables = (one for one in with_tables(paragraphs(text)) if isinstance(one, Table))
    rows = ((table, row) for table in tables for row in table.rows)
    return next((one for one in rows if one[1].line.start <= start and end <= one[1].line.end), None)


def _moved(duty: Duty, by: int) -> Duty:
    """The duty where it stands in the whole text."""
    sources = {part: [(a + by, b + by) for a, b in spans] for part, spans in duty.sources.items()}
    return replace(duty, span=(duty.span[0] + by, duty.span[1] + by), sources=sources)


def _as_one(duties: Sequence[Duty], start: int, end: int) -> Mapping[str, Any]:
    """Several duties in a stretch that a person says is one: who is named in any of them, the first time."""
    if not duties:
        return {"source": {"text": [[start, end]]}}
    told = [duty.as_json() for duty in duties]
    first: dict[str, Any] = dict(told[0])
    for name in _LISTS:
        first[name] = _each_once(name_ for one in told for name_ in _list(one[name]))
    timed = next((one for one in told if _timing(one).get("text")), told[0])
    sources: dict[str, list[Any]] = {}
    for one in told:
        for part, spans in _mapping(one["source"]).items():
            sources.setdefault(part, []).extend(spans)
    sources["text"] = [[start, end]]
    sources["timing"] = _mapping(timed["source"]).get("timing") or []
    return {
        **first,
        "timing": timed["timing"],
        "source": sources,
        "confidence": min(duty.confidence for duty in duties),
    }


def _timing(told: Mapping[str, Any]) -> Mapping[str, Any]:
    return _mapping(told["timing"])


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _list(value: Any) -> list[str]:
    return value if isinstance(value, list) else []


def _each_once(names: Iterable[str]) -> list[str]:
    return list({fold(name): name for name in reversed(list(names))}.values())[::-1]


def _text(text: str, start: int, end: int, duties: Sequence[Duty]) -> str:
    """The words of the stretch itself; of cells side by side what the reader takes for the task."""
    stretch = text[start:end]
    if "|" in stretch and duties:
        return duties[0].text
    words = stretch[words_begin(stretch) :].replace("|", " ").replace("*", "")
    return "\n".join(line for line in (part.strip() for part in words.split("\n")) if line)


def is_labelled(text: str, spans: Iterable[Sequence[int]]) -> bool:
    """Whether words stand behind a label, "Cơ quan chủ trì: …": then they are said of the whole task."""
    found = [text[text.rfind("\n", 0, span[0]) + 1 : span[0]] for span in spans]
    return bool(found) and all(_LABELLED.search(before) for before in found)
