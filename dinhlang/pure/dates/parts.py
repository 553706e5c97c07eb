"""What the grammar finds in a phrase: points and stretches of time, lengths, rhythms, and the words beside them."""

from dataclasses import dataclass
from typing import Literal

from dinhlang.pure.dates.periods import Period

Limit = Literal["", "within", "before", "until", "latest", "from", "after", "range"]
Unit = Literal["minute", "hour", "day", "week", "month", "quarter", "year"]
MarkKind = Literal[
    "regular", "constant", "onwards", "forward", "event", "request", "session", "counting", "nothing", "count", "cited",
    "latest", "break", "hour",
]  # fmt: skip


@dataclass(frozen=True)
class Part:
    """A piece of the line of words, from where to where; brackets count the ones open around it."""

    start: int
    end: int
    brackets: int = 0


@dataclass(frozen=True)
class Point(Part):
    """One limit over one or more stretches: "trước ngày 15/6 và 15/12", "từ tháng 3 đến tháng 10"."""

    limit: Limit = ""
    stretches: tuple[tuple[Period, Period], ...] = ()
    end_before: bool = False  # "từ … đến trước …"
    end_event: bool = False  # "từ … đến khi …"
    hour: tuple[int, int] | None = None
    apart: bool = False  # other words stand between it and the point before: the time of another job
    noun_before: bool = False  # words stand before it that may own it: "báo cáo quý I"


@dataclass(frozen=True)
class Length(Part):
    """A number of units: within, at least, counted from or back from something."""

    number: int = 0
    unit: Unit = "day"
    working: bool = False
    continuous: bool = False
    least: bool = False
    limit: str = ""
    since: Period | None = None
    since_event: bool = False
    back: bool = False  # counted back from what follows


@dataclass(frozen=True)
class Rhythm(Part):
    """How often: every `interval` units, `times` in each."""

    unit: Unit = "year"
    interval: int = 1
    times: int = 1
    edge: str = ""  # "cuối mỗi quý": start, mid or end of each
    implied: bool = False  # by the name of a report: "báo cáo năm", "sơ kết 6 tháng"


@dataclass(frozen=True)
class Weekday(Part):
    """Days of the week: 0 is Monday; `nth` of the month (-1: the last)."""

    days: tuple[int, ...] = ()
    nth: int = 0
    before: bool = False
    monthly: bool = False  # "của tháng"
    hour: tuple[int, int] | None = None


@dataclass(frozen=True)
class Mark(Part):
    """A word that says of what kind a time is; for an event also what is waited for."""

    kind: MarkKind = "event"
    text: str = ""
