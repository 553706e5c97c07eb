"""When which step is due, and what it says on a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo

AT = time(6, 0)
"""At this hour a day's reminders come into the house; letters go later, at the hour each person chose."""

USUAL_HOUR = 7


@dataclass(frozen=True)
class Tide:
    """A step and its days: seven days before, the day itself, one day after."""

    step: str
    days: int

    @property
    def shift(self) -> int:
        """By how many days it comes after the day that it is counted from."""
        return -self.days if self.step == "before" else self.days

    @property
    def hangs_on_due(self) -> bool:
        """All do but one: "not received" counts from the day of handing out."""
        return self.step != "unreceived"


def moment_of(tide: Tide, anchor: date, *, zone: tzinfo) -> datetime:
    """The moment at which a step is due."""
    return datetime.combine(anchor + timedelta(days=tide.shift), AT, tzinfo=zone)


CHAINS = {"before": "doer", "on": "doer", "after": "doer", "unreceived": "doer", "leader": "leader", "asked": "asked"}
"""Who is told of what comes together: one sentence to those who do the work, one to the leader, and what was asked."""


@dataclass(frozen=True)
class Come:
    """A reminder whose moment has come, as far as it matters here."""

    key: int
    assignment: int
    step: str
    due_at: datetime


def last_of_each_chain(come: Iterable[Come]) -> set[int]:
    """Of those that come together, only the latest of each kind is told: after a missed week nobody reads four.

    What hangs on the due day says more than "not received".
    """
    latest: dict[tuple[int, str], Come] = {}
    for one in sorted(come, key=lambda one: (one.step != "unreceived", one.due_at, one.key)):
        latest[one.assignment, CHAINS[one.step]] = one
    return {one.key for one in latest.values()}


def is_gathered(*, last: date | None, latest: date, day: date, every: int) -> bool:
    """Whether those who handed work out are told anew what is late: something passed its day since, or long ago.

    `latest` is the last due day among what is late. A night that was missed leaves nothing out: the last time counts.
    """
    if last is None:
        return True
    return last < day and (latest >= last or (day - last).days >= every)


@dataclass(frozen=True)
class Sum:
    """What there is to say: which sentence, and its number of days."""

    kind: str
    days: int


def sum_of(step: str, *, anchor: date, due: date | None, day: date) -> Sum:
    """ "3 days left", "today", "5 days late" as of a day; of what was not received, since how many days."""
    if step == "unreceived":
        return Sum("unreceived", max(0, (day - anchor).days))
    if step == "asked" and due is None:
        return Sum("asked", 0)
    left = ((due or anchor) - day).days
    if left > 0:
        return Sum("before", left)
    return Sum("on", 0) if left == 0 else Sum("late", -left)
