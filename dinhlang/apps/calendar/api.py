"""The doors of this room: the days off of a year, as this house counts them; a day decided, and withdrawn."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.calendar import access, actions, queries
from dinhlang.apps.calendar.forms import DayForm, WithdrawForm
from dinhlang.apps.calendar.models import DecidedDay
from dinhlang.apps.calendar.rules import YEARS
from dinhlang.apps.people import public as people
from dinhlang.apps.people.public import Word
from dinhlang.base import api

A_DAY = api.a_thing(
    day=api.DAY,
    works={"type": "boolean", "description": _("Ngày làm bù, hay ngày nghỉ")},
    name=api.TEXT,
    source=api.TEXT,
    is_reckoned={"type": "boolean", "description": _("Chưa ai quyết định: máy tự tính")},
    is_of_this_house=api.FLAG,
    line={**api.maybe(api.NUMBER), "description": _("Dòng do nơi này ghi, để rút khi cần")},
)
LINE = api.a_thing(
    id=api.NUMBER, day=api.DAY, works=api.FLAG, name=api.TEXT, source=api.TEXT, withdrawn_at=api.maybe(api.MOMENT)
)


class YearAsked(forms.Form):
    """Which year."""

    nam = forms.IntegerField(label=_("Năm"), required=False, min_value=YEARS[0], max_value=YEARS[-1])


@people.reads(
    "ngay-nghi", "listDaysOff", _("Ngày nghỉ và ngày làm bù của một năm"),
    word=Word.CALENDAR_AMEND, may=access.may_amend, asks=YearAsked,
    answer=api.a_thing(year=api.NUMBER, days=api.many(A_DAY)),
)  # fmt: skip
def year(call: people.Call) -> Any:
    """As the page of a year shows them."""
    shown = call.said["nam"] or call.today.year
    return {"year": shown, "days": [_day(one) for one in queries.year_of_days(shown)]}


def _day(one: queries.Notable) -> dict[str, Any]:
    return {
        "day": api.when(one.change.day),
        "works": one.change.works,
        "name": one.change.name,
        "source": one.change.source,
        "is_reckoned": one.is_reckoned,
        "is_of_this_house": one.line is not None,
        "line": one.line.pk if one.line else None,
    }


def _line(one: DecidedDay) -> dict[str, Any]:
    words = {"works": one.works, "name": one.name, "source": one.source}
    return {"id": one.pk, "day": api.when(one.day), **words, "withdrawn_at": api.when(one.withdrawn_at)}


@people.writes(
    "ngay-nghi", "addDayOff", _("Ghi một ngày nghỉ hoặc làm bù đã được quyết định; các hạn chưa xong được tính lại"),
    word=Word.CALENDAR_AMEND, may=access.may_amend, takes=DayForm, answer=LINE, status=201,
)  # fmt: skip
def add_day(call: people.Call) -> Any:
    """It counts for everyone who has an account here."""
    return _line(actions.add_day(**call.said, by=call.by, now=call.now))


@people.writes(
    "ngay-nghi/{pk}/rut", "withdrawDayOff", _("Rút một ngày đã ghi, kèm lý do; ngày ấy lại theo lịch chung"),
    word=Word.CALENDAR_AMEND, thing=access.decided_day_for, takes=WithdrawForm, answer=LINE,
)  # fmt: skip
def withdraw_day(call: people.Call) -> Any:
    """It is withdrawn, never deleted."""
    actions.withdraw_day(call.thing, **call.said, by=call.by, now=call.now)
    return _line(access.decided_day_for(call.by, call.thing.pk))
