"""The heading of a document, put together from its head, its opening and its foot."""

import re
from dataclasses import replace

from dinhlang.pure.reading.heading.bases import read_bases
from dinhlang.pure.reading.heading.form import Found, Heading, Signer, moved
from dinhlang.pure.reading.heading.head import Head, has_motto, issuer_and_superior, number_of_the_decision, read_head
from dinhlang.pure.reading.heading.issuer import (
    issuer_in_the_text,
    issuer_signed_for,
    issuer_who_orders,
    of_its_party,
    with_its_place,
    with_its_second_line,
)
from dinhlang.pure.reading.heading.lettering import in_small_letters
from dinhlang.pure.reading.heading.opening import (
    LETTER,
    KindLine,
    bare_title,
    find_addressees,
    find_body,
    find_kind,
    letter_about,
    read_title,
)  # fmt: skip
from dinhlang.pure.reading.heading.tail import appendices, date_at_foot, read_foot
from dinhlang.pure.reading.heading.words import kind_of_symbol
from dinhlang.pure.reading.sheet import Sheet, flat, in_one_form

_UNION = re.compile(r"doan (?:tncs|thanh nien cong san) ho chi minh$")
NO_TITLE = 3500  # without a title the head is sought in so many characters


def read_heading(text: str) -> Heading:
    """Read the frame of a document. Never raises; what is not printed is None or empty.

    Spans count characters of the text given.
    """
    whole, places = in_one_form(text)
    heading = _read(whole)
    return moved(heading, places) if places else heading


def _read(text: str) -> Heading:
    sheet = Sheet(text)
    if not sheet.lines:
        return Heading(body=(0, len(text)))
    kind = find_kind(sheet)
    about = None if kind else letter_about(sheet)
    head = read_head(sheet, _head_end(sheet, kind))
    title, after = _title(sheet, kind, head, about)
    number_of_the_decision(sheet, head)
    start = find_body(sheet, after)
    foot = read_foot(sheet, start)
    signed_on = date_at_foot(sheet, foot) if foot and not head.date else None
    if signed_on:
        head.date, head.place = signed_on[0], head.place or signed_on[1]
    behind = appendices(sheet, foot.end if foot else start, signed=foot is not None)
    end = foot.start if foot else behind[0][0] if behind else len(text)
    end = min(end, signed_on[2]) if signed_on else end
    end = len(sheet.flat[:end].rstrip(" \n|-"))
    signer = foot.signer if foot else Signer()
    issuer, superior = _issuer(sheet, head, title, after, signer, has_kind=bool(kind or about))
    return Heading(
        kind=_kind(kind, head, about is not None),
        number=head.number,
        date=head.date,
        place=head.place,
        issuer=issuer,
        superior=superior,
        title=title,
        signer=signer,
        bases=read_bases(sheet, after, start),
        recipients=foot.recipients if foot else (),
        body=(min(start, end), end),
        appendices=behind,
    )


def _head_end(sheet: Sheet, kind: KindLine | None) -> int:
    """The head ends at the kind; in a letter at "Kính gửi"; else, if there is one at all, after so many characters."""
    if kind:
        return kind.start
    addressees = find_addressees(sheet)
    if addressees is not None:
        return addressees
    return min(len(sheet.text), NO_TITLE) if has_motto(sheet, NO_TITLE) else 0


def _title(sheet: Sheet, kind: KindLine | None, head: Head, about: tuple[Found, int] | None) -> tuple[Found, int]:
    if kind:
        return read_title(sheet, kind)
    if about:
        title, end = about
        return title, max(end, find_addressees(sheet) or 0)
    ends = [last for found in (head.number, head.date) for _, last in found.spans]
    return bare_title(sheet, max(ends, default=0))


def _kind(kind: KindLine | None, head: Head, is_letter: bool) -> Found:
    """The printed kind; else what the number tells; a letter has none."""
    if kind:
        return Found(kind.code, ((kind.start, kind.title),), kind.confidence)
    code = kind_of_symbol(head.symbol) if head.symbol else None
    if code:
        return Found(code, head.number.spans, 0.8)
    if is_letter or head.symbol:
        return Found(LETTER, head.number.spans, 0.85 if is_letter else 0.6)
    return Found()


def _without_union(bodies: list[Found]) -> list[Found]:
    """Leave out the name of the Youth Union, printed over its papers like a motto beside a branch of its own."""
    own = [body for body in bodies if not _UNION.match(flat(body.value or ""))]
    return own if any("doan" in flat(body.value or "").split() for body in own) else bodies


def _issuer(
    sheet: Sheet, head: Head, title: Found, after: int, signer: Signer, *, has_kind: bool
) -> tuple[Found, Found]:
    """The body printed at the top, completed; else the one that the text says issues."""
    bodies = [replace(body, value=in_small_letters(sheet, body.value or "")) for body in head.bodies]
    issuer, superior = issuer_and_superior(_without_union(bodies))
    if not issuer and has_kind:
        issuer = (
            issuer_in_the_text(sheet, title, after)
            or issuer_signed_for(sheet, signer)
            or issuer_who_orders(sheet, after)
        )
    issuer = with_its_second_line(sheet, issuer, after)
    issuer = of_its_party(issuer, superior)
    if issuer and not re.search(r"\d", issuer.value or ""):
        issuer = with_its_place(sheet, issuer, head.place)
    return issuer, superior
