"""What is reminded of when, and how calendars, feeds and texts to paste are written. Plain Python."""

from dinhlang.apps.reminders.rules.atom import Item, atom
from dinhlang.apps.reminders.rules.ical import Event, ical
from dinhlang.apps.reminders.rules.moments import (
    AT,
    USUAL_HOUR,
    Come,
    Sum,
    Tide,
    is_gathered,
    last_of_each_chain,
    moment_of,
    sum_of,
)
from dinhlang.apps.reminders.rules.pasted import LONGEST, in_parts, told_together

__all__ = [
    "AT",
    "LONGEST",
    "USUAL_HOUR",
    "Come",
    "Event",
    "Item",
    "Sum",
    "Tide",
    "atom",
    "ical",
    "in_parts",
    "is_gathered",
    "last_of_each_chain",
    "moment_of",
    "sum_of",
    "told_together",
]
