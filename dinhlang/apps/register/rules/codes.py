"""What a unit's code may look like. Plain Python."""

import re
from collections.abc import Collection

RESERVED = frozenset({"nhap", "xuat", "nhom", "ca-nuoc", "cay"})
"""Words of our own addresses: /don-vi/nhap/ must never mean a unit."""

_SHAPE = re.compile(r"[0-9A-Za-zĐđ][0-9A-Za-zĐđ._-]{0,39}")


def code_trouble(code: str) -> str | None:
    """Why a text cannot be a code: "shape", "reserved", or None when it can."""
    if not _SHAPE.fullmatch(code):
        return "shape"
    return "reserved" if code.lower() in RESERVED else None


def next_code(above: str, taken: Collection[str]) -> str:
    """The first free code under another: "07738.1", "07738.2" …"""
    number = 1
    while f"{above}.{number}" in taken:
        number += 1
    return f"{above}.{number}"[-40:]
