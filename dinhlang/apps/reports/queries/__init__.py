"""Reads: how a plan stood, and what the pages of reports show of it."""

from dinhlang.apps.reports.queries.gathering import body_of, figures_of, receiver_of, subject, subject_of
from dinhlang.apps.reports.queries.shown import (
    changes_shown,
    counted_in,
    figures_shown,
    heading_of,
    listed,
    reports_of_plan,
    rows_counted,
    years_of,
)

__all__ = [
    "body_of",
    "changes_shown",
    "counted_in",
    "figures_of",
    "figures_shown",
    "heading_of",
    "listed",
    "receiver_of",
    "reports_of_plan",
    "rows_counted",
    "subject",
    "subject_of",
    "years_of",
]
