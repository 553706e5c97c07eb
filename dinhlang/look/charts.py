"""The geometry of charts, in percent, so that a drawing fits any width and its text never shrinks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from dinhlang.look import days

TOP, FLOOR = 8.0, 92.0
STEPS = (1, 2, 2.5, 5, 10)
COLOURS = ("lacquer", "slate", "leaf", "gilt")


def part(thing: Any, name: str, default: Any = "") -> Any:
    """A value of a dict or of an object."""
    return thing.get(name, default) if isinstance(thing, dict) else getattr(thing, name, default)


@dataclass(frozen=True)
class Bar:
    """One row of a bar chart."""

    label: Any
    text: str
    kind: str
    url: str
    width: float


def bars(rows: Iterable[Any]) -> list[Bar]:
    """Each row against the largest."""
    rows = list(rows)
    largest = max((part(row, "value", 0) for row in rows), default=0) or 1
    return [
        Bar(
            label=part(row, "label"),
            text=part(row, "text") or days.number(part(row, "value", 0)),
            kind=part(row, "kind") or "gilt",
            url=part(row, "url"),
            width=round(100 * part(row, "value", 0) / largest, 2),
        )
        for row in rows
    ]


def round_top(largest: float) -> float:
    """The nearest round number above, for the top of the scale."""
    size = 1
    while size * 10 < largest:
        size *= 10
    return next(size * step for step in STEPS if size * step >= largest)


@dataclass(frozen=True)
class Line:
    """One line of a chart: its points and the strokes between them."""

    label: Any
    kind: str
    values: list[str]
    points: list[tuple[float, float]]

    @property
    def strokes(self) -> list[tuple[float, float, float, float]]:
        """From point to point."""
        return [(*a, *b) for a, b in zip(self.points, self.points[1:], strict=False)]


def _points(values: Sequence[float], top: float) -> list[tuple[float, float]]:
    step = 100 / max(len(values), 1)
    height = FLOOR - TOP
    return [(round(step * (i + 0.5), 2), round(FLOOR - height * value / top, 2)) for i, value in enumerate(values)]


def _line(one: Any, colour: str, top: float) -> Line:
    values = list(part(one, "values", []))
    return Line(part(one, "label"), part(one, "kind") or colour, [days.number(v) for v in values], _points(values, top))


def lines(labels: Sequence[Any], series: Sequence[Any]) -> dict[str, Any]:
    """Everything `look/chart_line.html` draws: lines, scale, labels thinned for a phone, and the rows of its table."""
    top = round_top(max((value for one in series for value in part(one, "values", [])), default=1) or 1)
    drawn = [_line(one, colour, top) for one, colour in zip(series, COLOURS, strict=False)]
    step = 100 / max(len(labels), 1)
    every = max(1, round(len(labels) / 6))
    return {
        "lines": drawn,
        "scale": [{"y": FLOOR - (FLOOR - TOP) * share, "text": days.number(top * share)} for share in (0, 0.5, 1)],
        "ticks": [{"x": round(step * (i + 0.5), 2), "text": text} for i, text in enumerate(labels) if i % every == 0],
        "rows": [
            {"label": label, "cells": [one.values[i] for one in drawn if i < len(one.values)]}
            for i, label in enumerate(labels)
        ],
    }
