"""The doors of this room: why a day is what it is; and the event that a day waited for, recorded or taken back."""

from functools import partial
from typing import Any

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.calendar import public as calendar
from dinhlang.apps.deadlines import access, actions, queries, rules
from dinhlang.apps.deadlines.forms import ChangingForm, EventForm, LayingForm, MovingForm, ReasonForm, laying_choices
from dinhlang.apps.deadlines.models import Deadline, Event, ReportChain, Session, Why
from dinhlang.apps.people import public as people
from dinhlang.apps.people.public import Word
from dinhlang.apps.plans import public as plans
from dinhlang.base import api, clock

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


LEVEL = api.a_thing(order=api.NUMBER, name=api.TEXT, days=api.NUMBER, clause=api.maybe(api.NUMBER))
PERIOD = api.a_thing(
    order=api.NUMBER,
    closes_on=api.DAY,
    last_day=api.DAY,
    days=api.many(api.a_thing(level=api.NUMBER, day=api.DAY, starts_on=api.DAY, why=api.TEXT)),
    against=api.many(api.TEXT),
)
CHAIN = api.a_thing(
    id=api.NUMBER,
    version=api.TEXT,
    plan=api.NUMBER,
    title=api.TEXT,
    recipient=api.TEXT,
    rhythm=api.one_of(ReportChain.Rhythm.values),
    ended_at=api.maybe(api.MOMENT),
    levels=api.many(LEVEL),
    periods=api.many(PERIOD),
    page=api.TEXT,
)


def _chain(chain: ReportChain) -> dict[str, Any]:
    """What its page shows: by when each level sends in each period, and why."""
    levels = chain.levels.select_related("unit")
    return {
        "id": chain.pk,
        "version": _version(chain),
        "plan": chain.plan_id,
        "title": chain.title,
        "recipient": chain.recipient,
        "rhythm": chain.rhythm,
        "ended_at": api.when(chain.ended_at),
        "levels": [{"order": one.order, "name": one.name, "days": one.days, "clause": one.clause_id} for one in levels],
        "periods": [_period(row) for row in queries.rows_of(chain, today=clock.today())],
        "page": reverse("deadlines:chain", args=[chain.pk]),
    }


def _period(row: queries.Row) -> dict[str, Any]:
    return {
        "order": row.period.order,
        "closes_on": api.when(row.period.closes_on),
        "last_day": api.when(row.period.last_day),
        "days": [
            {
                "level": cell.day.level.order,
                "day": api.when(cell.day.day),
                "starts_on": api.when(cell.day.starts_on),
                "why": cell.why,
            }
            for cell in row.cells
        ],
        "against": row.conflicts,
    }


def _version(chain: ReportChain) -> str:
    """Another one as soon as any of its days was moved, or it ended."""
    return f"{actions.latest_move(chain)}{'e' if chain.ended_at else ''}"


@people.lists(
    "ke-hoach/{pk}/chuoi-bao-cao", "listChains", _("Các chuỗi báo cáo của một kế hoạch, với ngày của từng bậc"),
    word=Word.TASKS_READ, thing=plans.plan_for, item=CHAIN, told=_chain,
)  # fmt: skip
def chains(call: people.Call) -> Any:
    """Those that are followed, and those that were."""
    return call.thing.report_chains.all()


@people.reads(
    "chuoi-bao-cao/{pk}", "getChain", _("Một chuỗi báo cáo: từng kỳ, từng bậc, ngày gửi và vì sao"),
    word=Word.TASKS_READ, thing=access.chain_for, answer=CHAIN,
)  # fmt: skip
def chain(call: people.Call) -> Any:
    """For who reads its plan, or stands in it."""
    return _chain(call.thing)


@people.writes(
    "ke-hoach/{pk}/chuoi-bao-cao/lap", "layChain", _("Lập chuỗi báo cáo, tính ngược từ ngày nơi nhận cuối phải có"),
    word=Word.TASKS_HAND_OUT, thing=access.plan_to_chain, takes=LayingForm, answer=CHAIN, status=201,
    made_with=lambda call: laying_choices(call.thing, today=call.today),
)  # fmt: skip
def lay(call: people.Call) -> Any:
    """What speaks against it is said first; `anyway` says that it is meant."""
    in_force = calendar.calendar_in_force()
    against = [said for _period, _links, told in call.form.preview(in_force, today=call.today) for said in told]
    if against and not call.said["anyway"]:
        raise actions.CannotChain(" ".join(against), field="anyway")
    facts = call.form.facts()
    return _chain(
        actions.lay_chain(plan=call.thing, **facts, calendar=in_force, by=call.by, now=call.now, day=call.today)
    )


def _to_change(call: people.Call) -> dict[str, Any]:
    open_periods = call.thing.periods.filter(last_day__gte=call.today)
    return {"levels": list(call.thing.levels.select_related("unit")), "periods": list(open_periods)}


@people.writes(
    "chuoi-bao-cao/{pk}/doi", "moveChain", _("Đổi ngày nhận cuối hoặc số ngày tổng hợp; mọi bậc bên dưới đổi theo"),
    word=Word.TASKS_HAND_OUT, thing=access.chain_to_change, takes=ChangingForm, answer=CHAIN,
    made_with=_to_change, version=_version,
)  # fmt: skip
def move_chain(call: people.Call) -> Any:
    """Each old day stays to be seen; `If-Match` says which days were read."""
    facts = {**call.form.facts(), "seen": actions.latest_move(call.thing)}
    in_force = calendar.calendar_in_force()
    actions.change_chain(chain=call.thing, **facts, calendar=in_force, by=call.by, now=call.now, day=call.today)
    return _chain(access.chain_for(call.by, call.thing.pk))
