"""Names of bodies brought to one form, so that two ways of writing one name meet. Plain Python."""

from dinhlang.pure.viet import ABBREVIATIONS, fold


def _in_full() -> dict[str, str]:
    """Short form → full form, of those that mean one thing only."""
    forms: dict[str, set[str]] = {}
    for short, full in ABBREVIATIONS:
        forms.setdefault(fold(short), set()).add(fold(full))
    return {short: next(iter(full)) for short, full in forms.items() if len(full) == 1}


_IN_FULL = _in_full()


def name_key(name: str) -> str:
    """A name in full and without marks: "UBND xã" and "Ủy ban nhân dân xã" are one; UB MTTQ and MTTQ Việt Nam too."""
    full = " ".join(_IN_FULL.get(word, word) for word in fold(name).split())
    front = f" {full} ".replace(" to quoc viet nam ", " to quoc ").replace(" ub mat tran ", " uy ban mat tran ")
    return front.strip()
