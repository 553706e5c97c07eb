"""What can be done with deadlines: keep them, reckon them anew, move them, tell what they waited for."""

from dinhlang.apps.deadlines.actions.carrying import carry_over
from dinhlang.apps.deadlines.actions.chaining import (
    CannotChain,
    LevelFacts,
    change_chain,
    end_chain,
    latest_move,
    lay_chain,
    recount_chains,
)
from dinhlang.apps.deadlines.actions.happening import CannotRecord, record_event, withdraw_event
from dinhlang.apps.deadlines.actions.keeping import keep_deadline, set_day
from dinhlang.apps.deadlines.actions.law_words import law_article, law_words
from dinhlang.apps.deadlines.actions.lawful import BreaksTheLaw, CannotName, must_keep_to_law, name_law
from dinhlang.apps.deadlines.actions.own_sitting import (
    CannotSit,
    follow_sittings,
    link_own_sitting,
    recount_own,
)
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
    "BreaksTheLaw",
    "CannotChain",
    "CannotEnd",
    "CannotKeep",
    "CannotName",
    "CannotRecord",
    "CannotSit",
    "LevelFacts",
    "cancel_session",
    "carry_over",
    "change_chain",
    "end_chain",
    "end_series",
    "follow_sittings",
    "how_many",
    "keep_deadline",
    "keep_session",
    "latest_move",
    "law_article",
    "law_words",
    "lay_chain",
    "link_own_sitting",
    "link_session",
    "move_session",
    "must_keep_to_law",
    "name_law",
    "next_milestones",
    "no_longer_comes_back",
    "record_event",
    "recount",
    "recount_chains",
    "recount_own",
    "set_day",
    "withdraw_event",
]
