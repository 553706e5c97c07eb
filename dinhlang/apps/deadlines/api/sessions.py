"""Doors of the councils' sittings: kept, moved, cancelled; and the times that hang on them."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.calendar import public as calendar
from dinhlang.apps.deadlines import access, actions, queries
from dinhlang.apps.deadlines.api.why import DEADLINE, told
from dinhlang.apps.deadlines.forms import LinkingForm, MovingForm, ReasonForm, SessionForm
from dinhlang.apps.deadlines.models import Session
from dinhlang.apps.people import public as people
from dinhlang.apps.people.public import Word
from dinhlang.base import api

SESSION = api.a_thing(
    id=api.NUMBER,
    place=api.UNIT,
    kind=api.one_of(Session.Kind.values),
    year=api.NUMBER,
    begins_on=api.DAY,
    source=api.TEXT,
    cancelled_at=api.maybe(api.MOMENT),
)


def _session(one: Session) -> dict[str, Any]:
    return {
        "id": one.pk,
        "place": {"code": one.place.code, "name": one.place.full_name},
        "kind": one.kind,
        "year": one.year,
        "begins_on": api.when(one.begins_on),
        "source": one.source,
        "cancelled_at": api.when(one.cancelled_at),
    }


@people.lists(
    "ky-hop", "listSessions", _("Các kỳ họp Hội đồng nhân dân của địa bàn mình"),
    word=Word.TASKS_HAND_OUT, item=SESSION, told=_session,
)  # fmt: skip
def sessions(call: people.Call) -> Any:
    """Of the person's own places."""
    return queries.sessions_of(access.places_of(call.by))


@people.writes(
    "ky-hop/{pk}/doi-ngay", "moveSession", _("Đổi ngày khai mạc; các hạn chờ kỳ họp đổi theo"),
    word=Word.TASKS_HAND_OUT, thing=access.session_to_change, takes=MovingForm, answer=SESSION,
)  # fmt: skip
def move_session(call: people.Call) -> Any:
    """A sitting begins on another day."""
    in_force = calendar.calendar_in_force()
    actions.move_session(session=call.thing, **call.said, calendar=in_force, by=call.by, now=call.now)
    return _session(access.session_to_change(call.by, call.thing.pk))


class KeepingForm(SessionForm):
    """The place is said by its code."""

    place = forms.CharField(label=_("Mã địa bàn của Hội đồng nhân dân"), max_length=40)  # type: ignore[assignment]

    def clean_place(self) -> int:
        """One whose calendar the person keeps."""
        said = self.cleaned_data["place"].strip()
        found = next((place for place in self.places.values() if place.code == said), None)
        if found is None:
            raise forms.ValidationError(_("Chị, anh không giữ lịch họp của Hội đồng nhân dân nơi này."))
        return found.pk


@people.writes(
    "ky-hop", "keepSession", _("Ghi một kỳ họp vào lịch; việc chờ kỳ họp ấy có hạn từ nay"),
    word=Word.TASKS_HAND_OUT, takes=KeepingForm, answer=SESSION, status=201,
    made_with=lambda call: {"places": access.places_of(call.by)},
)  # fmt: skip
def keep_session(call: people.Call) -> Any:
    """Of a council of the person's own places."""
    return _session(actions.keep_session(**call.form.facts(), by=call.by, now=call.now))


@people.writes(
    "ky-hop/{pk}/huy", "cancelSession", _("Hủy một kỳ họp; các hạn gắn với nó lại chờ"),
    word=Word.TASKS_HAND_OUT, thing=access.session_to_change, takes=ReasonForm, answer=SESSION,
)  # fmt: skip
def cancel_session(call: people.Call) -> Any:
    """It will not be held."""
    actions.cancel_session(session=call.thing, **call.said, by=call.by, now=call.now)
    return _session(access.session_to_change(call.by, call.thing.pk))


class HangingForm(LinkingForm):
    """Days are the usual way to count."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].required = False

    def clean_unit(self) -> str:
        """Where nothing is said."""
        return self.cleaned_data["unit"] or "day"


@people.writes(
    "thoi-han/{pk}/ky-hop", "linkSession", _("Gắn hạn với một kỳ họp, hoặc bao nhiêu ngày trước khai mạc"),
    word=Word.TASKS_HAND_OUT, thing=access.deadline_to_change, takes=HangingForm, answer=DEADLINE,
    made_with=lambda call: {"sessions": queries.sessions_for(call.thing)},
)  # fmt: skip
def link_session(call: people.Call) -> Any:
    """From now on it follows."""
    facts = {"session": call.form.sessions[call.said["session"]], "count": call.form.count(back=True)}
    facts |= {"calendar": calendar.calendar_in_force(), "by": call.by, "now": call.now}
    actions.link_session(deadline=call.thing, **facts)
    return told(access.deadline_for(call.by, call.thing.pk))


@people.writes(
    "thoi-han/{pk}/ky-hop/{code}", "linkOwnSession",
    _("Gắn hạn với kỳ họp của Hội đồng nhân dân nơi mình; chỉ cho đơn vị của nơi ấy"),
    word=Word.TASKS_HAND_OUT, thing=access.deadline_and_council, takes=HangingForm, answer=DEADLINE,
    made_with=lambda call: {"sessions": queries.own_sessions_for(*call.thing)},
)  # fmt: skip
def link_own_session(call: people.Call) -> Any:
    """Other councils have sittings of their own."""
    deadline, _council = call.thing
    facts = {"session": call.form.sessions[call.said["session"]], "count": call.form.count(back=True)}
    facts |= {"calendar": calendar.calendar_in_force(), "by": call.by, "now": call.now}
    actions.link_own_sitting(deadline=deadline, **facts)
    return told(access.deadline_for(call.by, deadline.pk))
