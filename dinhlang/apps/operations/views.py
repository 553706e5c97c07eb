"""How the house works: its state on one page, its jobs, and what a person decides about them."""

from collections.abc import Callable
from typing import Any, cast

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext as _
from prometheus_client import CONTENT_TYPE_LATEST

from dinhlang.apps.operations import access, actions, queries
from dinhlang.apps.operations.models import Job, JobState
from dinhlang.apps.people import public as people
from dinhlang.base import clock
from dinhlang.base.guard import anyone, guarded
from dinhlang.base.listing import page_of
from dinhlang.base.refusal import Refusal
from dinhlang.look.forms import ReasonForm

FEW = 8


@guarded(access.may_watch)
def house(request: HttpRequest) -> HttpResponse:
    """The state of the installation at a glance: what needs a person comes first."""
    now = clock.now()
    under_way = queries.under_way()
    context = {
        "facts": queries.facts_at(now),
        "waiting_for_a_person": queries.waiting_for_a_person(),
        "workers": [(worker, worker.is_silent(now)) for worker in queries.workers(now)],
        "has_worker": queries.has_worker(now),
        "under_way": under_way[:FEW],
        "more_under_way": max(0, under_way.count() - FEW),
        "planned": queries.planned(),
        "now": now,
    }
    return render(request, "operations/house.html", context)


@anyone("a monitor that shows the key of the settings; without one the page is not there")
def figures(request: HttpRequest) -> HttpResponse:
    """What a monitor reads, in Prometheus' form: no name of anyone, and nothing that people wrote."""
    shown = request.headers.get("Authorization", "").removeprefix("Bearer ")
    if not settings.METRICS_KEY or not constant_time_compare(shown, settings.METRICS_KEY):
        raise Http404
    return HttpResponse(queries.measured(clock.now()), content_type=CONTENT_TYPE_LATEST)


@guarded(access.may_watch)
def listing(request: HttpRequest) -> HttpResponse:
    """All jobs, by state."""
    asked = request.GET.get("tinh-trang", "")
    state = asked if asked in JobState.values else ""
    context = {"page": page_of(request, queries.jobs(state)), "state": state, "states": JobState.choices}
    return render(request, "operations/listing.html", context)


@guarded(access.may_watch)
def detail(request: HttpRequest, pk: int) -> HttpResponse:
    """One job: what it is, how it went, what was decided."""
    job = access.job_for(cast(people.Person, request.user), pk)
    return render(request, "operations/job.html", {"job": job, "is_given_up": job.state == JobState.GIVEN_UP})


@guarded(access.may_watch)
def rerun(request: HttpRequest, pk: int) -> HttpResponse:
    """Try a job again that was given up."""
    words = {"heading": _("Làm lại việc này"), "label": _("Làm lại"), "done": _("Đã xếp hàng lại; thợ sẽ làm ngay.")}
    words["text"] = _("Việc được thử lại từ đầu, với đủ số lần thử.")
    return _decided(request, pk, actions.rerun, words)


@guarded(access.may_watch)
def drop(request: HttpRequest, pk: int) -> HttpResponse:
    """Leave a job undone that was given up."""
    words = {"heading": _("Gác việc này lại"), "label": _("Gác lại"), "done": _("Đã gác lại.")}
    words["text"] = _("Việc sẽ không được làm nữa. Lần sau theo lịch vẫn chạy như thường.")
    return _decided(request, pk, actions.drop, words)


def _decided(request: HttpRequest, pk: int, decide: Callable[..., None], words: dict[str, str]) -> HttpResponse:
    person = cast(people.Person, request.user)
    job = access.job_for(person, pk)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and _done(form, job, decide, by=person):
        messages.success(request, words["done"])
        return redirect("operations:job", pk)
    return render(request, "operations/deciding.html", {**words, "job": job, "form": form})


def _done(form: ReasonForm, job: Job, decide: Callable[..., None], **facts: Any) -> bool:
    try:
        decide(job, reason=form.cleaned_data["reason"], now=clock.now(), **facts)
    except Refusal as refusal:
        refusal.beside(form)
    return form.is_valid()
