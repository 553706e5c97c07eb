"""A map is drawn from points alone: where each lies on the sheet, and which names find room. Plain Python."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, floor, log10, radians
from typing import Any

WIDTH, LEAST, MOST = 880.0, 360.0, 1000.0
"""The sheet's width and the bounds of its height, in its own units; a letter is about seven wide."""
EDGE = 48.0
DOT, LETTER, LINE = 9.0, 7.4, 15.0
KILOMETRES = 111.32
"""In a degree of latitude."""
SMALLEST = 0.04
"""So many degrees at least lie across: one village is not blown up to fill the sheet."""


@dataclass(frozen=True)
class Spot:
    """What is to be drawn: a thing, where it lies, and the name that it would like to bear."""

    thing: Any
    latitude: float
    longitude: float
    name: str = ""


@dataclass(frozen=True)
class Label:
    """Where a name is written: its middle height, and the point at which it begins, ends or has its middle."""

    x: float
    y: float
    anchor: str


@dataclass
class Dot:
    """A spot on the sheet, with its name where there was room."""

    thing: Any
    x: float
    y: float
    name: str
    label: Label | None = None


@dataclass(frozen=True)
class Sheet:
    """A drawn map, with the bar that says how far it is from here to there."""

    height: float
    dots: list[Dot]
    bar: float
    kilometres: int

    @property
    def width(self) -> float:
        return WIDTH


def drawn(spots: Sequence[Spot]) -> Sheet:
    """Every spot on one sheet, north above; names where they hide nothing, in the order of the spots."""
    if not spots:
        return Sheet(LEAST, [], 0, 0)
    lows, highs = _bounds([one.latitude for one in spots])
    narrow = cos(radians((lows + highs) / 2))
    west, east = _bounds([one.longitude * narrow for one in spots])
    scale = min((WIDTH - 2 * EDGE) / (east - west), (MOST - 2 * EDGE) / (highs - lows))
    height = max(LEAST, (highs - lows) * scale + 2 * EDGE)
    left, top = (WIDTH - (east - west) * scale) / 2, (height - (highs - lows) * scale) / 2
    dots = [
        Dot(
            one.thing,
            round(left + (one.longitude * narrow - west) * scale, 1),
            round(top + (highs - one.latitude) * scale, 1),
            one.name,
        )
        for one in spots
    ]
    _label(dots)
    kilometres = _round_length(WIDTH / 5 / scale * KILOMETRES)
    return Sheet(round(height, 1), dots, round(kilometres / KILOMETRES * scale, 1), kilometres)


def _bounds(numbers: Iterable[float]) -> tuple[float, float]:
    told = list(numbers)
    middle, half = (min(told) + max(told)) / 2, max((max(told) - min(told)) / 2, SMALLEST / 2)
    return middle - half, middle + half


def _round_length(kilometres: float) -> int:
    """The longest of 1, 2, 5, 10, 20, 50 … that is not longer."""
    ten = 10 ** floor(log10(max(kilometres, 1)))
    return int(max(step * ten for step in (1, 2, 5) if step * ten <= max(kilometres, 1)))


Box = tuple[float, float, float, float]


def _label(dots: Sequence[Dot]) -> None:
    """Each name right of its dot, else left, above or below, else nowhere: it never lies on a name or a dot."""
    taken: dict[tuple[int, int], list[Box]] = {}
    for dot in dots:
        _take(taken, (dot.x - DOT, dot.y - DOT, dot.x + DOT, dot.y + DOT))
    for dot in dots:
        for label in _ways(dot) if dot.name else ():
            box = box_of(dot.name, label)
            if box[0] >= 0 and box[2] <= WIDTH and not _meets(taken, box):
                dot.label = label
                _take(taken, box)
                break


def _ways(dot: Dot) -> Iterable[Label]:
    away, up = DOT + 3, DOT + LINE / 2 + 1
    yield Label(round(dot.x + away, 1), dot.y, "start")
    yield Label(round(dot.x - away, 1), dot.y, "end")
    yield Label(dot.x, round(dot.y - up, 1), "middle")
    yield Label(dot.x, round(dot.y + up, 1), "middle")


def box_of(name: str, label: Label) -> Box:
    """The room that a name takes."""
    long = len(name) * LETTER
    begin = label.x - {"start": 0.0, "end": long, "middle": long / 2}[label.anchor]
    return begin, label.y - LINE / 2, begin + long, label.y + LINE / 2


def _fields(box: Box) -> list[tuple[int, int]]:
    """The squares of the sheet that a box touches, so that only neighbours are compared."""
    across = range(int(box[0] // 60), int(box[2] // 60) + 1)
    return [(column, row) for column in across for row in range(int(box[1] // 60), int(box[3] // 60) + 1)]


def _take(taken: dict[tuple[int, int], list[Box]], box: Box) -> None:
    for field in _fields(box):
        taken.setdefault(field, []).append(box)


def _meets(taken: dict[tuple[int, int], list[Box]], box: Box) -> bool:
    return any(
        box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3]
        for field in _fields(box)
        for other in taken.get(field, [])
    )
