"""Doors of one deadline: why its day is what it is, the event it waited for, the rule of law on which it stands."""

from functools import partial
from typing import Any

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.calendar import public as calendar
from dinhlang.apps.deadlines import access, actions, queries, rules
from dinhlang.apps.deadlines.forms import EventForm, LawForm, ReasonForm
from dinhlang.apps.deadlines.models import Deadline, Event, Why
from dinhlang.apps.people import public as people
from dinhlang.apps.people.public import Word
from dinhlang.base import api
from dinhlang.pure.law import TIME_RULES_VERSION

RECKONING = api.a_thing(
    number=api.NUMBER,
    unit=api.TEXT,
    working=api.FLAG,
    back=api.FLAG,
    begin=api.maybe(api.DAY),
    skipped=api.many(api.a_thing(day=api.DAY, why=api.TEXT)),
    worked=api.many(api.DAY),
)
DAY_CHANGE = api.a_thing(
    before=api.maybe(api.DAY),
    after=api.maybe(api.DAY),
    why=api.one_of(Why.values),
    words=api.TEXT,
    moment=api.MOMENT,
    by=api.maybe(api.TEXT),
)
ONE_DAY = api.a_thing(
    day=api.maybe(api.DAY),
    nominal=api.maybe(api.DAY),
    calendar=api.TEXT,
    reckoning=api.maybe(RECKONING),
    changes=api.many(DAY_CHANGE),
)
EVENT = api.a_thing(
    happened_on=api.DAY,
    source=api.TEXT,
    link=api.TEXT,
    recorded_at=api.MOMENT,
    recorded_by=api.TEXT,
    withdrawn_at=api.maybe(api.MOMENT),
)
DEADLINE = api.a_thing(
    id=api.NUMBER,
    plan=api.NUMBER,
    clause=api.maybe(api.NUMBER),
    words=api.TEXT,
    counted_from=api.maybe(api.DAY),
    kind=api.TEXT,
    sentence=api.TEXT,
    recurrence=api.TEXT,
    waits_for=api.TEXT,
    is_waiting=api.FLAG,
    rules=api.TEXT,
    law={**api.TEXT, "description": _("Tên quy định của luật mà hạn gắn vào; xem thoi-han/luat")},
    law_from=api.maybe(api.DAY),
    days=api.many(ONE_DAY),
    event=api.maybe(EVENT),
    withdrawn_events=api.many(EVENT),
    page=api.TEXT,
)


def _reckoning(told: rules.Told | None) -> dict[str, Any] | None:
    if told is None:
        return None
    count = told.count
    return {
        "number": count.number,
        "unit": count.unit,
        "working": count.working,
        "back": count.back,
        "begin": api.when(count.begin),
        "skipped": [{"day": api.when(day), "why": why} for day, why in told.skipped],
        "worked": [api.when(day) for day in told.worked],
    }


def _day(one: queries.Day) -> dict[str, Any]:
    return {
        "day": api.when(one.milestone.day),
        "nominal": api.when(one.milestone.nominal),
        "calendar": one.milestone.calendar_version,
        "reckoning": _reckoning(one.told),
        "changes": [
            {
                "before": api.when(change.before),
                "after": api.when(change.after),
                "why": change.why,
                "words": change.words,
                "moment": api.when(change.moment),
                "by": str(change.by) if change.by else None,
            }
            for change, _told in one.changes
        ],
    }


def _event(event: Event) -> dict[str, Any]:
    return {
        "happened_on": api.when(event.happened_on),
        "source": event.source,
        "link": event.link,
        "recorded_at": api.when(event.recorded_at),
        "recorded_by": str(event.recorded_by),
        "withdrawn_at": api.when(event.withdrawn_at),
    }


def told(deadline: Deadline) -> dict[str, Any]:
    """The words, the rule, the counting with each day passed over, and what became of the day."""
    event = queries.event_of(deadline)
    return {
        "id": deadline.pk,
        "plan": deadline.plan_id,
        "clause": deadline.clause_id,
        "words": deadline.words,
        "counted_from": api.when(deadline.counted_from),
        "kind": deadline.kind,
        "sentence": deadline.sentence,
        "recurrence": deadline.recurrence,
        "waits_for": deadline.waits_for,
        "is_waiting": deadline.is_waiting,
        "rules": deadline.rules_version,
        "law": deadline.law,
        "law_from": api.when(deadline.law_from),
        "days": [_day(one) for one in queries.days_of(deadline)],
        "event": _event(event) if event else None,
        "withdrawn_events": [_event(one) for one in queries.withdrawn_events(deadline)],
        "page": reverse("deadlines:why", args=[deadline.pk]),
    }


_changes = partial(people.writes, word=Word.TASKS_HAND_OUT, thing=access.deadline_to_change, answer=DEADLINE)


@people.reads(
    "thoi-han/{pk}", "getDeadline", _("Vì sao hạn là ngày này: lời kế hoạch, quy tắc, cách đếm, các lần đổi"),
    word=Word.TASKS_READ, thing=access.deadline_for, answer=DEADLINE,
)  # fmt: skip
def deadline(call: people.Call) -> Any:
    """What the page "vì sao" shows."""
    return told(call.thing)


@_changes(
    "thoi-han/{pk}/su-kien", "recordEvent", _("Ghi sự kiện mà thời hạn đang chờ, kèm nguồn"),
    takes=EventForm,
)  # fmt: skip
def record_event(call: people.Call) -> Any:
    """What was waited for has happened."""
    facts = {name: call.said[name] for name in ("happened_on", "source", "link", "upload")}
    facts |= {"count": call.form.count(), "calendar": calendar.calendar_in_force()}
    actions.record_event(deadline=call.thing, **facts, by=call.by, now=call.now, day=call.today)
    return told(access.deadline_for(call.by, call.thing.pk))


@_changes(
    "thoi-han/{pk}/su-kien/rut", "withdrawEvent", _("Rút lại việc ghi sự kiện, kèm lý do"), takes=ReasonForm
)  # fmt: skip
def withdraw_event(call: people.Call) -> Any:
    """It was recorded by mistake."""
    event = queries.event_of(call.thing)
    if event is None:
        raise Http404
    actions.withdraw_event(event=event, **call.said, by=call.by, now=call.now)
    return told(access.deadline_for(call.by, call.thing.pk))


@_changes("thoi-han/{pk}/thoi-lap-lai", "endSeries", _("Thôi mở kỳ mới, kèm lý do"), takes=ReasonForm)
def end_series(call: people.Call) -> Any:
    """A duty that comes back no longer."""
    actions.end_series(deadline=call.thing, **call.said, by=call.by, now=call.now)
    return told(access.deadline_for(call.by, call.thing.pk))


LAW = api.a_thing(name=api.TEXT, says=api.TEXT, article=api.TEXT)
LAWS = api.a_thing(version=api.TEXT, rules=api.many(LAW))


@people.reads(
    "thoi-han/luat", "listLaws", _("Các quy định của luật có đặt thời hạn, đang có hiệu lực"),
    word=Word.TASKS_READ, answer=LAWS,
)  # fmt: skip
def laws(call: people.Call) -> Any:
    """With the article; `name` is what a deadline is bound by."""
    found = rules.time_rules(day=call.today)
    told_rules = [{"name": rule.name, "says": str(rule.says), "article": rule.article} for rule in found]
    return {"version": TIME_RULES_VERSION, "rules": told_rules}


def _laws(call: people.Call) -> dict[str, Any]:
    return {"laws": rules.time_rules(day=call.today), "first": queries.proposed_laws(call.thing)}


@_changes(
    "thoi-han/{pk}/luat", "nameLaw", _("Gắn hạn với một quy định của luật, hoặc bỏ trống để thôi gắn"),
    takes=LawForm, made_with=_laws,
)  # fmt: skip
def name_law(call: people.Call) -> Any:
    """The page compares the day with the rule, and says how it is counted."""
    actions.name_law(deadline=call.thing, **call.said, by=call.by, now=call.now, day=call.today)
    return told(access.deadline_for(call.by, call.thing.pk))
