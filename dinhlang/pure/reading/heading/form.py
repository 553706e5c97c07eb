"""What a document says of itself, as a value."""

from dataclasses import dataclass, field, replace

from dinhlang.pure.reading.citations import Citation
from dinhlang.pure.reading.sheet import Span

FIELDS = ("kind", "number", "date", "place", "issuer", "superior", "title")


@dataclass(frozen=True)
class Found:
    """A printed string: what it says, where it stands (one span or several), how sure we are."""

    value: str | None = None
    spans: tuple[Span, ...] = ()
    confidence: float = 0.0

    def __bool__(self) -> bool:
        return bool(self.value)


@dataclass(frozen=True)
class Signer:
    """Who signed: in whose name, as what, the person."""

    authority: str | None = None
    title: str | None = None
    name: str | None = None
    span: Span | None = None
    confidence: float = 0.0

    def as_json(self) -> dict[str, str | None] | None:
        """Return the form of the gold; nothing when nobody signed."""
        if not (self.authority or self.title or self.name):
            return None
        return {"authority": self.authority, "title": self.title, "name": self.name}


@dataclass(frozen=True)
class Base:
    """A legal base: its words, its place, and the documents it cites."""

    text: str
    span: Span
    citations: tuple[Citation, ...] = ()


def moved(heading: "Heading", places: list[int]) -> "Heading":
    """Return the heading with its spans put where they stand in another writing of the same text."""

    def at(span: Span) -> Span:
        return places[span[0]], places[span[1]]

    def one(found: Found) -> Found:
        return replace(found, spans=tuple(map(at, found.spans)))

    signer = heading.signer
    return replace(
        heading,
        **{name: one(getattr(heading, name)) for name in FIELDS},
        signer=replace(signer, span=at(signer.span)) if signer.span else signer,
        bases=tuple(
            replace(
                base,
                span=at(base.span),
                citations=tuple(replace(cited, span=at(cited.span)) for cited in base.citations),
            )
            for base in heading.bases
        ),
        recipients=tuple(map(one, heading.recipients)),
        body=at(heading.body),
        appendices=tuple(map(at, heading.appendices)),
    )


@dataclass(frozen=True)
class Heading:
    """The frame of a document: everything that is not its body."""

    kind: Found = field(default_factory=Found)
    number: Found = field(default_factory=Found)
    date: Found = field(default_factory=Found)
    place: Found = field(default_factory=Found)
    issuer: Found = field(default_factory=Found)
    superior: Found = field(default_factory=Found)
    title: Found = field(default_factory=Found)
    signer: Signer = field(default_factory=Signer)
    bases: tuple[Base, ...] = ()
    recipients: tuple[Found, ...] = ()
    body: Span = (0, 0)
    appendices: tuple[Span, ...] = ()

    def as_json(self) -> dict[str, object]:
        """Return the form of the guide, with `source` and `confidence` beside it."""
        found: dict[str, Found] = {name: getattr(self, name) for name in FIELDS}
        source: dict[str, object] = {name: [list(span) for span in one.spans] for name, one in found.items()}
        source["signer"] = [list(self.signer.span)] if self.signer.span else []
        source["bases"] = [list(base.span) for base in self.bases]
        source["recipients"] = [list(span) for one in self.recipients for span in one.spans[:1]]
        source["body"] = list(self.body)
        source["appendices"] = [list(span) for span in self.appendices]
        return {
            **{name: one.value for name, one in found.items()},
            "signer": self.signer.as_json(),
            "bases": [base.text for base in self.bases],
            "citations": [[cited.as_json() for cited in base.citations] for base in self.bases],
            "recipients": [one.value for one in self.recipients],
            "source": source,
            "confidence": {name: one.confidence for name, one in found.items()} | {"signer": self.signer.confidence},
        }
