"""Office files are archives: bounded before anyone opens them, so that a small file cannot unpack into a huge one."""

import zipfile
from enum import StrEnum
from typing import BinaryIO

MOST_MEMBERS = 5_000
MOST_UNPACKED = 300 * 1024 * 1024
MOST_TIMES = 200
"""A page of real text packs some ten to forty times; a bomb packs a thousand times."""
_SMALL = 1024 * 1024


class Fault(StrEnum):
    """Why a file is not kept; the action words it."""

    DAMAGED = "damaged"
    ENCRYPTED = "encrypted"
    TOO_BIG_INSIDE = "too_big_inside"
    STRANGE_PATHS = "strange_paths"
    NOT_A_PICTURE = "not_a_picture"
    TOO_MANY_PIXELS = "too_many_pixels"


def fault_of_archive(file: BinaryIO) -> Fault | None:
    """What is wrong with an archive, told from its directory and then from what really unpacks."""
    file.seek(0)
    try:
        with zipfile.ZipFile(file) as archive:
            members = archive.infolist()
            return _told_by_directory(members) or _told_by_unpacking(archive, members)
    except (zipfile.BadZipFile, OSError, EOFError, RuntimeError, NotImplementedError, ValueError):
        return Fault.DAMAGED


def _told_by_directory(members: list[zipfile.ZipInfo]) -> Fault | None:
    if any(member.flag_bits & 1 for member in members):
        return Fault.ENCRYPTED
    if any(member.filename.startswith("/") or ".." in member.filename.split("/") for member in members):
        return Fault.STRANGE_PATHS
    if len(members) > MOST_MEMBERS or sum(member.file_size for member in members) > MOST_UNPACKED:
        return Fault.TOO_BIG_INSIDE
    return Fault.TOO_BIG_INSIDE if any(_swells(m.file_size, m.compress_size) for m in members) else None


def _told_by_unpacking(archive: zipfile.ZipFile, members: list[zipfile.ZipInfo]) -> Fault | None:
    """A directory can lie: unpack piece by piece and stop at the bound."""
    left = MOST_UNPACKED
    for member in members:
        with archive.open(member) as unpacked:
            while piece := unpacked.read(_SMALL):
                left -= len(piece)
                if left < 0:
                    return Fault.TOO_BIG_INSIDE
    return None


def _swells(unpacked: int, packed: int) -> bool:
    return unpacked > _SMALL and unpacked > MOST_TIMES * max(packed, 1)


def has_macros(file: BinaryIO) -> bool:
    """Whether an office file carries programs."""
    file.seek(0)
    with zipfile.ZipFile(file) as archive:
        return any(name.lower().endswith("vbaproject.bin") for name in archive.namelist())
