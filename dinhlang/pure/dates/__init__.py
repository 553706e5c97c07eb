"""Time as Vietnamese officials write it: from phrase to meaning."""

from dinhlang.pure.dates.calendar import Calendar, Change, changes_in, default_calendar
from dinhlang.pure.dates.prose import Found, times_in
from dinhlang.pure.dates.reading import LONGEST, read_when
from dinhlang.pure.dates.when import KINDS, Kind, Minimum, When

__all__ = [
    "KINDS", "LONGEST", "Calendar", "Change", "Found", "Kind", "Minimum", "When", "changes_in", "default_calendar",
    "read_when", "times_in",
]  # fmt: skip
