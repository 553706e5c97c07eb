"""Office documents are zip archives: bounded before anything is unpacked, and again while it is."""

import zipfile
import zlib
from typing import IO

from dinhlang.apps.files.checks.unfit import Reason, Unfit
from dinhlang.apps.files.rules import ARCHIVES, Kind

MOST_MEMBERS = 5000
MOST_UNPACKED = 300 * 1024 * 1024
MOST_RATIO = 200  # XML packs 10 to 30 times; a bomb a thousand times
SMALL = 1024 * 1024  # below this a high ratio harms nobody
_CHUNK = 64 * 1024
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError, RuntimeError)


def kind_of_archive(file: IO[bytes]) -> Kind:
    """Read the directory, then every member to its end, and say which document it is."""
    file.seek(0)
    try:
        with zipfile.ZipFile(file) as archive:
            members = archive.infolist()
            _check_directory(members)
            kind = _kind(archive, {member.filename for member in members})
            _unpack(archive, members)
            return kind
    except _BROKEN:
        raise Unfit(Reason.BROKEN_DOCUMENT) from None


def _check_directory(members: list[zipfile.ZipInfo]) -> None:
    if any(member.flag_bits & 1 for member in members):
        raise Unfit(Reason.LOCKED)
    if any(member.filename.startswith("/") or ".." in member.filename.split("/") for member in members):
        raise Unfit(Reason.STRANGE_PATHS)
    if len(members) > MOST_MEMBERS or sum(member.file_size for member in members) > MOST_UNPACKED:
        raise Unfit(Reason.BOMB)
    if any(_is_bomb(member.file_size, member.compress_size) for member in members):
        raise Unfit(Reason.BOMB)
    if any("vbaproject" in member.filename.lower() or member.filename.startswith("Basic/") for member in members):
        raise Unfit(Reason.MACROS)


def _is_bomb(unpacked: int, packed: int) -> bool:
    return unpacked > SMALL and unpacked > packed * MOST_RATIO


def _kind(archive: zipfile.ZipFile, names: set[str]) -> Kind:
    if "mimetype" in names:
        with archive.open("mimetype") as member:
            written = member.read(200).decode("ascii", "replace").strip()
        if written in ARCHIVES and "content.xml" in names:
            if b"manifest:algorithm" in _manifest(archive, names):
                raise Unfit(Reason.LOCKED)
            return ARCHIVES[written]
    if "[Content_Types].xml" in names:
        for folder, kind in ARCHIVES.items():
            if folder.endswith("/") and any(name.startswith(folder) for name in names):
                return kind
    raise Unfit(Reason.UNKNOWN)


def _manifest(archive: zipfile.ZipFile, names: set[str]) -> bytes:
    """In an OpenDocument each locked part is listed with how it was locked."""
    if "META-INF/manifest.xml" not in names:
        return b""
    with archive.open("META-INF/manifest.xml") as member:
        return member.read(SMALL)


def _unpack(archive: zipfile.ZipFile, members: list[zipfile.ZipInfo]) -> None:
    """A directory may lie: count what really comes out, and let every check sum be compared."""
    total = 0
    for member in members:
        read = 0
        with archive.open(member) as content:
            while chunk := content.read(_CHUNK):
                read, total = read + len(chunk), total + len(chunk)
                if total > MOST_UNPACKED or _is_bomb(read, member.compress_size):
                    raise Unfit(Reason.BOMB)
