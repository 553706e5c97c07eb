"""A file name that every system can keep and nobody is deceived by."""

import re

from dinhlang.pure.viet import one_line

LONGEST = 150
_UNSAFE = re.compile(r'[<>:"|?*/\\]+')
_DEVICE = re.compile(r"(con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)( *\..*)?", re.IGNORECASE)
_EXTENSION = re.compile(r"\.([A-Za-z0-9]{1,8})$")
_NAMELESS = "tep"


def clean_name(sent: str, extension: str) -> str:
    """Return the name to keep: its last part in NFC, with nothing invisible, nothing unsafe, and the right extension.

    The extension is that of the content: "ảnh.png.exe" that is a picture becomes "ảnh.png", a PDF called "báo cáo"
    becomes "báo cáo.pdf". `extension` may name several, the first one preferred: "jpg jpeg".
    """
    name = one_line(re.split(r"[/\\]", one_line(sent).rstrip("/\\ "))[-1])
    name = _UNSAFE.sub("-", name).strip(" .-")
    allowed = extension.split()
    found = _EXTENSION.search(name)
    if found and found[1].lower() in allowed:
        name, kept = name[: found.start()], found[1].lower()
    else:
        name, kept = _without_other_extension(name, allowed), allowed[0]
    name = name.rstrip(" .") or _NAMELESS
    if _DEVICE.fullmatch(name):
        name = f"{_NAMELESS}-{name}"
    return f"{name[: LONGEST - len(kept) - 1].rstrip(' .')}.{kept}"


def _without_other_extension(name: str, allowed: list[str]) -> str:
    """Drop an extension that says something else; keep what only looks like one, such as "ngày 5.9"."""
    found = _EXTENSION.search(name)
    if not found or found[1].isdigit() or found.start() == 0:
        return name
    name = name[: found.start()]
    again = _EXTENSION.search(name)
    return name[: again.start()] if again and again[1].lower() in allowed else name
