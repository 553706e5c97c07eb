"""A rule of return (RFC 5545, as `pure/dates` writes it): its first days, and how people say it. Plain Python."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from dinhlang.pure.dates import Calendar, read_when
from dinhlang.pure.viet import short_day

BETWEEN = " | "
"""Stands between the rules of one phrase: "hằng tháng, quý, năm"."""
_EVERY = {
    "MINUTELY": ("từng phút", "phút"),
    "HOURLY": ("hằng giờ", "giờ"),
    "DAILY": ("hằng ngày", "ngày"),
    "WEEKLY": ("hằng tuần", "tuần"),
    "MONTHLY": ("hằng tháng", "tháng"),
    "YEARLY": ("hằng năm", "năm"),
}
_WEEKDAYS = {
    "MO": "thứ Hai", "TU": "thứ Ba", "WE": "thứ Tư", "TH": "thứ Năm", "FR": "thứ Sáu", "SA": "thứ Bảy",
    "SU": "Chủ nhật",
}  # fmt: skip


def rhythm_of(
    words: str, on: date | None, *, first: date | None, calendar: Calendar | None = None
) -> tuple[str, list[date]]:
    """The rule and its first days on time.

    A draft has no date, so "trước ngày 05 tháng 6 và trước ngày 25 tháng 11 hằng năm" has no year to begin in: the day
    with which it was handed out says it, and takes the place of the day of its own month. Nothing of the year is lost.
    """
    when = read_when(words, on, calendar)
    rule, days = when.recurrence or "", list(when.due)
    if days or first is None or when.kind != "periodic":
        return rule, days or ([first] if first else [])
    begun = read_when(words, first, calendar)
    if on is not None or not (begun.recurrence or "").startswith("FREQ=YEARLY") or not begun.due:
        return rule, [first]
    others = [day for day in begun.due if (day.year, day.month) != (first.year, first.month)]
    rest = ";".join(piece for piece in begun.recurrence.split(";") if not piece.startswith("BYMONTHDAY="))  # type: ignore[union-attr]
    return rest, sorted([first, *others])


def said(rule: str, first: Iterable[date] = ()) -> str:
    """ "hằng năm, vào ngày 04/6 và 24/11": never the rule as programs write it."""
    anchors = sorted(first)
    return "; ".join(_said(one, anchors) for one in rule.split(BETWEEN) if one)


def _said(rule: str, anchors: Sequence[date]) -> str:
    parts = dict(piece.split("=", 1) for piece in rule.split(";") if "=" in piece)
    told = [_every(parts.get("FREQ", ""), int(parts.get("INTERVAL", "1"))), *_when(parts, anchors)]
    if "X-TIMES" in parts:
        told[0] += f", {int(parts['X-TIMES'])} lần"
    if until := parts.get("UNTIL"):
        told.append(f"đến ngày {short_day(date(int(until[:4]), int(until[4:6]), int(until[6:8])))}")
    return ", ".join(told)


def _every(freq: str, interval: int) -> str:
    if freq == "MONTHLY" and interval == 3:
        return "hằng quý"
    always, unit = _EVERY.get(freq, ("nhiều lần", "lần"))
    return always if interval == 1 else f"{interval} {unit} một lần"


def _when(parts: dict[str, str], anchors: Sequence[date]) -> list[str]:
    """On which days of the week, the month or the year."""
    months = [int(one) for one in parts.get("BYMONTH", "").split(",") if one]
    numbers = [int(one) for one in parts.get("BYMONTHDAY", "").split(",") if one]
    if parts.get("FREQ") == "YEARLY":
        return _of_the_year(months, numbers, anchors)
    if numbers:
        return [f"vào {_and(map(_day_of_month, numbers))}"]
    if "BYDAY" in parts:
        return [f"vào {_and(_weekday(one) for one in parts['BYDAY'].split(','))}"]
    return []


def _of_the_year(months: list[int], numbers: list[int], anchors: Sequence[date]) -> list[str]:
    if months and numbers:
        return [f"vào {_and(f'{_day_of_month(number)} tháng {month}' for month in months for number in numbers)}"]
    named = [day for day in anchors if not months or day.month in months]
    if named:
        return [f"vào ngày {_and(dict.fromkeys(f'{day:%d}/{day.month}' for day in sorted(named, key=_of_year)))}"]
    return [f"vào tháng {_and(map(str, months))}"] if months else []


def _of_year(day: date) -> tuple[int, int]:
    return day.month, day.day


def _day_of_month(number: int) -> str:
    if number > 0:
        return f"ngày {number:02}"
    return "ngày cuối tháng" if number == -1 else f"ngày thứ {-number} từ cuối tháng"


def _weekday(rule: str) -> str:
    nth, name = int(rule[:-2] or 0), _WEEKDAYS.get(rule[-2:], "")
    if not nth:
        return name
    return f"{name} cuối cùng của tháng" if nth == -1 else f"{name} thứ {nth} của tháng"


def _and(words: Iterable[str]) -> str:
    *rest, last = words
    return f"{', '.join(rest)} và {last}" if rest else last


_PIECES = re.compile(r"[;\n]|,(?=\s)|\svà\s")


def words_of_days(words: str, on: date | None, calendar: Calendar | None = None) -> dict[date, str]:
    """Of a phrase that names several days, the piece that names each: "31/10 (đợt 1); 31/3 (đợt 2)"."""
    found: dict[date, str] = {}
    for piece in (one.strip(" .") for one in _PIECES.split(words)):
        for day in read_when(piece, on, calendar).due if piece else ():
            found.setdefault(day, piece)
    return found
