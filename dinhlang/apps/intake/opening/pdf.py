"""PDF: the text in it where it is sound, else its pages as pictures."""

from pathlib import Path

import pypdfium2 as pdfium
from PIL import Image
from pypdfium2 import raw

from dinhlang.apps.intake.opening.gathering import keep_all
from dinhlang.apps.intake.opening.opened import Draft, Limits, Note, Opened, Page, Progress, Trouble, Unreadable
from dinhlang.apps.intake.opening.pdf_shapes import sheet_of
from dinhlang.apps.intake.opening.pictures import DPI, has_tesseract, ink_of, recognised, refuse_without_tesseract
from dinhlang.apps.intake.opening.seen import words_seen
from dinhlang.pure.pages import Sheet, text_lines
from dinhlang.pure.viet import legacy_of, share_of_ruins, words_of

_FEW_WORDS = 12  # a page with fewer, and a picture on it, is a scan with a stamp
_RUINED = 0.12
_UNKNOWN_LETTERS = 0.03
_MOST_PIXELS_ACROSS = 5000


def read_pdf(content: bytes, limits: Limits, progress: Progress, folder: Path) -> Opened:
    """The text of a PDF; raises Unreadable."""
    document = open_pdf(content)
    if len(document) > limits.pages:
        raise Unreadable(Trouble.TOO_MANY_PAGES, pages=len(document), most=limits.pages)
    looked = [_sheet(document, number) for number in range(len(document))]
    sheets = [sheet for sheet, _has_picture in looked]
    broken = [number for number, sheet in enumerate(sheets) if _is_broken(sheet)]
    scanned = [
        number for number, (sheet, is_picture) in enumerate(looked) if is_picture and len(sheet.words) < _FEW_WORDS
    ]
    pictures = sorted({*broken, *scanned})
    draft = Draft()
    if pictures:
        _recognise_if_possible(document, sheets, pictures, limits=limits, progress=progress, notes=draft.notes)
    if broken:
        draft.notes.add(Note.BROKEN_TEXT)
    keep_all(text_lines(sheets), draft)
    draft.pages = [Page(page.start, page.number, page.number - 1 in pictures) for page in draft.pages]
    return draft.opened("pdf", words_seen(sheets))


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


def _recognise_if_possible(
    document: pdfium.PdfDocument,
    sheets: list[Sheet],
    pictures: list[int],
    *,
    limits: Limits,
    progress: Progress,
    notes: set[Note],
) -> None:
    """Read some pages as pictures, in place of the text they hold; without Tesseract the others still count."""
    if len(pictures) == len(sheets):
        refuse_without_tesseract()
    if len(pictures) > limits.recognised_pages:
        raise Unreadable(Trouble.NEEDS_RECOGNITION, pages=len(pictures), most=limits.recognised_pages)
    can_see = has_tesseract()
    if can_see:
        notes.add(Note.RECOGNISED)
        progress(0, len(pictures))
    for done, number in enumerate(pictures, start=1):
        sheets[number] = (recognised(drawn_page(document[number])) if can_see else None) or Sheet(595, 842)
        if not sheets[number].words:
            notes.add(Note.PAGES_LEFT)
        if can_see:
            progress(done, len(pictures))


def drawn_page(page: pdfium.PdfPage, width: float | None = None) -> Image.Image:
    """A page as a picture of a width; else grey and larger than it is read: a scan drawn at its own size is blurred."""
    across, down = page.get_size()
    scale = 1.5 * DPI / 72 if width is None else width / max(across, 1)
    scale = min(scale, _MOST_PIXELS_ACROSS / max(across, down, 1))
    try:
        picture = page.render(scale=scale, may_draw_forms=False).to_pil()
    except (pdfium.PdfiumError, ValueError):
        raise Unreadable(Trouble.DAMAGED) from None
    finally:
        page.close()
    return ink_of(picture) if width is None else picture.convert("RGB")
