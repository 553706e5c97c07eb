"""Plain text and Markdown, in whatever encoding Vietnamese was written in."""

import re
from dataclasses import replace

from dinhlang.apps.intake.opening.opened import LONGEST_TEXT, Note, Opened, Page, Trouble, Unreadable
from dinhlang.pure.viet import CannotDecode, DecodeTrouble, decode_noting, normal_lines

_TROUBLES = {
    DecodeTrouble.TCVN3: Trouble.OLD_LETTERS,
    DecodeTrouble.VNI: Trouble.OLD_LETTERS,
    DecodeTrouble.DAMAGED: Trouble.DAMAGED,
}


_SIGNS = (
    (
        re.compile(
            r"^[ \t]*(?:```|~~~).*$|^[ \t]*\|?[ \t]*:?-{3,}:?[ \t]*(?:\|[ \t]*:?-{3,}:?[ \t]*)*\|?[ \t]*$\n?", re.M
        ),
        "",
    ),
    (re.compile(r"^[ \t]{0,3}#{1,6}[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$", re.M), r"\1"),
    (re.compile(r"^[ \t]*>[ \t]?", re.M), ""),
    (re.compile(r"^([ \t]*)[*+](?=[ \t])", re.M), r"\1-"),
    (re.compile(r"!?\[([^\]\n]{0,500})\]\([^)\s]{1,2000}\)"), r"\1"),
    (re.compile(r"(?<![\w*\\])(\*{1,3})(?=[^\s*)])([^*\n]{1,5000}?)(?<=[^\s*(\\])\1(?![\w*])"), r"\2"),
    (re.compile(r"(?<![\w_\\])(_{1,3})(?=[^\s_])([^_\n]{1,5000}?)(?<=[^\s_\\])\1(?![\w_])"), r"\2"),
    (re.compile(r"`([^`\n]{1,1000})`"), r"\1"),
    (re.compile(r"\\([!-/:-@\[-`{-~])"), r"\1"),
    (re.compile(r"\\$", re.M), ""),
)
"""Signs of Markdown and what stays of them: a heading is a line, a stressed word is a word."""


def read_markdown(content: bytes) -> Opened:
    """The words without the signs of Markdown; raises Unreadable."""
    opened = read_plain(content)
    text = opened.text
    for sign, stays in _SIGNS:
        text = sign.sub(stays, text)
    return replace(opened, text=normal_lines(text).strip("\n"))


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
