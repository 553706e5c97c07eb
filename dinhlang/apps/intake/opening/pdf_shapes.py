"""The words and drawn lines of a PDF's page, with their places."""

import ctypes
import math
import unicodedata
from collections import Counter
from collections.abc import Iterator

import pypdfium2 as pdfium
from pypdfium2 import raw

from dinhlang.pure.pages import Rule, Sheet, Word, lines_of

MOST_OBJECTS = 60_000  # of one page; a page with more is a drawing, and its text is still read
MOST_LETTERS = 60_000
_THIN = 3.0
_SPACE = 0.15  # of the height: letters further apart belong to two words
_BLANK = " \t\r\n\u00a0\0\ufffe\uffff"
_HYPHEN_AT_END = 2  # so the library tells a hyphen that ends a line
_SAMPLE, _AGREE = 400, 0.9  # of the letters of a page: so many are looked at, so many must stand alike
_LARGE = 0.4  # of the page's area: such a picture is a scan


def sheet_of(page: pdfium.PdfPage) -> tuple[Sheet, bool]:
    """The page's shapes, and whether a picture covers much of it."""
    width, height = page.get_size()
    textpage = page.get_textpage()
    try:
        turn = _turn_of_letters(textpage)
        place = _Place(page, page.get_rotation() if turn is None else turn)
        if place.is_on_its_side:
            width, height = height, width
        rules, has_picture = _drawn(page, place, width * height)
        words = [word for word in _words(textpage, place) if word.x1 > word.x0 and -5 < word.middle < height + 5]
    finally:
        textpage.close()
    return Sheet(width, height, words, rules), has_picture


def _turn_of_letters(textpage: pdfium.PdfTextPage) -> int | None:
    """By how much a page must be turned for its letters to stand upright; None where they do not agree."""
    count = textpage.count_chars()
    sample = range(0, count, count // _SAMPLE + 1)
    angles = [raw.FPDFText_GetCharAngle(textpage.raw, at) for at in sample if not _is_blank(textpage, at)]
    turns = Counter(-round(math.degrees(angle) / 90) * 90 % 360 for angle in angles if angle >= 0)
    ((turn, agree),) = turns.most_common(1) or [(0, 0)]
    return turn if agree > _AGREE * len(angles) else None


def _is_blank(textpage: pdfium.PdfTextPage, at: int) -> bool:
    return chr(raw.FPDFText_GetUnicode(textpage.raw, at)) in _BLANK


class _Place:
    """From a PDF's measures (from bottom left, before turning) to ours."""

    def __init__(self, page: pdfium.PdfPage, turn: int) -> None:
        self._turn = turn
        self.is_on_its_side = (turn - page.get_rotation()) % 180 != 0
        left, bottom, right, top = page.get_cropbox()
        self._box = (left, bottom, right, top)

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """x0, top, x1, bottom from top left."""
        x0, y0, x1, y1 = self._box
        turned = {
            90: (bottom - y0, left - x0, top - y0, right - x0),
            180: (x1 - right, bottom - y0, x1 - left, top - y0),
            270: (y1 - top, x1 - right, y1 - bottom, x1 - left),
        }
        return turned.get(self._turn, (left - x0, y1 - top, right - x0, y1 - bottom))


def _words(textpage: pdfium.PdfTextPage, place: _Place) -> Iterator[Word]:
    """Words by where they stand, not by when they were set: letters from another font are often set afterwards."""
    chunks = list(_chunks(textpage, place))
    for line in lines_of(chunks):
        word = line.words[0]
        for chunk in line.words[1:]:
            if chunk.text == word.text and abs(chunk.x0 - word.x0) < 1:
                continue  # drawn twice, to look bold
            if chunk.x0 - word.x1 < _SPACE * max(word.height, chunk.height):
                box = (word.x0, min(word.top, chunk.top), max(word.x1, chunk.x1), max(word.bottom, chunk.bottom))
                word = Word(word.text + chunk.text, *box)
            else:
                yield word
                word = chunk
        yield word


def _chunks(textpage: pdfium.PdfTextPage, place: _Place) -> Iterator[Word]:
    """Letters that were set one after the other without a blank."""
    letters: list[str] = []
    box = (0.0, 0.0, 0.0, 0.0)
    for letter, left, bottom, right, top in _letters(textpage):
        if letters and unicodedata.combining(letter):
            letters.append(letter)
            continue
        here = place.box(left, bottom, right, top)
        is_blank = letter in _BLANK
        if letters and (is_blank or _apart(box, here)):
            yield Word("".join(letters), *box)
            letters = []
        if not is_blank and here[2] > here[0]:
            box = (
                (min(box[0], here[0]), min(box[1], here[1]), max(box[2], here[2]), max(box[3], here[3]))
                if letters
                else here
            )
            letters.append(letter)
    if letters:
        yield Word("".join(letters), *box)


def _letters(textpage: pdfium.PdfTextPage) -> Iterator[tuple[str, float, float, float, float]]:
    rectangle = raw.FS_RECTF()
    pointer = ctypes.byref(rectangle)
    handle, get_letter, get_box = textpage.raw, raw.FPDFText_GetUnicode, raw.FPDFText_GetLooseCharBox
    high = 0
    for at in range(min(textpage.count_chars(), MOST_LETTERS)):
        code = get_letter(handle, at)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00) if high else 0xFFFD
        high = 0
        code = ord("-") if code == _HYPHEN_AT_END else code
        get_box(handle, at, pointer)
        yield chr(code), rectangle.left, rectangle.bottom, rectangle.right, rectangle.top


def _apart(box: tuple[float, float, float, float], here: tuple[float, float, float, float]) -> bool:
    """Say whether a letter begins another word: after a blank, on another line, or back to the left."""
    height = max(box[3] - box[1], 1.0)
    overlap = min(box[3], here[3]) - max(box[1], here[1])
    if overlap < 0.3 * min(height, max(here[3] - here[1], 1.0)):
        return True
    return here[0] - box[2] > _SPACE * height or here[0] < box[2] - 0.4 * height


def _drawn(page: pdfium.PdfPage, place: _Place, area: float) -> tuple[list[Rule], bool]:
    """Thin shapes that may be borders of cells, and whether a large picture lies on the page."""
    rules: list[Rule] = []
    has_picture = False
    sides = [ctypes.c_float() for _ in range(4)]
    for at in range(min(raw.FPDFPage_CountObjects(page.raw), MOST_OBJECTS)):
        shape = raw.FPDFPage_GetObject(page.raw, at)
        kind = raw.FPDFPageObj_GetType(shape)
        if kind not in (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM):
            continue
        if not raw.FPDFPageObj_GetBounds(shape, *(ctypes.byref(side) for side in sides)):
            continue
        left, bottom, right, top = (side.value for side in sides)
        if kind == raw.FPDF_PAGEOBJ_PATH:
            rules += _rules(shape, place, (left, bottom, right, top))
        elif (right - left) * (top - bottom) > _LARGE * area:
            has_picture = True
    return rules, has_picture


def _rules(shape: object, place: _Place, bounds: tuple[float, float, float, float]) -> Iterator[Rule]:
    left, bottom, right, top = bounds
    if right - left <= _THIN or top - bottom <= _THIN:
        yield _thin(place.box(*bounds))
        return
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(shape, ctypes.byref(fill), ctypes.byref(stroke))
    segments = raw.FPDFPath_CountSegments(shape)
    if not stroke.value or not 2 <= segments <= 200:
        return
    yield from (_thin(place.box(*side)) for side in _segments(shape, segments))


def _segments(shape: object, count: int) -> Iterator[tuple[float, float, float, float]]:
    """The straight pieces of a path."""
    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(shape, ctypes.byref(matrix))
    x, y = ctypes.c_float(), ctypes.c_float()
    before = first = (0.0, 0.0)
    for at in range(count):
        segment = raw.FPDFPath_GetPathSegment(shape, at)
        raw.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        point = (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            first = point
        elif kind == raw.FPDF_SEGMENT_LINETO and _is_straight(before, point):
            yield _side(before, point)
        if raw.FPDFPathSegment_GetClose(segment) and _is_straight(point, first):
            yield _side(point, first)
        before = point


def _is_straight(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return min(abs(one[0] - other[0]), abs(one[1] - other[1])) < 1 and one != other


def _side(one: tuple[float, float], other: tuple[float, float]) -> tuple[float, float, float, float]:
    return min(one[0], other[0]), min(one[1], other[1]), max(one[0], other[0]), max(one[1], other[1])


def _thin(box: tuple[float, float, float, float]) -> Rule:
    """A line through the middle of a thin shape."""
    x0, top, x1, bottom = box
    if x1 - x0 >= bottom - top:
        return Rule(x0, (top + bottom) / 2, x1, (top + bottom) / 2)
    return Rule((x0 + x1) / 2, top, (x0 + x1) / 2, bottom)
