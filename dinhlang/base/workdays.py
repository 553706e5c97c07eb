"""Working days in Việt Nam: not weekends nor holidays, but the Saturdays that a year's decree made working days.

The government moves days each year; the kept library learns them with its next version, so a far day is a forecast.
"""

from datetime import date, timedelta
from functools import lru_cache

import holidays


@lru_cache(maxsize=16)
def _year(year: int) -> holidays.HolidayBase:
    return holidays.country_holidays("VN", years=[year])


def is_working_day(day: date) -> bool:
    """Whether offices work on the day."""
    return bool(_year(day.year).is_working_day(day))


def after_working_days(begin: date, number: int) -> date:
    """The last day of a span of working days; the day on which it begins does not count."""
    day, left = begin, number
    while left:
        day += timedelta(days=1)
        left -= is_working_day(day)
    return day


def on_or_after(day: date) -> date:
    """The day itself if offices work, else the next on which they do."""
    while not is_working_day(day):
        day += timedelta(days=1)
    return day
