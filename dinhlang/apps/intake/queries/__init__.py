"""Reads of documents that arrived: the list, their lines, who is meant by a name, what looks the same."""

from dinhlang.apps.intake.queries.documents import (
    NEAR_ENOUGH,
    Line,
    Spot,
    all_found,
    fingerprint,
    found_as,
    lines_of,
    listed,
    marks_of,
    next_of,
    readable_by,
    twin_of,
    units_called,
    units_near,
)

__all__ = [
    "NEAR_ENOUGH",
    "Line",
    "Spot",
    "all_found",
    "fingerprint",
    "found_as",
    "lines_of",
    "listed",
    "marks_of",
    "next_of",
    "readable_by",
    "twin_of",
    "units_called",
    "units_near",
]
