"""Which day a rule of time leads to, once the day is known from which it is counted."""

from datetime import date

from dinhlang.pure.dates import Calendar, Count
from dinhlang.pure.law.rule import Measure, Rule, Unit

_UNITS = {Unit.DAYS: ("day", False), Unit.WORKING_DAYS: ("day", True), Unit.MONTHS: ("month", False)}


def count_of_rule(rule: Rule) -> Count | None:
    """The length of a rule, as the house counts lengths; None for a rule that counts no time."""
    if rule.number is None or rule.unit not in _UNITS:
        return None
    unit, working = _UNITS[rule.unit]
    return Count(rule.number, unit, working, back=rule.measure is Measure.AHEAD)


def law_day(rule: Rule, begin: date, calendar: Calendar) -> Count | None:
    """The length counted from a day: its end, and the days passed over. None for a rule that counts no time."""
    count = count_of_rule(rule)
    return count.from_day(begin, calendar) if count else None


def latest_by_law(rule: Rule, begin: date, calendar: Calendar) -> date | None:
    """The latest day that a rule leaves; None for a rule that sets a least length, or counts no time."""
    counted = law_day(rule, begin, calendar)
    return None if counted is None or rule.measure is Measure.AT_LEAST else counted.end
