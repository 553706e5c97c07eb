"""A page of a PDF, a scan or a photograph as a picture, to be shown beside its text."""

from io import BytesIO

from PIL import Image

from dinhlang.apps.intake.opening.kinds import format_of
from dinhlang.apps.intake.opening.opened import Trouble, Unreadable
from dinhlang.apps.intake.opening.pdf import drawn_page, open_pdf
from dinhlang.apps.intake.opening.pictures import frame_of

WIDEST = 2400
Cut = tuple[int, int]
"""From where to where of its height, in thousandths."""


def drawn(content: bytes, number: int, width: int, cut: Cut | None = None) -> bytes:
    """A page, counted from one, or what stands between two heights of it, as WebP of a width; or raises Unreadable."""
    kind = format_of(content, "")
    width = max(1, min(width, WIDEST))
    if kind == "pdf":
        document = open_pdf(content)
        if not 1 <= number <= len(document):
            raise Unreadable(Trouble.NO_TEXT)
        picture = drawn_page(document[number - 1], width)
    elif kind == "picture":
        picture = frame_of(content, number - 1)
    else:
        raise Unreadable(Trouble.UNKNOWN)
    if cut is not None:
        picture = picture.crop(
            (0, round(cut[0] * picture.height / 1000), picture.width, round(cut[1] * picture.height / 1000))
        )
    height = max(1, round(picture.height * width / max(picture.width, 1)))
    kept = BytesIO()
    picture.resize((width, min(height, 4 * WIDEST)), Image.Resampling.LANCZOS).save(kept, "WEBP", quality=70)
    return kept.getvalue()
