"""Reads: which rows are missing or obsolete, whom a reminder is told, what calendars and feeds hold."""

from dinhlang.apps.reminders.queries.dispatch import Dispatch, dispatch_of
from dinhlang.apps.reminders.queries.gathered import Gathered, gathered_for, unread_number, unread_roundup
from dinhlang.apps.reminders.queries.shown import (
    Standing,
    changes_of,
    events_of_parts,
    events_of_plan,
    late_lines,
    news_of_plan,
    standing,
    unread_of,
)
from dinhlang.apps.reminders.queries.wanted import lacking_by_day, obsolete, revivable, tides
from dinhlang.apps.reminders.queries.whom import recipients

__all__ = [
    "Dispatch",
    "Gathered",
    "Standing",
    "changes_of",
    "dispatch_of",
    "events_of_parts",
    "events_of_plan",
    "gathered_for",
    "lacking_by_day",
    "late_lines",
    "news_of_plan",
    "obsolete",
    "recipients",
    "revivable",
    "standing",
    "tides",
    "unread_number",
    "unread_of",
    "unread_roundup",
]
