"""What is stored for searching: the folded text, and every abbreviation written both ways."""

from collections.abc import Iterable, Iterator

from dinhlang.pure.viet.abbreviations import ABBREVIATIONS
from dinhlang.pure.viet.fold import fold

_BEFORE, _AFTER = 2, 3  # neighbours an added form brings along, so that "chu tich ubnd xa" is found as a phrase

_Forms = dict[str, list[tuple[list[str], str]]]


def search_text(text: str) -> str:
    """Return the folded text, then its abbreviations written out and its full forms abbreviated.

    Stored beside a text, it lets `fold(query)` alone find "Ủy ban nhân dân xã" under "UBND xã" and the other
    way round. Added forms bring their neighbours along, so that phrases are found too.
    """
    folded = fold(text)
    added = dict.fromkeys(_other_forms(folded.split()))
    return " ".join([folded, *added])


def _other_forms(words: list[str]) -> Iterator[str]:
    """Yield the other way to write each short or full form found in the words."""
    for place, word in enumerate(words):
        for form, other in _FORMS.get(word, ()):
            end = place + len(form)
            if words[place:end] != form:
                continue
            if len(form) == 2:  # "kế hoạch", "cán bộ": too common to bring neighbours
                yield other
            else:
                yield " ".join([*words[max(0, place - _BEFORE) : place], other, *words[end : end + _AFTER]])


def _both_ways(pairs: Iterable[tuple[str, str]]) -> _Forms:
    """Arrange pairs of short and full forms by the first word of either."""
    forms: _Forms = {}
    for short, full in pairs:
        forms.setdefault(short, []).append(([short], full))
        words = full.split()
        forms.setdefault(words[0], []).append((words, short))
    return forms


_FORMS = _both_ways((fold(short), fold(full)) for short, full in ABBREVIATIONS)
