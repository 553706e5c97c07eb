"""Marking the words that were looked for, in the text as it was written."""

import re
from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple

from dinhlang.apps.search.rules.question import Question
from dinhlang.pure.viet import ABBREVIATIONS, fold

_WORD = re.compile(r"[^\W_]+")
_BOTH_WAYS = [(fold(short), fold(full)) for short, full in ABBREVIATIONS]
_BEFORE, _SHOWN, _READ = 6, 34, 6000  # words before the first mark, words of a passage, words read for one


class Piece(NamedTuple):
    """A piece of text, marked or not."""

    text: str
    is_marked: bool


class Pattern(NamedTuple):
    """Words that are marked where they stand together; of the last, perhaps only the beginning is known."""

    words: tuple[str, ...]
    is_unfinished: bool = False


class Word(NamedTuple):
    """A word of a text: its key, where it begins and ends."""

    key: str
    begins: int
    ends: int


def patterns(question: Question) -> list[Pattern]:
    """Return what is to be marked: each word, and its abbreviation written the other way."""
    found = [Pattern((word,)) for word in question.words]
    if question.unfinished:
        found.append(Pattern((question.unfinished,), is_unfinished=True))
    typed = f" {question.phrase} "
    for short, full in _BOTH_WAYS:
        if f" {short} " in typed:
            found.append(Pattern(tuple(full.split())))
        if f" {full} " in typed:
            found.append(Pattern((short,)))
    return found


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
    at = [place for place in range(len(words)) if _length_at(words, place, sought)]
    if not at:
        return []
    keys = [word.key for word in words]
    start = max(at, key=lambda place: (len(set(keys[place : place + _SHOWN]) & {keys[hit] for hit in at}), -place))
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
    return [Pattern(p.words) if p.is_unfinished and p.words[0] in keys else p for p in sought]


def _length_at(words: Sequence[Word], place: int, sought: Sequence[Pattern]) -> int:
    """How many words are marked from a place on; the longest pattern wins."""
    return max((len(pattern.words) for pattern in sought if _fits(words, place, pattern)), default=0)


def _fits(words: Sequence[Word], place: int, pattern: Pattern) -> bool:
    if pattern.is_unfinished:
        return words[place].key.startswith(pattern.words[0])
    here = words[place : place + len(pattern.words)]
    return tuple(word.key for word in here) == pattern.words
