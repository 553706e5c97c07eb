"""What other rooms may use of reminders."""

from dinhlang.apps.reminders.actions import lay, send_due, tell_due
from dinhlang.apps.reminders.models import Letter, LetterState, Notice, Reminder, ReminderState, Step
from dinhlang.apps.reminders.queries import Dispatch, dispatch_of, late_lines, unread_of

__all__ = [
    "Dispatch",
    "Letter",
    "LetterState",
    "Notice",
    "Reminder",
    "ReminderState",
    "Step",
    "dispatch_of",
    "late_lines",
    "lay",
    "send_due",
    "tell_due",
    "unread_of",
]
