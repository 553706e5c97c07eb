"""Tables, found by the lines drawn around their cells."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from dinhlang.pure.pages.cells import Cell
from dinhlang.pure.pages.sheet import Rule, Word, lines_of

_NEAR = 4.0  # points: drawn lines meet about so well
_SHORTEST = 6.0
_MOST_RULES = 4000


@dataclass
class Grid:
    """A table on a page."""

    x0: float
    top: float
    x1: float
    bottom: float
    rows: list[list[Cell]]

    def holds(self, word: Word) -> bool:
        """Say whether a word stands in it."""
        return self.x0 - 1 <= word.centre <= self.x1 + 1 and self.top - 1 <= word.middle <= self.bottom + 1


def grids_of(words: list[Word], rules: list[Rule]) -> list[Grid]:
    """The tables of a page, from top to bottom; a frame around words is none."""
    if not rules or len(rules) > _MOST_RULES:
        return []
    grids = []
    for level, upright in _meshes(rules):
        ys = _places([rule.top for rule in level])
        xs = _places([rule.x0 for rule in upright])
        if len(ys) < 2 or len(xs) < 2 or (len(ys) == 2 and len(xs) == 2):
            continue
        grids.append(_grid(xs, ys, level, upright, words))
    return sorted((grid for grid in grids if _is_table(grid)), key=lambda grid: grid.top)


def cell_boxes(rules: list[Rule]) -> list[list[Rule]]:
    """For each table the boxes of its cells, merged ones as one; for whoever reads each cell by itself."""
    tables = []
    for level, upright in _meshes(rules) if len(rules) <= _MOST_RULES else ():
        ys, xs = _places([rule.top for rule in level]), _places([rule.x0 for rule in upright])
        if len(ys) < 2 or len(xs) < 2 or (len(ys) == 2 and len(xs) == 2):
            continue
        boxes: dict[int, Rule] = {}
        for row, regions in enumerate(_regions(xs, ys, level, upright)):
            for column, region in enumerate(regions):
                old = boxes.get(region, Rule(xs[column], ys[row], xs[column + 1], ys[row + 1]))
                boxes[region] = Rule(old.x0, old.top, max(old.x1, xs[column + 1]), max(old.bottom, ys[row + 1]))
        tables.append(list(boxes.values()))
    return tables


def _is_table(grid: Grid) -> bool:
    """Some row has two cells with words."""
    return any(sum(1 for cell in row if cell.lines) > 1 for row in grid.rows)


def _meshes(rules: list[Rule]) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """Drawn lines that touch each other, directly or through others."""
    level = _joined([rule for rule in rules if rule.is_level and rule.x1 - rule.x0 >= _SHORTEST])
    upright = _joined([rule for rule in rules if not rule.is_level and rule.bottom - rule.top >= _SHORTEST])
    home = list(range(len(level) + len(upright)))

    def root(at: int) -> int:
        while home[at] != at:
            home[at] = home[home[at]]
            at = home[at]
        return at

    for number, across in enumerate(level):
        for other, down in enumerate(upright, start=len(level)):
            if _touch(across, down):
                home[root(number)] = root(other)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for number, rule in enumerate([*level, *upright]):
        groups.setdefault(root(number), ([], []))[0 if number < len(level) else 1].append(rule)
    return (group for group in groups.values() if len(group[0]) > 1 and len(group[1]) > 1)


def _touch(across: Rule, down: Rule) -> bool:
    return across.x0 - _NEAR <= down.x0 <= across.x1 + _NEAR and down.top - _NEAR <= across.top <= down.bottom + _NEAR


def _joined(rules: list[Rule]) -> list[Rule]:
    """Pieces that lie on one line and meet are one; Word draws a border for each cell."""
    joined: list[Rule] = []
    for rule in sorted(
        rules, key=lambda one: (round(one.top / 2), one.x0) if one.is_level else (round(one.x0 / 2), one.top)
    ):
        last = joined[-1] if joined else None
        if (
            last
            and rule.is_level
            and abs(rule.top - last.top) < _NEAR / 2
            and last.x0 - _NEAR <= rule.x0 <= last.x1 + _NEAR
        ):
            joined[-1] = Rule(last.x0, last.top, max(last.x1, rule.x1), last.bottom)
        elif last and not rule.is_level and abs(rule.x0 - last.x0) < _NEAR / 2 and rule.top <= last.bottom + _NEAR:
            joined[-1] = Rule(last.x0, last.top, last.x1, max(last.bottom, rule.bottom))
        else:
            joined.append(rule)
    return joined


def _places(values: list[float]) -> list[float]:
    """Values that lie near each other are one place."""
    places: list[float] = []
    for value in sorted(values):
        if not places or value - places[-1] > _NEAR:
            places.append(value)
    return places


def _grid(xs: list[float], ys: list[float], level: list[Rule], upright: list[Rule], words: list[Word]) -> Grid:
    regions = _regions(xs, ys, level, upright)
    held: dict[int, list[Word]] = {}
    for word in words:
        row, column = _slot(ys, word.middle), _slot(xs, word.centre)
        if row is not None and column is not None:
            held.setdefault(regions[row][column], []).append(word)
    rows: list[list[Cell]] = []
    seen: set[int] = set()
    for numbers in regions:
        rows.append(_row(numbers, held, seen))
        seen.update(numbers)
    return Grid(xs[0], ys[0], xs[-1], ys[-1], rows)


def _row(numbers: list[int], held: dict[int, list[Word]], seen: set[int]) -> list[Cell]:
    """One row of cells: a wide cell comes once, a cell that began above has no words here."""
    cells: list[Cell] = []
    before: int | None = None
    for number in numbers:
        if number == before:
            cells[-1] = Cell(cells[-1].lines, cells[-1].width + 1, cells[-1].goes_on)
            continue
        lines = () if number in seen else tuple(line.text for line in lines_of(held.get(number, [])))
        cells.append(Cell(lines, 1, number in seen))
        before = number
    return cells


def _slot(edges: list[float], value: float) -> int | None:
    for at, (low, high) in enumerate(itertools.pairwise(edges)):
        if low <= value <= high:
            return at
    return None


def _regions(xs: list[float], ys: list[float], level: list[Rule], upright: list[Rule]) -> list[list[int]]:
    """Number the cells; slots with no line between them are one cell."""
    columns = len(xs) - 1
    regions = [[row * columns + column for column in range(columns)] for row in range(len(ys) - 1)]
    for row, (top, bottom) in enumerate(itertools.pairwise(ys)):
        for column, (left, right) in enumerate(itertools.pairwise(xs)):
            middle, centre = (top + bottom) / 2, (left + right) / 2
            if column and not _drawn_down(upright, left, middle):
                _merge(regions, regions[row][column], regions[row][column - 1])
            if row and not _drawn_across(level, top, centre):
                _merge(regions, regions[row][column], regions[row - 1][column])
    return regions


def _drawn_down(upright: list[Rule], x: float, middle: float) -> bool:
    return any(abs(rule.x0 - x) <= _NEAR and rule.top - 1 <= middle <= rule.bottom + 1 for rule in upright)


def _drawn_across(level: list[Rule], y: float, centre: float) -> bool:
    return any(abs(rule.top - y) <= _NEAR and rule.x0 - 1 <= centre <= rule.x1 + 1 for rule in level)


def _merge(regions: list[list[int]], gone: int, kept: int) -> None:
    if gone == kept:
        return
    for row in regions:
        for column, region in enumerate(row):
            if region == gone:
                row[column] = kept
