"""Which place is meant by the words that somebody typed. Plain Python."""

from dinhlang.pure.viet import fold, new_tone, normal

Closeness = tuple[bool, int, bool]


def closeness(typed: str, *, full_name: str, name: str) -> Closeness:
    """Return a key that sorts the best first: the name itself, names that begin so, the words in order, the rest.

    Whoever typed marks means them: "Tân Tiến" comes before "Tấn Tiên", however close that is otherwise.
    """
    other_marks = _with_marks(typed) not in _with_marks(full_name)
    means_marks = _with_marks(typed) != fold(typed)
    return means_marks and other_marks, _distance(fold(typed), fold(full_name), fold(name)), other_marks


def _with_marks(text: str) -> str:
    return " ".join(new_tone(normal(text)).casefold().split())


def _distance(typed: str, full_name: str, name: str) -> int:
    """0: the name itself; 1: it begins so at a whole word; 2: it begins so; 3: the words in order; 4: the rest."""
    names = (name, full_name)
    if typed in names:
        return 0
    if any(one.startswith(f"{typed} ") for one in names):
        return 1
    if any(one.startswith(typed) for one in names):
        return 2
    return 3 if f" {typed}" in f" {full_name}" else 4
