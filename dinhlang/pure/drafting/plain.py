"""An official document as plain text: for previews, for search, for tests."""

from collections.abc import Iterator, Sequence

from dinhlang.pure.drafting.form import COUNTRY, MOTTO
from dinhlang.pure.drafting.lines import (
    addressee_lines,
    appendix_reference,
    appendix_title,
    basis_lines,
    place_and_day_line,
    recipients_block,
    sign_off_lines,
    subject_line,
    title_lines,
    upper,
    with_end_mark,
)
from dinhlang.pure.drafting.numbering import number_line, numbered, opening, stands_alone
from dinhlang.pure.drafting.parts import Block, Centred, Clause, Draft, Heading, Level, Paragraph, Table
from dinhlang.pure.viet import normal_lines, one_line


def plain_text(draft: Draft) -> str:
    """Return the draft as text, its parts in the order of reading, parted by empty lines."""
    parts = [*_head(draft), *_body(draft), *_foot(draft), *_appendices(draft)]
    return normal_lines("\n\n".join(part for part in parts if part.strip())) + "\n"


def _head(draft: Draft) -> Iterator[str]:
    issuer = (draft.letterhead.superior, draft.letterhead.issuer)
    yield "\n".join(upper(one_line(name)) for name in issuer if name.strip())
    yield f"{COUNTRY}\n{MOTTO}"
    yield number_line(draft.number, draft.symbol)
    yield place_and_day_line(draft.place, draft.day)
    yield "\n".join(mark for mark in (draft.urgency, draft.circulation) if mark)
    yield (
        subject_line(draft.title) if draft.is_letter else "\n".join([upper(draft.kind.name), *title_lines(draft.title)])
    )


def _body(draft: Draft) -> Iterator[str]:
    yield "\n".join(addressee_lines(draft.addressees))
    yield "\n".join(basis_lines(draft.bases))
    yield from blocks_text(with_end_mark(draft.body))


def _foot(draft: Draft) -> Iterator[str]:
    yield "\n".join([*sign_off_lines(draft.sign_off), draft.sign_off.other_title, draft.sign_off.name]).strip()
    yield "\n".join(recipients_block(draft.recipients, draft.filed, as_above=bool(draft.addressees)))
    yield draft.drafter_mark
    yield draft.contact


def _appendices(draft: Draft) -> Iterator[str]:
    many = len(draft.appendices) > 1
    for count, appendix in enumerate(draft.appendices, 1):
        yield "\n".join(appendix_title(count if many else None, appendix.title))
        yield appendix_reference(draft)
        yield from blocks_text(appendix.body)


def blocks_text(body: Sequence[Block]) -> Iterator[str]:
    """Yield each block of a body as text, its marks counted."""
    for block in numbered(body):
        match block:
            case Heading():
                yield _heading(block)
            case Clause():
                yield f"{opening(block)} {block.text}"
            case Paragraph() | Centred():
                yield block.text
            case Table():
                yield "\n".join("\t".join(one_line(cell) for cell in row) for row in (block.header, *block.rows))


def heading_title(block: Heading) -> str:
    """Return the title of a heading as its level wants it: in capitals down to "I."."""
    title = one_line(block.title)
    return title if block.level in {Level.ARTICLE, Level.ARABIC, Level.LETTER} else upper(title)


def _heading(block: Heading) -> str:
    between = "\n" if stands_alone(block.level) else " "
    return f"{opening(block)}{between}{heading_title(block)}"
