"""What happens to reminders: laid, told, gathered, cancelled, read; letters; wishes; secret addresses."""

from dinhlang.apps.reminders.actions.asking import CannotRemind, Reminded, remind_many
from dinhlang.apps.reminders.actions.gathering import gather_late, read_roundups
from dinhlang.apps.reminders.actions.laying import lay
from dinhlang.apps.reminders.actions.posting import MailServerAway, put_letters, send_due, settle_unsure
from dinhlang.apps.reminders.actions.pushing import (
    CannotPush,
    leave_browser,
    put_pushes,
    send_pushes,
    settle_silent,
    tell_browser,
)
from dinhlang.apps.reminders.actions.reading import read, read_all
from dinhlang.apps.reminders.actions.subscribing import follow, renew, unfollow
from dinhlang.apps.reminders.actions.telling import tell_due
from dinhlang.apps.reminders.actions.wishing import CannotWish, stop_letters, wish

__all__ = [
    "CannotPush",
    "CannotRemind",
    "CannotWish",
    "MailServerAway",
    "Reminded",
    "follow",
    "gather_late",
    "lay",
    "leave_browser",
    "put_letters",
    "put_pushes",
    "read",
    "read_all",
    "read_roundups",
    "remind_many",
    "renew",
    "send_due",
    "send_pushes",
    "settle_silent",
    "settle_unsure",
    "stop_letters",
    "tell_browser",
    "tell_due",
    "unfollow",
    "wish",
]
