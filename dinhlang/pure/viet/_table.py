"""A table for `str.translate` that works out a character once and then remembers it."""

from collections.abc import Callable


class Table(dict[int, str]):
    """Fills itself on first sight of a character: as fast as a ready table, and complete."""

    def __init__(self, answer: Callable[[str], str]) -> None:
        super().__init__()
        self._answer = answer

    def __missing__(self, code: int) -> str:
        became = self._answer(chr(code))
        if code < 0x10000:  # beyond lie a million rare characters; remembering those could fill the memory
            self[code] = became
        return became
