"""The leader's page for one plan: who, what, when, how far; and the same on paper."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.overview import access, queries
from dinhlang.apps.overview.forms import WordsForm
from dinhlang.apps.overview.views.files import as_file
from dinhlang.apps.plans import public as plans
from dinhlang.apps.tasks import public as tasks
from dinhlang.base import clock
from dinhlang.base.guard import guarded
from dinhlang.base.listing import page_of
from dinhlang.pure.drafting import COUNTRY, MOTTO

COLUMNS, COLUMNS_ON_PAPER = 8, 10
"""Eight tasks beside a name of two lines are what a window of 1240 pixels shows without being pushed."""
BODIES, BODIES_ON_PAPER = 25, 200
CHIPS = {
    "": _("Mọi đơn vị"),
    "late": _("Có việc quá hạn"),
    "submitted": _("Có việc chờ duyệt"),
    "open": _("Còn việc phải làm"),
    "accepted": _("Có việc đã xong"),
}
HEADER = [_("Đơn vị"), _("Việc"), _("Vai trò"), _("Tình trạng"), _("Hạn"), _("Quá hạn"), _("Gửi ngày"), _("Xong ngày")]


@guarded(access.may_look)
def plan(request: HttpRequest, pk: int) -> HttpResponse:
    """The heat map of bodies × tasks, the months, the counts."""
    return render(request, "overview/plan.html", _context(request, pk, size=BODIES, columns=COLUMNS))


@guarded(access.may_look)
def paper(request: HttpRequest, pk: int) -> HttpResponse:
    """The same on A4 across, under the national heading."""
    context = _context(request, pk, size=BODIES_ON_PAPER, columns=COLUMNS_ON_PAPER)
    one = context["plan"]
    heading = {"country": COUNTRY, "motto": MOTTO, "issuer": one.issuer.full_name}
    return render(request, "overview/plan_paper.html", {**context, **heading})


def _context(request: HttpRequest, pk: int, *, size: int, columns: int) -> dict[str, Any]:
    today, person = clock.today(), request.user
    one = plans.plan_for(person, pk)
    seen = queries.seen_of(one, paths=access.paths_within(person, one))
    form, state = WordsForm(request.GET), _state(request)
    found = queries.bodies_of(seen, q=form.words, state=state, on=today)
    bodies = page_of(request, queries.numbers_of(found), size=size)
    across = Paginator(seen.tasks, columns).get_page(request.GET.get("cot"))
    counts = queries.counts_by_task(seen, on=today)
    numbered = list(enumerate(seen.tasks, 1))
    return {
        "plan": one,
        "today": today,
        "form": form,
        "state": state,
        "chips": CHIPS.items(),
        "page": bodies,
        "across": across,
        "columns": numbered[across.start_index() - 1 if seen.tasks else 0 : across.end_index()],
        "rows": queries.heat_map(seen, queries.bodies_by(bodies), list(across), on=today),
        "tasks": [(number, task, counts.get(task.pk, tasks.Counts())) for number, task in numbered],
        "sum": queries.sum_of(counts.values()),
        "timeline": queries.timeline_of(seen, counts, on=today, first=_month(request)),
        "months": queries.months_of(seen, on=today),
        "sees_all": seen.paths is None,
    }


def _month(request: HttpRequest) -> date | None:
    """From which month on the timeline is wanted: "2026-03"; nonsense asks for nothing."""
    try:
        return date.fromisoformat(f"{request.GET.get('tu-thang', '')}-01")
    except ValueError:
        return None


def _state(request: HttpRequest) -> str:
    asked = request.GET.get("xem", "")
    return asked if asked in queries.STATES else ""


@guarded(access.may_look)
def export(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Every part of the bodies that are listed, as a file."""
    today = clock.today()
    one = plans.plan_for(request.user, pk)
    seen = queries.seen_of(one, paths=access.paths_within(request.user, one))
    cells = queries.all_cells(seen, q=WordsForm(request.GET).words, state=_state(request), on=today)
    return as_file(request, f"ke-hoach-{one.pk}", HEADER, _rows(cells, today))


def _rows(cells: Any, today: Any) -> Iterator[list[Any]]:
    late = str(_("quá hạn"))
    for one in cells:
        told = [one.unit.full_name, one.task.title, one.get_part_display(), one.get_state_display()]
        yield [*told, one.due, late if one.is_late(today) else "", one.submitted_on, one.finished_on]
