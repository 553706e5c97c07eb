"""Printed pages made as bad as those that reach a commune: photographed aslant, shaded, grainy, stamped in red."""

import math
import random
from io import BytesIO

import pypdfium2
from PIL import Image, ImageChops, ImageDraw, ImageFilter

STAMP = (200, 35, 45)
"""Red ink of a seal."""
INK = (40, 50, 130)
"""Blue ink of a pen."""


def photographed(pdf: bytes, *, seed: str, dots: int = 200, quality: int = 40) -> bytes:
    """A PDF as somebody photographs it with a telephone: each page a picture in colours."""
    chance = random.Random(seed)
    document = pypdfium2.PdfDocument(pdf)
    pages = []
    for number in range(len(document)):
        page = document[number].render(scale=dots / 72).to_pil().convert("RGB")
        if number == len(document) - 1:
            page = stamped(page, chance)
        kept = BytesIO()
        _seen_by_telephone(page, chance).save(kept, "JPEG", quality=quality)
        pages.append(Image.open(kept))
    document.close()
    whole = BytesIO()
    pages[0].save(whole, "PDF", save_all=True, append_images=pages[1:], resolution=dots)
    return whole.getvalue()


def stamped(page: Image.Image, chance: random.Random) -> Image.Image:
    """A round red seal across the name of who signed, and a signature in blue beside it."""
    ink = Image.new("RGB", page.size, "white")
    pen = ImageDraw.Draw(ink)
    x, y, r = page.width * 0.68, _last_dark_row_at_right(page), page.width * 0.1
    for by, thick in ((0, 7), (14, 3)):
        pen.ellipse((x - r + by, y - r + by, x + r - by, y + r - by), outline=STAMP, width=thick)
    points = [(x + math.cos(turn) * r * 0.3, y + math.sin(turn) * r * 0.3) for turn in range(0, 40, 2)]
    pen.line(points, fill=STAMP, width=5)
    wave = [(x + step * 6, y + math.sin(step / 2) * 22 + chance.uniform(-6, 6)) for step in range(40)]
    pen.line(wave, fill=INK, width=4)
    return ImageChops.multiply(page, ink)


def _last_dark_row_at_right(page: Image.Image) -> int:
    right = page.crop((round(0.6 * page.width), 0, page.width, page.height))
    box = right.convert("L").point([255 if value < 128 else 0 for value in range(256)]).getbbox()
    return box[3] if box else page.height


def _seen_by_telephone(page: Image.Image, chance: random.Random) -> Image.Image:
    """Aslant by a degree and a half, narrower at the top, darker at one side, not quite sharp, grainy."""
    page = page.rotate(chance.choice((-1.5, 1.5)), resample=Image.Resampling.BICUBIC, fillcolor=(205, 200, 190))
    width, height = page.size
    slip = width * 0.018
    corners = (-slip, 0, -slip / 2, height, width + slip / 2, height, width + slip, 0)
    page = page.transform(page.size, Image.Transform.QUAD, corners, Image.Resampling.BICUBIC, fillcolor=(205, 200, 190))
    shade = Image.linear_gradient("L").rotate(90).resize(page.size).point([135 + value // 3 for value in range(256)])
    page = ImageChops.multiply(page, Image.merge("RGB", (shade, shade, shade)))
    grain = Image.effect_noise(page.size, 30)
    return Image.blend(page.filter(ImageFilter.GaussianBlur(0.8)), Image.merge("RGB", (grain, grain, grain)), 0.08)
