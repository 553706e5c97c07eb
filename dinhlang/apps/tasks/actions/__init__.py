"""What can be done with tasks: hand out, tell progress, decide, change."""

from dinhlang.apps.tasks.actions.changing import CannotChange, change_due, follow, take_off, withdraw_task
from dinhlang.apps.tasks.actions.deciding import (
    CannotAccept,
    CannotReturn,
    accept,
    accept_many,
    return_,
    return_many,
)
from dinhlang.apps.tasks.actions.handing_out import CannotHandOut, Chosen, add_members, hand_out
from dinhlang.apps.tasks.actions.telling import (
    CannotDecline,
    CannotReceive,
    CannotTell,
    decline,
    receive,
    submit,
    tell_progress,
)

__all__ = [
    "CannotAccept",
    "CannotChange",
    "CannotDecline",
    "CannotHandOut",
    "CannotReceive",
    "CannotReturn",
    "CannotTell",
    "Chosen",
    "accept",
    "accept_many",
    "add_members",
    "change_due",
    "decline",
    "follow",
    "hand_out",
    "receive",
    "return_",
    "return_many",
    "submit",
    "take_off",
    "tell_progress",
    "withdraw_task",
]
