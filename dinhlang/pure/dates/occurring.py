"""The days on which a rule of RFC 5545 falls, as `read_when` writes such rules.

Only what the reader writes is understood: a rhythm of weeks, months or years with days of the month, weekdays or
months, and an end. A day that a month lacks is that month's last ("ngày 30 hằng tháng" in February). A rule that names
no days takes them from the first days on time; without any it falls on none, and somebody has to say the first.
"""

import calendar as _months
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_LONGEST = 60 * 366  # days looked ahead at most


def occurrences(rule: str, anchors: Iterable[date], *, after: date, upto: date) -> list[date]:
    """The days of a recurrence later than one day and not later than another, in order.

    `anchors` are the first days on time: they say which month, week or day is meant where the rule does not.
    """
    first = sorted(anchors)
    upto = min(upto, after + timedelta(days=_LONGEST)) if after < date.max - timedelta(days=_LONGEST) else upto
    found: set[date] = set()
    for one in rule.split(" | "):
        found |= set(_of(_parts(one), first, after, upto))
    return sorted(day for day in found if after < day <= upto)


def makes_occurrences(rule: str, anchors: Iterable[date]) -> bool:
    """Whether the rule falls on days at all: each hour or day is no occurrence to hand in, and nor is a bare rhythm."""
    first = sorted(anchors)
    return any(
        _parts(one).get("FREQ") in {"WEEKLY", "MONTHLY", "YEARLY"} and (first or _names_days(_parts(one)))
        for one in rule.split(" | ")
    )


def is_weekly(rule: str) -> bool:
    """Whether it comes back within weeks."""
    return "FREQ=WEEKLY" in rule


def _parts(rule: str) -> dict[str, str]:
    return dict(piece.split("=", 1) for piece in rule.split(";") if "=" in piece)


def _names_days(parts: dict[str, str]) -> bool:
    return "BYDAY" in parts or ("BYMONTHDAY" in parts and (parts["FREQ"] == "MONTHLY" or "BYMONTH" in parts))


def _of(parts: dict[str, str], anchors: list[date], after: date, upto: date) -> Iterator[date]:
    until = parts.get("UNTIL", "")[:8]
    if until:
        upto = min(upto, date(int(until[:4]), int(until[4:6]), int(until[6:8])))
    if not (anchors or _names_days(parts)):
        return
    if parts["FREQ"] == "WEEKLY":
        yield from _weekly(parts, anchors, after, upto)
    elif parts["FREQ"] in {"MONTHLY", "YEARLY"}:
        yield from _monthly(parts, anchors, after, upto)


def _weekly(parts: dict[str, str], anchors: list[date], after: date, upto: date) -> Iterator[date]:
    start = anchors[0] if anchors else after + timedelta(days=1)
    named = [_WEEKDAYS.index(day[-2:]) for day in parts["BYDAY"].split(",")] if "BYDAY" in parts else [start.weekday()]
    monday, interval = start - timedelta(days=start.weekday()), int(parts.get("INTERVAL", "1"))
    behind = max(0, (after - monday).days // (7 * interval))
    monday += timedelta(days=7 * interval * behind)
    while monday <= upto:
        yield from (day for weekday in named if (day := monday + timedelta(days=weekday)) >= start)
        monday += timedelta(days=7 * interval)


def _monthly(parts: dict[str, str], anchors: list[date], after: date, upto: date) -> Iterator[date]:
    interval = int(parts.get("INTERVAL", "1"))
    start = anchors[0] if anchors else None
    for year, month in _months_between(after, upto):
        wanted = _anchors_of(parts, anchors, interval, year, month)
        if wanted is None:
            continue
        for day in _days_in(parts, wanted, year, month):
            if start is None or day >= start:
                yield day


def _months_between(after: date, upto: date) -> Iterator[tuple[int, int]]:
    for number in range(after.year * 12 + after.month - 1, upto.year * 12 + upto.month):
        yield number // 12, number % 12 + 1


def _anchors_of(parts: dict[str, str], anchors: list[date], interval: int, year: int, month: int) -> list[date] | None:
    """Which first days speak for a month; None where the rule does not fall into it."""
    if "BYMONTH" in parts:
        if str(month) not in parts["BYMONTH"].split(","):
            return None
        if anchors and parts["FREQ"] == "YEARLY" and (year - anchors[0].year) % interval:
            return None
        return [day for day in anchors if day.month == month] or anchors[:1]
    if not anchors:
        return []
    step = interval * (12 if parts["FREQ"] == "YEARLY" else 1)
    times = int(parts.get("X-TIMES", "1"))
    step = step // times if step % times == 0 else step  # "02 lần/năm" names no days: as far apart as can be
    fitting = [day for day in anchors if ((year - day.year) * 12 + month - day.month) % step == 0]
    return fitting or None


def _days_in(parts: dict[str, str], anchors: list[date], year: int, month: int) -> Iterator[date]:
    last = _months.monthrange(year, month)[1]
    if "BYMONTHDAY" in parts:
        for number in map(int, parts["BYMONTHDAY"].split(",")):
            yield date(year, month, max(1, last + 1 + number) if number < 0 else min(number, last))
    elif "BYDAY" in parts:
        for weekday in parts["BYDAY"].split(","):
            yield from _weekdays_in(weekday, year, month, last)
    else:
        yield from (date(year, month, min(day.day, last)) for day in anchors)


def _weekdays_in(weekday: str, year: int, month: int, last: int) -> Iterator[date]:
    """ "2MO" is the second Monday of the month, "-1FR" its last Friday, "MO" each Monday."""
    number = _WEEKDAYS.index(weekday[-2:])
    days = [date(year, month, day) for day in range(1, last + 1) if date(year, month, day).weekday() == number]
    nth = int(weekday[:-2] or 0)
    if not nth:
        yield from days
    elif abs(nth) <= len(days):
        yield days[nth - 1] if nth > 0 else days[nth]
