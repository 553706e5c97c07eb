"""What falls due, by week and by month; plain links, a table that becomes a list on a phone."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.overview import access, queries
from dinhlang.apps.overview.forms import WordsForm
from dinhlang.apps.overview.rules import month_after, week_of, weeks_of
from dinhlang.apps.overview.views.files import as_file
from dinhlang.base import clock
from dinhlang.base.guard import guarded
from dinhlang.base.listing import key_of
from dinhlang.look.days import WEEKDAYS

SHOWN = 3
HEADER = [_("Hạn"), _("Việc"), _("Kế hoạch"), _("Số đơn vị"), _("Xong"), _("Chờ duyệt"), _("Quá hạn")]


@guarded(access.may_look)
def calendar(request: HttpRequest) -> HttpResponse:
    """A month, or a week."""
    today, form = clock.today(), WordsForm(request.GET)
    day, is_week = _day(request, today), request.GET.get("xem") == "tuan"
    plan = key_of(request.GET.get("plan", ""))
    weeks = [week_of(day)] if is_week else weeks_of(day)
    due = queries.due_by_day(request.user, weeks[0][0], weeks[-1][-1], on=today, q=form.words, plan=plan)
    context = {
        "form": form,
        "day": day,
        "today": today,
        "is_week": is_week,
        "weekdays": WEEKDAYS,
        "weeks": [[_cell(one, due.get(one, []), day, is_week=is_week) for one in week] for week in weeks],
        "before": day - timedelta(days=7) if is_week else month_after(day, -1),
        "after": day + timedelta(days=7) if is_week else month_after(day, 1),
        "plans": queries.plans_with_days(request.user),
        "plan": plan,
        "number": sum(one.counts.total for found in due.values() for one in found),
    }
    return render(request, "overview/calendar.html", context)


def _cell(day: date, due: list[queries.Due], month: date, *, is_week: bool) -> dict[str, Any]:
    shown = due if is_week else due[:SHOWN]
    is_near = is_week or day.month == month.month
    return {"day": day, "due": shown, "more": len(due) - len(shown), "is_near": is_near}


def _day(request: HttpRequest, today: date) -> date:
    """The day that is asked for; nonsense, and years in which no plan falls due, ask for today."""
    try:
        asked = date.fromisoformat(request.GET.get("ngay", ""))
    except ValueError:
        return today
    return asked if 1990 <= asked.year <= 2200 else today


@guarded(access.may_look)
def export(request: HttpRequest) -> HttpResponseBase:
    """The month or the week as a file."""
    today, form = clock.today(), WordsForm(request.GET)
    day = _day(request, today)
    weeks = [week_of(day)] if request.GET.get("xem") == "tuan" else weeks_of(day)
    plan = key_of(request.GET.get("plan", ""))
    due = queries.due_by_day(request.user, weeks[0][0], weeks[-1][-1], on=today, q=form.words, plan=plan)
    return as_file(request, "lich", HEADER, _rows(due))


def _rows(due: dict[date, list[queries.Due]]) -> Iterator[list[Any]]:
    for day, found in due.items():
        for one in found:
            numbers = [one.counts.total, one.counts.done, one.counts.submitted, one.counts.late]
            yield [day, one.task.title, one.task.plan.name, *numbers]
