"""A file of what is given away of breaches: SHA-1 digests in order, one in a line, a count behind a colon or not.

It may hold hundreds of millions; it is searched by halves, without being read.
"""

import hashlib
from pathlib import Path
from typing import BinaryIO

DIGITS = 40


def stands_in(file: str, password: str) -> bool:
    """Whether the digest of a password is a line of the file."""
    if not file:
        return False
    sought = hashlib.sha1(password.encode(), usedforsecurity=False).hexdigest().upper().encode()
    with Path(file).open("rb") as lines:
        return _found(lines, sought, Path(file).stat().st_size)


def _found(lines: BinaryIO, sought: bytes, size: int) -> bool:
    low, high = 0, size
    while low < high:
        middle = (low + high) // 2
        lines.seek(max(0, middle - 1))
        if middle:
            lines.readline()  # to the start of a line
        at = lines.tell()
        digest = lines.readline()[:DIGITS].upper()
        if digest == sought:
            return True
        if digest and digest < sought:
            low = max(middle + 1, at + 1)
        else:
            high = middle
    return False
