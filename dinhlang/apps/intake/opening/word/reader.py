"""Reading a Word file from its first paragraph to its last footnote."""

from collections.abc import Iterator

from dinhlang.apps.intake.opening.gathering import keep_all
from dinhlang.apps.intake.opening.opened import Draft, Note, Opened, Trouble, Unreadable
from dinhlang.apps.intake.opening.tables import lines_of_table
from dinhlang.apps.intake.opening.word.head import in_reading_order
from dinhlang.apps.intake.opening.word.numbers import Numbering
from dinhlang.apps.intake.opening.word.package import Element, Package, W
from dinhlang.apps.intake.opening.word.runs import Reader, Words
from dinhlang.apps.intake.opening.word.styles import Styles, is_on
from dinhlang.pure.pages import PAGE, Cell

_THROUGH = {f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}moveTo", f"{W}customXml", f"{W}smartTag"}
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_DEEPEST_TABLE = 12


def read_word(content: bytes) -> Opened:
    """The text of a Word file; raises Unreadable."""
    package = Package(content)
    document = package.part("word/document.xml")
    if document is None:
        raise Unreadable(Trouble.DAMAGED)
    body = document.find(f"{W}body")
    if body is None:
        raise Unreadable(Trouble.DAMAGED)
    return _Whole(package).read(body)


class _Whole:
    """One file while it is read."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._draft = Draft()
        self._styles = Styles(package.part("word/styles.xml"))
        self._numbering = Numbering(package.part("word/numbering.xml"))
        self._reader = Reader(self._styles, self._draft.notes)
        self._footnotes: list[tuple[str, str]] = []
        if any("vbaproject" in name.lower() for name in package.names):
            self._draft.notes.add(Note.MACROS)

    def read(self, body: Element) -> Opened:
        """Everything in its order, the notes at the end."""
        lines = [*in_reading_order(self._blocks(body))]
        keep_all([*lines, *self._notes_at_the_end()], self._draft)
        if self._has_links():
            self._draft.notes.add(Note.LINKS)
        return self._draft.opened("docx")

    def _blocks(self, element: Element, depth: int = 0) -> Iterator[str]:
        """The lines of paragraphs and tables, in their order."""
        for child in element:
            if child.tag == f"{W}p":
                yield from self._paragraph(child, depth)
            elif child.tag == f"{W}tbl":
                yield from lines_of_table(self._rows(child, depth + 1))
            elif child.tag in _THROUGH:
                yield from self._blocks(child, depth)
            elif child.tag == f"{W}del":
                self._draft.notes.add(Note.CHANGES)

    def _paragraph(self, paragraph: Element, depth: int = 0, *, in_cell: bool = False) -> Iterator[str]:
        properties = paragraph.find(f"{W}pPr")
        style = _value(properties, "pStyle")
        words = self._reader.words_of(paragraph, style)
        self._footnotes += words.footnotes
        label = self._label(properties, style) if words.text.strip(" \t\n\f") or in_cell else ""
        before = PAGE if _breaks_before(properties) else ""
        yield before + _labelled(label, words)
        if depth < _DEEPEST_TABLE:
            for box in words.boxes:
                yield from self._blocks(box, depth + 1)

    def _label(self, properties: Element | None, style: str | None) -> str:
        """The number Word draws before this paragraph: its own list, else that of its style."""
        own = properties.find(f"{W}numPr") if properties is not None else None
        said = ([own] if own is not None else []) + self._styles.numberings(style)
        number = next((value for one in said if (value := _value(one, "numId")) is not None), None)
        level = next((value for one in said if (value := _value(one, "ilvl")) is not None), "0")
        if number in (None, "0") or not level.isdecimal():
            return ""
        return self._numbering.next(number or "", int(level))

    def _rows(self, table: Element, depth: int) -> list[list[Cell]]:
        if depth > _DEEPEST_TABLE:
            raise Unreadable(Trouble.BOMB)
        return [self._cells(row, depth) for row in _children(table, f"{W}tr")]

    def _cells(self, row: Element, depth: int) -> list[Cell]:
        properties = row.find(f"{W}trPr")
        if properties is not None and properties.find(f"{W}del") is not None:
            self._draft.notes.add(Note.CHANGES)
            return []
        return [self._cell(cell, depth) for cell in _children(row, f"{W}tc")]

    def _cell(self, cell: Element, depth: int) -> Cell:
        properties = cell.find(f"{W}tcPr")
        merged = properties.find(f"{W}vMerge") if properties is not None else None
        width = _value(properties, "gridSpan") or "1"
        lines = tuple(line for text in self._inside(cell, depth) for line in text.split("\n"))
        goes_on = merged is not None and (merged.get(f"{W}val") or "continue") == "continue"
        return Cell(lines, int(width) if width.isdecimal() and len(width) < 4 else 1, goes_on)

    def _inside(self, cell: Element, depth: int) -> Iterator[str]:
        for child in cell:
            if child.tag == f"{W}p":
                yield from self._paragraph(child, depth, in_cell=True)
            elif child.tag == f"{W}tbl":
                for row in self._rows(child, depth + 1):
                    yield " ".join(one.words for one in row if one.words and not one.goes_on)
            elif child.tag in _THROUGH:
                yield from self._inside(child, depth)

    def _notes_at_the_end(self) -> Iterator[str]:
        """Footnotes and endnotes in the order in which the text points at them."""
        kinds = {kind for kind, _number in self._footnotes}
        kept = {kind: _by_number(self._package.part(f"word/{kind}s.xml"), kind) for kind in kinds}
        waiting, self._footnotes = self._footnotes, []
        for number, (kind, key) in enumerate(waiting, start=1):
            if (note := kept[kind].get(key)) is not None:
                words = " ".join(line for line in self._blocks(note) if line.strip())
                yield f"[{number}] {words.replace(PAGE, '').strip()}"

    def _has_links(self) -> bool:
        relations = self._package.part("word/_rels/document.xml.rels")
        if relations is None:
            return False
        return any(
            one.get("TargetMode") == "External" and not (one.get("Type") or "").endswith("/hyperlink")
            for one in relations.iterfind(f"{_RELATIONS}Relationship")
        )


def _labelled(label: str, words: Words) -> str:
    if not label:
        return words.text
    lead = PAGE if words.text.startswith(PAGE) else ""
    return f"{lead}{label} {words.text.lstrip(PAGE + ' ')}"


def _breaks_before(properties: Element | None) -> bool:
    found = properties.find(f"{W}pageBreakBefore") if properties is not None else None
    return found is not None and is_on(found)


def _value(element: Element | None, name: str) -> str | None:
    found = element.find(f"{W}{name}") if element is not None else None
    return found.get(f"{W}val") if found is not None else None


def _children(element: Element, tag: str) -> Iterator[Element]:
    """Children of one kind, also those wrapped by forms and tracked insertions."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in _THROUGH:
            yield from _children(child, tag)


def _by_number(root: Element | None, kind: str) -> dict[str, Element]:
    if root is None:
        return {}
    return {one.get(f"{W}id") or "": one for one in root.iterfind(f"{W}{kind}")}
