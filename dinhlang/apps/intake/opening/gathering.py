"""Lines as a reader found them become the text: old encodings converted, one normal form, pages remembered."""

from dinhlang.apps.intake.opening.opened import Draft, Note
from dinhlang.pure.pages import PAGE
from dinhlang.pure.viet import Legacy, from_legacy, legacy_of, normal, share_of_ruins, without_legacy

_SOUND = 0.02  # of a good text fewer words with marks are no syllables


def keep_all(lines: list[str], draft: Draft, *, first_page: int = 1) -> None:
    """Put lines into a draft. A form feed in a line says that a page begins there."""
    whole = "\n".join(lines)
    legacy = None if whole.isascii() else legacy_of(whole)
    by_line = legacy is None and share_of_ruins(whole) > _SOUND
    number = first_page
    draft.turn(number)
    for line in lines:
        pieces = line.split(PAGE)
        kept = pieces[0]
        for piece in pieces[1:]:
            number += 1
            before = _tidy(kept, legacy)
            draft.turn(number, at=draft.length + len(before) + bool(before))
            kept += piece
        tidy = _line_by_line(kept, draft) if by_line else _tidy(kept, legacy)
        for one in tidy.split("\n"):
            if one:
                draft.add(one)
    if legacy:
        draft.notes.add(Note.LEGACY)


def _tidy(line: str, legacy: Legacy | None) -> str:
    text = normal(from_legacy(line, legacy) if legacy else line)
    each = (" ".join(one.split()) for one in text.split("\n"))
    return "\n".join(one for one in each if one)


def _line_by_line(line: str, draft: Draft) -> str:
    text, found = without_legacy(line)
    if found:
        draft.notes.add(Note.LEGACY)
    return _tidy(text, None)
