"""What comes first among the things found: what the title says, then what lives, then what is new."""

from datetime import date

from dinhlang.apps.search.rules.question import Question, with_marks
from dinhlang.pure.viet import fold, search_text

_A_FEW = 1

Place = tuple[int, bool, bool, int]


def place_among(question: Question, *, title: str, is_together: bool, is_living: bool, day: date | None) -> Place:
    """Return a key that sorts the best first.

    How close the title is; whether it carries the very marks that were typed, so that "tân tiến" comes before
    "tấn tiên"; whether the thing still lives; how new it is.
    """
    same_marks = question.with_marks in with_marks(title)
    return _distance(question, title, is_together), not same_marks, not is_living, -day.toordinal() if day else 0


def holds(question: Question, text: str) -> bool:
    """Whether a text holds all the words, abbreviations either way, the last perhaps unfinished."""
    words = search_text(text).split()
    in_text = all(word in words for word in question.words)
    return in_text and any(word.startswith(question.unfinished) for word in words)


def _distance(question: Question, title: str, is_together: bool) -> int:
    """0: the title is what was typed; 1: a word more ("xã"); 2: several more; 3: as it was typed in the rest of the
    thing; 4: the words apart in the title; 5: apart in the thing.
    """
    folded = fold(title)
    if folded == question.phrase:
        return 0
    if f" {question.phrase}" in f" {folded}":
        return 1 if len(folded.split()) - len(question.phrase.split()) <= _A_FEW else 2
    if is_together:
        return 3
    return 4 if holds(question, title) else 5
