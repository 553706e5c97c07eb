"""Files in a folder of this machine, on the disk before anybody is told that they are kept."""

import os
from pathlib import Path

from django.core.files.base import File
from django.core.files.storage import FileSystemStorage


class DurableStorage(FileSystemStorage):
    """As Django's own, but a power cut right after the answer takes nothing away: the row and its bytes both stay."""

    def _save(self, name: str, content: File) -> str:
        saved = super()._save(name, content)  # type: ignore[misc] # the stubs leave out what Django documents
        written = Path(self.path(saved))
        for place in (written, *self._folders_of(written)):
            _settle(place)
        return saved

    def _folders_of(self, written: Path) -> list[Path]:
        """A new file is found again only if the folders on the way to it are on the disk too."""
        return [folder for folder in written.parents if folder.is_relative_to(self.location)]


def _settle(place: Path) -> None:
    handle = os.open(place, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
