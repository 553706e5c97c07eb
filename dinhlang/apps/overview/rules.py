"""Kinds of holes in a cascade, cells of a heat map, weeks and months of a calendar. Plain Python."""

from calendar import Calendar
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class HoleKind(StrEnum):
    """What can be amiss between a plan and those below it; in the order in which a superior asks."""

    UNHANDED = "chua-giao"
    NOT_TAKEN = "chua-ai-lam"
    NO_PLAN = "chua-co-ke-hoach"
    TOO_LATE = "lech-han"


@dataclass(frozen=True)
class Cell:
    """How far one body is with one task, as a kind of mark; `partner` helps and is never late."""

    pk: int
    kind: str
    state: str
    is_partner: bool = False
    days_late: int = 0


_KINDS = {
    "waiting": "none",
    "doing": "doing",
    "submitted": "waiting",
    "returned": "returned",
    "accepted": "done",
    "declined": "none",
}
_OPEN = ("waiting", "doing", "returned")
SOON = timedelta(days=3)


def cell_of(pk: int, *, part: str, state: str, due: date | None, on: date) -> Cell:
    """What matters most: late first, then what is due in a few days, then the state."""
    is_partner = part == "partner"
    kind, late = _KINDS.get(state, "none"), 0
    if state in _OPEN and due is not None and not is_partner:
        if due < on:
            kind, late = "late", (on - due).days
        elif state == "waiting" and due - on <= SOON:
            kind = "soon"
    return Cell(pk, kind, state, is_partner, late)


def day_of_most(days: Iterable[date | None]) -> date | None:
    """The day that most have; of as many the earlier one, and no day only where nobody has one."""
    counted = Counter(day for day in days if day is not None)
    return min(counted, key=lambda day: (-counted[day], day), default=None)


def weeks_of(month: date) -> list[list[date]]:
    """The days of a month in weeks from Monday, with those of its neighbours that fill the first and the last."""
    return Calendar().monthdatescalendar(month.year, month.month)


def week_of(day: date) -> list[date]:
    """Monday to Sunday."""
    monday = day - timedelta(days=day.weekday())
    return [monday + timedelta(days=n) for n in range(7)]


def month_after(day: date, months: int) -> date:
    """The first day of the month so many months on; kept within the years that a date knows."""
    number = min(max(day.year * 12 + day.month - 1 + months, 12), 9999 * 12 - 1)
    return date(number // 12, number % 12 + 1, 1)


MONTHS_SHOWN = 12
"""So many months stand side by side in a timeline at most."""

BEFORE_TODAY = 5
"""So many months before the present one are shown where a plan runs longer than that."""


@dataclass(frozen=True)
class Span:
    """Where a bar lies among the columns: so many before it, so many under it, so many after it; is it cut off?"""

    lead: int
    length: int
    rest: int
    from_before: bool = False
    goes_on: bool = False


def months_shown(spans: Sequence[tuple[date, date]], *, on: date, first: date | None = None) -> list[date]:
    """The first days of the months of a timeline: all that the spans touch, or a year of them."""
    begins = month_after(min((min(pair) for pair in spans), default=on), 0)
    ends = month_after(max((max(pair) for pair in spans), default=on), 0)
    number = _months_between(begins, ends) + 1
    if first is not None:
        begins, number = month_after(first, 0), MONTHS_SHOWN
    elif number > MONTHS_SHOWN:
        latest = month_after(ends, 1 - MONTHS_SHOWN)
        begins, number = min(max(begins, month_after(on, -BEFORE_TODAY)), latest), MONTHS_SHOWN
    return [month_after(begins, n) for n in range(number)]


def _months_between(one: date, other: date) -> int:
    return (other.year - one.year) * 12 + other.month - one.month


def span_of(begins: date, ends: date, months: Sequence[date]) -> Span | None:
    """A bar from a day to a day among these months; None where it lies outside of them."""
    low, high = _months_between(months[0], begins), _months_between(months[0], ends)
    last = len(months) - 1
    if high < 0 or low > last:
        return None
    lead, end = max(low, 0), min(high, last)
    return Span(lead, end - lead + 1, last - end, from_before=low < 0, goes_on=high > last)


def state_of_place(*, done: int, submitted: int, doing: int, late: int, rest: int) -> str:
    """What matters most of what the bodies of a place owe."""
    if late:
        return "late"
    if submitted:
        return "waiting"
    if done and not doing and not rest:
        return "done"
    return "doing" if doing or done else "none"


_SAVED = ("/toan-canh/", "/nhiem-vu/", "/ke-hoach/")


def may_be_saved(address: str) -> bool:
    """Only pages of this house that are looked at; never another host, never an act."""
    path = address.partition("?")[0]
    is_plain = len(address) <= 1000 and address.isprintable() and "\\" not in address
    return is_plain and path.startswith(_SAVED) and "//" not in path and ".." not in path
