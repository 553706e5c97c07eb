"""The calendar of the councils' sittings, and the times that hang on them."""

from typing import cast
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dinhlang.apps.calendar import public as calendar
from dinhlang.apps.deadlines import access, actions, queries
from dinhlang.apps.deadlines.forms import CountForm, LinkingForm, MovingForm, ReasonForm, SessionForm
from dinhlang.apps.deadlines.models import Deadline
from dinhlang.apps.deadlines.views import asked
from dinhlang.apps.people import public as people
from dinhlang.base import clock
from dinhlang.base.guard import guarded
from dinhlang.base.listing import key_of, page_of


@guarded(access.may_change_somewhere)
def listing(request: HttpRequest) -> HttpResponse:
    """The sittings of the councils of the person's own places, with how many times hang on each."""
    found = queries.sessions_of(access.places_of(cast(people.Person, request.user)))
    return render(request, "deadlines/sessions.html", {"page": page_of(request, found), "today": clock.today()})


@guarded(access.may_change_somewhere)
def adding(request: HttpRequest) -> HttpResponse:
    """A sitting comes into the calendar."""
    by = cast(people.Person, request.user)
    waiting, back = _came_from(request)
    initial = {"year": clock.today().year, "place": key_of(request.GET.get("noi", ""))}
    form = SessionForm(request.POST or None, places=access.places_of(by), initial=initial)

    def act() -> str:
        actions.keep_session(**form.facts(), by=by, now=clock.now())
        if waiting is not None:
            return _("Đã ghi kỳ họp. Xin chọn kỳ họp cho hạn này.")
        return _("Đã ghi kỳ họp. Các thời hạn chờ kỳ họp này có thể gắn vào đây.")

    texts = {
        "heading": _("Ghi một kỳ họp"),
        "lead": _("Các việc chờ kỳ họp theo lịch này; kỳ họp đổi ngày thì hạn đổi theo."),
        "label": _("Ghi"),
    }
    return asked(request, form, act, back=back, deadline=waiting, **texts)


def _came_from(request: HttpRequest) -> tuple[Deadline | None, str]:
    """The deadline for which a sitting was looked for and none was there, and the page that goes on with it."""
    pk, place = key_of(request.GET.get("han", "")), key_of(request.GET.get("noi", ""))
    if pk is None:
        return None, reverse("deadlines:sessions")
    found = access.deadline_for(cast(people.Person, request.user), pk)
    own = reverse("deadlines:linking_own", args=[pk, place]) if place else reverse("deadlines:linking", args=[pk])
    return found, own


def _none_yet(request: HttpRequest, found: Deadline, *, place: int | None = None) -> HttpResponse:
    """To the page that records a sitting, from where one comes back to the deadline."""
    messages.warning(request, _("Lịch chưa có kỳ họp nào. Xin ghi kỳ họp ở đây, rồi chọn cho hạn này."))
    asked_for = urlencode({"han": found.pk, **({"noi": place} if place else {})})
    return redirect(f"{reverse('deadlines:adding')}?{asked_for}")


@guarded(access.may_change_somewhere)
def linking_own(request: HttpRequest, pk: int, place: int) -> HttpResponse:
    """By which sitting of their own council the bodies of a place are due; other councils have theirs."""
    by = cast(people.Person, request.user)
    found, council = access.deadline_for(by, pk), access.council_to_keep(by, place)
    sessions = queries.own_sessions_for(found, council)
    if not sessions:
        return _none_yet(request, found, place=place)
    own = found.own_sittings.filter(place=council).first()
    initial = {**CountForm.first_guess(found), "session": own.session_id if own else sessions[0].pk}
    form = LinkingForm(request.POST or None, sessions=sessions, initial=initial)

    def act() -> str:
        session, days_off = form.sessions[form.cleaned_data["session"]], calendar.calendar_in_force()
        count = form.count(back=True)
        actions.link_own_sitting(
            deadline=found, session=session, count=count, calendar=days_off, by=by, now=clock.now()
        )
        return _("Đã gắn. Kỳ họp đổi ngày thì hạn này đổi theo.")

    lead = _("Chỉ cho các đơn vị của %(place)s; Hội đồng khác có kỳ họp của mình.") % {"place": council.full_name}
    texts = {"heading": _("Chọn kỳ họp"), "lead": lead, "label": _("Gắn với kỳ họp này")}
    return asked(request, form, act, back=reverse("deadlines:why", args=[pk]), deadline=found, **texts)


@guarded(access.may_change_somewhere)
def moving(request: HttpRequest, pk: int) -> HttpResponse:
    """A sitting begins on another day."""
    by = cast(people.Person, request.user)
    session = access.session_to_change(by, pk)
    form = MovingForm(request.POST or None, initial={"begins_on": session.begins_on})

    def act() -> str:
        days_off = calendar.calendar_in_force()
        number = actions.move_session(session=session, **form.cleaned_data, calendar=days_off, by=by, now=clock.now())
        said = ngettext("Đã đổi ngày họp; %(n)s hạn đổi theo.", "Đã đổi ngày họp; %(n)s hạn đổi theo.", number)
        return said % {"n": number}

    texts = {"heading": _("Đổi ngày kỳ họp"), "lead": str(session), "label": _("Đổi ngày")}
    return asked(request, form, act, back=reverse("deadlines:sessions"), **texts)


@guarded(access.may_change_somewhere)
def cancelling(request: HttpRequest, pk: int) -> HttpResponse:
    """A sitting will not be held."""
    by = cast(people.Person, request.user)
    session = access.session_to_change(by, pk)
    form = ReasonForm(request.POST or None)

    def act() -> str:
        actions.cancel_session(session=session, reason=form.cleaned_data["reason"], by=by, now=clock.now())
        return _("Đã hủy kỳ họp. Các thời hạn gắn với kỳ này lại chờ.")

    texts = {"heading": _("Hủy kỳ họp"), "lead": str(session), "label": _("Hủy kỳ họp")}
    return asked(request, form, act, back=reverse("deadlines:sessions"), **texts)


@guarded(access.may_change_somewhere)
def linking(request: HttpRequest, pk: int) -> HttpResponse:
    """On which sitting a time hangs: the one that its words seem to name comes first, a person chooses."""
    by = cast(people.Person, request.user)
    found = access.deadline_to_change(by, pk)
    sessions = queries.sessions_for(found)
    if not sessions:
        return _none_yet(request, found)
    initial = {**CountForm.first_guess(found), "session": found.session_id or sessions[0].pk}
    form = LinkingForm(request.POST or None, sessions=sessions, initial=initial)

    def act() -> str:
        session, days_off = form.sessions[form.cleaned_data["session"]], calendar.calendar_in_force()
        count = form.count(back=True)
        actions.link_session(deadline=found, session=session, count=count, calendar=days_off, by=by, now=clock.now())
        return _("Đã gắn. Kỳ họp đổi ngày thì hạn này đổi theo.")

    texts = {"heading": _("Chọn kỳ họp"), "lead": found.waits_for or found.words, "label": _("Gắn với kỳ họp này")}
    return asked(request, form, act, back=reverse("deadlines:why", args=[pk]), deadline=found, **texts)
