"""Which reader opens which format."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from dinhlang.apps.intake.opening.html import read_html
from dinhlang.apps.intake.opening.kinds import format_of
from dinhlang.apps.intake.opening.opened import Limits, Note, Opened, Progress, Trouble, Unreadable
from dinhlang.apps.intake.opening.plain import read_markdown, read_plain
from dinhlang.pure.viet import share_of_marked_syllables, words_of

_FEW = 0.15  # of the words in a Vietnamese text more than half are syllables with marks
_LEAST_WORDS = 8


def read(content: bytes, name: str, limits: Limits, progress: Progress, folder: Path) -> Opened:
    """The text of a file; raises Unreadable. What a reader must write, it writes into the folder."""
    opened = _reader(format_of(content, name))(content, limits, progress, folder)
    words = words_of(opened.text)
    if not words:
        raise Unreadable(Trouble.NO_TEXT)
    if len(words) >= _LEAST_WORDS and share_of_marked_syllables(opened.text) < _FEW:
        opened = replace(opened, notes=opened.notes | {Note.NOT_VIETNAMESE})
    return opened


Reader = Callable[[bytes, Limits, Progress, Path], Opened]


def _reader(kind: str) -> Reader:
    """Heavy readers are loaded only when they are wanted."""
    if kind == "docx":
        from dinhlang.apps.intake.opening.word import read_word

        return lambda content, *_rest: read_word(content)
    if kind in ("doc", "odt", "rtf"):
        from dinhlang.apps.intake.opening.office import read_through_office

        return lambda content, limits, _progress, folder: read_through_office(content, kind, limits, folder)
    if kind == "pdf":
        from dinhlang.apps.intake.opening.pdf import read_pdf

        return read_pdf
    if kind == "picture":
        from dinhlang.apps.intake.opening.pictures import read_picture

        return read_picture
    light = {"html": read_html, "markdown": read_markdown}.get(kind, read_plain)
    return lambda content, *_rest: light(content)
