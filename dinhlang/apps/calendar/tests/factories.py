"""Decided days of every test."""

from datetime import date

from dinhlang.apps.calendar.actions import add_day
from dinhlang.apps.calendar.models import DecidedDay
from dinhlang.apps.people.tests.factories import NOW, an_administrator

STORM = date(2026, 12, 3)


def a_day_off(day=STORM, *, by=None, **facts) -> DecidedDay:
    """A day on which a storm keeps the offices shut."""
    said = {"works": False, "name": "nghỉ tránh bão", "source": "Công điện 01/CĐ-UBND", "reason": "bão số 9"}
    return add_day(day=day, by=by or an_administrator(), now=NOW, **said | facts)
