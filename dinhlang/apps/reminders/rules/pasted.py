"""A text to paste into a chat, cut where the chat would cut it."""

from collections.abc import Iterable, Sequence

LONGEST = 2000
"""Zalo takes so many characters in one message."""

_ROOM_FOR_NUMBER = 12


LONGEST_LIST = 900
"""Letters of one line that names many; two of them fit into a message."""


def told_together(rows: Iterable[tuple[str, str]], *, longest: int = LONGEST_LIST) -> list[str]:
    """Lines out of (what is owed, by whom): what many owe is said once with all of them behind it.

    A list too long for a line goes on in the next, which says again what is owed: each message can stand alone.
    """
    by_what: dict[str, list[str]] = {}
    for what, who in rows:
        by_what.setdefault(what, []).append(who)
    lines: list[str] = []
    for what, all_who in by_what.items():
        if len(all_who) == 1:
            lines.append(f"- {all_who[0]}: {what}")
        else:
            lines += [f"- {what}: {named}" for named in _lists(all_who, room=longest - len(what) - 4)]
    return lines


def _lists(names: Sequence[str], *, room: int) -> list[str]:
    lists: list[str] = []
    for name in names:
        if lists and len(lists[-1]) + len(name) + 2 <= room:
            lists[-1] += f"; {name}"
        else:
            lists.append(name)
    return lists


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
