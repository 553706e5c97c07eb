"""Taking off what a camera writes beside a picture (place, device, owner) without touching one pixel. Plain Python."""

import struct
from collections.abc import Iterator

_JPEG_START, _JPEG_SCAN = b"\xff\xd8", 0xDA
_JPEG_TRACES = frozenset({0xE1, 0xED, 0xFE})  # EXIF and XMP, IPTC, comments
_PNG_START = b"\x89PNG\r\n\x1a\n"
_PNG_TRACES = frozenset({b"eXIf", b"tEXt", b"iTXt", b"zTXt", b"tIME"})
_WEBP_TRACES = frozenset({b"EXIF", b"XMP "})
_WEBP_FLAGS = 0b1100  # in VP8X: there is EXIF, there is XMP


def without_traces(picture: bytes, *, orientation: int = 1) -> bytes:
    """The same picture, bare; only how it is to be turned stays. What is no such picture comes back as it was."""
    try:
        if picture.startswith(_JPEG_START):
            return _bare_jpeg(picture, orientation)
        if picture.startswith(_PNG_START):
            return _bare_png(picture)
        if picture[:4] == b"RIFF" and picture[8:12] == b"WEBP":
            return _bare_webp(picture)
    except (struct.error, IndexError):
        return picture
    return picture


def _bare_jpeg(picture: bytes, orientation: int) -> bytes:
    kept, rest = [_JPEG_START], len(picture)
    if orientation != 1:
        kept.append(_only_turned(orientation))
    for marker, start, end in _segments(picture):
        if marker == _JPEG_SCAN:
            rest = start
            break
        if marker not in _JPEG_TRACES:
            kept.append(picture[start:end])
    return b"".join(kept) + picture[rest:]


def _segments(picture: bytes) -> Iterator[tuple[int, int, int]]:
    """Each segment before the pixels: its marker, where it starts and ends."""
    at = 2
    while at + 4 <= len(picture) and picture[at] == 0xFF:
        marker = picture[at + 1]
        end = at + 2 + struct.unpack(">H", picture[at + 2 : at + 4])[0]
        yield marker, at, end
        if marker == _JPEG_SCAN:
            return
        at = end


def _only_turned(orientation: int) -> bytes:
    """An EXIF segment that says nothing but how to turn the picture."""
    entry = struct.pack(">HHIHH", 0x0112, 3, 1, orientation, 0)
    exif = b"Exif\0\0" + b"MM\0\x2a" + struct.pack(">IH", 8, 1) + entry + struct.pack(">I", 0)
    return b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif


def _bare_png(picture: bytes) -> bytes:
    kept, at = [_PNG_START], len(_PNG_START)
    while at + 12 <= len(picture):
        size, name = struct.unpack(">I4s", picture[at : at + 8])
        end = at + 12 + size
        if name not in _PNG_TRACES:
            kept.append(picture[at:end])
        at = end
    return b"".join(kept)


def _bare_webp(picture: bytes) -> bytes:
    kept, at = [], 12
    while at + 8 <= len(picture):
        name, size = struct.unpack("<4sI", picture[at : at + 8])
        end = at + 8 + size + size % 2
        chunk = picture[at:end]
        if name == b"VP8X":
            chunk = chunk[:8] + bytes([chunk[8] & ~_WEBP_FLAGS]) + chunk[9:]
        if name not in _WEBP_TRACES:
            kept.append(chunk)
        at = end
    body = b"WEBP" + b"".join(kept)
    return b"RIFF" + struct.pack("<I", len(body)) + body
