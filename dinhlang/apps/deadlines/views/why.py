"""Why a day is what it is; and the acts that move it."""

from typing import Any, cast

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from dinhlang.apps.calendar import public as calendar
from dinhlang.apps.deadlines import access, actions, queries
from dinhlang.apps.deadlines.forms import CountForm, EventForm, ReasonForm
from dinhlang.apps.deadlines.models import Deadline
from dinhlang.apps.deadlines.views import asked
from dinhlang.apps.files import public as files
from dinhlang.apps.people import public as people
from dinhlang.base import clock
from dinhlang.base.guard import guarded


@guarded(access.may_look)
def why(request: HttpRequest, pk: int) -> HttpResponse:
    """The words, the rule, the counting with each day passed over, and what became of the day."""
    found = access.deadline_for(cast(people.Person, request.user), pk)
    days, sittings = queries.days_of(found), queries.sittings_of(found)
    context = {
        "deadline": found,
        "plan": found.plan,
        "dated": [] if sittings and sittings.is_complete and found.is_waiting else days,
        "rhythm": queries.rhythm_said(found),
        "reckoned_by": calendar.said_versions(one.milestone.calendar_version for one in days),
        "sittings": sittings,
        "chain": queries.chain_naming(found),
        "law": queries.by_law_of(found, today=clock.today(), calendar=calendar.calendar_in_force()),
        "proposes_law": bool(queries.proposed_laws(found)) and not found.law,
        "event": queries.event_of(found),
        "withdrawn": queries.withdrawn_events(found),
        "today": clock.today(),
        "may_change": access.may_change(request.user, found),
        "may_open_calendar": calendar.may_amend(request.user),
    }
    return render(request, "deadlines/why.html", context)


def _asked(request: HttpRequest, found: Deadline, form: Any, act: Any, texts: dict[str, Any]) -> HttpResponse:
    return asked(request, form, act, back=reverse("deadlines:why", args=[found.pk]), deadline=found, **texts)


@guarded(access.may_change_somewhere)
def ending(request: HttpRequest, pk: int) -> HttpResponse:
    """A duty that comes back no longer."""
    found = access.deadline_to_change(cast(people.Person, request.user), pk)
    form = ReasonForm(request.POST or None)

    def act() -> str:
        reason = form.cleaned_data["reason"]
        actions.end_series(deadline=found, reason=reason, by=cast(people.Person, request.user), now=clock.now())
        return _("Từ nay không mở kỳ mới. Các kỳ đang mở vẫn phải làm.")

    texts = {
        "heading": _("Thôi lặp lại"),
        "lead": _("Không mở thêm kỳ nào nữa. Các kỳ đã mở vẫn giữ nguyên; muốn rút kỳ nào thì mở kỳ ấy."),
        "label": _("Thôi lặp lại"),
    }
    return _asked(request, found, form, act, texts)


@guarded(access.may_change_somewhere)
def recording(request: HttpRequest, pk: int) -> HttpResponse:
    """What was waited for has happened."""
    found = access.deadline_to_change(cast(people.Person, request.user), pk)
    form = EventForm(request.POST or None, request.FILES or None, initial=CountForm.first_guess(found))

    def act() -> str:
        said = form.cleaned_data
        facts = {name: said[name] for name in ("happened_on", "source", "link", "upload")}
        by, days_off = cast(people.Person, request.user), calendar.calendar_in_force()
        now, today, count = clock.now(), clock.today(), form.count()
        actions.record_event(deadline=found, **facts, count=count, calendar=days_off, by=by, now=now, day=today)
        return _("Đã ghi sự kiện. Các đơn vị thấy hạn mới trong nhật ký phần việc.")

    texts = {
        "heading": _("Ghi sự kiện đã xảy ra"),
        "lead": found.waits_for or found.words,
        "label": _("Ghi sự kiện"),
        "sends_files": True,
    }
    return _asked(request, found, form, act, texts)


@guarded(access.may_change_somewhere)
def taking_back(request: HttpRequest, pk: int) -> HttpResponse:
    """An event that was recorded by mistake."""
    found = access.deadline_to_change(cast(people.Person, request.user), pk)
    event = queries.event_of(found)
    if event is None:
        messages.error(request, _("Chưa có sự kiện nào được ghi, hoặc việc ghi vừa được rút lại."))
        return redirect("deadlines:why", found.pk)
    form = ReasonForm(request.POST or None)

    def act() -> str:
        reason = form.cleaned_data["reason"]
        actions.withdraw_event(event=event, reason=reason, by=cast(people.Person, request.user), now=clock.now())
        return _("Đã rút lại. Hạn trở về như trước; việc ghi và lý do vẫn được giữ.")

    texts = {
        "heading": _("Rút lại việc ghi sự kiện"),
        "lead": str(event),
        "label": _("Rút lại"),
    }
    return _asked(request, found, form, act, texts)


@guarded(access.may_look)
def evidence(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The file that shows that the event happened, for who may read the deadline."""
    event = queries.event_of(access.deadline_for(cast(people.Person, request.user), pk))
    if event is None or event.file is None:
        raise Http404
    return files.serve(event.file, request=request, as_attachment=True)
