"""The foot of a document: who gets it, who signed it, and what is attached behind."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from dinhlang.pure.reading.day import DAY, day_of
from dinhlang.pure.reading.heading.form import Found, Signer
from dinhlang.pure.reading.heading.signing import Piece, begins_as_name, is_name, read_signer, starts_signing
from dinhlang.pure.reading.heading.words import APPENDIX, ATTACHED, AUTHORITY, KINDS, POST, SECTION, recipients_word
from dinhlang.pure.reading.sheet import LOWER, UPPER, Line, Sheet, Span, is_capitals

BLOCK_LINES = 90  # a foot is not longer; what comes after is attached
MOST_POSTS = 400  # posts in capitals that are looked at; no plan names so many outside its foot
_BULLET = re.compile(r"^[-+•~*:°·]{1,2}\s*(?=\S)")
_COLUMNS = re.compile(r"[ \t]{3,}|\t")
_LIST_IN_CELL = re.compile(r"(?:(?<=[;.,:])|(?<=\)))\s*[-+•]\s+|\s[-+•]\s+(?=[^\W\d_])|;\s+[-+•]")
_AS_ABOVE = re.compile(r"[-+*~]\s?nhu (?:tren|dieu)")
_PAGE = re.compile(r"\W*\d{1,3}\W*|.*cong\s*bao\s*/\s*so.*")


@dataclass(frozen=True)
class Foot:
    """Everything below the body."""

    start: int
    end: int
    recipients: tuple[Found, ...] = ()
    signer: Signer = field(default_factory=Signer)


def read_foot(sheet: Sheet, after: int) -> Foot | None:
    """Read recipients and signature, the first that stand below the body's beginning."""
    at = _where(sheet, after)
    if at is None:
        return None
    first = at
    while first > 0 and sheet.lines[first - 1].start >= after and _belongs_above(sheet, first):
        first -= 1
    pieces, last = _block(sheet, first)
    recipients, rest = _parted(sheet, pieces)
    signer, used = read_signer(rest, pieces)
    end = max([used, *(one.spans[-1][1] for one in recipients), sheet.lines[at].end])
    del last
    return Foot(sheet.lines[first].start, end, recipients, signer)


_DATE_LINES = 3  # above the foot


def date_at_foot(sheet: Sheet, foot: Foot) -> tuple[Found, Found, int] | None:
    """Return the day and the place that stand above or beside the signature, where the head has none; and its line."""
    at = bisect_left(sheet.lines, foot.start, key=lambda line: line.start)
    for line in sheet.lines[max(0, at - _DATE_LINES) : at + BLOCK_LINES]:
        if line.start > foot.end:
            break
        found = DAY.search(sheet.flat, line.start, line.end)
        place = _PLACE_BEFORE.search(sheet.flat[line.start : found.start()]) if found else None
        day = day_of(found) if found else None
        if found and place and day and not sheet.flat[found.end() : line.end].strip(" .*_|"):
            where = line.start + place.start(1), line.start + place.end(1)
            return Found(day.isoformat(), (found.span(),), 0.85), Found(sheet.value(*where), (where,), 0.85), line.start
    return None


_PLACE_BEFORE = re.compile(r"(?:^|[ \t]{3,}|\t)[ *_|]*([^\W\d_][^,;:.]{1,40}?),\s*$")
_SHORT_BODY = 300


def _where(sheet: Sheet, after: int) -> int | None:
    """Return the line where the foot begins: "Nơi nhận", or a signature without it, whichever is first."""
    tries = 0
    for at, line in enumerate(sheet.lines):
        if line.start < after:
            continue
        flat = sheet.line_flat(line)
        if _opens_appendix(sheet, at) and line.start - after > _SHORT_BODY:
            return None  # what is signed below is the annex; but a plan that is nothing else may be signed there
        if _is_recipients(sheet, line, flat):
            return at
        if tries < MOST_POSTS and starts_signing(sheet.line_text(line), flat):
            tries += 1
            if _is_signature(sheet, at):
                return at
    return None


def _is_recipients(sheet: Sheet, line: Line, flat: str) -> bool:
    """ "Nơi nhận:" with a capital, and a list or a signature on the line or under it."""
    ends = recipients_word(flat.lstrip("-*•'\" "))
    if not ends or not sheet.line_text(line).lstrip("-*•'\" ")[:1].isupper():
        return False
    rest = flat.lstrip("-*•'\" ")[ends:].strip()
    return rest in {"", ":", ";", "."} or rest.startswith((":", "-", ";"))


def _is_signature(sheet: Sheet, at: int) -> bool:
    """A post in capitals is a signature when a name, or another line of signing, follows soon."""
    for seen, line in enumerate(sheet.lines[at : at + 9]):
        text, flat = sheet.line_text(line), sheet.line_flat(line)
        if AUTHORITY.match(flat) and is_capitals(text[:12]):
            return True
        if _is_recipients(sheet, line, flat) or (seen and is_name(text)):
            return True
        if seen and SECTION.match(flat):
            return False
        if re.search(rf"[{LOWER}]{{3}}", text) and any(is_name(part) for part in _tails(text)):
            return True
    return False


def _tails(text: str) -> Iterator[str]:
    words = text.split()
    for size in (2, 3, 4):
        if len(words) > size:
            yield " ".join(words[-size:])


def _belongs_above(sheet: Sheet, first: int) -> bool:
    """Signing lines that a reader of columns put before "Nơi nhận"."""
    line = sheet.lines[first - 1]
    text, flat = sheet.line_text(line), sheet.line_flat(line)
    return starts_signing(text, flat) and len(text) < 90


def _block(sheet: Sheet, first: int) -> tuple[list[Piece], int]:
    """Cut the foot into pieces: a line, or what stands in one of two columns of a line."""
    pieces: list[Piece] = []
    at = first
    for at in range(first, min(first + BLOCK_LINES, len(sheet.lines))):
        line = sheet.lines[at]
        flat = sheet.line_flat(line)
        if at > first and _is_behind(sheet, line, flat):
            break
        if _PAGE.fullmatch(flat):
            continue
        start = line.start
        for gap in [*_COLUMNS.finditer(sheet.flat, line.start, line.end), None]:
            stop = gap.start() if gap else line.end
            if stop > start:
                start = _cut(sheet, start, stop, pieces, line.apart)
            start = gap.end() if gap else stop
    return pieces, at


def _cut(sheet: Sheet, start: int, stop: int, pieces: list[Piece], apart: bool) -> int:
    """Part "Nơi nhận: CHỦ TỊCH" and "- Như trên; KT. CHỦ TỊCH", printed in two columns and read as one line."""
    text = sheet.text[start:stop]
    found = _SIGNING_BEHIND.search(text)
    if found and found.start() > 0 and not starts_signing(text, sheet.flat[start:stop]):
        pieces.append(Piece(sheet.value(start, start + found.start()), (start, start + found.start()), apart))
        pieces.append(Piece(sheet.value(start + found.start(), stop), (start + found.start(), stop), False))
    else:
        pieces.append(Piece(sheet.value(start, stop), (start, stop), apart))
    return stop


_CAPITAL_POST = (
    r"(?:PHÓ |Phó |PHO |QUYỀN )?(?:CH[ỦUÚ] T[ỊI]CH|GIÁM ĐỐC|BÍ THƯ|TRƯỞNG [A-ZĐ]+|BỘ TRƯỞNG|THỨ TRƯỞNG|CHÁNH VĂN PHÒNG|"
    r"CỤC TRƯỞNG|HIỆU TRƯỞNG|VIỆN TRƯỞNG|THỦ TƯỚNG|TỔNG GIÁM ĐỐC)"
)
_SIGNING_BEHIND = re.compile(
    rf"(?<=[;.,:)])\s+\*{{0,2}}(?:(?:TM|KT|TL|TUQ|T/M|K/T|T/L|Q)\s?[.,]\s?[A-ZĐ]|{_CAPITAL_POST}\W*$)|"
    rf"\s+\*{{0,2}}(?:TM|KT|TL|TUQ|T/M|K/T|T/L)\s?[.,]\s?[{UPPER}]{{2,}}[ {UPPER}.]*$"
)


def _is_behind(sheet: Sheet, line: Line, flat: str) -> bool:
    """Does the attachment begin here?"""
    printed = sheet.line_text(line)
    if ATTACHED.match(flat) or (APPENDIX.match(flat) and printed[:1].isupper()):
        return True
    return flat.strip(" .:") in KINDS and is_capitals(printed)


def _parted(sheet: Sheet, pieces: list[Piece]) -> tuple[tuple[Found, ...], list[Piece]]:
    """Part the list of recipients from the lines of signing."""
    recipients: list[Found] = []
    rest: list[Piece] = []
    state = "before"
    for piece in pieces:
        flat = " ".join(sheet.flat[slice(*piece.span)].split())
        if recipients_word(flat.lstrip("-*•'\" ")) and state == "before":
            state = "list"
            recipients.extend(_in_one_cell(sheet, piece))
            continue
        if state == "before" and _AS_ABOVE.match(flat):
            state = "list"
        if state == "list":
            state = _next_recipient(piece, flat, recipients, rest)
        else:
            _late_recipient(piece, flat, recipients, rest, state)
    return tuple(_closed(recipients)), rest


def _in_one_cell(sheet: Sheet, piece: Piece) -> Iterator[Found]:
    """ "Nơi nhận: - Như trên; - Lưu: VT." in one cell."""
    start, stop = piece.span
    colon = re.compile(r"\W*[a-z0]{2,4}\s?[a-z0]{3,5}\W{0,4}").match(sheet.flat, start, stop)
    at = colon.end() if colon else stop
    for found in [*_LIST_IN_CELL.finditer(sheet.flat, at, stop), None]:
        end = found.start() if found else stop
        value = sheet.value(at, end).strip(" -+•")
        if value.strip(" .;:,"):
            yield Found(value, ((at, end),), 0.85)
        at = found.end() if found else stop


def _next_recipient(piece: Piece, flat: str, recipients: list[Found], rest: list[Piece]) -> str:
    """Take a line into the list, or give it to the signature; return what state we are in."""
    text = piece.text
    bullet = _BULLET.match(_plain(text))
    if bullet is None and (starts_signing(text, flat) or (recipients and is_name(text) and _ended(recipients))):
        rest.append(piece)
        return "list"
    if bullet is None and recipients and _is_last(recipients[-1]) and not text[:1].islower():
        rest.append(piece)
        return "after"
    if bullet is None and recipients and (not _ended(recipients) or text[:1].islower()) and piece.text[:1] not in "(/":
        before = recipients.pop()
        recipients.append(Found(f"{before.value} {text}", (*before.spans, piece.span), before.confidence))
        return "list"
    for part in re.split(r"(?<=[;.)])\s+[-–]\s+(?=[A-ZĐỦ])", text):
        if value := _BULLET.sub("", _plain(part)).strip():
            recipients.append(Found(_without_noise(value), (piece.span,), 0.9 if bullet else 0.7))
    return "list"


def _without_noise(value: str) -> str:
    """Cut what a stamp left behind the semicolon: "CT, PCT UBND tỉnh; ZTN' TU TỊCH"."""
    if name := re.fullmatch(r"(?i:(l[ưu]u\b.{1,30}?[.;]))\s+(.+)", value):
        return name[1] if begins_as_name(name[2]) else value
    before, mark, rest = value.rpartition("; ")
    if mark and not value.endswith((";", ".", ")")) and (re.search(r"[^\w\s,.()&/-]|\d\d", rest) or rest.isupper()):
        return before + ";"
    return value


def _late_recipient(piece: Piece, flat: str, recipients: list[Found], rest: list[Piece], state: str) -> None:
    """Behind the signature a list may go on; before it nothing is a recipient."""
    if state == "after" and _BULLET.match(_plain(piece.text)) and re.search(r"[;.]$|luu", flat):
        recipients.append(Found(_BULLET.sub("", _plain(piece.text)).strip(), (piece.span,), 0.7))
    else:
        rest.append(piece)


def _plain(text: str) -> str:
    return re.sub(r"^[–—]", "-", text)


def _ended(recipients: list[Found]) -> bool:
    """Is the last entry finished? A semicolon, a full stop or a bracket says so; "Lưu" is the last of all."""
    value = recipients[-1].value or ""
    return value.endswith((";", ".", ")", ":")) or _is_last(recipients[-1])


def _is_last(found: Found) -> bool:
    return re.match(r"(?i)l[ưu][ưu]\b", found.value or "") is not None


def _closed(recipients: list[Found]) -> Iterator[Found]:
    for one in recipients:
        value = re.sub(r"\s+([;,.)])", r"\1", one.value or "").strip(" ;.,:")
        if any(map(str.isalnum, value)):
            yield Found(value, one.spans, one.confidence)


def appendices(sheet: Sheet, after: int, *, signed: bool) -> tuple[Span, ...]:
    """Return what is attached: all that stands behind the foot, parted at each "PHỤ LỤC"."""
    lines = [line for line in sheet.lines if line.start >= after]
    starts = [line.start for at, line in enumerate(sheet.lines) if line.start >= after and _opens_appendix(sheet, at)]
    if signed and lines and any(len(sheet.line_text(line)) > 3 for line in lines):
        rest = [line for line in lines if not _PAGE.fullmatch(sheet.line_flat(line))]
        if rest and sum(len(sheet.line_text(line)) for line in rest[:40]) > 80:
            starts = sorted({rest[0].start, *starts})
    stops = [*starts[1:], len(sheet.text.rstrip())]
    return tuple(zip(starts, stops, strict=False)) if starts else ()


def _opens_appendix(sheet: Sheet, at: int) -> bool:
    """Is this "PHỤ LỤC", or the name of a kind in capitals with "(Kèm theo Quyết định …)" below it?"""
    line = sheet.lines[at]
    flat, printed = sheet.line_flat(line), sheet.line_text(line)
    if flat.strip(" .:") in KINDS and is_capitals(printed):
        return any(ATTACHED.match(sheet.line_flat(after)) for after in sheet.lines[at + 1 : at + 10])
    return APPENDIX.match(flat) is not None and is_capitals(printed[:8]) and len(printed) < 200


__all__ = ["POST", "Foot", "appendices", "read_foot"]
