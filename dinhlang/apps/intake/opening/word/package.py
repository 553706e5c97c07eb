"""The parts of a Word file: a zip archive of XML, each part bounded while it is unpacked and parsed."""

import zipfile
from io import BytesIO
from typing import Any

from lxml import etree

from dinhlang.apps.intake.opening.kinds import BROKEN_ARCHIVE
from dinhlang.apps.intake.opening.opened import Trouble, Unreadable

MOST_MEMBERS = 5000
MOST_UNPACKED = 80 * 1024 * 1024  # of one part; a plan of a thousand pages has a fifth of it
_CHUNK = 256 * 1024
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_USUAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"

Element = Any
"""An lxml element; its own type says less than its name."""


class Package:
    """An opened archive."""

    def __init__(self, content: bytes) -> None:
        try:
            self._archive = zipfile.ZipFile(BytesIO(content))
            self._members = {member.filename: member for member in self._archive.infolist()}
        except BROKEN_ARCHIVE:
            raise Unreadable(Trouble.DAMAGED) from None
        if len(self._members) > MOST_MEMBERS:
            raise Unreadable(Trouble.BOMB)
        if any(member.flag_bits & 1 for member in self._members.values()):
            raise Unreadable(Trouble.LOCKED)

    @property
    def names(self) -> set[str]:
        """The parts' names."""
        return set(self._members)

    def part(self, name: str) -> Element | None:
        """The root of a part, or None where there is none."""
        if name not in self._members:
            return None
        return parsed(self._unpacked(name))

    def _unpacked(self, name: str) -> bytes:
        """A directory may lie: count what really comes out."""
        kept = bytearray()
        try:
            with self._archive.open(self._members[name]) as part:
                while chunk := part.read(_CHUNK):
                    kept += chunk
                    if len(kept) > MOST_UNPACKED:
                        raise Unreadable(Trouble.BOMB)
        except BROKEN_ARCHIVE:
            raise Unreadable(Trouble.DAMAGED) from None
        return bytes(kept)


def parsed(data: bytes) -> Element:
    """The root of an XML part. One that declares entities is a bomb or a spy: Word writes none."""
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise Unreadable(Trouble.BOMB)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data.replace(_STRICT, _USUAL), parser)
    except (etree.XMLSyntaxError, ValueError):
        raise Unreadable(Trouble.DAMAGED) from None
    if root is None:
        raise Unreadable(Trouble.DAMAGED)
    return root
