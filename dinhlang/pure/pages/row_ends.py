"""Where the rows of a table without drawn lines end: each has one number, at its top or half way down."""

from dataclasses import dataclass

from dinhlang.pure.pages.sheet import Line

_ONE_LINE = 0.3  # of a line's height: lines of two columns that stand so level cannot be parted
_AT_EDGE = 8  # lines from the edge of a row that may touch it, more than a table has columns
_IN_A_SENTENCE = 8.0  # points that it costs to begin a row in the middle of a sentence
_MOST_ENDS = 80  # no row has so many lines
_MOST_SPACE = 8.0  # points of blank between two rows that speak for an end there


@dataclass(frozen=True)
class Placed:
    """One line of one column; `is_sign` if it is the number of a row."""

    line: Line
    column: int
    is_sign: bool = False


def rows_of(placed: list[Placed], *, may_go_on: bool) -> list[list[Placed]]:
    """The lines row by row; the first row may be the rest of one from the page before."""
    placed = sorted(placed, key=lambda one: one.line.middle)
    signs = [at for at, one in enumerate(placed) if one.is_sign]
    if not signs:
        return [placed] if placed else []
    found = [_Cutting(placed, signs, may_go_on, in_middle).best() for in_middle in (False, True)]
    ends = min(found)[1]
    return [placed[start:end] for start, end in zip([0, *ends], [*ends, len(placed)], strict=True) if start < end]


class _Cutting:
    """The likeliest way to cut lines into rows, all numbers at the top of their rows or all half way down."""

    def __init__(self, placed: list[Placed], signs: list[int], may_go_on: bool, in_middle: bool) -> None:
        self._placed, self._signs, self._may_go_on, self._in_middle = placed, signs, may_go_on, in_middle

    def best(self) -> tuple[float, list[int]]:
        """The cost, and where each row but the last ends."""
        before = {start: (self._cost_of_start(start), [start]) for start in self._starts_of_first()}
        bounds = [*self._signs[1:], len(self._placed) - 1]
        for number, (sign, bound) in enumerate(zip(self._signs, bounds, strict=True)):
            is_last = number == len(self._signs) - 1
            ends = [len(self._placed)] if is_last else self._ends(sign + 1, bound)
            before = {end: self._best_row(before, end, sign) for end in ends}
        cost, ends = before[len(self._placed)]
        return cost, ends[:-1]

    def _ends(self, first: int, bound: int) -> list[int]:
        """Where a row may end; of a hostile page's many places only some."""
        ends = [end for end in range(first, bound + 1) if self._parts(end)] or [bound]
        return ends[:: len(ends) // _MOST_ENDS + 1]

    def _best_row(self, before: dict[int, tuple[float, list[int]]], end: int, sign: int) -> tuple[float, list[int]]:
        cost, ends = min((cost + self._cost(start, end, sign), ends) for start, (cost, ends) in before.items())
        return cost, [*ends, end]

    def _starts_of_first(self) -> list[int]:
        if not self._may_go_on:
            return [0]
        return [start for start in range(self._signs[0] + 1) if start == 0 or self._parts(start)]

    def _cost_of_start(self, start: int) -> float:
        return 0.0 if start else -1.0  # of two ways alike, no rest

    def _parts(self, at: int) -> bool:
        """Say whether a row may end before a line: not between two that stand level."""
        above, below = self._placed[at - 1].line, self._placed[at].line
        return below.middle - above.middle > _ONE_LINE * min(above.height, below.height)

    def _cost(self, start: int, end: int, sign: int) -> float:
        top = min(one.line.top for one in self._placed[start : min(end, start + _AT_EDGE)])
        bottom = max(one.line.bottom for one in self._placed[max(start, end - _AT_EDGE) : end])
        number = self._placed[sign].line
        away = abs(number.middle - (top + bottom) / 2) if self._in_middle else abs(number.top - top)
        return away + self._cost_of_edge(start, top) if start else away

    def _cost_of_edge(self, start: int, top: float) -> float:
        above = max(one.line.bottom for one in self._placed[max(0, start - _AT_EDGE) : start])
        seen: dict[int, str] = {}
        for one in self._placed[start : start + _AT_EDGE]:
            seen.setdefault(one.column, one.line.text)
        within = sum(1 for text in seen.values() if text[:1].islower() or text[:1] in "),;")
        space = min(top - above, _MOST_SPACE)
        return _IN_A_SENTENCE * within - space
