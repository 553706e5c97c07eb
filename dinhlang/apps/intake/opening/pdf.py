"""PDF: the text in it where it is sound, else its pages as pictures."""

from pathlib import Path

import pypdfium2 as pdfium
from PIL import Image
from pypdfium2 import raw

from dinhlang.apps.intake.opening.gathering import keep_all
from dinhlang.apps.intake.opening.opened import Draft, Limits, Note, Opened, Page, Progress, Trouble, Unreadable
from dinhlang.apps.intake.opening.pdf_shapes import sheet_of
from dinhlang.apps.intake.opening.pictures import DPI, has_tesseract, recognised, refuse_without_tesseract
from dinhlang.pure.pages import Sheet, text_lines
from dinhlang.pure.viet import legacy_of, share_of_ruins, words_of

_FEW_WORDS = 12  # a page with fewer, and a picture on it, is a scan with a stamp
_RUINED = 0.12
_UNKNOWN_LETTERS = 0.03
_MOST_PIXELS_ACROSS = 5000


def read_pdf(content: bytes, limits: Limits, progress: Progress, folder: Path) -> Opened:
    """The text of a PDF; raises Unreadable."""
    document = open_pdf(content)
    pages = len(document)
    if pages > limits.pages:
        raise Unreadable(Trouble.TOO_MANY_PAGES, pages=pages, most=limits.pages)
    sheets: list[Sheet] = []
    pictures: list[int] = []
    broken = False
    for number in range(pages):
        sheet, has_picture = _sheet(document, number)
        is_broken = _is_broken(sheet)
        broken = broken or is_broken
        if is_broken or (has_picture and len(sheet.words) < _FEW_WORDS):
            pictures.append(number)
        sheets.append(sheet)
    draft = Draft()
    if pictures:
        if len(pictures) == pages:
            refuse_without_tesseract()
        if len(pictures) > limits.recognised_pages:
            raise Unreadable(Trouble.NEEDS_RECOGNITION, pages=len(pictures), most=limits.recognised_pages)
        if has_tesseract():
            _recognise(document, sheets, pictures, progress, draft)
        else:  # the other pages are still worth reading
            sheets = [sheet if number not in pictures else Sheet(595, 842) for number, sheet in enumerate(sheets)]
            draft.notes.add(Note.PAGES_LEFT)
        if broken:
            draft.notes.add(Note.BROKEN_TEXT)
    keep_all(text_lines(sheets), draft)
    draft.pages = [Page(page.start, page.number, page.number - 1 in pictures) for page in draft.pages]
    return draft.opened("pdf")


def open_pdf(content: bytes) -> pdfium.PdfDocument:
    """An opened PDF. Its scripts are never run: this build of the reader has no engine for them."""
    try:
        document = pdfium.PdfDocument(content)
        if len(document) == 0:
            raise Unreadable(Trouble.DAMAGED)
    except pdfium.PdfiumError as error:
        locked = getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD or "password" in str(error).lower()
        raise Unreadable(Trouble.LOCKED if locked else Trouble.DAMAGED) from None
    return document


def _sheet(document: pdfium.PdfDocument, number: int) -> tuple[Sheet, bool]:
    """The shapes of a page; a page that cannot be loaded is an empty one."""
    try:
        page = document[number]
    except pdfium.PdfiumError:
        return Sheet(595, 842), False
    try:
        return sheet_of(page)
    finally:
        page.close()


def _is_broken(sheet: Sheet) -> bool:
    """Letters of fonts that do not tell what they mean come out as ruins; old encodings are no ruins."""
    text = " ".join(word.text for word in sheet.words)
    if len(text) < 60:
        return False
    unknown = sum(1 for letter in text if letter == "\ufffd" or "\ue000" <= letter <= "\uf8ff" or letter < " ")
    if unknown > len(text) * _UNKNOWN_LETTERS:
        return True
    odd = sum(1 for word in words_of(text) if not word.isascii())
    return odd >= 10 and share_of_ruins(text) > _RUINED and legacy_of(text) is None


def _recognise(
    document: pdfium.PdfDocument, sheets: list[Sheet], pictures: list[int], progress: Progress, draft: Draft
) -> None:
    """Read some pages as pictures, in place of the text they hold."""
    progress(0, len(pictures))
    for done, number in enumerate(pictures, start=1):
        sheets[number] = recognised(_drawn(document[number])) or Sheet(595, 842)
        if not sheets[number].words:
            draft.notes.add(Note.PAGES_LEFT)
        progress(done, len(pictures))
    draft.notes.add(Note.RECOGNISED)


def _drawn(page: pdfium.PdfPage) -> Image.Image:
    """A page as a grey picture, larger than it is read: a scan drawn at its own size comes out blurred."""
    width, height = page.get_size()
    scale = min(1.5 * DPI / 72, _MOST_PIXELS_ACROSS / max(width, height, 1))
    try:
        picture = page.render(scale=scale, grayscale=True, may_draw_forms=False).to_pil()
    except (pdfium.PdfiumError, ValueError):
        raise Unreadable(Trouble.DAMAGED) from None
    finally:
        page.close()
    return picture.convert("L")
