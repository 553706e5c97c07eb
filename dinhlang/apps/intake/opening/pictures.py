"""Photographs and scans: made upright, level and even, then read by Tesseract; tables by the lines drawn in them."""

import shutil
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageChops, ImageOps

from dinhlang.apps.intake.opening.gathering import keep_all
from dinhlang.apps.intake.opening.opened import Draft, Limits, Note, Opened, Page, Progress, Trouble, Unreadable
from dinhlang.apps.intake.opening.scans import (
    drawn_rules,
    evened,
    is_mostly_paper,
    levelled,
    steepness,
    whitened,
    without_grain,
    without_rules,
)
from dinhlang.apps.intake.opening.seen import words_seen
from dinhlang.apps.intake.opening.tesseract import turn_of, words_in_boxes, words_on
from dinhlang.pure.pages import Rule, Sheet, Word, cell_boxes, lines_of, text_lines
from dinhlang.pure.viet import is_syllable, words_of

MOST_PIXELS = 100_000_000
DPI = 200
"""At 150 Vietnamese marks are lost, at 300 a page takes half as long again and reads no better."""
_A4_WIDTH, _A4_LONG = 8.27, 11.69
_FORMATS = ("PNG", "JPEG", "MPO", "WEBP", "GIF", "TIFF")
_MEANINGFUL = 0.35  # of the words of a page of text far more are syllables; of leaves and fur hardly any
_POINTS = 72 / DPI


def read_picture(content: bytes, limits: Limits, progress: Progress, folder: Path) -> Opened:
    """The text in a photograph or a scan, which may have several pages; raises Unreadable."""
    picture = _opened(content)
    pages = int(getattr(picture, "n_frames", 1)) if picture.format in ("TIFF", "GIF") else 1
    if pages > limits.pages:
        raise Unreadable(Trouble.TOO_MANY_PAGES, pages=pages, most=limits.pages)
    if pages > limits.recognised_pages:
        raise Unreadable(Trouble.NEEDS_RECOGNITION, pages=pages, most=limits.recognised_pages)
    refuse_without_tesseract()
    progress(0, pages)
    draft, sheets = Draft(), []
    for number in range(pages):
        sheets.append(recognised(_frame(picture, number)) or Sheet(595, 842))
        progress(number + 1, pages)
    if not any(sheet.words for sheet in sheets):
        raise Unreadable(Trouble.NO_TEXT)
    if not all(sheet.words for sheet in sheets):
        draft.notes.add(Note.PAGES_LEFT)
    draft.notes.add(Note.RECOGNISED)
    keep_all(text_lines(sheets), draft)
    draft.pages = [Page(page.start, page.number, is_recognised=True) for page in draft.pages]
    return draft.opened("picture", words_seen(sheets))


def has_tesseract() -> bool:
    """Say whether pictures can be read here."""
    return shutil.which("tesseract") is not None


def refuse_without_tesseract() -> None:
    """Without Tesseract no picture is read."""
    if not has_tesseract():
        raise Unreadable(Trouble.NO_TESSERACT)


def recognised(picture: Image.Image) -> Sheet | None:
    """The words of one page with their places in points; None if there is no text on it."""
    page = without_grain(evened(_sized(ink_of(picture))))
    tries = [page, whitened(page)] if is_mostly_paper(whitened(page)) else [page]
    for one in tries:
        try:
            return _upright(one)
        except Unreadable as trouble:
            if trouble.trouble != Trouble.TOO_SLOW:
                raise
    return None  # one page that cannot be read does not take the others with it


def _upright(page: Image.Image) -> Sheet | None:
    for turn in dict.fromkeys((turn_of(page), 0)):  # on a page of few words the first guess may be wrong
        upright = page.rotate(turn, expand=True, fillcolor=255) if turn else page
        steep = steepness(upright)
        if sheet := _read(levelled(upright, steep)):
            sheet.turned, sheet.before = turn + steep, (page.width * _POINTS, page.height * _POINTS)
            return sheet
    return None


def _read(page: Image.Image) -> Sheet | None:
    strokes = drawn_rules(page)
    drawn = [_in_points(stroke.rule) for stroke in strokes]
    page = without_rules(page, strokes)
    words = []
    for cells in cell_boxes(drawn):
        boxes = [tuple(round(edge / _POINTS) for edge in (cell.x0, cell.top, cell.x1, cell.bottom)) for cell in cells]
        words += words_in_boxes(page, boxes, DPI)
        page.paste(
            255,
            (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)),
        )
    words += words_on(page, DPI) or words_on(page, DPI, layout=6)  # the usual layout overlooks two lines on a page
    words = _without_dust(words)
    if not _is_text(words):
        return None
    placed = [
        Word(word.text, *(edge * _POINTS for edge in (word.x0, word.top, word.x1, word.bottom))) for word in words
    ]
    return Sheet(page.width * _POINTS, page.height * _POINTS, placed, drawn)


def _in_points(rule: Rule) -> Rule:
    return Rule(*(edge * _POINTS for edge in (rule.x0, rule.top, rule.x1, rule.bottom)))


def _without_dust(words: list[Word]) -> list[Word]:
    """A sign that stands alone on its line is a spot on the glass."""
    kept: list[Word] = []
    for line in lines_of(words):
        if len(line.words) > 1 or sum(letter.isalnum() for letter in line.text) > 1 or line.text.isdecimal():
            kept += line.words
    return kept


def _is_text(words: list[Word]) -> bool:
    """Say whether words were found, not spots that look like letters."""
    found = words_of(" ".join(word.text for word in words))
    return len(found) >= 3 and sum(1 for word in found if is_syllable(word) or len(word) > 4) >= _MEANINGFUL * len(
        found
    )


def _opened(content: bytes) -> Image.Image:
    Image.MAX_IMAGE_PIXELS = None  # our own bound stands below, with a sentence
    try:
        picture = Image.open(BytesIO(content), formats=_FORMATS)
    except Exception:  # a damaged picture may make a decoder stumble in any way
        raise Unreadable(Trouble.DAMAGED) from None
    if picture.width * picture.height > MOST_PIXELS:
        raise Unreadable(Trouble.HUGE_PICTURE)
    return picture


def frame_of(content: bytes, number: int) -> Image.Image:
    """One page of a picture as it is seen, counted from nought."""
    picture = _opened(content)
    if not 0 <= number < int(getattr(picture, "n_frames", 1)):
        raise Unreadable(Trouble.NO_TEXT)
    return _frame(picture, number)


def ink_of(page: Image.Image) -> Image.Image:
    """The grey in which a page is read: what red light shows, and brighter the redder it is: a stamp becomes paper."""
    if page.mode == "L":
        return page
    red, green, _blue = page.convert("RGB").split()
    return ImageChops.add(red, ImageChops.subtract(red, green))


def _frame(picture: Image.Image, number: int) -> Image.Image:
    """One page, turned as the camera says, grey or in its colours."""
    try:
        if number:
            picture.seek(number)
        elif picture.format in ("JPEG", "MPO"):
            picture.draft(
                picture.mode if picture.mode in ("L", "RGB") else "RGB", (int(DPI * _A4_LONG), int(DPI * _A4_LONG))
            )
        if picture.width * picture.height > MOST_PIXELS:
            raise Unreadable(Trouble.HUGE_PICTURE)
        upright = ImageOps.exif_transpose(picture)
        if upright.has_transparency_data:
            upright = upright.convert("RGBA")
            paper = Image.new("RGBA", upright.size, "white")
            upright = Image.alpha_composite(paper, upright)
        return upright.convert("L" if upright.mode in ("1", "L", "LA", "I;16") else "RGB")
    except Unreadable:
        raise
    except Exception:
        raise Unreadable(Trouble.DAMAGED) from None


def _sized(picture: Image.Image) -> Image.Image:
    """A page of about A4 at the resolution that reads best: neither a stamp nor a poster."""
    across = min(picture.width, picture.height)
    factor = DPI * _A4_WIDTH / max(across, 1)
    if 0.75 < factor < 1.15:
        return picture
    factor = min(factor, 3.0)
    size = (max(1, round(picture.width * factor)), max(1, round(picture.height * factor)))
    if size[0] * size[1] > MOST_PIXELS / 4:
        raise Unreadable(Trouble.HUGE_PICTURE)
    return picture.resize(size, Image.Resampling.LANCZOS)
