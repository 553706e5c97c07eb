"""What can be done with deadlines: keep them, reckon them anew, move them, tell what they waited for."""

from dinhlang.apps.deadlines.actions.happening import CannotRecord, record_event, withdraw_event
from dinhlang.apps.deadlines.actions.keeping import CannotMove, keep_deadline, set_day
from dinhlang.apps.deadlines.actions.recounting import BATCH, how_many, recount
from dinhlang.apps.deadlines.actions.returning import CannotEnd, end_series, next_milestones, no_longer_comes_back

__all__ = [
    "BATCH",
    "CannotEnd",
    "CannotMove",
    "CannotRecord",
    "end_series",
    "how_many",
    "keep_deadline",
    "next_milestones",
    "no_longer_comes_back",
    "record_event",
    "recount",
    "set_day",
    "withdraw_event",
]
