"""The page of the record."""

from datetime import timedelta
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from dinhlang.apps.audit import access, actions, queries
from dinhlang.apps.audit.forms import RecordFilter
from dinhlang.apps.people import public as people
from dinhlang.base import clock
from dinhlang.base.guard import anyone, signed_in
from dinhlang.base.listing import page_of

USUAL_DAYS = 30
MOST = 1000
"""Counting a province's month takes longer than reading a page of it; what is older is found by a narrower question."""


@signed_in
def record(request: HttpRequest) -> HttpResponse:
    """Who did what, when and why: of the latest thirty days unless asked otherwise."""
    person = cast(people.Person, request.user)
    actions.tell_whose_record(request.GET.get("type", ""), request.GET.get("key", ""), reader=person, now=clock.now())
    form = RecordFilter({**_usual(request), **request.GET.dict()})
    form.is_valid()
    entries = queries.chosen(access.entries_for(person), form.cleaned_data)
    page = page_of(request, entries[:MOST])
    context = {
        "form": form,
        "page": page,
        "most": MOST if page.paginator.count == MOST else None,
        "may_read_of_others": access.may_read_of_others(person),
    }
    return render(request, "audit/record.html", context)


@anyone("a seal tells nothing of what it seals, and only what many have seen can be checked later")
def seals(request: HttpRequest) -> HttpResponse:
    """The seal of each day, latest first."""
    return render(request, "audit/seals.html", {"page": page_of(request, queries.seals()), "last": queries.head()})


def _usual(request: HttpRequest) -> dict[str, str]:
    """One thing's history is shown whole; the record of all only of late, or counting it would take long."""
    if request.GET.get("key"):
        return {}
    return {"begins": f"{clock.today() - timedelta(days=USUAL_DAYS):%d/%m/%Y}"}
