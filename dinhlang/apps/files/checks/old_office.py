"""Office files of the old make (.doc, .xls, .ppt), still common in communes: told apart by the names of their parts."""

from typing import IO

from dinhlang.apps.files.checks.unfit import Reason, Unfit
from dinhlang.apps.files.rules import OLD_OFFICE, Kind

_LOCKED = ("EncryptedPackage", "EncryptedSummary")
_MACROS = ("_VBA_PROJECT", "Macros")


def kind_of_old_office(file: IO[bytes]) -> Kind:
    """Each part's name stands in the file as UTF-16; a text that holds such a name is refused without need at worst."""
    file.seek(0)
    content = file.read()
    if _holds(content, _LOCKED):
        raise Unfit(Reason.LOCKED)
    if _holds(content, _MACROS):
        raise Unfit(Reason.MACROS)
    for part, kind in OLD_OFFICE.items():
        if _holds(content, (part,)):
            return kind
    raise Unfit(Reason.UNKNOWN)


def _holds(content: bytes, names: tuple[str, ...]) -> bool:
    """A part's name ends with a zero and more zeros fill its place of 64 bytes."""
    return any(f"{name}\0".encode("utf-16-le") in content for name in names)
