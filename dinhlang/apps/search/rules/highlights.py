"""Marking the words that were looked for, in the text as it was written."""

import re
from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple

from dinhlang.apps.search.rules.question import Question
from dinhlang.pure.viet import ABBREVIATIONS, fold

_WORD = re.compile(r"[^\W_]+")
_BOTH_WAYS = [(fold(short), fold(full)) for short, full in ABBREVIATIONS]
_RUN = 16  # words of a question that are looked for together
_BEFORE, _SHOWN, _READ = 6, 34, 6000  # words before the first mark, words of a passage, words read for one


class Piece(NamedTuple):
    """A piece of text, marked or not."""

    text: str
    is_marked: bool


class Pattern(NamedTuple):
    """Words that are marked where at least so many of them stand together; of the last, perhaps only the beginning
    is known.
    """

    words: tuple[str, ...]
    least: int
    is_unfinished: bool = False


class Word(NamedTuple):
    """A word of a text: its key, where it begins and ends."""

    key: str
    begins: int
    ends: int


def patterns(question: Question) -> list[Pattern]:
    """Return what is to be marked: words that stand together as they were typed, and abbreviations either way.

    One syllable alone is marked only if it is all that was asked, or if it is a number: "nha nam" is not "năm".
    """
    words = tuple(question.phrase.split())[:_RUN]
    found = [Pattern(words, min(2, len(words)), is_unfinished=bool(question.unfinished))]
    found += [_whole(word) for word in words if any(letter.isdigit() for letter in word)]
    typed = f" {question.phrase} "
    for short, full in _BOTH_WAYS:
        if f" {short} " in typed or f" {full} " in typed:
            found += [_whole(short), _whole(full)]
    return found


def _whole(words: str) -> Pattern:
    """Marked only in full."""
    together = tuple(words.split())
    return Pattern(together, len(together))


def marked(text: str, sought: Sequence[Pattern]) -> list[Piece]:
    """Cut a text into pieces, the words that were looked for marked; neighbours become one mark."""
    pieces: list[Piece] = []
    done = 0
    for begins, ends in _spans(_words(text), sought):
        between = text[done:begins]
        if pieces and not between.strip():
            pieces[-1] = Piece(pieces[-1].text + text[done:ends], True)
        else:
            pieces += [Piece(between, False)] * bool(between) + [Piece(text[begins:ends], True)]
        done = ends
    return pieces + [Piece(text[done:], False)] * (done < len(text))


def passage(text: str, sought: Sequence[Pattern]) -> list[Piece]:
    """Return the place in a long text where most of the words stand together, marked; nothing if none does."""
    words = _words(text)[:_READ]
    sought = _finished(sought, {word.key for word in words})
    alone = [pattern._replace(least=1) for pattern in sought]
    at = {place: length for place in range(len(words)) if (length := _length_at(words, place, alone))}
    if not at:
        return []
    keys = [word.key for word in words]
    hits = {keys[hit] for hit in at}
    start = max(at, key=lambda place: (at[place], len(set(keys[place : place + _SHOWN]) & hits), -place))
    begins, ends = max(0, start - _BEFORE), min(len(words), start - _BEFORE + _SHOWN)
    ends = max(ends, min(len(words), begins + _SHOWN))
    shown = " ".join(text[words[begins].begins if begins else 0 : words[ends - 1].ends].split())
    return marked(("… " if begins else "") + shown + (" …" if ends < len(words) else ""), sought)


def _words(text: str) -> list[Word]:
    return [Word(fold(found[0]), found.start(), found.end()) for found in _WORD.finditer(text)]


def _spans(words: Sequence[Word], sought: Sequence[Pattern]) -> Iterator[tuple[int, int]]:
    """Yield where each mark begins and ends, in order, none inside another."""
    sought = _finished(sought, {word.key for word in words})
    place = 0
    while place < len(words):
        length = _length_at(words, place, sought)
        if length:
            yield words[place].begins, words[place + length - 1].ends
        place += length or 1


def _finished(sought: Sequence[Pattern], keys: Set[str]) -> list[Pattern]:
    """Where the last word stands in full, words that only begin like it are not what was meant."""
    return [p._replace(is_unfinished=False) if p.is_unfinished and p.words[-1] in keys else p for p in sought]


def _length_at(words: Sequence[Word], place: int, sought: Sequence[Pattern]) -> int:
    """How many words are marked from a place on; the longest run wins."""
    return max((_run_at(words, place, pattern) for pattern in sought), default=0)


def _run_at(words: Sequence[Word], place: int, pattern: Pattern) -> int:
    """How many words of the pattern, from any one on, stand here in a row; 0 if fewer than it needs."""
    longest = 0
    for first in range(len(pattern.words) - pattern.least + 1):
        length = 0
        for asked, word in zip(
            range(first, len(pattern.words)), words[place : place + len(pattern.words)], strict=False
        ):
            if not _is(word, pattern, asked):
                break
            length += 1
        longest = max(longest, length)
    return longest if longest >= pattern.least else 0


def _is(word: Word, pattern: Pattern, asked: int) -> bool:
    if pattern.is_unfinished and asked == len(pattern.words) - 1:
        return word.key.startswith(pattern.words[asked])
    return word.key == pattern.words[asked]
