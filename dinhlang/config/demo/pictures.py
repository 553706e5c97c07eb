"""Pictures that villages send as evidence: a notice board, or the sheet of a meeting, drawn with Pillow."""

from io import BytesIO
from random import Random

from django.contrib.staticfiles import finders
from PIL import Image, ImageDraw, ImageFont

WIDE, HIGH = 960, 720
INK, PAPER, WOOD, WALL, RED = "#2b2420", "#fffdf6", "#7a4a2b", "#d9cdb4", "#9e2a22"


def _font(size: int, weight: int = 400) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(finders.find(f"look/fonts/be-vietnam-pro-{weight}.woff2")), size)


def notice_board(place: str, title: str, day: str, *, chance: Random) -> bytes:
    """A board on a wall with notices on it; the middle one can be read."""
    picture = Image.new("RGB", (WIDE, HIGH), WALL)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((40, 60, WIDE - 40, HIGH - 60), fill=WOOD)
    draw.rectangle((64, 84, WIDE - 64, HIGH - 84), fill="#e9e2cf")
    draw.text((WIDE / 2, 122), f"BẢNG CÔNG KHAI · {place.upper()}", font=_font(30, 600), fill=RED, anchor="mm")
    for left in (90, 690):
        _sheet(draw, (left, 180, left + 180, 180 + chance.randint(230, 300)), chance)
    draw.rectangle((300, 165, 660, 600), fill=PAPER, outline="#cbbfa6", width=2)
    _lines(draw, 480, 200, [("THÔNG BÁO", 28, 600), *((line, 22, 400) for line in _cut(title, 28)), (day, 20, 400)])
    for top in range(430, 580, 22):
        draw.line((330, top, 330 + chance.randint(220, 300), top), fill="#b9ae98", width=3)
    return _jpeg(picture)


def minutes(place: str, title: str, counts: str, day: str, *, chance: Random) -> bytes:
    """A sheet of paper on a table: the minutes of a meeting."""
    picture = Image.new("RGB", (HIGH, WIDE), "#b58a5c")
    draw = ImageDraw.Draw(picture)
    draw.polygon([(60, 70), (650, 50), (672, 900), (48, 912)], fill=PAPER)
    _lines(draw, 360, 110, [("BIÊN BẢN", 34, 600), *((line, 24, 400) for line in _cut(title, 40)), (place, 24, 600)])
    for top in range(330, 700, 30):
        draw.line((110, top, 110 + chance.randint(380, 500), top + 2), fill="#8d8577", width=2)
    _lines(draw, 360, 730, [(counts, 26, 600), (day, 22, 400)])
    return _jpeg(picture)


def _sheet(draw: ImageDraw.ImageDraw, box: tuple[int, int, int, int], chance: Random) -> None:
    draw.rectangle(box, fill=PAPER, outline="#cbbfa6", width=2)
    for top in range(box[1] + 30, box[3] - 20, 18):
        draw.line((box[0] + 18, top, box[0] + 18 + chance.randint(80, 140), top), fill="#b9ae98", width=2)


def _lines(draw: ImageDraw.ImageDraw, middle: int, top: int, lines: list[tuple[str, int, int]]) -> None:
    for words, size, weight in lines:
        draw.text((middle, top), words, font=_font(size, weight), fill=INK, anchor="mm")
        top += round(size * 1.7)


def _cut(words: str, most: int) -> list[str]:
    lines = [""]
    for word in words.split():
        if len(lines[-1]) + len(word) >= most:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def _jpeg(picture: Image.Image) -> bytes:
    out = BytesIO()
    picture.save(out, "JPEG", quality=78)
    return out.getvalue()
