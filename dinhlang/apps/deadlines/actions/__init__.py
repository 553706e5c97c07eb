"""What can be done with deadlines: keep them, reckon them anew, move them, tell what they waited for."""

from dinhlang.apps.deadlines.actions.carrying import carry_over
from dinhlang.apps.deadlines.actions.happening import CannotRecord, record_event, withdraw_event
from dinhlang.apps.deadlines.actions.keeping import keep_deadline, set_day
from dinhlang.apps.deadlines.actions.recounting import BATCH, how_many, recount
from dinhlang.apps.deadlines.actions.returning import CannotEnd, end_series, next_milestones, no_longer_comes_back
from dinhlang.apps.deadlines.actions.sitting import (
    CannotKeep,
    cancel_session,
    keep_session,
    link_session,
    move_session,
)

__all__ = [
    "BATCH",
    "CannotEnd",
    "CannotKeep",
    "CannotRecord",
    "cancel_session",
    "carry_over",
    "end_series",
    "how_many",
    "keep_deadline",
    "keep_session",
    "link_session",
    "move_session",
    "next_milestones",
    "no_longer_comes_back",
    "record_event",
    "recount",
    "set_day",
    "withdraw_event",
]
