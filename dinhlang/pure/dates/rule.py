"""A rhythm with the days it falls on, and how that is written as a rule of RFC 5545."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from dinhlang.pure.dates.parts import Rhythm

_FREQ = {
    "minute": "MINUTELY",
    "hour": "HOURLY",
    "day": "DAILY",
    "week": "WEEKLY",
    "month": "MONTHLY",
    "quarter": "MONTHLY",
    "year": "YEARLY",
}


@dataclass
class Rule:
    """One rhythm with the days it falls on."""

    rhythm: Rhythm
    days: list[int] = field(default_factory=list)
    months: list[int] = field(default_factory=list)
    weekdays: list[str] = field(default_factory=list)
    hours: list[tuple[int, int]] = field(default_factory=list)
    dated: int = 0


def written(rule: Rule, until: date | None) -> str:
    """The rule in the words of RFC 5545, its keys in the order of the conventions."""
    freq, interval = _rhythm_of(rule)
    days = sorted(set(rule.days), key=lambda day: (day < 0, day))
    if rule.months and (len(days) > 1 or len(rule.days) < len(set(rule.months))):
        days = []  # one number must serve all months
    counted = rule.rhythm.times > 1 and not (rule.hours or rule.weekdays or rule.months or rule.days)
    pieces: dict[str, Sequence[object]] = {
        "FREQ": [freq],
        "INTERVAL": [interval] if interval > 1 else [],
        "BYMONTH": _once(rule.months, rule),
        "BYMONTHDAY": days,
        "BYDAY": rule.weekdays,
        "BYHOUR": [hour for hour, _ in rule.hours],
        "BYMINUTE": [minute for _, minute in rule.hours],
        "UNTIL": [f"{until:%Y%m%d}"] if until else [],
        "X-TIMES": [rule.rhythm.times] if counted else [],
    }
    said = {key: ",".join(dict.fromkeys(str(value) for value in values)) for key, values in pieces.items()}
    return ";".join(f"{key}={values}" for key, values in said.items() if values)


def _rhythm_of(rule: Rule) -> tuple[str, int]:
    unit, interval = rule.rhythm.unit, rule.rhythm.interval
    if rule.months:
        return "YEARLY", interval if unit == "year" else 1
    return _FREQ[unit], interval * 3 if unit == "quarter" else interval


def _once(months: list[int], rule: Rule) -> list[int]:
    return sorted(set(months)) if rule.dated != 1 or len(set(months)) < 3 else list(dict.fromkeys(months))
