"""Working days in Việt Nam: not weekends nor holidays, but the Saturdays that a year's decree made working days.

They are counted as deadlines in documents are (`pure.dates`): the kept library under the list of decisions, and under
the lines that this house added where a room hands its calendar over. A far day is a forecast.
"""

from datetime import date, timedelta

from dinhlang.pure.dates import Calendar, default_calendar


def is_working_day(day: date, calendar: Calendar | None = None) -> bool:
    """Whether offices work on the day."""
    return (calendar or default_calendar()).works_on(day)


def after_working_days(begin: date, number: int, calendar: Calendar | None = None) -> date:
    """The last day of a span of working days; the day on which it begins does not count."""
    return (calendar or default_calendar()).counted(begin, number)[0]


def on_or_after(day: date, calendar: Calendar | None = None) -> date:
    """The day itself if offices work, else the next on which they do."""
    while not is_working_day(day, calendar):
        day += timedelta(days=1)
    return day
