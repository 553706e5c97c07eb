"""Pages of the web (.html): their words, without scripts, and without fetching anything they name."""

import re
from collections.abc import Iterator

from lxml import etree, html

from dinhlang.apps.intake.opening.gathering import keep_all
from dinhlang.apps.intake.opening.opened import LONGEST_TEXT, Draft, Note, Opened, Trouble, Unreadable
from dinhlang.apps.intake.opening.tables import lines_of_table
from dinhlang.apps.intake.opening.word.package import Element
from dinhlang.pure.pages import Cell
from dinhlang.pure.viet import CannotDecode, decode_noting

_SKIPPED = {"script", "style", "head", "title", "noscript", "template", "iframe", "object", "svg", "select", "textarea"}
_SKIPPED |= {"button", "nav", "del", "s", "strike"}
_BLOCKS = {
    "p",
    "div",
    "li",
    "ul",
    "ol",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "section",
    "article",
    "header",
    "footer",
    "main",
}
_BLOCKS |= {
    "blockquote",
    "pre",
    "dl",
    "dt",
    "dd",
    "address",
    "center",
    "form",
    "fieldset",
    "hr",
    "body",
    "html",
    "figure",
}
_WITH_BLOCKS = _BLOCKS | {"table"}
_DECLARED = re.compile(r"^\s*<\?xml[^>]*\?>")
_DEEPEST = 200
_WIDEST = 50


def read_html(content: bytes) -> Opened:
    """The text of a page; raises Unreadable."""
    draft = Draft()
    root = _root(content, draft)
    lines = [line for line in _lines(root) if line.strip()]
    if any(element.get("src", "").strip() for element in root.iter("img", "iframe", "script", "embed", "link")):
        draft.notes.add(Note.LINKS)
    keep_all(lines, draft)
    return draft.opened("html")


def _root(content: bytes, draft: Draft) -> Element:
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        text, legacy = decode_noting(content)
    except CannotDecode:
        raise Unreadable(Trouble.DAMAGED) from None
    if len(text) > 4 * LONGEST_TEXT:
        raise Unreadable(Trouble.TOO_LONG)
    if legacy:
        draft.notes.add(Note.LEGACY)
    try:
        root = html.document_fromstring(_DECLARED.sub("", text), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        raise Unreadable(Trouble.DAMAGED) from None
    return root


def _lines(element: Element, depth: int = 0) -> Iterator[str]:
    """The lines of an element's blocks; what stands between blocks is a line too."""
    if depth > _DEEPEST:
        raise Unreadable(Trouble.BOMB)
    flowing: list[str] = []
    for piece in _pieces(element, depth):
        if isinstance(piece, str):
            flowing.append(piece)
            continue
        yield from _flowed(flowing)
        flowing = []
        yield from piece
    yield from _flowed(flowing)


def _pieces(element: Element, depth: int) -> Iterator[str | list[str]]:
    """Words of the flow as strings, blocks as lists of lines."""
    if element.text:
        yield _spaced(element.text)
    number = 0
    for child in element:
        tag = child.tag if isinstance(child.tag, str) else ""
        number += tag == "li"
        if tag in _WITH_BLOCKS:
            yield _block(child, tag, number, depth + 1)
        elif tag == "br":
            yield "\n"
        elif tag and tag not in _SKIPPED:
            yield from _pieces(child, _deeper(depth))
        if child.tail:
            yield _spaced(child.tail)


def _block(child: Element, tag: str, number: int, depth: int) -> list[str]:
    if tag == "table":
        return lines_of_table(list(_rows(child, depth)))
    return _item(child, number, depth) if tag == "li" else list(_lines(child, depth))


def _deeper(depth: int) -> int:
    if depth > _DEEPEST:
        raise Unreadable(Trouble.BOMB)
    return depth + 1


def _item(item: Element, number: int, depth: int) -> list[str]:
    """A point of a list with the sign a browser draws before it."""
    lines = [line for line in _lines(item, depth) if line.strip()]
    parent = item.getparent()
    sign = f"{number}." if parent is not None and parent.tag == "ol" else "-"
    return [f"{sign} {lines[0].strip()}", *lines[1:]] if lines else []


def _rows(table: Element, depth: int) -> Iterator[list[Cell]]:
    for child in table:
        if child.tag in ("thead", "tbody", "tfoot"):
            yield from _rows(child, depth + 1)
        elif child.tag == "tr":
            yield [_cell(cell, depth + 1) for cell in child if cell.tag in ("td", "th")]


def _cell(cell: Element, depth: int) -> Cell:
    width = cell.get("colspan", "1")
    lines = tuple(line for line in _lines(cell, depth) if line.strip())
    return Cell(lines, min(int(width), _WIDEST) if width.isdecimal() and len(width) < 4 else 1)


def _flowed(pieces: list[str]) -> Iterator[str]:
    yield from (" ".join(line.split()) for line in "".join(pieces).split("\n") if line.strip())


def _spaced(text: str) -> str:
    return re.sub(r"\s+", " ", text)
