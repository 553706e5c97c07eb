"""A picture is believed once it has been opened whole; its small version carries nothing but the picture."""

import io
import warnings
from typing import BinaryIO

from PIL import Image, ImageOps, UnidentifiedImageError

from dinhlang.apps.files.rules.archives import Fault

MOST_PIXELS = 60_000_000
SIDE = 480
_BROKEN = (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError, TypeError, IndexError)


def fault_of_picture(file: BinaryIO) -> Fault | None:
    """Why the bytes are no picture that can be shown; None if they are one."""
    file.seek(0)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(file) as picture:
                if picture.width * picture.height > MOST_PIXELS:
                    return Fault.TOO_MANY_PIXELS
                picture.load()
    except Image.DecompressionBombError:
        return Fault.TOO_MANY_PIXELS
    except _BROKEN:
        return Fault.NOT_A_PICTURE
    return None


def thumbnail_of(file: BinaryIO) -> bytes:
    """A small WebP, turned upright, without place, camera or owner."""
    file.seek(0)
    with Image.open(file) as picture:
        picture.draft("RGB", (SIDE * 2, SIDE * 2))
        upright = ImageOps.exif_transpose(picture)
        small = upright.convert("RGB")
        small.thumbnail((SIDE, SIDE))
        out = io.BytesIO()
        small.save(out, "WEBP", quality=72)
    return out.getvalue()
