"""What is done to a scan before it is read: even light, level lines; and the lines drawn on it, found and wiped off."""

import itertools
import math
from dataclasses import dataclass

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageOps

from dinhlang.pure.pages import Rule

_STEEPEST = 6.0  # degrees: beyond this a page was not laid on the glass, it was thrown
_LEVEL_ENOUGH = 0.1
_DARK = 170
_DARKEST = 0.005  # of a page is surely ink
_BLACK_AT_MOST = 90
_INK, _GRAIN, _WHITE = 128, 190, 250
_FEW_INK, _MOST_INK, _MUCH_GRAIN = 0.003, 0.15, 0.02
_STRIP = 32  # pixels: letters are shorter than a line that fills so long a strip
_FULL = 225  # of 255: a strip so dark is a line
_LEAST_ACROSS, _LEAST_DOWN = 160, 64
_THICKEST = 9
_LONGEST_SIDE_TO_TURN = 800


def evened(grey: Image.Image) -> Image.Image:
    """The shade of the paper taken away, so that a shadow across a photograph does not hide its letters."""
    small = grey.resize((max(1, grey.width // 16), max(1, grey.height // 16)), Image.Resampling.BOX)
    paper = small.filter(ImageFilter.MaxFilter(5)).filter(ImageFilter.GaussianBlur(4)).resize(grey.size)
    flat = ImageOps.invert(ImageChops.subtract(paper, grey))
    black = _black_of(flat)
    return flat.point([max(0, min(255, (value - black) * 255 // (255 - black))) for value in range(256)])


def without_grain(page: Image.Image) -> Image.Image:
    """A page of few words without the grain of its paper, which would be read as letters, for minutes."""
    shades, size = page.histogram(), page.width * page.height
    is_nearly_empty = sum(shades[:_INK]) < _FEW_INK * size
    return whitened(page) if is_nearly_empty and sum(shades[_GRAIN:_WHITE]) > _MUCH_GRAIN * size else page


def whitened(page: Image.Image) -> Image.Image:
    """Only what is clearly darker than the paper."""
    return page.point([255 if value > _GRAIN else value for value in range(256)])


def is_mostly_paper(page: Image.Image) -> bool:
    """Whether so little of it is dark that it may be writing."""
    return sum(page.histogram()[:_GRAIN]) < _MOST_INK * page.width * page.height


def _black_of(flat: Image.Image) -> int:
    """How dark its ink is; on a page with two lines the darkest part is more than ink."""
    left = flat.width * flat.height * _DARKEST
    for value, count in enumerate(flat.histogram()[:_BLACK_AT_MOST]):
        left -= count
        if left < 0:
            return value
    return _BLACK_AT_MOST


def levelled(page: Image.Image, steep: float) -> Image.Image:
    """The page turned by the few degrees by which its lines are steep."""
    if not steep:
        return page
    return page.rotate(steep, resample=Image.Resampling.BICUBIC, expand=True, fillcolor=255)


def steepness(page: Image.Image) -> float:
    """By how many degrees to turn a page: lines that lie level make rows that are either dark or bright."""
    factor = _LONGEST_SIDE_TO_TURN / max(page.size)
    small = page.resize((max(1, round(page.width * factor)), max(1, round(page.height * factor))), Image.Resampling.BOX)
    inverted = ImageOps.invert(small)
    best = max(
        (step / 2 for step in range(-int(_STEEPEST * 2), int(_STEEPEST * 2) + 1)),
        key=lambda turn: _evenness(inverted, turn),
    )
    fine = max((best + step / 10 for step in range(-4, 5)), key=lambda turn: _evenness(inverted, turn))
    is_clear = abs(fine) >= _LEVEL_ENOUGH and _evenness(inverted, fine) > 1.02 * _evenness(inverted, 0)
    return fine if is_clear else 0.0


def _evenness(inverted: Image.Image, turn: float) -> float:
    turned = inverted.rotate(turn, resample=Image.Resampling.BILINEAR, fillcolor=0) if turn else inverted
    rows = turned.resize((1, turned.height), Image.Resampling.BOX).tobytes()
    return float(sum((one - other) ** 2 for one, other in itertools.pairwise(rows))) + 1.0


@dataclass(frozen=True)
class Stroke:
    """A drawn line on a page, in pixels, and how thick it is."""

    rule: Rule
    thickness: float


def drawn_rules(page: Image.Image) -> list[Stroke]:
    """Level and upright lines on a page."""
    level = [Stroke(Rule(x0, y, x1, y), thick) for x0, y, x1, thick in _runs(page, _LEAST_ACROSS)]
    turned = _runs(page.transpose(Image.Transpose.TRANSPOSE), _LEAST_DOWN)
    return level + [Stroke(Rule(x, top, x, bottom), thick) for top, x, bottom, thick in turned]


def _runs(page: Image.Image, least: int) -> list[tuple[float, float, float, float]]:
    """Level dark runs: strips that are dark from end to end, joined to the right, thin ones only; with thickness."""
    thick = ImageChops.darker(
        page, ImageChops.offset(page, 0, 1)
    )  # a fine line may lie half on one row, half on the next
    ink = thick.point([255 if value < _DARK else 0 for value in range(256)])
    across = math.ceil(ink.width / _STRIP)
    wide = Image.new("L", (across * _STRIP, ink.height))
    wide.paste(ink)
    strips = wide.resize((across, ink.height), Image.Resampling.BOX).point(
        [255 if v > _FULL else 0 for v in range(256)]
    )
    rows = strips.tobytes()
    found: list[list[float]] = []
    for y in range(ink.height):
        row = rows[y * across : (y + 1) * across]
        at = row.find(255)
        while at >= 0:
            end = at
            while end < across and row[end] == 255:
                end += 1
            _take(found, at * _STRIP, y, end * _STRIP)
            at = row.find(255, end)
    more = 0.75 * _STRIP  # a line ends somewhere in the strip beyond its last full one
    thin = [run for run in found if run[3] - run[1] < _THICKEST and run[2] - run[0] + 2 * more >= least]
    return [(x0 - more, (top + bottom) / 2, x1 + more, bottom - top + 1) for x0, top, x1, bottom in thin]


def _take(found: list[list[float]], x0: float, y: float, x1: float) -> None:
    """Rows of one thick or slightly bent line are one."""
    for run in reversed(found[-40:]):
        if y - run[3] <= 3 and x0 <= run[2] + _STRIP and x1 >= run[0] - _STRIP:
            run[0], run[2], run[3] = min(run[0], x0), max(run[2], x1), y
            return
    found.append([x0, y, x1, y])


def without_rules(page: Image.Image, strokes: list[Stroke]) -> Image.Image:
    """The page with its drawn lines wiped off: Tesseract takes them for letters."""
    wiped = page.copy()
    pen = ImageDraw.Draw(wiped)
    for stroke in strokes:
        rule, more = stroke.rule, stroke.thickness / 2 + 1.5
        x, y = (0, more) if rule.is_level else (more, 0)
        pen.rectangle((rule.x0 - x, rule.top - y, rule.x1 + x, rule.bottom + y), fill=255)
    return wiped
