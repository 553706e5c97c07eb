"""Reading a plan as a careful official reads it: from its text to its frame, duties, times and reports."""

from dinhlang.pure.reading.findings import Duty, Report
from dinhlang.pure.reading.grids import is_column
from dinhlang.pure.reading.heading import Heading, read_heading
from dinhlang.pure.reading.labels import begins_with_label
from dinhlang.pure.reading.names import split_names
from dinhlang.pure.reading.paths import path_at
from dinhlang.pure.reading.reading import Reading, read

__all__ = [
    "Duty",
    "Heading",
    "Reading",
    "Report",
    "begins_with_label",
    "is_column",
    "path_at",
    "read",
    "read_heading",
    "split_names",
]
