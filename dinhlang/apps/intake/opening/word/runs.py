"""The words of one paragraph: runs of letters, breaks, fields, boxes, and what was struck out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from dinhlang.apps.intake.opening.opened import Note
from dinhlang.apps.intake.opening.word.package import Element, W
from dinhlang.apps.intake.opening.word.styles import Look, Styles
from dinhlang.pure.pages import PAGE
from dinhlang.pure.viet import draws_capitals, from_legacy, legacy_of_font

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_BREAK = "\n"
_STRUCK = {f"{W}del", f"{W}moveFrom"}
_SKIPPED = {
    f"{W}pPr",
    f"{W}rPr",
    f"{W}sdtPr",
    f"{W}sdtEndPr",
    f"{_MC}Fallback",
    f"{W}instrText",
    f"{W}delText",
    f"{W}tblPr",
}
_BOX = f"{W}txbxContent"
_PLAIN = {
    f"{W}tab": "\t",
    f"{W}noBreakHyphen": "-",
    f"{W}cr": _BREAK,
    f"{W}lastRenderedPageBreak": PAGE,
    f"{W}ptab": "\t",
}
_LOW = re.compile(r"\n[ \t]*(?=[a-zà-ỹđ(,;])")


@dataclass
class Words:
    """What a paragraph says, the boxes that hang on it, and the notes it points at."""

    text: str = ""
    boxes: list[Element] = field(default_factory=list)
    footnotes: list[tuple[str, str]] = field(default_factory=list)


class Reader:
    """Reads paragraphs; a field may begin in one and end in another, so it remembers."""

    def __init__(self, styles: Styles, notes: set[Note]) -> None:
        self._styles = styles
        self._notes = notes
        self._fields: list[bool] = []  # of each open field: whether its result has begun

    def words_of(self, paragraph: Element, style: str | None) -> Words:
        """The words of a paragraph."""
        words = Words()
        text = "".join(self._converted(self._pieces(paragraph, style, words)))
        words.text = _LOW.sub(" ", text)
        return words

    def _pieces(self, element: Element, style: str | None, words: Words) -> Iterator[tuple[Look, str]]:
        for child in element:
            tag = child.tag
            if tag in _STRUCK:
                self._notes.add(Note.CHANGES)
            elif tag == f"{W}r":
                yield from self._run(child, style, words)
            elif tag not in _SKIPPED:
                yield from self._pieces(child, style, words)

    def _run(self, run: Element, style: str | None, words: Words) -> Iterator[tuple[Look, str]]:
        look = self._styles.look(style, run.find(f"{W}rPr"))
        for child in run:
            text = self._piece(child, words)
            if text in (PAGE, _BREAK) or (text and not look.is_hidden):
                yield look, text

    def _piece(self, child: Element, words: Words) -> str:
        if child.tag == f"{W}fldChar":
            self._turn_field(child.get(f"{W}fldCharType"))
            return ""
        return self._shown(child, words) if all(self._fields) else ""

    def _shown(self, child: Element, words: Words) -> str:
        """What a part of a run shows; boxes and notes that hang on it are put aside."""
        tag = child.tag
        if tag == f"{W}t":
            return str(child.text or "")
        if tag == f"{W}br":
            return PAGE if child.get(f"{W}type") == "page" else _BREAK
        if tag == f"{W}sym":
            return _symbol(child.get(f"{W}char") or "")
        if tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
            words.footnotes.append((tag.removeprefix(W).removesuffix("Reference"), child.get(f"{W}id") or ""))
        elif tag not in _PLAIN:
            words.boxes.extend(_boxes(child))
        return _PLAIN.get(tag, "")

    def _turn_field(self, turn: str | None) -> None:
        if turn == "begin" and len(self._fields) < 50:
            self._fields.append(False)
        elif turn == "separate" and self._fields:
            self._fields[-1] = True
        elif turn == "end" and self._fields:
            self._fields.pop()

    def _converted(self, pieces: Iterator[tuple[Look, str]]) -> Iterator[str]:
        """Old encodings are converted over neighbouring runs: a mark may stand in the next run after its letter."""
        together: list[tuple[Look, str]] = []
        for look, text in pieces:
            if together and legacy_of_font(together[-1][0].font) is not legacy_of_font(look.font):
                yield self._drawn(together)
                together = []
            together.append((look, text))
        if together:
            yield self._drawn(together)

    def _drawn(self, together: list[tuple[Look, str]]) -> str:
        legacy = legacy_of_font(together[0][0].font)
        if legacy is None:
            return "".join(text.upper() if look.is_capital else text for look, text in together)
        self._notes.add(Note.LEGACY)
        if all(look == together[0][0] for look, _text in together):
            return _as_drawn(together[0][0], from_legacy("".join(text for _look, text in together), legacy))
        if any(draws_capitals(look.font) for look, _text in together):
            return "".join(_as_drawn(look, from_legacy(text, legacy)) for look, text in together)
        return from_legacy("".join(text for _look, text in together), legacy)


def _as_drawn(look: Look, text: str) -> str:
    return text.upper() if look.is_capital or draws_capitals(look.font) else text


def _symbol(code: str) -> str:
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    return chr(number) if 32 <= number < 0xD800 or 0xE000 <= number < 0xFFFE else ""


def _boxes(element: Element) -> list[Element]:
    """Text boxes in a drawing; the copy that old programs get is left out, and so are boxes within boxes."""
    found, left = [], [element]
    while left:
        one = left.pop()
        if one.tag == _BOX:
            found.append(one)
        elif one.tag != f"{_MC}Fallback":
            left.extend(reversed(one))
    return found
