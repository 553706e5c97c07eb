"""Asks Debian's Tesseract what stands on a page."""

import resource
import subprocess
from io import BytesIO

from PIL import Image

from dinhlang.apps.intake.opening.opened import Trouble, Unreadable
from dinhlang.pure.pages import Word

_PATIENCE = 180
_SURE = 20  # of a hundred: what it is less sure of is mostly dust
_TURNS = {"0": 0, "90": -90, "180": 180, "270": 90}
_SURE_OF_TURN = 2.0


def words_on(page: Image.Image, dpi: int) -> list[Word]:
    """The words on a page, with their places in pixels."""
    told = _asked(page, "--dpi", str(dpi), "--psm", "4", "-l", "vie", "tsv")
    words = []
    for line in told.splitlines()[1:]:
        fields = line.split("\t")
        if len(fields) < 12 or fields[0] != "5" or not fields[11].strip() or float(fields[10]) < _SURE:
            continue
        left, top, width, height = (float(field) for field in fields[6:10])
        words.append(Word(fields[11].strip(), left, top, left + width, top + height))
    return words


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
        done = subprocess.run(
            ["tesseract", "-", "-", *how],
            input=kept.getvalue(),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
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
