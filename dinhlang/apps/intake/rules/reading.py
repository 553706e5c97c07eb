"""From what was read by machine to what is proposed to a person: where each part stands, what is sure. Plain Python."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from typing import Any

Spans = list[list[int]]

PARTS = {"text": "text", "leads": "lead", "advisers": "adviser", "partners": "partner", "timing": "time"}
"""What the reader calls a part of a task, and what a mark calls it among its sources."""

SURE, FAIRLY_SURE = 0.9, 0.7
HEADER = ("kind", "number", "date", "place", "issuer", "superior", "title", "signer", "bases", "recipients", "funding")
_SIGNS = re.compile(r"[\s*#|]+")
_LONGEST_SOUGHT = 12
_NAMES_APART = "; "


@dataclass(frozen=True)
class Proposal:
    """A task as the reader proposes it, in the form of a mark."""

    start: int
    end: int
    label: str
    text: str
    lead_words: str = ""
    adviser_words: str = ""
    partner_words: str = ""
    time_words: str = ""
    due: date | None = None
    confidence: float = 0.0
    sources: dict[str, Spans] = field(default_factory=dict)
    details: dict[str, Any] = field(default_factory=dict)


def proposals(told: Mapping[str, Any], text: str) -> list[Proposal]:
    """The tasks of a reading in the order in which it tells them; none is left out."""
    return [_proposal(task, text) for task in told.get("tasks") or []]


def _proposal(task: Mapping[str, Any], text: str) -> Proposal:
    sources = _sources(task, text)
    start, end = _stretch(sources, task, text)
    timing = task.get("timing") or {}
    return Proposal(
        start=start,
        end=end,
        label=str(task.get("path") or "")[:40],
        text=str(task.get("text") or text[start:end]).strip(),
        lead_words=joined(task.get("leads") or []),
        adviser_words=joined(task.get("advisers") or []),
        partner_words=joined(task.get("partners") or []),
        time_words=str(timing.get("text") or ""),
        due=due_day(timing),
        confidence=min(1.0, max(0.0, float(task.get("confidence") or 0.0))),
        sources=sources,
        details=_details(task, timing),
    )


def _details(task: Mapping[str, Any], timing: Mapping[str, Any]) -> dict[str, Any]:
    kept = {name: task[name] for name in ("requested", "product", "send_to", "via") if task.get(name)}
    return {**kept, "timing": dict(timing)} if timing else kept


def _sources(task: Mapping[str, Any], text: str) -> dict[str, Spans]:
    told = task.get("source") or {}
    found = {ours: sound(told.get(theirs) or [], text) for theirs, ours in PARTS.items()}
    return {part: spans for part, spans in found.items() if spans}


def sound(spans: Iterable[Sequence[int]], text: str) -> Spans:
    """Only the stretches that lie in the text and hold a letter."""
    return [[a, b] for a, b in (tuple(span)[:2] for span in spans) if 0 <= a < b <= len(text) and text[a:b].strip()]


def _stretch(sources: Mapping[str, Spans], task: Mapping[str, Any], text: str) -> tuple[int, int]:
    """Where the task stands: its first stretch; what was not told is looked for, at worst at the beginning."""
    spans = sources.get("text") or place_of(text, str(task.get("text") or ""))
    if spans:
        return spans[0][0], spans[0][1]
    first = next((at for at, letter in enumerate(text) if not letter.isspace()), 0)
    return first, max(first + 1, len(text[first:].split("\n", 1)[0]) + first)


def place_of(text: str, words: str) -> Spans:
    """Where words stand in a text, whatever the spaces and emphasis between them; shorter and shorter beginnings."""
    told = [word for word in _SIGNS.split(words) if word][:_LONGEST_SOUGHT]
    for length in (len(told), 6, 3):
        if 0 < length <= len(told):
            sought = r"[\s*#|]+".join(map(re.escape, told[:length]))
            if match := re.search(sought, text, re.IGNORECASE):
                return [[match.start(), match.end()]]
    return []


def joined(names: Iterable[str]) -> str:
    """Several names in one line; a name may hold commas, so they are kept apart by semicolons."""
    return _NAMES_APART.join(name for name in (" ".join(str(name).split()) for name in names) if name)


def parted(line: str) -> list[str]:
    """The names of a line, as `joined` put them together or as a person typed them."""
    return [name for name in (part.strip(" .") for part in re.split(r"[;\n]", line)) if name]


def due_day(timing: Mapping[str, Any]) -> date | None:
    """The one day that a mark keeps: the last of a task's milestones, the first of what comes again and again."""
    days = sorted(day for day in map(day_of, timing.get("due") or []) if day)
    if not days:
        return None
    return days[0] if timing.get("kind") == "periodic" else days[-1]


def day_of(told: Any) -> date | None:
    """A day as JSON tells it; None for anything else."""
    try:
        return date.fromisoformat(str(told))
    except ValueError:
        return None


def header_of(told: Mapping[str, Any], text: str) -> dict[str, Any]:
    """What a reading says of the document itself, in JSON, with the place of each part in the text."""
    said = {name: told.get(name) for name in HEADER}
    money = told.get("funding") or []
    said["funding"] = "\n".join(str(one.get("text") or "") for one in money) if isinstance(money, list) else money
    said["reports"] = [_report(report, text) for report in told.get("reports") or []]
    given = told.get("source") or {}
    places = {name: sound(given.get(name) or [], text) or _sought(name, said[name], text) for name in HEADER}
    said["source"] = {name: spans for name, spans in places.items() if spans}
    said["confidence"] = told.get("confidence") if isinstance(told.get("confidence"), Mapping) else {}
    return said


def _sought(name: str, value: Any, text: str) -> Spans:
    if name in {"kind", "date"} or not value:  # said in other words than those that stand there
        return []
    if isinstance(value, Mapping):
        value = value.get("name") or ""
    lines = value if isinstance(value, list) else [value]
    return [span for line in lines for span in place_of(text, str(line))]


def _report(report: Mapping[str, Any], text: str) -> dict[str, Any]:
    source = report.get("source") or {}
    spans = source.get("text") if isinstance(source, Mapping) else source
    kept: dict[str, Any] = {name: _in_line(report.get(name)) for name in ("text", "from", "to", "via")}
    kept["timing"] = dict(report.get("timing") or {})
    kept["source"] = sound(spans or [], text) or place_of(text, str(kept["text"]))
    kept["confidence"] = report.get("confidence")
    return kept


def _in_line(value: Any) -> str:
    return joined(value) if isinstance(value, list) else str(value or "")


def how_sure(confidence: float | None) -> str:
    """A word for a number: people compare words sooner than hundredths."""
    if confidence is None:
        return "hand"
    return "sure" if confidence >= SURE else "fairly" if confidence >= FAIRLY_SURE else "unsure"


@dataclass(frozen=True)
class Thread:
    """A stretch of the text that says something: of which task or which part of the header, and what of it."""

    start: int
    end: int
    mark: str
    part: str


@dataclass(frozen=True)
class Patch:
    """A piece of a line and all that it says; `first` names the tasks of which this is the first piece."""

    text: str
    marks: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    first: tuple[str, ...] = ()


def woven(lines: Iterable[tuple[int, int, str]], threads: Iterable[Thread]) -> list[list[Patch]]:
    """Each line (start, end, words) cut wherever a thread begins or ends; threads may lie over one another."""
    waiting = sorted(threads, key=lambda thread: (thread.start, thread.end))
    seen: set[str] = set()
    found, at, open_ = [], 0, list[Thread]()
    for start, end, words in lines:
        while at < len(waiting) and waiting[at].start < end:
            open_.append(waiting[at])
            at += 1
        open_ = [thread for thread in open_ if thread.end > start]
        found.append(_patches(start, end, words, open_, seen))
    return found


def _patches(start: int, end: int, words: str, threads: list[Thread], seen: set[str]) -> list[Patch]:
    cuts = {start, end} | {at for thread in threads for at in (thread.start, thread.end) if start < at < end}
    edges = sorted(cuts)
    patches = []
    for a, b in pairwise(edges):
        over = [thread for thread in threads if thread.start < b and a < thread.end]
        marks = tuple(dict.fromkeys(thread.mark for thread in over))
        first = tuple(mark for mark in marks if mark not in seen)
        seen.update(first)
        patches.append(Patch(words[a - start : b - start], marks, tuple(sorted({t.part for t in over})), first))
    return patches
