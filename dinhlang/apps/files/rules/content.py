"""What a file is, told from its first bytes; its name is only a name."""

import io
import zipfile
from dataclasses import dataclass
from typing import BinaryIO

from dinhlang.pure.viet import CannotDecode, decode

HEAD = 4096


@dataclass(frozen=True)
class Content:
    """A kind of file that is welcome, with the ending it should bear."""

    content_type: str
    ending: str
    is_archive: bool = False

    @property
    def is_picture(self) -> bool:
        return self.content_type.startswith("image/")


PDF = Content("application/pdf", ".pdf")
PNG = Content("image/png", ".png")
JPEG = Content("image/jpeg", ".jpg")
WEBP = Content("image/webp", ".webp")
TEXT = Content("text/plain", ".txt")
MP3 = Content("audio/mpeg", ".mp3")
OGG = Content("audio/ogg", ".ogg")
MP4 = Content("video/mp4", ".mp4")
_OFFICE = "application/vnd.openxmlformats-officedocument."
_OPEN = "application/vnd.oasis.opendocument."
DOCX = Content(_OFFICE + "wordprocessingml.document", ".docx", is_archive=True)
XLSX = Content(_OFFICE + "spreadsheetml.sheet", ".xlsx", is_archive=True)
PPTX = Content(_OFFICE + "presentationml.presentation", ".pptx", is_archive=True)
ODT = Content(_OPEN + "text", ".odt", is_archive=True)
ODS = Content(_OPEN + "spreadsheet", ".ods", is_archive=True)
DOC = Content("application/msword", ".doc")

WELCOME = (PDF, PNG, JPEG, WEBP, DOCX, XLSX, PPTX, ODT, ODS, DOC, TEXT, MP3, OGG, MP4)

_SIGNS = (
    (b"%PDF-", PDF),
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"\xff\xd8\xff", JPEG),
    (b"OggS", OGG),
    (b"ID3", MP3),
    (b"\xff\xfb", MP3),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", DOC),
)
_MEMBERS = (("word/document.xml", DOCX), ("xl/workbook.xml", XLSX), ("ppt/presentation.xml", PPTX))
_EXTRA_ENDINGS = {TEXT: (".md", ".csv"), JPEG: (".jpeg",), DOC: (".xls", ".ppt")}


def content_of(file: BinaryIO) -> Content | None:
    """What the file is, or None if it is nothing that is welcome here."""
    file.seek(0)
    head = file.read(HEAD)
    for sign, content in _SIGNS:
        if head.startswith(sign):
            return content
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return WEBP
    if head[4:8] == b"ftyp":
        return MP4
    if head[:4] == b"PK\x03\x04":
        return _office(file)
    return TEXT if _is_text(head) else None


def _office(file: BinaryIO) -> Content | None:
    """Which office document an archive is; any other archive is not welcome."""
    try:
        with zipfile.ZipFile(file) as archive:
            names = set(archive.namelist())
            if "mimetype" in names and archive.getinfo("mimetype").file_size < 200:
                said = archive.read("mimetype").decode("ascii", "replace").strip()
                return next((one for one in (ODT, ODS) if one.content_type == said), None)
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError):
        return None
    return next((content for member, content in _MEMBERS if member in names), None)


def _is_text(head: bytes) -> bool:
    if b"\0" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    try:
        decode(_whole_letters(head))
    except CannotDecode:
        return False
    return True


def _whole_letters(head: bytes) -> bytes:
    """The cut at the end of the first bytes may fall inside a letter."""
    if len(head) < HEAD:
        return head
    return io.BytesIO(head).read(head.rfind(b"\n") + 1 or HEAD - 4)


def endings_of(content: Content) -> tuple[str, ...]:
    """The endings under which such a file is rightly named."""
    return (content.ending, *_EXTRA_ENDINGS.get(content, ()))
