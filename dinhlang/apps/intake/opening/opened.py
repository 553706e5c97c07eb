"""What comes out of a file: its text with its pages, or the reason why there is none."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from dinhlang.apps.intake.opening.seen import Seen

LONGEST_TEXT = 3_000_000
"""Letters; a plan of a thousand pages has fewer."""


class Note(StrEnum):
    """What a person should know of how a text was read."""

    MACROS = "macros"  # there were macros; they were not run
    LEGACY = "legacy"  # TCVN3 or VNI was converted
    RECOGNISED = "recognised"  # read from a picture, so letters may be wrong
    BROKEN_TEXT = "broken text"  # the text in the file was unreadable, so its pages were read as pictures
    NOT_VIETNAMESE = "not vietnamese"  # hardly any Vietnamese in it
    CHANGES = "changes"  # tracked changes: what was struck out is not in the text
    CONVERTED = "converted"  # an older format, turned into Word's by LibreOffice first
    LINKS = "links"  # pictures or parts that lie elsewhere; they were not fetched
    PAGES_LEFT = "pages left"  # some pages gave no text


class Trouble(StrEnum):
    """Why a file gives no text."""

    EMPTY = "empty"
    UNKNOWN = "unknown"
    HEIC = "heic"
    SOUND = "sound"  # or moving pictures
    OTHER_OFFICE = "other office"  # a sheet or slides
    DAMAGED = "damaged"
    LOCKED = "locked"
    BOMB = "bomb"
    TOO_MANY_PAGES = "too many pages"
    TOO_LONG = "too long"
    TOO_SLOW = "too slow"
    TOO_MUCH_MEMORY = "too much memory"
    NO_TEXT = "no text"  # a picture without words
    NEEDS_RECOGNITION = "needs recognition"  # pages are pictures, and reading pictures was not asked for
    NO_TESSERACT = "no tesseract"
    NO_OFFICE = "no office"
    OLD_LETTERS = "old letters"  # an encoding that could not be converted
    HUGE_PICTURE = "huge picture"


class Unreadable(Exception):
    """Inside the readers: no text comes out, for a reason."""

    def __init__(self, trouble: Trouble, **facts: int) -> None:
        super().__init__(str(trouble))
        self.trouble = trouble
        self.facts = facts


@dataclass(frozen=True)
class Limits:
    """What one file may take. Pages are counted before they are read."""

    seconds: float = 60
    seconds_a_page: float = 40  # of recognition, on a slow machine; counted for each page that is a picture
    memory: int = 1024**3
    pages: int = 500
    recognised_pages: int = 500  # 0: nothing is recognised


@dataclass(frozen=True)
class Page:
    """Where a page begins in the text. Its number is that of the file; a Word file knows none for sure."""

    start: int
    number: int
    is_recognised: bool = False


@dataclass(frozen=True)
class Opened:
    """The text of a document, its pages, and what to know of them."""

    text: str
    pages: tuple[Page, ...] = ()
    notes: frozenset[Note] = frozenset()
    format: str = ""
    seen: Mapping[int, list[Seen]] = field(default_factory=dict)
    """For pages that are pictures or have letters of their own places: where each word stands."""

    def as_data(self) -> dict[str, Any]:
        """As it travels from process to process."""
        pages = [[page.start, page.number, page.is_recognised] for page in self.pages]
        facts = {"text": self.text, "pages": pages, "notes": sorted(self.notes), "format": self.format}
        return facts | {"seen": dict(self.seen)}

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> "Opened":
        """What `as_data` wrote."""
        pages = tuple(Page(int(start), int(number), bool(seen)) for start, number, seen in data["pages"])
        notes = frozenset(Note(note) for note in data["notes"])
        seen = {int(number): words for number, words in (data.get("seen") or {}).items()}
        return cls(str(data["text"]), pages, notes, str(data["format"]), seen)


@dataclass
class Draft:
    """A text while it is gathered: lines, with the pages that begin among them."""

    lines: list[str] = field(default_factory=list)
    pages: list[Page] = field(default_factory=list)
    notes: set[Note] = field(default_factory=set)
    length: int = 0

    def add(self, line: str) -> None:
        """One more line."""
        self.length += len(line) + 1
        if self.length > LONGEST_TEXT:
            raise Unreadable(Trouble.TOO_LONG)
        self.lines.append(line)

    def turn(self, number: int, *, at: int | None = None, is_recognised: bool = False) -> None:
        """A page begins, here or at an earlier letter."""
        self.pages.append(Page(self.length if at is None else at, number, is_recognised))

    def opened(self, format: str, seen: Mapping[int, list[Seen]] | None = None) -> Opened:
        """The whole."""
        text = "\n".join(self.lines)
        pages = {page.start: page for page in self.pages if page.start < max(len(text), 1)}  # the last to begin there
        return Opened(text, tuple(pages.values()), frozenset(self.notes), format, seen or {})


Progress = Callable[[int, int], None]
"""Told after each page: how many are done, of how many."""
