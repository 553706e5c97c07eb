"""Reads from above: coverage, a plan for its leader, its new versions, the board, the days."""

from dinhlang.apps.overview.queries.board import (
    OfBody,
    OfPlan,
    bodies_in,
    counted_at,
    in_state,
    numbers_by_state,
    only_place,
    places_of,
    plans_in,
)
from dinhlang.apps.overview.queries.coverage import Coverage, Hole, OwnPlans, coverage_of, holes, own_plans_of
from dinhlang.apps.overview.queries.days import Due, due_by_day, narrowed, plans_with_days, within_reach
from dinhlang.apps.overview.queries.following import Consequence, consequences_of
from dinhlang.apps.overview.queries.leader import (
    STATES,
    Month,
    Row,
    Seen,
    all_cells,
    bodies_of,
    counts_by_task,
    heat_map,
    months_of,
    seen_of,
    sum_of,
)
from dinhlang.apps.overview.queries.timeline import Bar, Timeline, timeline_of

__all__ = [
    "STATES",
    "Bar",
    "Consequence",
    "Coverage",
    "Due",
    "Hole",
    "Month",
    "OfBody",
    "OfPlan",
    "OwnPlans",
    "Row",
    "Seen",
    "Timeline",
    "all_cells",
    "bodies_in",
    "bodies_of",
    "consequences_of",
    "counted_at",
    "counts_by_task",
    "coverage_of",
    "due_by_day",
    "heat_map",
    "holes",
    "in_state",
    "months_of",
    "narrowed",
    "numbers_by_state",
    "only_place",
    "own_plans_of",
    "places_of",
    "plans_in",
    "plans_with_days",
    "seen_of",
    "sum_of",
    "timeline_of",
    "within_reach",
]
