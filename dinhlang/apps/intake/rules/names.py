"""Names of bodies compared: the ways to say one, and how alike two are. Plain Python."""

import re
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
        if not could_be(key, other) or not 0.5 <= (len(other) + 1) / (len(key) + 1) <= 2:
            continue
        theirs = _threes(other)
        alike = 2 * len(own & theirs) / (len(own) + len(theirs))
        if alike > most:
            best, most = other, alike
    return best, round(most, 2)


def _threes(words: str) -> frozenset[str]:
    padded = f"  {words} "
    return frozenset(padded[at : at + 3] for at in range(len(padded) - 2))


_NO_LEVELS = ("xa hoi", "quan su", "quan ly", "quan tri", "thi dua", "phuong tien", "tinh than")
_LEVELS = re.compile(r"\b(?:thanh pho|thi xa|thi tran|dac khu|tinh|huyen|quan|phuong|xa|thon)(?= |$)")


def _levels(key: str) -> list[re.Match[str]]:
    for words in _NO_LEVELS:
        key = key.replace(words, "_" * len(words))
    return list(_LEVELS.finditer(key))


def contradict(key: str, other: str) -> bool:
    """Two names that speak of different levels: "UBND thị xã" is no province's."""
    one, two = ({match[0] for match in _levels(name)} for name in (key, other))
    return bool(one and two and not one & two)


def own_name_in(key: str) -> str:
    """The proper name that a body's name ends with: "phuoc long" of "UBND thị xã Phước Long"; empty without one."""
    levels = _levels(key)
    return key[levels[-1].end() :].strip() if levels else ""


def could_be(key: str, other: str) -> bool:
    """Whether one name may be the other with letters lost or words left out.

    Another level, another kind of body or another proper name is never the same: "Bộ Công an" is not "Công an xã".
    """
    if not key or not other or contradict(key, other):
        return False
    one, two = key.split(), other.split()
    short, long = (one, two) if len(one) <= len(two) else (two, one)
    if not _near(one[0], two[0]):
        return False
    at = 0
    for word in short:
        at = next((n + 1 for n in range(at, len(long)) if _near(word, long[n])), 0)
        if not at:
            return False
    return True


def _near(one: str, two: str) -> bool:
    """The same but for one letter that is lost or wrong, where there are enough of them: "bo" is not "so"."""
    least = 3 if len(one) == len(two) else 2
    if one == two or min(len(one), len(two)) < least or abs(len(one) - len(two)) > 1:
        return one == two
    at = next((n for n, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))
    return one[at + 1 :] == two[at + 1 :] or one[at + 1 :] == two[at:] or one[at:] == two[at + 1 :]
