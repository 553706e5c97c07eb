"""The doors of this room: a plan seen from above, its holes, and the board of communes, as data."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.overview import access, actions, queries
from dinhlang.apps.overview.forms import SavingForm
from dinhlang.apps.overview.models import PlaceState, SavedView
from dinhlang.apps.overview.rules import HoleKind
from dinhlang.apps.people import public as people
from dinhlang.apps.people.public import Word
from dinhlang.apps.plans import public as plans
from dinhlang.apps.tasks import public as tasks
from dinhlang.apps.units import public as units
from dinhlang.base import api

BODIES = 100
NUMBERS = ("total", "done", "submitted", "doing", "late", "rest", "not_ours", "exempt", "obstacles")
COUNTS = api.a_thing(**dict.fromkeys(NUMBERS, api.NUMBER))
CELL = api.a_thing(assignment=api.NUMBER, kind=api.TEXT, state=api.TEXT, is_partner=api.FLAG, days_late=api.NUMBER)
LEADER = api.a_thing(
    plan=api.NUMBER,
    sees_all={"type": "boolean", "description": _("Có đủ mọi đơn vị, hay chỉ những đơn vị trong phạm vi")},
    sum=COUNTS,
    tasks=api.many(api.a_thing(id=api.NUMBER, title=api.TEXT, due=api.maybe(api.DAY), counts=COUNTS)),
    months=api.many(api.a_thing(first=api.maybe(api.DAY), counts=COUNTS)),
    bodies=api.many(api.a_thing(unit=api.UNIT, cells=api.many(api.maybe(CELL)))),
    number_of_bodies=api.NUMBER,
    offset=api.NUMBER,
)
HOLE = api.a_thing(
    title=api.TEXT,
    clause=api.maybe(api.NUMBER),
    unit=api.maybe(api.UNIT),
    assignment=api.maybe(api.NUMBER),
    due=api.maybe(api.DAY),
    their_day=api.maybe(api.DAY),
    days_after=api.NUMBER,
)
COVERAGE = api.a_thing(
    plan=api.NUMBER,
    counts=api.a_thing(**{kind.value: api.NUMBER for kind in HoleKind}),
    kind=api.one_of(HoleKind),
    holes=api.many(HOLE),
    offset=api.NUMBER,
    told_to_make_a_plan=api.NUMBER,
    made_a_plan=api.NUMBER,
)
DAY = api.a_thing(day=api.DAY, task=api.NUMBER, title=api.TEXT, counts=COUNTS)
DAYS = api.a_thing(first=api.DAY, last=api.DAY, due=api.many(DAY))
VIEW = api.a_thing(id=api.NUMBER, name=api.TEXT, address=api.TEXT)
DROPPED = api.a_thing(dropped=api.FLAG)
LONGEST = timedelta(days=62)
PLACE = api.a_thing(
    code=api.TEXT,
    name=api.TEXT,
    parent=api.maybe(api.TEXT),
    state=api.one_of(PlaceState.values),
    done=api.NUMBER,
    submitted=api.NUMBER,
    doing=api.NUMBER,
    late=api.NUMBER,
    rest=api.NUMBER,
    counted_at=api.maybe(api.MOMENT),
)


ONE_PLACE = api.a_thing(
    code=api.TEXT,
    name=api.TEXT,
    sum=COUNTS,
    plans=api.many(api.a_thing(plan=api.NUMBER, number=api.TEXT, title=api.TEXT, counts=COUNTS)),
    bodies=api.many(api.a_thing(unit=api.UNIT, counts=COUNTS)),
)


BAR = api.a_thing(
    task=api.NUMBER, title=api.TEXT, begins=api.maybe(api.DAY), due=api.maybe(api.DAY), kind=api.one_of(PlaceState)
)
TIMELINE = api.a_thing(
    plan=api.NUMBER,
    months={**api.many(api.DAY), "description": _("Ngày đầu của mỗi tháng được kể, tối đa một năm")},
    bars=api.many(BAR),
    before={**api.NUMBER, "description": _("Bao nhiêu việc nằm trước các tháng ấy")},
    after=api.NUMBER,
    undated=api.many(BAR),
)


class MonthAsked(forms.Form):
    """From which month on."""

    first = forms.DateField(label=_("Từ tháng có ngày"), required=False)


class SeenAsked(forms.Form):
    """Which bodies, from which on."""

    q = forms.CharField(label=_("Tên đơn vị"), required=False, max_length=100)
    state = forms.ChoiceField(
        label=_("Tình trạng"), required=False, choices=[(state, state) for state in queries.STATES]
    )
    offset = forms.IntegerField(label=_("Bỏ qua bao nhiêu"), required=False, min_value=0, max_value=1_000_000)


class HolesAsked(forms.Form):
    """Which holes, from which on."""

    q = forms.CharField(label=_("Tên việc, đơn vị"), required=False, max_length=100)
    kind = forms.ChoiceField(
        label=_("Thiếu gì"), required=False, choices=[(kind.value, kind.value) for kind in HoleKind]
    )
    offset = forms.IntegerField(label=_("Bỏ qua bao nhiêu"), required=False, min_value=0, max_value=1_000_000)


class PlacesAsked(forms.Form):
    """Which communes."""

    q = forms.CharField(label=_("Tên xã, phường"), required=False, max_length=100)
    state = forms.ChoiceField(label=_("Tình trạng"), required=False, choices=PlaceState)


def _counts(counts: tasks.Counts) -> dict[str, int]:
    return {name: getattr(counts, name) for name in NUMBERS}


def _unit(unit: units.Unit) -> dict[str, str]:
    return {"code": unit.code, "name": unit.full_name}


def _cell(cell: Any) -> dict[str, Any] | None:
    if cell is None:
        return None
    return {
        "assignment": cell.pk,
        "kind": cell.kind,
        "state": cell.state,
        "is_partner": cell.is_partner,
        "days_late": cell.days_late,
    }


@people.reads(
    "ke-hoach/{pk}/toan-canh", "seePlan", _("Một kế hoạch nhìn từ trên: đơn vị × việc, từng tháng, các số đếm"),
    word=Word.TASKS_READ, thing=plans.plan_for, asks=SeenAsked, answer=LEADER,
)  # fmt: skip
def plan(call: people.Call) -> Any:
    """The leader's page as data, a hundred bodies at a time."""
    seen = queries.seen_of(call.thing, paths=access.paths_within(call.by, call.thing))
    bodies = queries.numbers_of(queries.bodies_of(seen, q=call.said["q"], state=call.said["state"], on=call.today))
    offset, counts = call.said["offset"] or 0, queries.counts_by_task(seen, on=call.today)
    rows = queries.heat_map(seen, queries.bodies_by(bodies[offset : offset + BODIES]), seen.tasks, on=call.today)
    titles = [(task, counts.get(task.pk, tasks.Counts())) for task in seen.tasks]
    return {
        "plan": call.thing.pk,
        "sees_all": seen.paths is None,
        "sum": _counts(queries.sum_of(counts.values())),
        "tasks": [
            {"id": task.pk, "title": task.title, "due": api.when(task.due), "counts": _counts(told)}
            for task, told in titles
        ],
        "months": [
            {"first": api.when(month.first), "counts": _counts(month.counts)}
            for month in queries.months_of(seen, on=call.today)
        ],
        "bodies": [{"unit": _unit(row.unit), "cells": [_cell(cell) for cell in row.cells]} for row in rows],
        "number_of_bodies": len(bodies),
        "offset": offset,
    }


@people.reads(
    "ke-hoach/{pk}/dong-thoi-gian", "seeTimeline", _("Các việc của một kế hoạch theo tháng, từ khi bắt đầu đến hạn"),
    word=Word.TASKS_READ, thing=plans.plan_for, asks=MonthAsked, answer=TIMELINE,
)  # fmt: skip
def timeline(call: people.Call) -> Any:
    """Around today where nothing is asked."""
    seen = queries.seen_of(call.thing, paths=access.paths_within(call.by, call.thing))
    first = call.said["first"].replace(day=1) if call.said["first"] else None
    told = queries.timeline_of(seen, queries.counts_by_task(seen, on=call.today), on=call.today, first=first)
    return {
        "plan": call.thing.pk,
        "months": [api.when(month) for month in told.months],
        "bars": [_bar(one) for one in told.bars],
        "before": told.before,
        "after": told.after,
        "undated": [_bar(one) for one in told.undated],
    }


def _bar(one: queries.Bar) -> dict[str, Any]:
    days = {"begins": api.when(one.begins), "due": api.when(one.due)}
    return {"task": one.task.pk, "title": one.task.title, **days, "kind": str(one.kind)}


@people.reads(
    "ke-hoach/{pk}/do-phu", "seeCoverage", _("Chỗ trống của một kế hoạch: ai chưa nhận, ai chưa có kế hoạch riêng"),
    word=Word.TASKS_READ, thing=access.plan_to_oversee, asks=HolesAsked, answer=COVERAGE,
)  # fmt: skip
def coverage(call: people.Call) -> Any:
    """The page of holes as data, a hundred of one kind at a time."""
    found = queries.coverage_of(call.thing, q=call.said["q"])
    counts = found.counts()
    first = next((kind for kind in HoleKind if counts[kind]), HoleKind.NOT_TAKEN)
    kind, offset = HoleKind(call.said["kind"] or first), call.said["offset"] or 0
    own = queries.own_plans_of(found)
    return {
        "plan": call.thing.pk,
        "counts": {one.value: number for one, number in counts.items()},
        "kind": kind.value,
        "holes": [_hole(hole) for hole in queries.holes(found, kind, found.of(kind)[offset : offset + BODIES])],
        "offset": offset,
        "told_to_make_a_plan": own.told,
        "made_a_plan": own.made,
    }


def _hole(hole: queries.Hole) -> dict[str, Any]:
    part = hole.assignment
    return {
        "title": hole.title,
        "clause": hole.clause_pk,
        "unit": _unit(part.unit) if part else None,
        "assignment": part.pk if part else None,
        "due": api.when(hole.due),
        "their_day": api.when(hole.their_day),
        "days_after": hole.days_after,
    }


def _place(place: units.Unit) -> dict[str, Any]:
    count = getattr(place, "place_count", None)
    numbers = ("done", "submitted", "doing", "late", "rest")
    return {
        "code": place.code,
        "name": place.full_name,
        "parent": place.parent.full_name if place.parent else None,
        "state": count.state if count else PlaceState.NONE.value,
        **{name: getattr(count, name) if count else 0 for name in numbers},
        "counted_at": api.when(count.counted_at) if count else None,
    }


@people.lists(
    "toan-canh", "listPlaces", _("Các xã, phường trong phạm vi, theo tình trạng"),
    word=Word.TASKS_READ, asks=PlacesAsked, item=PLACE, told=_place,
)  # fmt: skip
def board(call: people.Call) -> Any:
    """The board as data, as it was last counted."""
    places = queries.places_of(call.by, q=call.said["q"])
    return queries.in_state(places, call.said["state"]).order_by()


@people.reads(
    "toan-canh/dia-ban/{code}", "seePlace", _("Một xã, phường: từng kế hoạch, từng đơn vị đã làm tới đâu"),
    word=Word.TASKS_READ, thing=access.place_for, answer=ONE_PLACE,
)  # fmt: skip
def place(call: people.Call) -> Any:
    """Counted now, the latest trouble first."""
    found, of_bodies = queries.plans_in(call.thing, on=call.today), queries.bodies_in(call.thing, on=call.today)
    return {
        "code": call.thing.code,
        "name": call.thing.full_name,
        "sum": _counts(queries.sum_of(one.counts for one in found)),
        "plans": [
            {
                "plan": one.plan.pk,
                "number": one.plan.number,
                "title": one.plan.title,
                "counts": _counts(one.counts),
            }
            for one in found
        ],
        "bodies": [{"unit": _unit(one.unit), "counts": _counts(one.counts)} for one in of_bodies],
    }


class DaysAsked(forms.Form):
    """Which days, of which plan; two months at most."""

    first = forms.DateField(label=_("Từ ngày"))
    last = forms.DateField(label=_("Đến hết ngày"))
    plan = forms.IntegerField(label=_("Kế hoạch"), required=False, min_value=1)
    q = forms.CharField(label=_("Tên việc"), required=False, max_length=100)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        first, last = said.get("first"), said.get("last")
        if first and last and not first <= last <= first + LONGEST:
            self.add_error("last", gettext("Ngày cuối đứng sau ngày đầu, cách không quá 62 ngày."))
        return said


@people.reads(
    "toan-canh/lich", "seeCalendar", _("Việc đến hạn từng ngày trong phạm vi"),
    word=Word.TASKS_READ, asks=DaysAsked, answer=DAYS,
)  # fmt: skip
def calendar(call: people.Call) -> dict[str, Any]:
    """The days of the page's month, or any others."""
    said = call.said
    due = queries.due_by_day(call.by, said["first"], said["last"], on=call.today, q=said["q"], plan=said["plan"])
    rows = [
        {"day": api.when(day), "task": one.task.pk, "title": one.task.title, "counts": _counts(one.counts)}
        for day in sorted(due)
        for one in due[day]
    ]
    return {"first": api.when(said["first"]), "last": api.when(said["last"]), "due": rows}


def _view(one: SavedView) -> dict[str, Any]:
    return {"id": one.pk, "name": one.name, "address": one.address}


@people.lists(
    "cach-xem", "listViews", _("Các cách xem mà chính người hỏi đã lưu"), word=Word.TASKS_READ, item=VIEW, told=_view
)
def views(call: people.Call) -> Any:
    """One's own."""
    return SavedView.objects.filter(person=call.by).order_by()


class ViewSaved(SavingForm):
    """The page brings the address along unseen; a program says it."""

    address = forms.CharField(label=_("Địa chỉ của trang"), max_length=1000)


@people.writes(
    "cach-xem", "saveView", _("Lưu một cách xem dưới một tên"),
    word=Word.TASKS_READ, takes=ViewSaved, answer=VIEW, status=201,
)  # fmt: skip
def save_view(call: people.Call) -> Any:
    """An address of this house under a name."""
    return _view(actions.save_view(**call.said, by=call.by, now=call.now))


@people.writes(
    "cach-xem/{pk}/bo",
    "dropView",
    _("Bỏ một cách xem đã lưu"),
    word=Word.TASKS_READ,
    thing=access.view_of,
    answer=DROPPED,
)
def drop_view(call: people.Call) -> Any:
    """The name goes, the address goes on to work."""
    actions.drop_view(call.thing, by=call.by, now=call.now)
    return {"dropped": True}
