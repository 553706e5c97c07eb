"""What is read out of a plan: duties, reports, times; each with its words, its place in the text and how sure it is."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from datetime import date

from dinhlang.pure.dates import When
from dinhlang.pure.reading.citations import Citation

Span = tuple[int, int]


@dataclass(frozen=True)
class Timing:
    """A time as printed, and what it means."""

    text: str | None = None
    kind: str = "none"
    start: date | None = None
    due: tuple[date, ...] = ()
    recurrence: str | None = None
    waits_for: str | None = None
    sentence: str = ""
    minimum: dict[str, object] | None = None

    def as_json(self) -> dict[str, object]:
        """Return it in the form of a reading."""
        return {
            "text": self.text,
            "kind": self.kind,
            "start": self.start.isoformat() if self.start else None,
            "due": [day.isoformat() for day in self.due],
            "recurrence": self.recurrence,
            "waits_for": self.waits_for,
            "minimum": self.minimum,
            "sentence": self.sentence,
        }


def timing_from(when: When, text: str) -> Timing:
    """Return a time as read by the grammar of times, under the words as printed."""
    return Timing(
        text,
        str(when.kind),
        when.start,
        tuple(sorted(set(when.due))),
        when.recurrence,
        when.waits_for,
        when.sentence,
        asdict(when.minimum) if when.minimum else None,
    )


@dataclass
class Duty:
    """One task: where it stands in the outline, its words, who leads, advises and helps, and when."""

    path: str
    text: str
    span: Span
    leads: list[str] = field(default_factory=list)
    advisers: list[str] = field(default_factory=list)
    partners: list[str] = field(default_factory=list)
    timing: Timing = field(default_factory=Timing)
    product: str | None = None
    requested: bool = False
    send_to: list[str] = field(default_factory=list)
    via: list[str] = field(default_factory=list)
    citations: tuple[Citation, ...] = ()
    confidence: float = 0.5
    sources: dict[str, list[Span]] = field(default_factory=dict)

    def as_json(self) -> dict[str, object]:
        """Return it in the form of a reading."""
        return {
            "path": self.path,
            "text": self.text,
            "leads": self.leads,
            "advisers": self.advisers,
            "partners": self.partners,
            "timing": self.timing.as_json(),
            "product": self.product,
            "requested": self.requested,
            "send_to": self.send_to,
            "via": self.via,
            "citations": [one.as_json() for one in self.citations],
            "source": {"text": [list(self.span)], **_spans(self.sources.items())},
            "confidence": round(self.confidence, 2),
        }


@dataclass
class Report:
    """A standing duty to report: who to whom, through whom, and when."""

    text: str
    span: Span
    senders: list[str]
    receivers: list[str]
    via: list[str]
    timing: Timing
    confidence: float = 0.7
    sources: dict[str, list[Span]] = field(default_factory=dict)

    def as_json(self) -> dict[str, object]:
        """Return it in the form of a reading."""
        return {
            "text": self.text,
            "from": self.senders,
            "to": self.receivers,
            "via": self.via,
            "timing": self.timing.as_json(),
            "source": {"text": [list(self.span)], **_spans(self.sources.items())},
            "confidence": round(self.confidence, 2),
        }


def _spans(found: Iterable[tuple[str, list[Span]]]) -> dict[str, list[list[int]]]:
    return {name: [list(span) for span in spans] for name, spans in found if spans}
