"""The search key: what remains of a text when marks, case and punctuation do not matter."""

import unicodedata

from dinhlang.pure.viet._table import Table

_D = str.maketrans("đðɖ", "ddd")


def _one_character(character: str) -> str:
    """Return a character as plain lower-case letters or digits; a space for what only separates."""
    bare = _without_marks(_without_marks(character).casefold()).translate(_D)
    if not bare:
        return bare
    return "".join(part if part.isalnum() else " " for part in bare)


def _without_marks(text: str) -> str:
    """Drop combining marks and whatever cannot be seen; control characters become spaces."""
    parts = unicodedata.normalize("NFKD", text)
    seen = (" " if unicodedata.category(part) == "Cc" else part for part in parts)
    return "".join(part for part in seen if unicodedata.category(part) not in {"Mn", "Mc", "Me", "Cf", "Cs"})


_TABLE = Table(_one_character)


def fold(text: str) -> str:
    """Return the key under which a text is found: "31/KH-UBND" becomes "31 kh ubnd".

    Letters lose tone, hat, horn and case, đ becomes d, everything but letters and digits becomes one space.
    So hoà and hòa, Ủy and Uỷ, composed and decomposed text have the same key.
    """
    return " ".join(text.translate(_TABLE).split())
