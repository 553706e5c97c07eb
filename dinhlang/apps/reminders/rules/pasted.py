"""A text to paste into a chat, cut where the chat would cut it."""

from collections.abc import Sequence

LONGEST = 2000
"""Zalo takes so many characters in one message."""

_ROOM_FOR_NUMBER = 12


def in_parts(head: str, lines: Sequence[str], foot: str, *, longest: int = LONGEST) -> list[str]:
    """Whole lines only; every part says what it is about and ends with the address, and many parts are numbered."""
    room = longest - len(head) - len(foot) - 2 - _ROOM_FOR_NUMBER
    parts: list[list[str]] = [[]]
    for line in (_fitted(line, room) for line in lines):
        if parts[-1] and sum(map(len, parts[-1])) + len(parts[-1]) + len(line) > room:
            parts.append([])
        parts[-1].append(line)
    number = len(parts)
    return [
        "\n".join([head if number == 1 else f"({at}/{number}) {head}", *part, foot]) for at, part in enumerate(parts, 1)
    ]


def _fitted(line: str, room: int) -> str:
    return line if len(line) <= room else f"{line[: room - 1]}…"
