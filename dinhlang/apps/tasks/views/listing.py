"""Lists: the parts that my bodies owe, and the tasks that they handed out."""

from typing import Any

from django.db.models import F, QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict, StreamingHttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.plans import public as plans
from dinhlang.apps.tasks import access, queries
from dinhlang.apps.tasks.forms import FilterForm
from dinhlang.apps.tasks.tables import as_csv
from dinhlang.base import clock
from dinhlang.base.guard import guarded
from dinhlang.base.listing import PAGE_SIZES, page_of, sorted_by

PART_COLUMNS = {
    "due": "due",
    "title": "task__title",
    "unit": "unit__sort_key",
    "state": "state",
    "sent": "submitted_on",
}
TASK_COLUMNS = {"due": "due", "title": "title", "handed": "handed_out_at"}
PART_CHIPS = [("open", _("Còn phải làm")), ("submitted", _("Chờ duyệt")), ("accepted", _("Đã xong")), ("", _("Tất cả"))]
TASK_CHIPS = [("open", _("Chưa xong")), ("submitted", _("Chờ duyệt")), ("accepted", _("Đã xong")), ("", _("Tất cả"))]
DAYS = {"due", "submitted_on"}


@guarded(access.may_look)
def listing(request: HttpRequest) -> HttpResponse:
    """What my bodies owe, or what they handed out."""
    tabs = _tabs_of(request)
    show = {"giao": _handed_out, "phan": _others_owe}.get(_tab(request, tabs), _owed)
    context = {"tabs": tabs, "today": clock.today(), "sizes": PAGE_SIZES, **show(request)}
    return render(request, "tasks/listing.html", context)


def _owed(request: HttpRequest) -> dict[str, Any]:
    """Part by part."""
    found, today = access.mine_to_do(request.user), clock.today()
    form = FilterForm(asked_of(request), plans=_plans(found.order_by().values("task")))
    rows, sort = in_order(request, queries.filtered(found, **form.wanted, on=today))
    return {
        "tab": "toi",
        "everything": found,
        "chips": PART_CHIPS,
        "form": form,
        "sort": sort,
        "page": page_of(request, rows.select_related("unit", "task__plan"), size=size_of_page(request)),
        "late": found.overdue(on=today).count(),
        "is_filtered": _is_narrowed(form),
    }


def _handed_out(request: HttpRequest) -> dict[str, Any]:
    """Task by task, with how many of how many are done."""
    handed_out, today = access.tasks_of_mine(request.user), clock.today()
    form = FilterForm(asked_of(request), plans=_plans(handed_out.order_by().values("pk")))
    rows, sort = in_order(request, queries.filtered_tasks(handed_out, **form.wanted, on=today), TASK_COLUMNS)
    page = page_of(request, rows.select_related("plan"), size=size_of_page(request))
    counts = queries.progress_of_tasks([task.pk for task in page], on=today)
    return {
        "tab": "giao",
        "everything": handed_out,
        "chips": TASK_CHIPS,
        "form": form,
        "sort": sort,
        "page": page,
        "rows": [(task, counts.get(task.pk, queries.Counts())) for task in page],
        "late": access.mine_to_see_to(request.user).overdue(on=today).count(),
        "is_filtered": _is_narrowed(form),
    }


def _others_owe(request: HttpRequest) -> dict[str, Any]:
    """What others owe to the person's bodies, part by part: many are chosen here at once."""
    found, today = access.mine_to_see_to(request.user), clock.today()
    form = FilterForm(asked_of(request), plans=_plans(found.order_by().values("task")))
    rows, sort = in_order(request, queries.filtered(found, **form.wanted, on=today))
    return {
        "tab": "phan",
        "everything": found,
        "chips": PART_CHIPS,
        "form": form,
        "sort": sort,
        "page": page_of(request, rows.select_related("unit", "task__plan"), size=size_of_page(request)),
        "late": found.overdue(on=today).count(),
        "is_filtered": _is_narrowed(form),
    }


def asked_of(request: HttpRequest) -> QueryDict:
    """What is asked of a list; who asks for no state sees what is still open."""
    asked = request.GET.copy()
    asked.setdefault("state", "open")
    return asked


def _is_narrowed(form: FilterForm) -> bool:
    """Whether more was asked for than what is open, or everything."""
    wanted = form.wanted
    return bool(wanted["q"] or wanted["plan"] or wanted["state"] not in {"open", ""})


@guarded(access.may_look)
def export(request: HttpRequest) -> StreamingHttpResponse:
    """The same list, all of it, part by part, as a file."""
    is_issuers = _tab(request, _tabs_of(request)) in {"giao", "phan"}
    found = access.mine_to_see_to(request.user) if is_issuers else access.mine_to_do(request.user)
    form = FilterForm(asked_of(request), plans=_plans(found.order_by().values("task")))
    today = clock.today()
    rows, _sort = in_order(request, queries.filtered(found, **form.wanted, on=today))
    lines = as_csv(rows.select_related("unit", "task__plan").iterator(chunk_size=500), on=today)
    answer = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="nhiem-vu-{today:%Y-%m-%d}.csv"'
    return answer


def _tabs_of(request: HttpRequest) -> list[str]:
    """The lists that this person may have."""
    may = {"toi": access.may_tell_somewhere, "giao": access.may_decide_somewhere, "phan": access.may_decide_somewhere}
    return [name for name, question in may.items() if question(request.user)]


def _tab(request: HttpRequest, tabs: list[str]) -> str:
    asked = request.GET.get("xem", "")
    return asked if asked in tabs else [*tabs, "toi"][0]


def _plans(tasks: QuerySet[Any]) -> QuerySet[plans.Plan]:
    """The latest plans of which there is something on the list."""
    return plans.Plan.objects.filter(tasks__in=tasks).distinct().order_by("-adopted_at", "-pk")[:50]


def size_of_page(request: HttpRequest) -> int:
    """As many as asked for, if that is one of the sizes."""
    asked = request.GET.get("size", "")
    return int(asked) if asked in {str(size) for size in PAGE_SIZES} else PAGE_SIZES[0]


def in_order(
    request: HttpRequest, rows: QuerySet[Any], columns: dict[str, str] = PART_COLUMNS
) -> tuple[QuerySet[Any], str]:
    """Sorted as asked; what has no day comes last, on either database."""
    rows, sort = sorted_by(request, rows, columns, default="due")
    name = columns[sort.lstrip("-")]
    if name in DAYS:
        column = F(name).desc(nulls_last=True) if sort.startswith("-") else F(name).asc(nulls_last=True)
        rows = rows.order_by(column, "pk")
    return rows, sort
