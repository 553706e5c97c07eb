"""What can be done with tasks: hand out, tell progress, decide, change."""

from dinhlang.apps.tasks.actions.changing import CannotChange, change_due, take_off, withdraw_task
from dinhlang.apps.tasks.actions.deciding import (
    CannotAccept,
    CannotReturn,
    accept,
    accept_many,
    return_,
    return_many,
)
from dinhlang.apps.tasks.actions.extending import CannotExtend, answer_extension, ask_extension
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
from dinhlang.apps.tasks.actions.timing import (
    keep_missing_times,
    open_occurrences,
    series_to_open,
    still_open,
    take_over,
)

__all__ = [
    "CannotAccept",
    "CannotChange",
    "CannotDecline",
    "CannotExtend",
    "CannotHandOut",
    "CannotReceive",
    "CannotReturn",
    "CannotTell",
    "Chosen",
    "accept",
    "accept_many",
    "add_members",
    "answer_extension",
    "ask_extension",
    "change_due",
    "decline",
    "hand_out",
    "keep_missing_times",
    "open_occurrences",
    "receive",
    "return_",
    "return_many",
    "series_to_open",
    "still_open",
    "submit",
    "take_off",
    "take_over",
    "tell_progress",
    "withdraw_task",
]
