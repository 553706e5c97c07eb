"""Reads from above: coverage of a plan, a plan for its leader."""

from dinhlang.apps.overview.queries.coverage import Coverage, Hole, OwnPlans, coverage_of, holes, own_plans_of
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

__all__ = [
    "STATES",
    "Consequence",
    "Coverage",
    "Hole",
    "Month",
    "OwnPlans",
    "Row",
    "Seen",
    "all_cells",
    "bodies_of",
    "consequences_of",
    "counts_by_task",
    "coverage_of",
    "heat_map",
    "holes",
    "months_of",
    "own_plans_of",
    "seen_of",
    "sum_of",
]
