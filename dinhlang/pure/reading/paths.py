"""How people cite a place of a document: "II.1.b"."""

from dinhlang.pure.reading.heading import read_heading
from dinhlang.pure.reading.lines import lines_of
from dinhlang.pure.reading.markers import Rank
from dinhlang.pure.reading.outline import Item, outline_of
from dinhlang.pure.reading.paragraphs import paragraphs_of


def path_at(text: str, place: int) -> str:
    """How people cite a place: "II.1.b", "PL.3" in an appendix; nothing before the first item."""
    heading = read_heading(text)
    appendix = next((span for span in heading.appendices if span[0] <= place < span[1]), None)
    root = outline_of(paragraphs_of(lines_of(text, *(appendix or heading.body))))
    path = _path(root, place)
    return f"PL.{path}".rstrip(".") if appendix else path


def _path(item: Item, place: int) -> str:
    for child in reversed(item.children):
        if child.start <= place:
            return item.path if child.rank is Rank.PLAIN else _path(child, place)
    return item.path
