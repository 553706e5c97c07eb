"""What a clause says, which clauses are alike, and when plans would stand on themselves. Plain Python."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from difflib import SequenceMatcher
from typing import Any

from dinhlang.pure.viet import fold


@dataclass(frozen=True)
class ClauseFacts:
    """One duty as the plan words it; start and end are its place in the plan's text, if there is one."""

    text: str
    label: str = ""
    lead_words: str = ""
    adviser_words: str = ""
    partner_words: str = ""
    time_words: str = ""
    due: date | None = None
    start: int | None = None
    end: int | None = None
    sources: Mapping[str, Any] = field(default_factory=dict)


_A_DAY = re.compile(r"\b\d{1,2}[/.-]\d{1,2}[/.-]20\d\d\b|\b\d{1,2} tháng \d{1,2} năm 20\d\d\b")


def writes_a_day(words: str) -> bool:
    """Whether words of time name a whole day themselves, so that it need not be said again beside them."""
    return bool(_A_DAY.search(words.casefold()))


_LABELLED = re.compile(r"thời gian(?: thực hiện| hoàn thành)?\s*:?\s+(?=\S)", re.IGNORECASE)


def unlabelled(time_words: str) -> str:
    """Words of time to stand behind the label "thời gian": a plan that writes it itself need not say it twice."""
    return _LABELLED.sub("", time_words, count=1) if _LABELLED.match(time_words) else time_words


def reaches(start: int, goal: int, step: Callable[[set[int]], Iterable[int]]) -> bool:
    """Whether one comes from start to goal by steps; `step` takes a set, so that each round is one question."""
    seen: set[int] = set()
    edge = {start}
    while edge and goal not in edge:
        seen |= edge
        edge = set(step(edge)) - seen
    return goal in edge


def places_found(text: str, clauses: Iterable[str]) -> list[tuple[int, int] | None]:
    """Where each clause's words stand in a text, one behind the other; None for words that are not there."""
    found: list[tuple[int, int] | None] = []
    behind = 0
    for words in clauses:
        start = text.find(words, behind)
        if start < 0:
            found.append(None)
            continue
        behind = start + len(words)
        found.append((start, behind))
    return found


_MAKES = r"\b(?<!ve )(?<!viec )(?:xay dung|ban hanh)(?: (?:va|ban hanh|to chuc|trien khai))*(?: chuong trinh)? ke hoach"
_OF_ONES_OWN = re.compile(
    _MAKES + r"(?: chuong trinh)? (?:cu the|chi tiet|rieng|trien khai|thuc hien|to chuc thuc hien|hanh dong"
    r"|(?:cua|tai) (?:co quan|don vi|dia phuong|nganh|cap|minh))\b"
)
_FROM_THIS = re.compile(r"\b(?:can cu|tren co so|theo)(?: noi dung)? ke hoach (?:nay|neu tren)\b.*" + _MAKES)
_OF_ANOTHER = re.compile(
    r"\b(?:chinh phu|thu tuong|quoc hoi|bo truong|quyet dinh|nghi quyet so \S+ \S+ \S+)(?: ve)?(?: viec)?"
    r" ban hanh ke hoach"
)


def asks_for_a_plan(text: str) -> bool:
    """Whether a duty asks those who owe it to make a plan of their own: "căn cứ kế hoạch này, xây dựng kế hoạch …"."""
    words = _OF_ANOTHER.sub(" ", fold(text))
    return _OF_ONES_OWN.search(words) is not None or _FROM_THIS.search(words) is not None


def likeness(one: str, other: str) -> float:
    """How much two duties say the same, from 0 to 1: pairs of words that both hold, whatever their order."""
    own, theirs = _pairs(one), _pairs(other)
    total = sum(own.values()) + sum(theirs.values())
    return 2 * sum((own & theirs).values()) / total if total else 0.0


def _pairs(text: str) -> Counter[tuple[str, str]]:
    words = fold(text).split()
    return Counter(zip(["", *words], [*words, ""], strict=True)) if words else Counter()


ALIKE = 0.3
"""From here on two duties are proposed as the same; a person confirms."""


def paired(first: Sequence[str], second: Sequence[str], *, least: float = ALIKE) -> dict[int, int]:
    """For texts of one list the place of its likest in another; each is used once, the likest pairs go first."""
    scored = [(likeness(one, other), -i, -j) for i, one in enumerate(first) for j, other in enumerate(second)]
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for score, i, j in sorted(scored, reverse=True):
        if score < least:
            break
        if -i not in pairs and -j not in taken:
            pairs[-i] = -j
            taken.add(-j)
    return pairs


def marked(before: str, after: str) -> list[tuple[str, str]]:
    """The words of two wordings in one line: ("same", …), ("out", …), ("in", …), in the order of reading."""
    old, new = before.split(), after.split()
    pieces: list[tuple[str, str]] = []
    for tag, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append(("same", " ".join(old[i:j])))
            continue
        if j > i:
            pieces.append(("out", " ".join(old[i:j])))
        if m > k:
            pieces.append(("in", " ".join(new[k:m])))
    return pieces
