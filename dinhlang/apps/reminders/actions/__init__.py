"""What happens to reminders: laid, told, cancelled, read; letters; what people wish; their secret addresses."""

from dinhlang.apps.reminders.actions.asking import CannotRemind, Reminded, remind_many
from dinhlang.apps.reminders.actions.laying import lay
from dinhlang.apps.reminders.actions.posting import MailServerAway, put_letters, send_due, settle_unsure
from dinhlang.apps.reminders.actions.reading import read, read_all
from dinhlang.apps.reminders.actions.subscribing import follow, renew, unfollow
from dinhlang.apps.reminders.actions.telling import tell_due
from dinhlang.apps.reminders.actions.wishing import CannotWish, stop_letters, wish

__all__ = [
    "CannotRemind",
    "CannotWish",
    "MailServerAway",
    "Reminded",
    "follow",
    "lay",
    "put_letters",
    "read",
    "read_all",
    "remind_many",
    "renew",
    "send_due",
    "settle_unsure",
    "stop_letters",
    "tell_due",
    "unfollow",
    "wish",
]
