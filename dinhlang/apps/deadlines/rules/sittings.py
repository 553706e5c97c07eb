"""Which regular sitting the words of a plan mean. Plain Python."""

import re

from dinhlang.pure.viet import fold

KINDS = {"midyear": "giua nam", "year_end": "cuoi nam"}


def meant(words: str, *, year: int | None) -> tuple[str, int] | None:
    """The kind and year of the one regular sitting that is named; nothing where there is any doubt.

    `year` is that of the document, for words that name none ("kỳ họp thường lệ giữa năm").
    """
    said = fold(words)
    kinds = [kind for kind, name in KINDS.items() if name in said]
    years = {int(one) for one in re.findall(r"\b20\d\d\b", said)} or ({year} if year else set())
    if len(kinds) != 1 or len(years) != 1 or "chuyen de" in said:
        return None
    return kinds[0], years.pop()
