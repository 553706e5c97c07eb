"""A checked document in the form of a gold reading, as `docs/reference/reading.md` tells it. Plain Python."""

from collections.abc import Iterable, Mapping
from typing import Any

from dinhlang.apps.intake.rules.reading import parted

_TIMING = ("text", "kind", "start", "due")
_NO_TIME: dict[str, Any] = {"text": None, "kind": "none", "start": None, "due": []}
_WHO = ("from", "to", "via")


def gold(
    facts: Mapping[str, Any], said: Mapping[str, Any], marks: Iterable[Any], *, is_header_checked: bool = True
) -> dict[str, Any]:
    """What a person confirmed of the header (`facts`, `said`), of each task and each standing duty to report.

    What nobody looked at is no gold: a header is left out whole, a duty to report one by one, and `checked` tells so.
    """
    marks, reports = list(marks), list(said.get("reports") or [])
    looked_at = [mark for mark in marks if not mark.waits]
    told = [report for report in reports if report.get("checked")]
    return {
        **(_header(facts, said) if is_header_checked else {}),
        "tasks": [_task(mark) for mark in looked_at],
        "reports": [_told_report(report) for report in told],
        "checked": {
            "header": is_header_checked,
            "tasks": len(looked_at),
            "tasks_left": len(marks) - len(looked_at),
            "reports": len(told),
            "reports_left": len(reports) - len(told),
        },
    }


def _header(facts: Mapping[str, Any], said: Mapping[str, Any]) -> dict[str, Any]:
    return {
        **facts,
        "place": said.get("place") or None,
        "superior": said.get("superior") or None,
        "signer": said.get("signer") or {"authority": None, "title": None, "name": None},
        "bases": list(said.get("bases") or []),
        "recipients": list(said.get("recipients") or []),
        "funding": said.get("funding") or None,
    }


def _task(mark: Any) -> dict[str, Any]:
    return {
        "path": mark.label,
        "text": mark.text,
        "leads": parted(mark.lead_words),
        "advisers": parted(mark.adviser_words),
        "partners": parted(mark.partner_words),
        "timing": timing_of(mark),
    }


def timing_of(mark: Any) -> dict[str, Any]:
    """When, in four parts; a day that a person set by hand stands instead of what was understood."""
    told = dict(mark.details.get("timing") or {})
    if not mark.time_words and mark.due is None:
        return dict(_NO_TIME)
    timing = {**_NO_TIME, **{name: told[name] for name in _TIMING if told.get(name)}, "text": mark.time_words or None}
    if mark.due is None:
        timing["due"] = []
    elif mark.due.isoformat() not in timing["due"]:
        timing["due"] = [mark.due.isoformat()]
    if timing["due"] and timing["kind"] == "none":
        timing["kind"] = "dated"
    return timing


def _told_report(report: Mapping[str, Any]) -> dict[str, Any]:
    timing = report.get("timing") or {}
    kept: dict[str, Any] = {name: parted(str(report.get(name) or "")) for name in _WHO}
    kept["text"] = report.get("text") or None
    return {**kept, "timing": {**_NO_TIME, **{name: timing[name] for name in _TIMING if timing.get(name)}}}
