"""The kinds of files that are welcome, known by their content and never by their name."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Kind:
    """A kind of file: its type, the extensions it may have, the usual one first, and whether a browser may show it.

    `aside` says why a document that is not as it should be is kept all the same, apart from all others.
    """

    content_type: str
    extensions: str
    is_shown: bool = False
    aside: str = ""


_OFFICE = "application/vnd.openxmlformats-officedocument."
_OPEN = "application/vnd.oasis.opendocument."

PICTURES = {
    "PNG": Kind("image/png", "png", is_shown=True),
    "JPEG": Kind("image/jpeg", "jpg jpeg", is_shown=True),
    "MPO": Kind("image/jpeg", "jpg jpeg", is_shown=True),  # a JPEG of some phones, with a second picture inside
    "WEBP": Kind("image/webp", "webp", is_shown=True),
    "GIF": Kind("image/gif", "gif", is_shown=True),
}
"""Pictures, by the name Pillow gives them."""

ARCHIVES = {
    "word/": Kind(f"{_OFFICE}wordprocessingml.document", "docx"),
    "xl/": Kind(f"{_OFFICE}spreadsheetml.sheet", "xlsx"),
    "ppt/": Kind(f"{_OFFICE}presentationml.presentation", "pptx"),
    f"{_OPEN}text": Kind(f"{_OPEN}text", "odt"),
    f"{_OPEN}spreadsheet": Kind(f"{_OPEN}spreadsheet", "ods"),
    f"{_OPEN}presentation": Kind(f"{_OPEN}presentation", "odp"),
}
"""Documents that are zip archives inside, by the folder or the type that tells them apart."""

OLD_OFFICE = {
    "WordDocument": Kind("application/msword", "doc"),
    "Workbook": Kind("application/vnd.ms-excel", "xls"),
    "Book": Kind("application/vnd.ms-excel", "xls"),
    "PowerPoint Document": Kind("application/vnd.ms-powerpoint", "ppt"),
}
"""Office documents of the old make, by the part that tells them apart."""

PDF = Kind("application/pdf", "pdf", is_shown=True)
TEXT = Kind("text/plain", "txt csv md")
PAGE = Kind("text/plain", "html htm")
"""A page of the web, kept only where a room asks for it, and handed out as plain text, so that nothing in it runs."""
RTF = Kind("application/rtf", "rtf")
MP3 = Kind("audio/mpeg", "mp3")
OGG = Kind("audio/ogg", "ogg oga opus")
MP4 = Kind("video/mp4", "mp4 m4v m4a")

KINDS = [*PICTURES.values(), *ARCHIVES.values(), *OLD_OFFICE.values(), RTF, PDF, TEXT, MP3, OGG, MP4]
_DOCUMENTS = [*PICTURES.values(), *ARCHIVES.values(), *OLD_OFFICE.values(), RTF, PDF]
_SET_ASIDE = {extension for kind in _DOCUMENTS for extension in kind.extensions.split()} | {"docm", "xlsm", "pptm"}
_BRANDS = (b"isom", b"iso2", b"iso4", b"iso5", b"iso6", b"mp41", b"mp42", b"avc1", b"M4A ", b"M4V ", b"dash", b"MSNV")


def kind_named(content_type: str) -> Kind | None:
    """Return the kind with a type, if it is one of ours."""
    return next((kind for kind in KINDS if kind.content_type == content_type), None)


def kind_aside(name: str, why: str) -> Kind | None:
    """A document that cannot be looked into, or carries macros; only what calls itself one. No browser shows it."""
    extension = name.rpartition(".")[2].strip().lower()
    return Kind("application/octet-stream", extension, aside=why) if extension in _SET_ASIDE else None


def known_by_its_beginning(beginning: bytes) -> Kind | None:
    """Return the kind of a file whose first bytes are proof enough; the others are looked into."""
    if beginning.startswith(b"%PDF-"):
        return PDF
    if beginning.startswith(b"{\\rtf"):
        return RTF
    if beginning.startswith(b"OggS\x00"):
        return OGG
    if beginning[4:8] == b"ftyp" and beginning[8:12] in _BRANDS:
        return MP4
    return MP3 if _is_mp3(beginning) else None


def _is_mp3(beginning: bytes) -> bool:
    """An ID3 label, or a frame of MPEG audio, layer III, with a bit rate and a sampling rate that exist."""
    if beginning.startswith(b"ID3") and len(beginning) > 10:
        return beginning[3] in (2, 3, 4)
    if len(beginning) < 4 or beginning[0] != 0xFF or beginning[1] & 0xE6 != 0xE2:
        return False
    return beginning[1] & 0x18 != 0x08 and beginning[2] >> 4 not in (0, 15) and beginning[2] & 0x0C != 0x0C
