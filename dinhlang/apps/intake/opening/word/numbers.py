"""The numbers Word draws before paragraphs and never writes into the text: "1.", "a)", "I.", "-"."""

import re
from dataclasses import dataclass, field

from dinhlang.apps.intake.opening.word.package import Element, W

_LEVELS = 9
_PLACE = re.compile("%([1-9])")
_ROMAN_VALUES = (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1)
_ROMAN = tuple(zip(_ROMAN_VALUES, ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"), strict=True))
_FAR = 5000


@dataclass
class Level:
    """One level of a list: how it counts and how it is drawn."""

    format: str = "decimal"
    text: str = ""
    start: int = 1
    restarts_after: int | None = None
    is_legal: bool = False


@dataclass
class List:
    """A list of a file: its levels, and where each stands."""

    levels: dict[int, Level]
    abstract: str
    starts: dict[int, int] = field(default_factory=dict)


def written(number: int, form: str) -> str:
    """A number as a list shows it."""
    if form in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, 5) if number > 0 else ""
        return letter.upper() if form == "upperLetter" else letter
    if form in ("lowerRoman", "upperRoman"):
        roman = _roman(number)
        return roman.upper() if form == "upperRoman" else roman
    if form == "decimalZero":
        return f"{number:02d}"
    return "" if form == "none" else str(number)


def _roman(number: int) -> str:
    digits = []
    number = min(number, _FAR)
    for value, letters in _ROMAN:
        while number >= value:
            digits.append(letters)
            number -= value
    return "".join(digits)


class Numbering:
    """All lists of a file, counting while the text is read."""

    def __init__(self, root: Element | None) -> None:
        self._lists: dict[str, List] = {}
        self._counters: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()
        if root is None:
            return
        abstracts = {one.get(f"{W}abstractNumId"): one for one in root.iterfind(f"{W}abstractNum")}
        linked = _linked(abstracts)
        for one in root.iterfind(f"{W}num"):
            pointer = one.find(f"{W}abstractNumId")
            key = pointer.get(f"{W}val") if pointer is not None else None
            abstract = linked.get(key, abstracts.get(key))
            if abstract is not None:
                self._lists[one.get(f"{W}numId") or ""] = _list(one, abstract, key or "")

    def next(self, number_of_list: str, level: int) -> str:
        """Count one paragraph and return the label it gets; empty if it gets none."""
        one = self._lists.get(number_of_list)
        if one is None or level not in one.levels:
            return ""
        counters = self._counters.setdefault(one.abstract, [None] * _LEVELS)
        self._override(number_of_list, one, level, counters)
        counters[level] = one.levels[level].start if counters[level] is None else counters[level] + 1  # type: ignore[operator]
        for above in range(level):
            if counters[above] is None:
                counters[above] = one.levels[above].start if above in one.levels else 1
        for below in range(level + 1, _LEVELS):
            if _restarts(one.levels.get(below), below, level):
                counters[below] = None
        return _label(one, level, counters)

    def _override(self, number_of_list: str, one: List, level: int, counters: list[int | None]) -> None:
        """A list that begins anew does so at its first paragraph, once."""
        if level in one.starts and (number_of_list, level) not in self._begun:
            counters[level] = one.starts[level] - 1
            for below in range(level + 1, _LEVELS):
                counters[below] = None
        self._begun.add((number_of_list, level))


def _restarts(below: Level | None, number: int, level: int) -> bool:
    if below is None or below.restarts_after is None:
        return True
    return below.restarts_after > 0 and level < below.restarts_after <= number


def _linked(abstracts: dict[str | None, Element]) -> dict[str | None, Element]:
    """A list may only name a style of lists; the levels then stand where that style is kept."""
    homes = {}
    for one in abstracts.values():
        link = one.find(f"{W}styleLink")
        if link is not None:
            homes[link.get(f"{W}val")] = one
    found = {}
    for key, one in abstracts.items():
        link = one.find(f"{W}numStyleLink")
        if link is not None and link.get(f"{W}val") in homes:
            found[key] = homes[link.get(f"{W}val")]
    return found


def _list(one: Element, abstract: Element, key: str) -> List:
    levels = {}
    for level in abstract.iterfind(f"{W}lvl"):
        levels[_number(level.get(f"{W}ilvl"), 0)] = _level(level)
    starts = {}
    for override in one.iterfind(f"{W}lvlOverride"):
        at = _number(override.get(f"{W}ilvl"), 0)
        begins, redrawn = override.find(f"{W}startOverride"), override.find(f"{W}lvl")
        if redrawn is not None:
            levels[at] = _level(redrawn)
        if begins is not None:
            starts[at] = _number(begins.get(f"{W}val"), 1)
    return List({at: level for at, level in levels.items() if 0 <= at < _LEVELS}, key, starts)


def _level(element: Element) -> Level:
    said = {child.tag.removeprefix(W): child.get(f"{W}val") for child in element}
    return Level(
        format=said.get("numFmt") or "decimal",
        text=said.get("lvlText") or "",
        start=_number(said.get("start"), 0 if said.get("start") == "0" else 1),
        restarts_after=_number(said["lvlRestart"], 0) if "lvlRestart" in said else None,
        is_legal="isLgl" in said,
    )


def _number(text: str | None, otherwise: int) -> int:
    try:
        return max(-_FAR, min(int(text or ""), 1_000_000))
    except ValueError:
        return otherwise


def _label(one: List, level: int, counters: list[int | None]) -> str:
    shape = one.levels[level]
    if shape.format == "none":
        return ""
    if shape.format == "bullet":
        return _bullet(shape.text)

    def place(found: re.Match[str]) -> str:
        at = int(found[1]) - 1
        form = one.levels[at].format if at in one.levels else "decimal"
        value = counters[at]
        return written(1 if value is None else value, "decimal" if shape.is_legal else form)

    return _PLACE.sub(place, shape.text).strip()


def _bullet(text: str) -> str:
    """Dashes and pluses as they are; the pictures of symbol fonts as a dot."""
    sign = text.strip()[:1]
    if not sign:
        return ""
    if "\ue000" <= sign <= "\uf8ff":
        return "-" if sign in "\uf02d\uf0be" else "•"
    return "•" if sign in "oO§·■□▪▫◦●○" else sign
