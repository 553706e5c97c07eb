"""Counting: every part of the work that is owed falls into exactly one heap, and each heap keeps what it counted."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

BUCKETS = ("done", "checking", "doing", "late", "waiting")
"""Accepted; submitted and not yet accepted; under way; overdue; not begun and not yet due."""

Figures = dict[str, Any]


@dataclass(frozen=True)
class Standing:
    """How one body stood with one task at the end of the day."""

    assignment: int
    task: int
    task_title: str
    task_due: date | None
    unit: int
    unit_name: str
    state: str
    due: date | None
    evidence: tuple[int, ...] = field(default=())


def bucket(state: str, due: date | None, day: date) -> str:
    """The heap of a part of the work. What was handed in waits for others, so its doer is no longer late."""
    if state == "accepted":
        return "done"
    if state == "submitted":
        return "checking"
    if due is not None and due < day:
        return "late"
    return "waiting" if state == "waiting" else "doing"


def count(standings: Iterable[Standing], *, day: date) -> Figures:
    """All figures of a plan as of a day, each with the numbers of what it counted."""
    rows = list(standings)
    heaps: dict[str, list[Standing]] = {name: [] for name in BUCKETS}
    for row in rows:
        heaps[bucket(row.state, row.due, day)].append(row)
    return {
        "day": day.isoformat(),
        "owed": _counted(row.assignment for row in rows),
        **{name: _counted(row.assignment for row in heap) for name, heap in heaps.items()},
        "bodies": _counted(dict.fromkeys(row.unit for row in rows)),
        "late_bodies": _counted(dict.fromkeys(row.unit for row in heaps["late"])),
        "evidence": _counted(piece for row in rows for piece in row.evidence),
        "tasks": _tasks(rows, day),
    }


def _counted(ids: Iterable[int]) -> dict[str, Any]:
    found = list(ids)
    return {"n": len(found), "ids": found}


def _tasks(rows: list[Standing], day: date) -> list[Figures]:
    by_task: dict[int, list[Standing]] = {}
    for row in rows:
        by_task.setdefault(row.task, []).append(row)
    return [_task(group, day) for group in by_task.values()]


def _task(group: list[Standing], day: date) -> Figures:
    heaps = {name: [row for row in group if bucket(row.state, row.due, day) == name] for name in BUCKETS}
    first = group[0]
    return {
        "id": first.task,
        "title": first.task_title,
        "due": first.task_due.isoformat() if first.task_due else None,
        "owed": _counted(row.assignment for row in group),
        **{name: len(heap) for name, heap in heaps.items()},
        "late_names": [row.unit_name for row in heaps["late"]],
        "next_due": _next_due(heaps["doing"] + heaps["waiting"]),
    }


def _next_due(rows: list[Standing]) -> str | None:
    days = [row.due for row in rows if row.due is not None]
    return min(days).isoformat() if days else None


COMPARED = ("owed", *BUCKETS, "bodies", "evidence")


def changed(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The figures that are no longer what they were."""
    pairs = ((name, before[name]["n"], after[name]["n"]) for name in COMPARED)
    return [{"figure": name, "before": old, "after": new} for name, old, new in pairs if old != new]
