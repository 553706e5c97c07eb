"""What a file is, by its content; its name only tells apart what is plain text anyway."""

import re
import zipfile
import zlib
from io import BytesIO

from dinhlang.apps.intake.opening.opened import Trouble, Unreadable

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"II*\0", b"MM\0*")
_SOUNDS = (b"ID3", b"OggS", b"fLaC", b"\x1aE\xdf\xa3", b"#!AMR", b"\0\0\x01\xba", b"\0\0\x01\xb3")
_HEIC = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1", b"avif")
_PAGE = re.compile(
    rb"\s*(?:<!--.*?-->\s*)*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html|head|body|p|div|table|meta|h[1-6])\b",
    re.I | re.S,
)
_OFFICE_ROOTS = {"word/": "docx", "xl/": "sheet", "ppt/": "slides"}
_OPEN_ROOTS = {"text": "odt", "text-template": "odt", "spreadsheet": "sheet", "presentation": "slides"}
BROKEN_ARCHIVE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    NotImplementedError,
    ValueError,
    RuntimeError,
    IndexError,
)


def format_of(content: bytes, name: str) -> str:
    """docx, doc, odt, rtf, pdf, picture, html, markdown or plain; raises Unreadable for all else."""
    if not content.strip(b"\0\t\n\r\f\v "):
        raise Unreadable(Trouble.EMPTY)
    if b"%PDF-" in content[:1024]:
        return "pdf"
    if content.startswith(_PICTURES) or (content.startswith(b"RIFF") and content[8:12] == b"WEBP"):
        return "picture"
    if content[4:8] == b"ftyp":
        raise Unreadable(Trouble.HEIC if content[8:12] in _HEIC else Trouble.SOUND)
    if _is_sound(content, name):
        raise Unreadable(Trouble.SOUND)
    if content.startswith(_OLE):
        return _old_office(content)
    if content.startswith(b"PK"):
        return _archive(content)
    return "rtf" if content.lstrip().startswith(b"{\\rtf") else _text(content, name)


def _is_sound(content: bytes, name: str) -> bool:
    """By how it begins; of frames without a head the name has to say it too, for two bytes say little."""
    if content.startswith(_SOUNDS) or (content.startswith(b"RIFF") and content[8:12] in (b"WAVE", b"AVI ")):
        return True
    return name.lower().endswith((".mp3", ".aac")) and content[0] == 0xFF and content[1:2] >= b"\xe0"


def _text(content: bytes, name: str) -> str:
    beginning = content[:4096].removeprefix(b"\xef\xbb\xbf")
    if beginning[:2] in (b"\xff\xfe", b"\xfe\xff"):
        beginning = beginning.decode("utf-16", "replace").encode()
    if _PAGE.match(beginning) or name.lower().endswith((".html", ".htm")):
        return "html"
    return "markdown" if name.lower().endswith((".md", ".markdown")) else "plain"


def _old_office(content: bytes) -> str:
    """Parts of an old Office file have names in UTF-16; a locked new file wears the same coat."""
    if _holds(content, "EncryptedPackage") or _holds(content, "EncryptionInfo"):
        raise Unreadable(Trouble.LOCKED)
    if _holds(content, "WordDocument"):
        return "doc"
    known = any(_holds(content, part) for part in ("Workbook", "Book", "PowerPoint Document"))
    raise Unreadable(Trouble.OTHER_OFFICE if known else Trouble.UNKNOWN)


def _holds(content: bytes, part: str) -> bool:
    return f"{part}\0".encode("utf-16-le") in content


def _archive(content: bytes) -> str:
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            names = archive.namelist()
            kind = ""
            if "mimetype" in names and archive.getinfo("mimetype").file_size < 200:
                written = archive.read("mimetype").decode("ascii", "replace").strip()
                kind = _OPEN_ROOTS.get(written.removeprefix("application/vnd.oasis.opendocument."), "")
    except BROKEN_ARCHIVE:
        raise Unreadable(Trouble.DAMAGED) from None
    kind = kind or next((kind for root, kind in _OFFICE_ROOTS.items() if any(n.startswith(root) for n in names)), "")
    if kind in ("sheet", "slides"):
        raise Unreadable(Trouble.OTHER_OFFICE)
    if not kind:
        raise Unreadable(Trouble.UNKNOWN)
    return kind
