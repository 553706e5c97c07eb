"""Files in a folder of this machine, on the disk before anybody is told that they are kept."""

import errno
import os
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from secrets import token_hex

from django.core.files.base import File
from django.core.files.storage import FileSystemStorage

INCOMING = ".incoming"
"""Where bytes lie until all of them are there; whatever a killed process or a full disk left here belongs to nobody."""


class StoreAway(Exception):
    """The store of files does not answer, or will not let us in; what was sent is not kept."""


class DurableStorage(FileSystemStorage):
    """As Django's own, but a power cut right after the answer takes nothing away: the row and its bytes both stay.

    A file gets its name once it is whole, so that under a name there is never a part of it.
    """

    def _save(self, name: str, content: File) -> str:
        part = self._arrived(content)
        try:
            saved = self._named(part, name)
        finally:
            part.unlink(missing_ok=True)
        for place in self._folders_of(Path(self.path(saved))):
            _settle(place)
        return saved

    def _arrived(self, content: File) -> Path:
        """All bytes, on the disk, under no name yet; none where there was no room for all."""
        incoming = Path(self.location) / INCOMING
        incoming.mkdir(parents=True, exist_ok=True)
        part = incoming / token_hex(16)
        try:
            with part.open("xb") as written:
                for chunk in content.chunks():
                    written.write(chunk)
                if self.file_permissions_mode is not None:
                    part.chmod(self.file_permissions_mode)
                written.flush()
                os.fsync(written.fileno())
        except BaseException:
            part.unlink(missing_ok=True)
            raise
        return part

    def _named(self, part: Path, name: str) -> str:
        """The name it got; of two who come with one name at once, the second gets another."""
        while True:
            place = Path(self.path(name))
            place.parent.mkdir(parents=True, exist_ok=True)
            try:
                _link(part, place)
            except FileExistsError:
                name = self.get_available_name(name)
            else:
                return name.replace("\\", "/")

    def _folders_of(self, written: Path) -> list[Path]:
        """A new file is found again only if the folders on the way to it are on the disk too."""
        return [folder for folder in written.parents if folder.is_relative_to(self.location)]

    def names(self) -> Iterator[tuple[str, int]]:
        """Every file with its size."""
        root = Path(self.location)
        for path in sorted(root.rglob("*")):
            if path.is_file() and INCOMING not in path.relative_to(root).parts:
                yield path.relative_to(root).as_posix(), path.stat().st_size

    def sweep(self, *, before: datetime) -> int:
        """What came in and was never finished goes; how many."""
        gone = 0
        for part in (Path(self.location) / INCOMING).glob("*"):
            with suppress(FileNotFoundError):  # it was finished meanwhile
                if part.stat().st_mtime < before.timestamp():
                    part.unlink()
                    gone += 1
        return gone


def _link(part: Path, place: Path) -> None:
    """Never over a file that is there. Where the disk knows no second names, the file is moved."""
    try:
        os.link(part, place)
    except OSError as trouble:
        if trouble.errno not in {errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS}:
            raise
        if place.exists():
            raise FileExistsError(place) from None
        part.rename(place)


def _settle(place: Path) -> None:
    handle = os.open(place, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
