"""Phrases of time against real ones with their meaning (../shared/gold): right in kind, days and rhythm."""

import csv
import json
import os
import re
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.figures import Figures
from dinhlang.pure.dates import When, read_when, times_in

GOLD = Path(os.environ.get("DINHLANG_GOLD", Path(__file__).resolve().parents[2] / "shared" / "gold"))


def missing() -> bool:
    """Whether there is nothing to compare with; then the benchmark says nothing."""
    return not (GOLD / "time.tsv").exists()


def run(scale: float, figures: Figures) -> None:
    """SCALE times through the rows for the time it takes; once for what is right."""
    rows = list(_rows())
    begin = time.perf_counter()
    for _ in range(max(1, round(scale))):
        for row in rows:
            read_when(row["phrase"], date.fromisoformat(row["document_date"]))
    figures.add("phrases per second", len(rows) * max(1, round(scale)) / (time.perf_counter() - begin), "1/s")
    judged = [_judged(row) for row in rows]
    for name in ("kind", "due", "start", "recurrence", "all of it"):
        figures.add(f"right in {name}", sum(one[name] for one in judged) / len(rows), "share")
    for row, one in zip(rows, judged, strict=True):
        if not one["all of it"]:
            print(f"  wrong: {row['phrase']} [{row['document_date']}]")
    _prose(figures)


def _rows() -> Iterator[dict[str, str]]:
    with (GOLD / "time.tsv").open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def _judged(row: dict[str, str]) -> dict[str, bool]:
    when = read_when(row["phrase"], date.fromisoformat(row["document_date"]))
    due = ",".join(day.isoformat() for day in when.due) or "-"
    start = when.start.isoformat() if when.start else "-"
    right = {
        "kind": when.kind == row["kind"],
        "due": due == row["due"],
        "start": start == row["start"] or {start, row["start"]} == {"-", due},  # a single day may stand as its start
        "recurrence": (when.recurrence or "-") == row["recurrence"],
    }
    return {**right, "all of it": all(right.values())}


def _prose(figures: Figures) -> None:
    """How many of the times that people marked in whole documents are found and read as they were."""
    found = wanted = 0
    for path in sorted((GOLD / "readings").glob("*.json")):
        reading = json.loads(path.read_text(encoding="utf-8"))
        text = (GOLD / "documents" / f"{path.stem}.txt").read_text(encoding="utf-8")
        on = date.fromisoformat(reading["date"]) if reading["date"] else None
        places = times_in(text)
        for item in reading["tasks"] + reading["reports"]:
            timing = item["timing"] or {}
            marks = _marks(text, timing)
            near = [place for place in places if any(a < place.end and place.start < b for a, b in marks)]
            wanted += bool(marks)
            found += any(_same(read_when(text[place.start : place.end], on), timing) for place in near)
    if wanted:
        figures.add("times in documents found and read alike", found / wanted, "share")


def _marks(text: str, timing: dict[str, Any]) -> list[tuple[int, int]]:
    words = (timing.get("text") or "").split("; ")[0].split()
    pattern = r"[\s*|#\\]*".join(map(re.escape, words))
    return [match.span() for match in re.finditer(pattern, text)] if words else []


def _same(when: When, timing: dict[str, Any]) -> bool:
    unknown = not when.due and when.kind == timing["kind"]
    return when.kind == timing["kind"] and (unknown or [day.isoformat() for day in when.due] == sorted(timing["due"]))
