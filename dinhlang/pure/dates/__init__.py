"""Time as Vietnamese officials write it: from phrase to meaning."""

from dinhlang.pure.dates.calendar import Calendar, CannotCount, Change, changes_in, default_calendar
from dinhlang.pure.dates.counting import Count, count_of
from dinhlang.pure.dates.occurring import is_weekly, makes_occurrences, occurrences
from dinhlang.pure.dates.prose import Found, times_in
from dinhlang.pure.dates.reading import LONGEST, VERSION, read_when
from dinhlang.pure.dates.when import KINDS, Kind, Minimum, When

__all__ = [
    "KINDS", "LONGEST", "VERSION", "Calendar", "CannotCount", "Change", "Count", "Found", "Kind", "Minimum", "When",
    "changes_in", "count_of", "default_calendar", "is_weekly", "makes_occurrences", "occurrences", "read_when",
    "times_in",
]  # fmt: skip
