"""The value that a phrase of time becomes."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Kind = Literal["dated", "ongoing", "periodic", "event", "session", "open", "none"]


@dataclass(frozen=True)
class Minimum:
    """A length that must at least be kept: "ít nhất 30 ngày", "03 ngày liên tục"."""

    number: int
    unit: str  # hour, day, week, month, quarter, year
    working: bool = False
    continuous: bool = False


@dataclass(frozen=True)
class When:
    """What a phrase of time means. `due` holds the last days that are still on time."""

    text: str
    kind: Kind = "none"
    start: date | None = None
    due: tuple[date, ...] = ()
    recurrence: str | None = None
    waits_for: str | None = None
    minimum: Minimum | None = None
    sentence: str = ""
