"""Days and moments around the day on which the demo is made."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

HERE = ZoneInfo("Asia/Ho_Chi_Minh")


def at(day: date, hour: int = 9, minute: int = 0) -> datetime:
    """A moment of a day, as the clocks of Việt Nam show it."""
    return datetime.combine(day, time(hour, minute), tzinfo=HERE)


def near(day: date, number: int) -> date:
    """So many days away; what falls on a weekend goes to the Friday before, or the Monday after, further from today."""
    moved = day + timedelta(days=number)
    if moved.weekday() < 5:
        return moved
    return moved - timedelta(days=moved.weekday() - 4) if number < 0 else moved + timedelta(days=7 - moved.weekday())


def year_of(day: date) -> int:
    """The year whose plans are under way: in the first months people still finish the year before."""
    return day.year if day.month >= 4 else day.year - 1


def plan_days(day: date) -> tuple[date, date]:
    """When the province and the commune issued their plans of the year."""
    year = year_of(day)
    return near(date(year, 1, 20), 0), near(date(year, 2, 9), 0)


LONG_AGO, WHOLE = -20, 150


def due_day(day: date, number: int) -> date:
    """A due day so many days away; early in the year what lies long ago moves closer, to come after the plan."""
    passed = (day - plan_days(day)[1]).days
    return near(day, round(number * passed / WHOLE) if number < LONG_AGO and passed < WHOLE else number)
