"""Asks Debian's Tesseract what stands on a page."""

import resource
import subprocess
from io import BytesIO

from PIL import Image

from dinhlang.apps.intake.opening.opened import Trouble, Unreadable
from dinhlang.pure.pages import Word

_PATIENCE = 40  # as `Limits.seconds_a_page`; a page takes three seconds, on a busy machine ten
_DUST, _SURE = 20, 50  # of a hundred: below it is dust, above it is a word; sound pages have 95 and more
_MOSTLY = 0.5
_TURNS = {"0": 0, "90": -90, "180": 180, "270": 90}
_SURE_OF_TURN = 2.0
_INK = 110  # darker than this is ink
_APART = 30
_TALLEST = 20_000


def words_on(page: Image.Image, dpi: int, *, layout: int = 4, least_sure: float = _MOSTLY) -> list[Word]:
    """The words on a page, with their places in pixels; none where it mostly guesses, as on leaves and fur."""
    told = _asked(page, "--dpi", str(dpi), "--psm", str(layout), "-l", "vie", "tsv")
    words, sure = [], 0
    for line in told.splitlines()[1:]:
        fields = line.split("\t")
        if len(fields) < 12 or fields[0] != "5" or not fields[11].strip() or float(fields[10]) < _DUST:
            continue
        sure += float(fields[10]) >= _SURE
        left, top, width, height = (float(field) for field in fields[6:10])
        words.append(Word(fields[11].strip(), left, top, left + width, top + height))
    return words if sure >= least_sure * len(words) else []


def words_in_boxes(page: Image.Image, boxes: list[tuple[int, ...]], dpi: int) -> list[Word]:
    """The words in each cell of a table: the cells are laid below each other, for side by side they are read across."""
    cells = [(box, page.crop(_inside(box))) for box in boxes if box[2] - box[0] > 12 and box[3] - box[1] > 12]
    cells = [(box, cell) for box, cell in cells if _is_inked(cell)]
    words: list[Word] = []
    while cells:
        together: list[tuple[tuple[int, ...], Image.Image]] = []
        height = 0
        while cells and height + cells[0][1].height + _APART < _TALLEST:
            together.append(cells.pop(0))
            height += together[-1][1].height + _APART
        if not together:
            return words
        words += _words_below_each_other(together, height, dpi)
    return words


def _is_inked(cell: Image.Image) -> bool:
    return any(cell.histogram()[:_INK])


def _words_below_each_other(cells: list[tuple[tuple[int, ...], Image.Image]], height: int, dpi: int) -> list[Word]:
    column = Image.new("L", (max(cell.width for _box, cell in cells) + 2 * _APART, height + _APART), 255)
    places = []
    top = _APART
    for box, cell in cells:
        column.paste(cell, (_APART, top))
        places.append((top, top + cell.height, _inside(box)))
        top += cell.height + _APART
    words = []
    for word in words_on(column, dpi, layout=6, least_sure=0):
        for above, below, inside in places:
            if above - 2 <= word.middle <= below + 2:
                across, down = inside[0] - _APART, inside[1] - above
                words.append(Word(word.text, word.x0 + across, word.top + down, word.x1 + across, word.bottom + down))
                break
    return words


def _inside(box: tuple[int, ...]) -> tuple[int, int, int, int]:
    return box[0] + 3, box[1] + 3, box[2] - 3, box[3] - 3


def turn_of(page: Image.Image) -> int:
    """By how many degrees a page must be turned to stand upright, if that is clear."""
    try:
        told = _asked(page, "--psm", "0", "-l", "osd")
    except Unreadable:
        return 0
    said = dict(line.split(": ", 1) for line in told.splitlines() if ": " in line)
    try:
        sure = float(said.get("Orientation confidence", "0"))
    except ValueError:
        return 0
    return _TURNS.get(said.get("Rotate", "0").strip(), 0) if sure > _SURE_OF_TURN else 0


def _asked(page: Image.Image, *how: str) -> str:
    kept = BytesIO()
    page.save(kept, "PNG", compress_level=1)
    try:
        done = subprocess.run(  # noqa: S603 - our own words; the picture goes in as data
            ["tesseract", "-", "-", *how],  # noqa: S607 - where the system keeps it
            input=kept.getvalue(),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            check=False,
            timeout=_PATIENCE,
            preexec_fn=widen,
        )
    except FileNotFoundError:
        raise Unreadable(Trouble.NO_TESSERACT) from None
    except subprocess.TimeoutExpired:
        raise Unreadable(Trouble.TOO_SLOW) from None
    if done.returncode != 0 and "osd" not in how:
        raise Unreadable(Trouble.NO_TESSERACT if done.returncode == 1 else Trouble.DAMAGED)
    return done.stdout.decode("utf-8", "replace")


def widen() -> None:
    """A helper may use what the hard bound allows; this process keeps to the soft one."""
    _soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (hard, hard))
