"""A draft as lines for the screen, in the order and capitals of the form."""

from collections.abc import Iterator
from typing import Any

from dinhlang.pure.drafting import (
    COUNTRY,
    MOTTO,
    Block,
    Centred,
    Clause,
    Draft,
    Heading,
    Paragraph,
    Table,
    addressee_lines,
    basis_lines,
    heading_title,
    letterhead_lines,
    number_line,
    numbered,
    opening,
    place_and_day_line,
    recipients_block,
    sign_off_lines,
    stands_alone,
    subject_line,
    title_lines,
    upper,
    with_end_mark,
)

_HALF = 75.0
"""Millimetres for the left half of the head."""


def shown(draft: Draft) -> dict[str, Any]:
    """The context of the preview."""
    recipients = recipients_block(draft.recipients, draft.filed, as_above=bool(draft.addressees))
    return {
        "country": COUNTRY,
        "motto": MOTTO,
        "superior": letterhead_lines(draft.letterhead.superior, widest=_HALF),
        "issuer": letterhead_lines(draft.letterhead.issuer, widest=_HALF),
        "number": _with_room(number_line(draft.number, draft.symbol)),
        "place_and_day": _with_room(place_and_day_line(draft.place, draft.day)),
        "circulation": draft.circulation,
        "subject": subject_line(draft.title) if draft.is_letter else "",
        "kind": "" if draft.is_letter else upper(draft.kind.name),
        "title": [] if draft.is_letter else title_lines(draft.title),
        "addressees": addressee_lines(draft.addressees),
        "bases": basis_lines(draft.bases),
        "blocks": list(_blocks(draft)),
        "recipients_word": recipients[0],
        "recipients": recipients[1:],
        "sign_off": sign_off_lines(draft.sign_off),
        "signer": draft.sign_off.name,
    }


def _with_room(line: str) -> str:
    """Room left for a pen stays open on the screen, where spaces would run together."""
    return line.replace("  ", "\u00a0\u00a0")


def _blocks(draft: Draft) -> Iterator[dict[str, Any]]:
    return (_block(block) for block in numbered(with_end_mark(draft.body)))


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Heading():
            alone = stands_alone(block.level)
            return {"type": "heading", "mark": opening(block), "text": heading_title(block), "is_centred": alone}
        case Clause():
            return {"type": "paragraph", "text": f"{opening(block)} {block.text}"}
        case Centred():
            return {"type": "centred", "text": block.text}
        case Table():
            return {"type": "table", "header": block.header, "rows": block.rows}
        case Paragraph():
            return {"type": "paragraph", "text": block.text}
