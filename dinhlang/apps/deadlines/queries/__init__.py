"""Reads of deadlines and of the chains of reports."""

from dinhlang.apps.deadlines.queries.chains import (
    Mine,
    Row,
    any_chain,
    chain_day_among,
    chain_day_of,
    chain_naming,
    chains_of,
    days_of_mine,
    kinds_under,
    reason,
    rows_of,
    said_against,
    senders_of,
    why_of,
)
from dinhlang.apps.deadlines.queries.days import Day, days_of, event_of, sessions_for, sessions_of, withdrawn_events
from dinhlang.apps.deadlines.queries.laws import by_law_of, proposed_laws
from dinhlang.apps.deadlines.queries.sittings import (
    OwnDay,
    Sittings,
    councils_of,
    own_day_of,
    own_sessions_for,
    sittings_of,
)

__all__ = [
    "Day",
    "Mine",
    "OwnDay",
    "Row",
    "Sittings",
    "any_chain",
    "by_law_of",
    "chain_day_among",
    "chain_day_of",
    "chain_naming",
    "chains_of",
    "councils_of",
    "days_of",
    "days_of_mine",
    "event_of",
    "kinds_under",
    "own_day_of",
    "own_sessions_for",
    "proposed_laws",
    "reason",
    "rows_of",
    "said_against",
    "senders_of",
    "sessions_for",
    "sessions_of",
    "sittings_of",
    "why_of",
    "withdrawn_events",
]
