"""A year's days off with where each comes from, and the two acts of who amends them."""

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from dinhlang.apps.calendar import access, actions, queries
from dinhlang.apps.calendar.forms import DayForm, WithdrawForm
from dinhlang.apps.calendar.rules import YEARS
from dinhlang.apps.people import public as people
from dinhlang.base import clock
from dinhlang.base.guard import guarded
from dinhlang.base.listing import key_of
from dinhlang.base.refusal import Refusal


def _page_of(year: int) -> str:
    return f"{reverse('calendar:year')}?nam={year}"


@guarded(access.may_amend)
def year(request: HttpRequest) -> HttpResponse:
    """The days off of a year, and those worked in exchange."""
    asked = key_of(request.GET.get("nam", "")) or 0
    shown = asked if asked in YEARS else clock.today().year
    context = {
        "year": str(shown),
        "days": queries.year_of_days(shown),
        "withdrawn": queries.withdrawn_in(shown),
        "years": [(str(one), one == shown) for one in range(shown - 1, shown + 2) if one in YEARS],
    }
    return render(request, "calendar/year.html", context)


@guarded(access.may_amend)
def adding(request: HttpRequest) -> HttpResponse:
    """A day that was decided."""
    form = DayForm(request.POST or None, initial={"what": "off"})
    if request.method == "POST" and form.is_valid():
        try:
            line = actions.add_day(**form.cleaned_data, by=cast(people.Person, request.user), now=clock.now())
        except Refusal as refusal:
            refusal.beside(form)
        else:
            messages.success(request, _("Đã ghi. Các hạn chưa xong đếm theo ngày làm việc đang được tính lại."))
            return redirect(_page_of(line.day.year))
    return render(request, "calendar/adding.html", {"form": form})


@guarded(access.may_amend)
def withdrawing(request: HttpRequest, pk: int) -> HttpResponse:
    """A line that shall no longer count; once it does not, its page tells what became of it."""
    person = cast(people.Person, request.user)
    line = access.decided_day_for(person, pk)
    form = WithdrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.withdraw_day(line, reason=form.cleaned_data["reason"], by=person, now=clock.now())
        except Refusal as refusal:
            refusal.beside(form)
        else:
            messages.success(request, _("Đã rút. Ngày này lại theo lịch chung; các hạn chưa xong đang được tính lại."))
            return redirect(_page_of(line.day.year))
    context = {"line": line, "form": form, "back": _page_of(line.day.year), "counts": line.withdrawn_at is None}
    return render(request, "calendar/withdrawing.html", context)
