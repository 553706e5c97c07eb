"""What is stored for a thing so that it is found."""

import re
from collections.abc import Iterator
from itertools import accumulate

from dinhlang.pure.viet import search_text

LONGEST_WORD = 60
MOST_LETTERS = 200_000
PUBLIC = "_public"

_BRANCH = re.compile(r"(\d+\.)+")


def index_words(*, kind: str, title: str, detail: str, body: str, path: str, is_public: bool) -> str:
    """Return everything a thing is found by, each word between spaces.

    First its folded text in order, so that a phrase can be looked up; then each word of the title once more with a
    point before it; last its scope, with a low line before: kind, whether public, and every branch it stands in.
    Folded words hold letters and digits only, so nobody can write a word that looks like a scope.
    """
    text = _short_words(search_text(" ".join((title, detail, body[:MOST_LETTERS]))))
    heading = dict.fromkeys(f".{word}" for word in _short_words(search_text(title)))
    scope = [kind_word(kind), *([PUBLIC] if is_public else []), *_branches(path)]
    return f" {' '.join([*text, *heading, *scope])} "


def kind_word(kind: str) -> str:
    """The word that stands for a kind."""
    return f"_kind_{kind}"


def branch_word(path: str) -> str:
    """The word that stands for a branch of the tree: "1.34." is "_1.34."."""
    if not _BRANCH.fullmatch(path):
        raise ValueError(f'A path looks like "1.34.", this is {path!r}.')
    return f"_{path}"


def _branches(path: str) -> Iterator[str]:
    """Yield the words of the place and of all above it: "1.34." stands in "_1." and in "_1.34."."""
    steps = (f"{step}." for step in path.split(".") if step)
    return (branch_word(branch) for branch in accumulate(steps))


def _short_words(folded: str) -> list[str]:
    return [word[:LONGEST_WORD] for word in folded.split()]
