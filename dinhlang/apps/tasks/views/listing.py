"""Lists of parts: what my bodies owe, and what others owe to them."""

from typing import Any

from django.db.models import F, QuerySet
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render

from dinhlang.apps.plans import public as plans
from dinhlang.apps.tasks import access, queries
from dinhlang.apps.tasks.forms import FilterForm
from dinhlang.apps.tasks.models import Assignment, AssignmentQuerySet
from dinhlang.apps.tasks.tables import as_csv
from dinhlang.base import clock
from dinhlang.base.guard import guarded
from dinhlang.base.listing import page_of, sorted_by

COLUMNS = {
    "due": "due",
    "title": "task__title",
    "unit": "unit__sort_key",
    "state": "state",
    "sent": "submitted_on",
}


@guarded(access.may_look)
def listing(request: HttpRequest) -> HttpResponse:
    """My parts, or those that I handed out."""
    tab, found = _tab(request)
    form = FilterForm(request.GET, plans=_plans(found))
    today = clock.today()
    rows, sort = in_order(request, queries.filtered(found, **form.wanted, on=today))
    context: dict[str, Any] = {
        "tab": tab,
        "tabs": _tabs_of(request),
        "form": form,
        "sort": sort,
        "today": today,
        "page": page_of(request, with_names(rows), size=form.page_size),
        "late": found.overdue(on=today).count(),
        "is_filtered": any(form.wanted.values()),
    }
    return render(request, "tasks/listing.html", context)


@guarded(access.may_look)
def export(request: HttpRequest) -> StreamingHttpResponse:
    """The same list, all of it, as a file."""
    _tab_name, found = _tab(request)
    form = FilterForm(request.GET, plans=_plans(found))
    today = clock.today()
    rows, _sort = in_order(request, queries.filtered(found, **form.wanted, on=today))
    lines = as_csv(with_names(rows).iterator(chunk_size=500), on=today)
    answer = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="nhiem-vu-{today:%Y-%m-%d}.csv"'
    return answer


def _tab(request: HttpRequest) -> tuple[str, AssignmentQuerySet]:
    """Which of the two lists is asked for, and what is on it."""
    tabs = _tabs_of(request)
    tab = request.GET.get("xem", "")
    if tab not in tabs:
        tab = tabs[0] if tabs else "toi"
    return tab, access.mine_to_see_to(request.user) if tab == "giao" else access.mine_to_do(request.user)


def _tabs_of(request: HttpRequest) -> list[str]:
    may = {"toi": access.may_tell_somewhere, "giao": access.may_decide_somewhere}
    return [name for name, question in may.items() if question(request.user)]


def _plans(found: AssignmentQuerySet) -> QuerySet[plans.Plan]:
    """The latest plans of which there is something on the list."""
    listed = plans.Plan.objects.filter(tasks__in=found.order_by().values("task")).distinct()
    return listed.order_by("-adopted_at", "-pk")[:50]


def with_names(rows: QuerySet[Assignment]) -> QuerySet[Assignment]:
    return rows.select_related("unit", "task__plan")


def in_order(request: HttpRequest, rows: QuerySet[Assignment]) -> tuple[QuerySet[Assignment], str]:
    """Sorted as asked; what has no day comes last, on either database."""
    rows, sort = sorted_by(request, rows, COLUMNS, default="due")
    name = COLUMNS[sort.lstrip("-")]
    if name in {"due", "submitted_on"}:
        column = F(name).desc(nulls_last=True) if sort.startswith("-") else F(name).asc(nulls_last=True)
        rows = rows.order_by(column, "pk")
    return rows, sort
