"""What the pages of reports show: lists, figures with their names, and the very things that a figure counted."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.plans import public as plans
from dinhlang.apps.reports import rules
from dinhlang.apps.reports.models import Report, ReportQuerySet
from dinhlang.apps.reports.queries.gathering import names_on
from dinhlang.apps.tasks import public as tasks


def reports_of_plan(plan: plans.Plan, *, among: ReportQuerySet) -> ReportQuerySet:
    """The reports on a plan, latest day first."""
    return among.filter(plan=plan).for_lists().order_by("-as_of", "-pk")


def listed(reports: ReportQuerySet, *, state: str = "", year: int | None = None) -> ReportQuerySet:
    """For a list: only of a state, of a year; latest day first."""
    if state:
        reports = reports.filter(state=state)
    if year is not None:
        reports = reports.filter(as_of__year=year)
    return reports.for_lists().order_by("-as_of", "-pk")


def years_of(reports: ReportQuerySet) -> list[int]:
    """The years of the reports, latest first."""
    return [day.year for day in reports.order_by().dates("as_of", "year", order="DESC")]


@dataclass(frozen=True)
class Counted:
    """One thing that a figure counted, as a row of its list."""

    title: str
    detail: Any
    url: str = ""
    due: date | None = None
    mark: str = ""
    word: Any = ""


NAMES = {
    "owed": _("Phần việc"),
    "done": _("Đã hoàn thành"),
    "checking": _("Chờ duyệt"),
    "doing": _("Đang làm"),
    "waiting": _("Chưa bắt đầu"),
    "late": _("Quá hạn"),
    "bodies": _("Đơn vị được giao"),
    "evidence": _("Minh chứng"),
}
MARKS = {"done": "done", "checking": "waiting", "doing": "doing", "waiting": "none", "late": "late"}


def figures_shown(report: Report) -> dict[str, Any]:
    """The figures as the page shows them: each with its name, and the tasks as rows."""
    kept = report.figures
    return {
        "day": report.as_of,
        "stats": [(name, kept[name]["n"], NAMES[name]) for name in ("owed", "bodies", "evidence")],
        "heaps": [(name, kept[name]["n"], NAMES[name], MARKS[name]) for name in rules.BUCKETS],
        "meter": {name: kept[name]["n"] for name in rules.BUCKETS},
        "tasks": [_task_shown(task) for task in kept["tasks"]],
    }


def _task_shown(task: dict[str, Any]) -> dict[str, Any]:
    due = date.fromisoformat(task["due"]) if task["due"] else None
    return {**task, "figure": f"task-{task['id']}", "due": due, "owed": task["owed"]["n"]}


def changes_shown(report: Report) -> list[tuple[Any, int, int]]:
    """What changed when the draft was last gathered again: name, before, after."""
    return [(NAMES[one["figure"]], one["before"], one["after"]) for one in report.changes]


def heading_of(report: Report, figure: str) -> Any:
    """What a figure is called; None if the report has no such figure."""
    if figure in NAMES:
        return NAMES[figure]
    return next((task["title"] for task in report.figures["tasks"] if f"task-{task['id']}" == figure), None)


def counted_in(report: Report, figure: str) -> list[int]:
    """The numbers of what a figure counted, as frozen in the report."""
    if figure.startswith("task-"):
        return next((task["owed"]["ids"] for task in report.figures["tasks"] if f"task-{task['id']}" == figure), [])
    return list(report.figures.get(figure, {}).get("ids", []))


def rows_counted(report: Report, figure: str, ids: Iterable[int]) -> list[Counted]:
    """What a figure counted, as rows in the order of counting."""
    rows_of = {"bodies": _bodies, "evidence": _evidence}.get(figure, _parts)
    rows = rows_of(report, list(ids))
    return [rows[pk] for pk in ids if pk in rows]


def _parts(report: Report, ids: list[int]) -> dict[int, Counted]:
    heap_of = {pk: name for name in rules.BUCKETS for pk in report.figures[name]["ids"]}
    found = tasks.Assignment.objects.select_related("unit", "task").in_bulk(ids)
    names = names_on([part.unit_id for part in found.values()], day=report.as_of)
    return {
        pk: Counted(
            title=names.get(part.unit_id, part.unit.full_name),
            detail=part.task.title,
            url=reverse("tasks:assignment", args=[pk]),
            due=part.due,
            mark=MARKS[heap_of[pk]],
            word=NAMES[heap_of[pk]],
        )
        for pk, part in found.items()
        if pk in heap_of
    }


def _evidence(report: Report, ids: list[int]) -> dict[int, Counted]:
    sent = tasks.Evidence.objects.select_related("file", "progress__assignment__unit", "progress__assignment__task")
    found = sent.in_bulk(ids)
    names = names_on([one.progress.assignment.unit_id for one in found.values()], day=report.as_of)
    return {
        pk: Counted(
            title=str(one),
            detail=f"{names.get(part.unit_id, part.unit.full_name)} · {part.task.title}",
            url=reverse("tasks:assignment", args=[part.pk]),
        )
        for pk, one in found.items()
        if (part := one.progress.assignment)
    }


def _bodies(report: Report, ids: list[int]) -> dict[int, Counted]:
    owed = tasks.Assignment.objects.filter(pk__in=report.figures["owed"]["ids"], unit__in=ids).order_by()
    counts = dict(owed.values_list("unit").annotate(n=Count("pk")))
    late = set(report.figures["late_bodies"]["ids"])
    return {
        pk: Counted(
            title=name,
            detail=_("%(n)s phần việc") % {"n": counts.get(pk, 0)},
            mark="late" if pk in late else "",
            word=NAMES["late"] if pk in late else "",
        )
        for pk, name in names_on(ids, day=report.as_of).items()
    }
