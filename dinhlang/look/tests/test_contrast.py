"""Every pair of text and ground can be read, by light and by dark; the sheet stays small."""

import gzip
import re
from pathlib import Path

import pytest

LOOK = Path(__file__).parents[1] / "static/look"
CSS = (LOOK / "look.css").read_text()

GROUNDS = ["page", "surface"]
TEXT = [(ink, ground) for ink in ("ink", "quiet", "lacquer", "gilt", "leaf", "slate") for ground in GROUNDS]
SOFT = [(name, f"{name}-soft") for name in ("lacquer", "gilt", "leaf", "slate")]
OTHER = [("quiet", "sunk"), ("ink", "sunk"), ("on-lacquer", "lacquer-fill"), ("on-lacquer", "lacquer-deep")]
EDGES = [("edge", "surface"), ("edge", "page"), ("focus", "page"), ("focus", "surface")]
FILLS = [(f"{name}-fill", "surface") for name in ("lacquer", "leaf", "slate")]


def tokens(theme):
    block = re.search(rf'\[data-theme="{theme}"\] \{{(.*?)\}}', CSS, re.S).group(1)
    return dict(re.findall(r"--([a-z-]+): (#[0-9A-F]{6})", block))


def brightness(colour):
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    low, high = sorted([brightness(one), brightness(other)])
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), TEXT + SOFT + OTHER)
def test_text_reaches_four_and_a_half(theme, ink, ground):
    colours = tokens(theme)

    assert contrast(colours[ink], colours[ground]) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("edge", "ground"), EDGES)
def test_edges_of_fields_and_focus_reach_three(theme, edge, ground):
    colours = tokens(theme)

    assert contrast(colours[edge], colours[ground]) >= 3


def test_dark_by_the_device_is_the_same_as_dark_by_choice():
    by_device = re.search(r'data-theme="auto"\] \{(.*?)\}', CSS, re.S).group(1)

    assert dict(re.findall(r"--([a-z-]+): (#[0-9A-F]{6})", by_device)) == tokens("dark")


@pytest.mark.parametrize(("name", "most"), [("look.css", 12_000), ("look.js", 6_000)])
def test_what_every_page_loads_stays_small(name, most):
    assert len(gzip.compress((LOOK / name).read_bytes())) < most


def test_both_weights_of_the_letters_fit_in_fifty_kilobytes():
    assert sum(path.stat().st_size for path in (LOOK / "fonts").glob("*.woff2")) < 50_000


def test_nothing_comes_from_another_host():
    assert not re.search(r"url\(\"?(https?:)?//|@import", CSS)
