"""What a document is beside one that looks the same: a later version of it, a copy, or another one. Plain Python."""

import re
from dataclasses import dataclass

from dinhlang.pure.viet import fold, number_key, numbers_cited

AMENDS, REPLACES, EXTENDS, SAME, OTHER = "amend", "replace", "extend", "same", "other"
VERSIONS = (AMENDS, REPLACES, EXTENDS)
_VERBS = {
    "sua doi": AMENDS,
    "bo sung": AMENDS,
    "dieu chinh": AMENDS,
    "thay the": REPLACES,
    "gia han": EXTENDS,
    "keo dai": EXTENDS,
}
_VERB = "|".join(_VERBS)
_FAR = 100  # letters between the verb and the number of the plan that it speaks of


@dataclass(frozen=True)
class Facts:
    """What is known of a document when it is compared; what is not known is empty."""

    number: str = ""
    year: int | None = None
    issuer: str = ""
    title: str = ""
    text: str = ""


def version_said(facts: Facts, number: str, year: int | None = None) -> str:
    """What a document does to the one of a number and year: amends, replaces or extends it; nothing if unsaid."""
    words = f"{facts.title}\n{facts.text}"
    own = [one for one in numbers_cited(words) if one.key == number_key(number)]
    if not number or (own and not any(one.may_be_of(year) for one in own)):
        return ""
    words = fold(words)
    found = re.search(rf"\b({_VERB})\b(?:(?!\b(?:{_VERB})\b).){{0,{_FAR}}}?\b{re.escape(fold(number))}\b", words)
    return _VERBS[found[1]] if found else ""


def verb_in(title: str) -> str:
    """The verb with which a title begins: "Sửa đổi, bổ sung Kế hoạch …"."""
    found = re.match(rf"(?:ke hoach |quyet dinh |ve |viec |v v )*({_VERB})\b", fold(title))
    return _VERBS[found[1]] if found else ""


def likely_answer(own: Facts, other: Facts, *, likeness: float | None) -> str:
    """The answer offered first to who took in a document that looks like another; a person chooses.

    What the text itself says comes first. Numbers begin anew each year, so the same number of another year is another
    document. The whole text once more under another number of the same year takes the place of the first.
    """
    if said := version_said(own, other.number, other.year) or verb_in(own.title):
        return said
    if own.year and other.year and own.year != other.year:
        return OTHER
    if not own.number or not other.number or fold(own.number) == fold(other.number):
        return SAME
    if own.issuer and other.issuer and fold(own.issuer) != fold(other.issuer):
        return OTHER
    return SAME if likeness == 1.0 else REPLACES
