"""How much two texts say the same, by runs of five words; and keys under which a table finds what may be near-same.

One permutation of all runs, cut into bins of which each keeps its least run (one-permutation MinHash): a plan of a
hundred pages takes milliseconds. Two texts of which seven tenths of the runs agree share a key practically always.
"""

from hashlib import blake2b

from dinhlang.pure.viet import fold

RUN, BINS, ROWS = 5, 80, 4
NEAR_SAME = 0.7
"""From here on a person is asked whether it is the same document: a corrected draft, another scan."""

_MOST_RUNS = 200_000


def runs_of_words(text: str) -> frozenset[int]:
    """All runs of five words, without marks and signs, each as a number; a short text is one run."""
    words = fold(text).split()[:_MOST_RUNS]
    runs = {" ".join(words[at : at + RUN]) for at in range(max(1, len(words) - RUN + 1))} if words else set()
    return frozenset(int.from_bytes(blake2b(run.encode(), digest_size=8).digest()) for run in runs)


def likeness(one: frozenset[int], other: frozenset[int]) -> float:
    """From 0, nothing in common, to 1, the same runs."""
    return len(one & other) / len(one | other) if one or other else 0.0


def keys_of(runs: frozenset[int]) -> list[str]:
    """The keys of a text; texts that say the same share most of them."""
    if not runs:
        return []
    least: list[int | None] = [None] * BINS
    for run in runs:
        at, rest = run % BINS, run // BINS
        if least[at] is None or rest < least[at]:  # type: ignore[operator]
            least[at] = rest
    full = _filled(least)
    bands = [full[at : at + ROWS] for at in range(0, BINS, ROWS)]
    return [_key(number, band) for number, band in enumerate(bands)]


def _filled(least: list[int | None]) -> list[int]:
    """An empty bin of a short text borrows from the next one that is not."""
    return [next(v for v in (*least[at:], *least[:at]) if v is not None) for at in range(len(least))]


def _key(number: int, band: list[int]) -> str:
    return f"{number}:{blake2b(repr(band).encode(), digest_size=8).hexdigest()}"
