"""Plain text and Markdown, in whatever encoding Vietnamese was written in."""

from dinhlang.apps.intake.opening.opened import LONGEST_TEXT, Note, Opened, Page, Trouble, Unreadable
from dinhlang.pure.viet import CannotDecode, DecodeTrouble, decode_noting, normal_lines

_TROUBLES = {
    DecodeTrouble.TCVN3: Trouble.OLD_LETTERS,
    DecodeTrouble.VNI: Trouble.OLD_LETTERS,
    DecodeTrouble.DAMAGED: Trouble.DAMAGED,
}


def read_plain(content: bytes) -> Opened:
    """The text as it stands; raises Unreadable."""
    try:
        text, legacy = decode_noting(content)
    except CannotDecode as trouble:
        raise Unreadable(_TROUBLES.get(trouble.reason, Trouble.UNKNOWN)) from None
    if len(text) > LONGEST_TEXT:
        raise Unreadable(Trouble.TOO_LONG)
    notes = frozenset({Note.LEGACY}) if legacy else frozenset()
    return Opened(normal_lines(text).strip("\n"), (Page(0, 1),), notes, "text")
