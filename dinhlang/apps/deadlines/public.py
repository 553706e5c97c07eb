"""What other rooms may use of deadlines."""

from dinhlang.apps.deadlines.actions import (
    CannotEnd,
    carry_over,
    end_series,
    follow_sittings,
    keep_deadline,
    keep_session,
    must_keep_to_law,
    next_milestones,
    no_longer_comes_back,
    set_day,
)
from dinhlang.apps.deadlines.kinds import Holder, Moved, holder
from dinhlang.apps.deadlines.models import Deadline, Milestone
from dinhlang.apps.deadlines.queries import (
    OwnDay,
    Sittings,
    chain_day_of,
    councils_of,
    milestones_said,
    own_day_of,
    sittings_of,
)

__all__ = [
    "CannotEnd",
    "Deadline",
    "Holder",
    "Milestone",
    "Moved",
    "OwnDay",
    "Sittings",
    "carry_over",
    "chain_day_of",
    "councils_of",
    "end_series",
    "follow_sittings",
    "holder",
    "keep_deadline",
    "keep_session",
    "milestones_said",
    "must_keep_to_law",
    "next_milestones",
    "no_longer_comes_back",
    "own_day_of",
    "set_day",
    "sittings_of",
]
