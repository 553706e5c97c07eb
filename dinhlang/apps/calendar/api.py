"""The door of this room: the days off of a year, as this house counts them."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.calendar import access, queries
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
    }
