"""Reading a plan as a careful official reads it: from its text to its frame, duties, times and reports."""

from dinhlang.pure.reading.findings import Duty, Report
from dinhlang.pure.reading.heading import Heading, read_heading
from dinhlang.pure.reading.names import split_names
from dinhlang.pure.reading.reading import Reading, read

__all__ = ["Duty", "Heading", "Reading", "Report", "read", "read_heading", "split_names"]
