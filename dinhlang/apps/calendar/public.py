"""What other rooms may use of the calendar."""

from dinhlang.apps.calendar.access import may_amend
from dinhlang.apps.calendar.actions import CannotAmend, add_day, withdraw_day
from dinhlang.apps.calendar.models import DecidedDay
from dinhlang.apps.calendar.queries import calendar_in_force, said_versions
from dinhlang.apps.calendar.signals import calendar_amended

__all__ = [
    "CannotAmend",
    "DecidedDay",
    "add_day",
    "calendar_amended",
    "calendar_in_force",
    "may_amend",
    "said_versions",
    "withdraw_day",
]
