"""The body of the official document that a report becomes: sections, and a compact table of the tasks."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from dinhlang.apps.reports.rules.wording import Subject, opening, short
from dinhlang.pure.drafting import Block, Heading, Level, Paragraph, Table
from dinhlang.pure.viet import number, short_day

HEADINGS = {
    "results": "Kết quả thực hiện",
    "shortcomings": "Tồn tại, hạn chế",
    "directions": "Phương hướng thời gian tới",
}


def body(
    subject: Subject, *, period: str, sections: Mapping[str, str], figures: Mapping[str, Any]
) -> tuple[Block, ...]:
    """I. Kết quả (with the table), II. Tồn tại, III. Phương hướng, after an opening sentence."""
    return (
        Paragraph(opening(subject, period=period)),
        *(block for name in HEADINGS for block in _section(name, sections[name], figures)),
    )


def _section(name: str, text: str, figures: Mapping[str, Any]) -> Iterator[Block]:
    yield Heading(Level.ROMAN, HEADINGS[name])
    yield from (Paragraph(line.strip()) for line in text.splitlines() if line.strip())
    if name == "results" and figures["tasks"]:
        yield task_table(figures)


def task_table(figures: Mapping[str, Any]) -> Table:
    """One row for each task: how many of how many are done, how many are late."""
    return Table(
        header=("TT", "Nhiệm vụ", "Thời hạn", "Đã xong", "Quá hạn"),
        rows=tuple(_row(place, task) for place, task in enumerate(figures["tasks"], 1)),
        widths=(7, 51, 16, 13, 13),
    )


def _row(place: int, task: Mapping[str, Any]) -> tuple[str, ...]:
    due = short_day(date.fromisoformat(task["due"])) if task["due"] else ""
    of_all = f"{number(task['done'])}/{number(task['owed']['n'])}"
    return (str(place), short(task["title"]), due, of_all, number(task["late"]) if task["late"] else "")
