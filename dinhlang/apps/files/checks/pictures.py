"""Pictures are opened in full before they are believed, and never larger than a camera makes them."""

import io
from typing import IO

from PIL import ExifTags, Image, ImageOps

from dinhlang.apps.files.checks.unfit import Reason, Unfit
from dinhlang.apps.files.rules import PICTURES, Kind, without_traces

MOST_PIXELS = 100_000_000  # beyond the largest cameras of phones and a scanned A2 sheet
Image.MAX_IMAGE_PIXELS = MOST_PIXELS  # Pillow's own bound warns, and refuses at twice as much
_THUMBNAIL = (480, 480)
_READERS = [name for name in PICTURES if name != "MPO"]  # an MPO is opened as the JPEG that it is


def kind_of_picture(file: IO[bytes]) -> Kind:
    """Open the picture, read it to its end, and say what it is."""
    with _opened(file) as picture:
        _load(picture)
        return PICTURES[str(picture.format)]


def thumbnail_of(file: IO[bytes]) -> bytes:
    """Return a small WebP picture, turned upright, without place, time or anything else that cameras write."""
    with _opened(file) as picture:
        _load(picture)
        upright = ImageOps.exif_transpose(picture)
        upright = upright.convert("RGBA" if upright.has_transparency_data else "RGB")
        upright.thumbnail(_THUMBNAIL)
        bare = Image.new(upright.mode, upright.size)
        bare.paste(upright)  # only the pixels cross over
        written = io.BytesIO()
        bare.save(written, "WEBP", quality=75)
        return written.getvalue()


def bare(file: IO[bytes]) -> bytes:
    """The picture itself, every pixel, without what the camera wrote of place, device and owner."""
    with _opened(file) as picture:
        orientation = picture.getexif().get(ExifTags.Base.Orientation, 1)
    file.seek(0)
    return without_traces(file.read(), orientation=orientation if orientation in range(1, 9) else 1)


def _opened(file: IO[bytes]) -> Image.Image:
    file.seek(0)
    try:
        picture = Image.open(file, formats=_READERS)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise Unfit(Reason.HUGE_PICTURE) from None
    except Exception:  # a damaged picture may make a decoder stumble in any way
        raise Unfit(Reason.BROKEN_PICTURE) from None
    if picture.width * picture.height > MOST_PIXELS:
        raise Unfit(Reason.HUGE_PICTURE)
    return picture


def _load(picture: Image.Image) -> None:
    """Decode to the end; a JPEG at a fraction of its size, which takes a fraction of the memory."""
    try:
        picture.draft("RGB", _THUMBNAIL)
        picture.load()
    except Exception:
        raise Unfit(Reason.BROKEN_PICTURE) from None
