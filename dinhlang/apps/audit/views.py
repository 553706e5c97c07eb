"""The page of the record."""

from datetime import date, datetime, time, timedelta
from typing import Any, cast

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from dinhlang.apps.audit import access, queries
from dinhlang.apps.audit.forms import RecordFilter
from dinhlang.apps.audit.models import Entry
from dinhlang.apps.people import public as people
from dinhlang.base import clock
from dinhlang.base.guard import anyone, signed_in
from dinhlang.base.listing import page_of
from dinhlang.pure.viet import fold

USUAL_DAYS = 30
MOST = 1000
"""Counting a province's month takes longer than reading a page of it; what is older is found by a narrower question."""


@signed_in
def record(request: HttpRequest) -> HttpResponse:
    """Who did what, when and why: of the latest thirty days unless asked otherwise."""
    person = cast(people.Person, request.user)
    _tell_whose_record(request, person)
    form = RecordFilter({**_usual(request), **request.GET.dict()})
    form.is_valid()
    entries = _chosen(access.entries_for(person), form.cleaned_data)
    page = page_of(request, entries[:MOST])
    context = {
        "form": form,
        "page": page,
        "most": MOST if page.paginator.count == MOST else None,
        "may_read_of_others": access.may_read_of_others(person),
    }
    return render(request, "audit/record.html", context)


def _tell_whose_record(request: HttpRequest, reader: people.Person) -> None:
    """The record of one account tells what its mail and telephone were: the person may know who read it."""
    key = request.GET.get("key", "")
    if request.GET.get("type") != people.Person._meta.label or not key.isdecimal() or len(key) > 18:
        return
    about = people.Person.objects.filter(pk=key).first()
    if about is not None and access.may_read_of_others(reader):
        people.tell_seen(about, by=reader, page="record", why=people.Word.AUDIT_READ, now=clock.now())


@anyone("a seal tells nothing of what it seals, and only what many have seen can be checked later")
def seals(request: HttpRequest) -> HttpResponse:
    """The seal of each day, latest first."""
    return render(request, "audit/seals.html", {"page": page_of(request, queries.seals()), "last": queries.head()})


def _usual(request: HttpRequest) -> dict[str, str]:
    """One thing's history is shown whole; the record of all only of late, or counting it would take long."""
    if request.GET.get("key"):
        return {}
    return {"begins": f"{clock.today() - timedelta(days=USUAL_DAYS):%d/%m/%Y}"}


def _chosen(entries: QuerySet[Entry], chosen: dict[str, Any]) -> QuerySet[Entry]:
    if chosen.get("begins"):
        entries = entries.filter(moment__gte=_start(chosen["begins"]))
    if chosen.get("ends"):
        entries = entries.filter(moment__lt=_start(chosen["ends"] + timedelta(days=1)))
    if chosen.get("act"):
        entries = entries.filter(act=chosen["act"])
    if chosen.get("key"):
        entries = entries.filter(thing_type=chosen.get("type", ""), thing_key=chosen["key"])
    for word in fold(chosen.get("actor", "")).split():
        entries = entries.filter(actor__search_text__contains=word)
    for word in fold(chosen.get("thing", "")).split():
        entries = entries.filter(search_text__contains=word)
    return entries.select_related("actor", "unit").order_by("-moment", "-pk")


def _start(day: date) -> datetime:
    """Midnight, where the house stands."""
    return timezone.make_aware(datetime.combine(day, time.min))
