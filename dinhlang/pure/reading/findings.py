"""What is read out of a plan: duties, reports, times; each with its words, its place in the text and how sure it is."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from dinhlang.pure.dates import When
from dinhlang.pure.reading.citations import Citation

Span = tuple[int, int]


NO_TIME = When("")


@dataclass
class Duty:
    """One task: where it stands in the outline, its words, who leads, advises and helps, and when."""

    path: str
    text: str
    span: Span
    leads: list[str] = field(default_factory=list)
    advisers: list[str] = field(default_factory=list)
    partners: list[str] = field(default_factory=list)
    timing: When = NO_TIME
    product: str | None = None
    requested: bool = False
    send_to: list[str] = field(default_factory=list)
    via: list[str] = field(default_factory=list)
    citations: tuple[Citation, ...] = ()
    confidence: float = 0.5
    sources: dict[str, list[Span]] = field(default_factory=dict)
    unlined: bool = False  # a row of a table that lost its lines
    labels: dict[str, list[Span]] = field(default_factory=dict)  # where the lines stand that name each role

    def as_json(self) -> dict[str, object]:
        """Return it in the form of a reading."""
        return {
            "path": self.path,
            "text": self.text,
            "leads": self.leads,
            "advisers": self.advisers,
            "partners": self.partners,
            "timing": _timing(self.timing),
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
    timing: When
    confidence: float = 0.7
    sources: dict[str, list[Span]] = field(default_factory=dict)

    def as_json(self) -> dict[str, object]:
        """Return it in the form of a reading."""
        return {
            "text": self.text,
            "from": self.senders,
            "to": self.receivers,
            "via": self.via,
            "timing": _timing(self.timing),
            "source": {"text": [list(self.span)], **_spans(self.sources.items())},
            "confidence": round(self.confidence, 2),
        }


def _timing(when: When) -> dict[str, object]:
    """Return a time under the name that readings have for its words; no words are null."""
    told = when.as_data()
    return {"text": told.pop("phrase") or None, **told}


def _spans(found: Iterable[tuple[str, list[Span]]]) -> dict[str, list[list[int]]]:
    return {name: [list(span) for span in spans] for name, spans in found if spans}
