"""Reads of documents that arrived: the list, their lines, who is meant by a name, what looks the same."""

from dinhlang.apps.intake.queries.bodies import Bodies, Meaning
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
from dinhlang.apps.intake.queries.twins import Twin, in_work, twin_by_file, twin_in_numbers, twin_in_words

__all__ = [
    "NEAR_ENOUGH",
    "Bodies",
    "Line",
    "Meaning",
    "Spot",
    "Twin",
    "all_found",
    "fingerprint",
    "found_as",
    "in_work",
    "lines_of",
    "listed",
    "marks_of",
    "next_of",
    "readable_by",
    "twin_by_file",
    "twin_in_numbers",
    "twin_in_words",
    "twin_of",
    "units_called",
    "units_near",
]
