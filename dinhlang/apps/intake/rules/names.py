"""Names of bodies compared: the ways to say one, and how alike two are. Plain Python."""

from collections.abc import Iterable

_ABOUT = ("cac", "ong", "ba", "dong chi", "de nghi", "giao")


def ways_to_say(key: str, levels: Iterable[str]) -> list[str]:
    """A name's key as it stands, then without words such as "tỉnh" at its end or "đề nghị" at its beginning."""
    ways = [key]
    for level in levels:
        ways += [way.removesuffix(f" {level}") for way in list(ways) if way.endswith(f" {level}")]
    for word in _ABOUT:
        ways += [way.removeprefix(f"{word} ") for way in list(ways) if way.startswith(f"{word} ")]
    return [way for way in dict.fromkeys(ways) if way]


def by_likeness(key: str, among: Iterable[str]) -> tuple[str | None, float]:
    """The name that shares most threes of letters, and how much of them; letters that OCR lost cost little."""
    own = _threes(key)
    best, most = None, 0.0
    for other in among:
        if not 0.5 <= (len(other) + 1) / (len(key) + 1) <= 2:
            continue
        theirs = _threes(other)
        alike = 2 * len(own & theirs) / (len(own) + len(theirs))
        if alike > most:
            best, most = other, alike
    return best, round(most, 2)


def _threes(words: str) -> frozenset[str]:
    padded = f"  {words} "
    return frozenset(padded[at : at + 3] for at in range(len(padded) - 2))
