"""The tone marks of a stretch put where decrees put them; the same stretch is asked for many times."""

from functools import lru_cache

from dinhlang.pure import viet

_SLIPS = str.maketrans({"Ƕ": "ỳ", "ǜ": "ũ"})  # a converter of old fonts writes them so: "định kǶ", "cǜng"


@lru_cache(maxsize=4096)
def old_tone(text: str) -> str:
    """Write hòa, thủy, Ủy ban; as long as the text was."""
    return viet.old_tone(text.translate(_SLIPS))
