"""The parts of an official document, as plain values; nothing here knows how they are printed."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dinhlang.pure.drafting.kinds import Kind


class Level(StrEnum):
    """The levels of a body, from the greatest down (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6.đ; mục V)."""

    PART = "part"  # Phần I
    CHAPTER = "chapter"  # Chương I
    SECTION = "section"  # Mục 1
    SUBSECTION = "subsection"  # Tiểu mục 1
    ARTICLE = "article"  # Điều 1.
    ROMAN = "roman"  # I.
    ARABIC = "arabic"  # 1.
    LETTER = "letter"  # a)


@dataclass(frozen=True)
class Letterhead:
    """Who issues; and the body directly above, if any. A name may have line feeds where it shall break."""

    issuer: str
    superior: str = ""


class Mark(StrEnum):
    """By which right a person signs (Điều 13; Phụ lục I, Phần I, mục II.7.b)."""

    ON_BEHALF = "TM."  # of a collective
    ACTING = "Q."  # entrusted with the head's powers
    FOR_THE_HEAD = "KT."  # a deputy
    BY_ORDER = "TL."  # the head of a unit within
    AUTHORISED = "TUQ."  # in writing, for a time and a matter


@dataclass(frozen=True)
class Power:
    """One line of right above the signer's title: TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH."""

    mark: Mark
    whom: str


@dataclass(frozen=True)
class SignOff:
    """Who signs: rights, title, name. With Q. the title is in the right itself and stays empty."""

    title: str
    name: str
    powers: tuple[Power, ...] = ()
    other_title: str = ""  # another office of the signer, above the name


@dataclass(frozen=True)
class Heading:
    """A titled division. Its mark ("I", "1", "a") is counted if not given."""

    level: Level
    title: str
    mark: str | None = None


@dataclass(frozen=True)
class Clause:
    """A numbered text without title: Điều 1. …, 1. …, a) …"""

    level: Level
    text: str
    mark: str | None = None


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of running text; "- " at its start makes it a dash item."""

    text: str


@dataclass(frozen=True)
class Centred:
    """A bold line in the middle: "QUYẾT ĐỊNH:", or who decides."""

    text: str


@dataclass(frozen=True)
class Table:
    """Rows under a header that repeats on every page. Widths are shares; counted from the text if not given."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...] = ()


Block = Heading | Clause | Paragraph | Centred | Table


@dataclass(frozen=True)
class Appendix:
    """What goes with the document on pages of its own; wide tables may lie across."""

    title: str
    body: tuple[Block, ...]
    landscape: bool = False


@dataclass(frozen=True)
class Draft:
    """An official document before it is drawn. Number and day stay empty until it is issued."""

    kind: Kind
    letterhead: Letterhead
    symbol: str
    place: str
    title: str
    body: tuple[Block, ...]
    recipients: tuple[str, ...]
    sign_off: SignOff
    number: int | None = None
    day: date | None = None
    bases: tuple[str, ...] = ()  # Căn cứ …
    addressees: tuple[str, ...] = ()  # Kính gửi: …
    filed: str = "VT"  # what follows "Lưu:": VT, the drafting unit, copies
    appendices: tuple[Appendix, ...] = ()
    urgency: str = ""  # KHẨN, THƯỢNG KHẨN, HỎA TỐC
    circulation: str = ""  # LƯU HÀNH NỘI BỘ, XEM XONG TRẢ LẠI
    drafter_mark: str = ""  # PL.(300)
    contact: str = ""  # address, e-mail, telephone at the foot of page 1
    electronic: bool = True  # on an electronic document the reference on appendices stays unfilled

    @property
    def is_letter(self) -> bool:
        """Say whether this is a công văn, which has a subject under its number in place of a title."""
        return not self.kind.abbreviation
