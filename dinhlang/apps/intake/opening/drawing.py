"""A page of a PDF, a scan or a photograph as a picture, to be shown beside its text."""

from io import BytesIO
from typing import Any

from PIL import Image

from dinhlang.apps.intake.opening.kinds import format_of
from dinhlang.apps.intake.opening.opened import Trouble, Unreadable
from dinhlang.apps.intake.opening.pdf import drawn_page, open_pdf
from dinhlang.apps.intake.opening.pictures import frame_of

WIDEST = 2400
_COLOURED = 60
_FOUR_SHADES = [round(value / 85) * 85 for value in range(256)]
"""Black stays black: shades chosen by how much there is of each would make thin writing pale."""
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
    return _smallest(picture.convert("RGB").resize((width, min(height, 4 * WIDEST)), Image.Resampling.LANCZOS))


def _smallest(picture: Image.Image) -> bytes:
    """A clean grey page in four shades is sharper and a third of the size; what has a grain or a colour is not."""
    kept = [_webp(picture, quality=50)]
    if not _has_colour(picture):
        few = picture.convert("L").point(_FOUR_SHADES)
        kept.append(_webp(few.convert("RGB"), quality=80, lossless=True))
    return min(kept, key=len)


def _webp(picture: Image.Image, **how: Any) -> bytes:
    kept = BytesIO()
    picture.save(kept, "WEBP", **how)
    return kept.getvalue()


def _has_colour(picture: Image.Image) -> bool:
    """A seal, a signature in blue; seen on a small copy, in which single specks are gone."""
    _hue, strength, _light = picture.resize((200, 280), Image.Resampling.BOX).convert("HSV").split()
    return int(strength.getextrema()[1]) > _COLOURED  # type: ignore[arg-type]
