"""`read_when`: from phrase to meaning."""

from datetime import date

from dinhlang.pure.dates.calendar import Calendar, default_calendar
from dinhlang.pure.dates.grammar import parts_of
from dinhlang.pure.dates.meaning import meaning_of
from dinhlang.pure.dates.text import line_of
from dinhlang.pure.dates.when import When

LONGEST = 2000  # letters; a phrase of time is a line, the rest of a longer text is not read


def read_when(phrase: str, on: date | None, calendar: Calendar | None = None) -> When:
    """Say what a phrase of time means in a document of a day. Never raises."""
    line = line_of(phrase[:LONGEST])
    meaning = meaning_of(parts_of(line), on, calendar or default_calendar())
    return When(
        phrase, meaning.kind, meaning.start, meaning.due, meaning.recurrence, meaning.waits_for, meaning.minimum
    )
