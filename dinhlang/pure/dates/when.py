"""The value that a phrase of time becomes."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Literal, get_args

from dinhlang.pure.dates.counting import Count

Kind = Literal["dated", "ongoing", "periodic", "event", "session", "open", "none"]
KINDS: tuple[str, ...] = get_args(Kind)


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
    count: Count | None = None  # what was counted, or is to be counted from what is waited for

    def as_data(self) -> dict[str, Any]:
        """The meaning as programs take it: `dinhlang when --json` and the door for programs say the same."""
        return {
            "phrase": self.text,
            "kind": self.kind,
            "start": self.start.isoformat() if self.start else None,
            "due": [day.isoformat() for day in self.due],
            "recurrence": self.recurrence,
            "waits_for": self.waits_for,
            "minimum": asdict(self.minimum) if self.minimum else None,
            "sentence": self.sentence,
        }
