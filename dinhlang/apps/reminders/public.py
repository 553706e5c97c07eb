"""What other rooms may use of reminders."""

from dinhlang.apps.reminders.actions import lay, send_due, tell_due
from dinhlang.apps.reminders.models import Letter, LetterState, Notice, Reminder, ReminderState, Step
from dinhlang.apps.reminders.queries import late_lines, unread_of

__all__ = [
    "Letter",
    "LetterState",
    "Notice",
    "Reminder",
    "ReminderState",
    "Step",
    "late_lines",
    "lay",
    "send_due",
    "tell_due",
    "unread_of",
]
