"""How a question is read."""

import re
from dataclasses import dataclass
from functools import cached_property

from dinhlang.apps.search.rules.words import LONGEST_WORD
from dinhlang.pure.viet import fold, new_tone, normal

MOST_WORDS = 16

AnyOf = tuple[str, ...]
"""Words of the index, of which one must be there; one that ends with a star stands for all that begin so."""

_QUOTED = re.compile('["“”«»]([^"“”«»]+)["“”«»]')


@dataclass(frozen=True)
class Question:
    """What somebody looks for: words that must all be there, the last perhaps unfinished, and phrases."""

    typed: str
    words: tuple[str, ...]
    unfinished: str
    phrases: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.words or self.unfinished)

    def everywhere(self) -> list[AnyOf]:
        """What a thing must hold, anywhere."""
        return [*((word,) for word in self.words), *([(f"{self.unfinished}*",)] if self.unfinished else [])]

    def in_title(self) -> list[AnyOf]:
        """What a title must hold."""
        return [(f".{word}",) for (word,) in self.everywhere()]

    @cached_property
    def phrase(self) -> str:
        """All that was typed, folded, as one phrase."""
        return fold(self.typed)

    @cached_property
    def with_marks(self) -> str:
        """All that was typed, to be compared with its marks."""
        return with_marks(self.typed).strip(' "“”«»')


def with_marks(text: str) -> str:
    """The text with its marks, but in one case and one way to place the tone."""
    return new_tone(normal(text)).casefold()


def read_question(typed: str) -> Question:
    """Read what was typed: "…" is a phrase; a last word without a space after it may be unfinished."""
    typed = normal(typed)
    phrases = tuple(phrase for quoted in _QUOTED.findall(typed) if (phrase := fold(quoted)))
    loose = fold(_QUOTED.sub(" ", typed)).split()
    unfinished = loose.pop()[:LONGEST_WORD] if loose and fold(typed[-1:]) else ""
    words = dict.fromkeys(word[:LONGEST_WORD] for word in " ".join([*phrases, *loose]).split())
    return Question(typed, tuple(words)[:MOST_WORDS], unfinished, phrases)
