"""Below the head: the kind, the title, the legal bases, and where the body begins."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from dinhlang.pure.reading.heading.form import Found
from dinhlang.pure.reading.heading.words import (
    ATTACHED,
    BODY_WORDS,
    ISSUES,
    KINDS,
    LETTER,
    SECTION,
    STARTER,
    STRONG_STARTER,
    WEAK_STARTER,
)  # fmt: skip
from dinhlang.pure.reading.sheet import LOWER, UPPER, Line, Sheet, is_capitals, within

HEAD_LINES, HEAD_CHARACTERS = 90, 9000
TITLE_LINES, TITLE_CHARACTERS = 14, 1200
_ABOUT = re.compile(r"v\s?[/.l]\s?v\b[:.]?\s*")
_ABOUT_BEHIND_NUMBER = re.compile(rf"so\s?:[^\n|]{{3,40}}?\s{_ABOUT.pattern}")  # "Số: 12/UBND-NV V/v: …"
_TO_WHOM = re.compile(r"kinh g[uo]i\b")
_RECIPIENTS = re.compile(r"n[oc]i nhan\b")
_NUMBERED = re.compile(r"\d{1,2}\s?[.)]\s")
_ABOUT_IN_FULL = re.compile(r"ve (?:viec )?(?=\S)")
_DECIDES = re.compile(r"(?:quyet dinh|quyet nghi|nghi quyet|thong qua|chi thi)\s*[:;.]?$")
_AUTHORITY_LINE = re.compile(
    r"(?:(?:pho )?chu tich|uy ban|ubnd|hoi dong|hdnd|thu tuong|bo truong|giam doc|chinh phu|quoc hoi|truong ban|"
    r"truong phong|"
    r"tong giam doc|chanh van phong|ban|dang uy|hieu truong|cuc truong|vien truong|thuong truc|chu nhiem)\b"
)
_STORY = re.compile(
    r"(?:de|nham|trong|thoi gian|nam \d+|sau khi|qua|hien nay|hom nay|vua qua|do|theo|nhan|voi muc|"
    r"tai)\s(?!.*\bke hoach so)"
)
_HANGING = re.compile(
    r"(?:\b(?:của|và|về|thuộc|do|tại|với|cho|các|trong|theo|trên|đến|năm|số|giữa|ở|là|bằng|từ|những|một|"
    r"cua|va|ve|thuoc|voi|cac|trong|theo|tren)|,|-|\()$"
)


def hangs(printed: str) -> bool:
    """Is a line left open, so that the next one goes on?"""
    return _HANGING.search(printed.lower().rstrip()) is not None


@dataclass(frozen=True)
class KindLine:
    """Where the kind is printed, and where the title after it begins."""

    code: str
    start: int
    title: int
    confidence: float


def find_kind(sheet: Sheet) -> KindLine | None:
    """Find the line that says what this is: alone on its line, or with the title after it on the same line."""
    inline: KindLine | None = None
    for line in _head_lines(sheet):
        flat = sheet.line_flat(line)
        code = _kind_alone(flat)
        if code is None and len(flat) < 14 and (below := _line_below(sheet, line)):
            code = _kind_alone(f"{flat} {sheet.line_flat(below)}") if _both_capitals(sheet, line, below) else None
            if code:
                return KindLine(code, line.start, below.end, 0.85)
        if code:
            if _printed_as_kind(sheet, line):
                return KindLine(code, line.start, line.end, 0.98 if flat in KINDS else 0.85)
        elif inline is None and (found := _kind_in_front(sheet, line, flat)):
            inline = found
        if _TO_WHOM.match(flat) or STRONG_STARTER.match(flat):
            break
    return inline


def _head_lines(sheet: Sheet) -> Iterator[Line]:
    for count, line in enumerate(sheet.lines):
        if count >= HEAD_LINES or line.start > HEAD_CHARACTERS:
            return
        yield line


def _line_below(sheet: Sheet, line: Line) -> Line | None:
    at = bisect_left(sheet.lines, line.start, key=lambda one: one.start) + 1
    return sheet.lines[at] if at < len(sheet.lines) else None


def _both_capitals(sheet: Sheet, line: Line, below: Line) -> bool:
    return is_capitals(sheet.line_text(line)) and is_capitals(sheet.line_text(below))


def _kind_alone(flat: str) -> str | None:
    """Return the kind when the line is its name, letters apart or a letter misread allowed."""
    if len(flat) > 60:
        return None
    squeezed = re.sub(r"[^a-z]", "", flat)
    for name, code in KINDS.items():
        bare = name.replace(" ", "")
        if squeezed == bare or (
            len(bare) >= 6 and within(squeezed, bare, 1 if len(bare) < 9 and name != "ke hoach" else 2)
        ):
            return code
    return None


def _printed_as_kind(sheet: Sheet, line: Line) -> bool:
    """A name of a kind in capitals, or with a capital and alone between white space or bold."""
    printed = sheet.line_text(line).strip(" '\"`.:-")
    return is_capitals(printed) or printed[:1].isupper()


def _kind_in_front(sheet: Sheet, line: Line, flat: str) -> KindLine | None:
    """ "KẾ HOẠCH Triển khai …" on one line: the name in capitals, or the first line of all."""
    for name, code in KINDS.items():
        if not flat.startswith(name + " "):
            continue
        size = _size_on_sheet(sheet, line, name)
        printed = sheet.value(line.start, line.start + size)
        first = line is sheet.lines[0] or (line.start < 300 and not flat.startswith(name + " so"))
        if printed.isupper() or (first and printed[:1].isupper() and name != "luat"):
            return KindLine(code, line.start, line.start + size, 0.8 if printed.isupper() else 0.6)
    return None


def _size_on_sheet(sheet: Sheet, line: Line, name: str) -> int:
    pattern = re.compile(r"\s+".join(name.split(" ")))
    found = pattern.match(sheet.flat, line.start, line.end)
    return found.end() - line.start if found else len(name)


def letter_about(sheet: Sheet) -> tuple[Found, int] | None:
    """Return the subject of a letter ("V/v …") and where it ends."""
    lines = list(_head_lines(sheet))
    for at, line in enumerate(lines):
        found = (
            _ABOUT.match(sheet.flat, line.start, line.end)
            or _ABOUT_BEHIND_NUMBER.match(sheet.flat, line.start, line.end)
            or _about_in_full(sheet, lines, at)
        )
        if not found:
            continue
        first, last = found.end(), line.end
        for after in lines[at + 1 : at + 8]:
            flat = sheet.line_flat(after)
            if after.apart and not sheet.text[after.start].islower():
                break
            if _TO_WHOM.match(flat) or re.search(r"\bngay\b.{0,30}\bnam\b|^(?:cong hoa|doc lap)", flat):
                break
            last = after.end
        return Found(sheet.value(first, last).rstrip(" .;"), ((first, last),), 0.85), last
    return None


def _about_in_full(sheet: Sheet, lines: list[Line], at: int) -> re.Match[str] | None:
    """ "Về hướng dẫn …" right under the number of a letter: its subject, printed without "V/v"."""
    if not at or not re.match(r"so\s?:", sheet.line_flat(lines[at - 1])):
        return None
    return _ABOUT_IN_FULL.match(sheet.flat, lines[at].start, lines[at].end)


def find_addressees(sheet: Sheet) -> int | None:
    """Return where "Kính gửi" stands."""
    for line in _head_lines(sheet):
        if _TO_WHOM.match(sheet.line_flat(line)):
            return line.start
    return None


def read_title(sheet: Sheet, kind: KindLine) -> tuple[Found, int]:
    """Return the title after the kind, and where it ends."""
    parts: list[Line] = []
    inline = sheet.flat[kind.title : _line_end(sheet, kind.title)].strip()
    if len(re.sub(r"[^a-z0-9]", "", inline)) > 3:
        parts.append(Line(kind.title, _line_end(sheet, kind.title), False))
    for at, line in enumerate(sheet.lines):
        if line.start < kind.title or (parts and line.start < parts[-1].end):
            continue
        if len(parts) >= TITLE_LINES or (parts and line.end - parts[0].start > TITLE_CHARACTERS and line.apart):
            break
        if _ends_title(sheet, at, line, parts):
            break
        parts.append(line)
    if not parts:
        return Found(), kind.title
    start, end = parts[0].start, parts[-1].end
    value = sheet.value(start, end).strip(" .;:-–")
    return Found(value or None, ((start, end),), 0.9 if kind.confidence > 0.8 else 0.65), end


def bare_title(sheet: Sheet, after: int) -> tuple[Found, int]:
    """Where no kind is printed, lines in capitals are a title: "BẢNG THEO DÕI …"."""
    parts: list[Line] = []
    for line in _head_lines(sheet):
        if line.start < after:
            continue
        printed = sheet.line_text(line)
        if not is_capitals(printed) or len(parts) > 5 or len(printed) < 5:
            break
        parts.append(line)
    if not parts:
        return Found(), after
    span = parts[0].start, parts[-1].end
    return Found(sheet.value(*span), (span,), 0.5), span[1]


def _line_end(sheet: Sheet, at: int) -> int:
    found = re.compile(r"[\n|]").search(sheet.flat, at)
    return found.start() if found else len(sheet.flat)


def _ends_title(sheet: Sheet, at: int, line: Line, parts: list[Line]) -> bool:
    """Does something else begin with this line?"""
    flat, printed = sheet.line_flat(line), sheet.line_text(line)
    if _is_frame(sheet, at, parts):
        return True
    if not parts:
        return False
    before = sheet.line_text(parts[-1])
    title = sheet.value(parts[0].start, parts[-1].end)
    if is_capitals(title) and len(title) > 12:
        return not is_capitals(printed) and not (printed[:1].islower() and len(printed) < 60) and not hangs(before)
    opens = printed[:1].isupper() and not hangs(before) and len(title) > 12
    if opens and (WEAK_STARTER.match(flat) or _STORY.match(flat) or _is_story(sheet, at)):
        return True
    issues = re.match(rf"{BODY_WORDS}[^.;]{{0,160}}?{ISSUES.pattern}", _next_words(sheet, at))
    if issues and not printed[:1].islower() and not _HANGING.search(before):  # "số 210-KL/TW …" goes on
        return True
    return line.apart and _new_paragraph(_paragraph_from(sheet, at), before)


def _new_paragraph(printed: str, before: str) -> bool:
    """After a gap a title goes on in small letters, or where it was left hanging, or with one more short line."""
    if printed[:1].islower() or hangs(before):
        return False
    return len(printed) > 110 or printed.endswith((".", ";", ":")) or printed[:1] in "-+•"


def _is_story(sheet: Sheet, at: int) -> bool:
    """Does a sentence end within a few lines, before anything else begins? A title has no full stop."""
    for line in sheet.lines[at : at + 6]:
        flat, printed = sheet.line_flat(line), sheet.line_text(line)
        if STRONG_STARTER.match(flat) or SECTION.match(flat) or is_capitals(printed):
            return False
        if re.search(rf"[{LOWER}\d]\.(?:$|\s+[{UPPER}])", printed):
            return True
    return False


def _paragraph_from(sheet: Sheet, at: int) -> str:
    """Return the words from this line to the next gap."""
    parts = [sheet.line_text(sheet.lines[at])]
    for line in sheet.lines[at + 1 : at + 5]:
        if line.apart:
            break
        parts.append(sheet.line_text(line))
    return " ".join(parts)


def _is_frame(sheet: Sheet, at: int, parts: list[Line]) -> bool:
    """Is this line plainly not the title: addressees, a base, a section, the authority of a decision?"""
    flat, printed = sheet.line_flat(sheet.lines[at]), sheet.line_text(sheet.lines[at])
    if _TO_WHOM.match(flat) or ATTACHED.match(flat) or flat.startswith("so:") or _DECIDES.fullmatch(flat):
        return True
    if STRONG_STARTER.match(flat) and not printed[:1].islower():
        return bool(parts) or flat.startswith(("can cu", "theo de nghi", "xet"))
    if (
        SECTION.match(flat)
        and bool(parts)
        and (not is_capitals(sheet.line_text(parts[-1])) or re.match(r"(?:i|a|1)\s?[.)]", flat))
    ):
        return True
    return bool(parts) and _is_authority(sheet, at, parts)


def _is_authority(sheet: Sheet, at: int, parts: list[Line]) -> bool:
    """ "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH …" in capitals above "Căn cứ": the one who decides, not the title."""
    line = sheet.lines[at]
    flat, printed = sheet.line_flat(line), sheet.line_text(line)
    if not is_capitals(printed) or not _AUTHORITY_LINE.match(flat):
        return False
    if not line.apart and is_capitals(sheet.line_text(parts[-1])) and hangs(sheet.line_text(parts[-1])):
        return False
    for after in sheet.lines[at + 1 : at + 4]:
        words = sheet.line_flat(after)
        if STARTER.match(words) and not is_capitals(sheet.line_text(after)):
            return True
        if not is_capitals(sheet.line_text(after)):
            return False
    return False


def _next_words(sheet: Sheet, at: int) -> str:
    return " ".join(sheet.line_flat(line) for line in sheet.lines[at : at + 3])[:300]


def find_body(sheet: Sheet, after: int) -> int:
    """Return where the body begins: behind "QUYẾT ĐỊNH:", at the first section, else behind the issuing clause."""
    clause = None
    for at, line in enumerate(sheet.lines):
        if line.start < after:
            continue
        flat = sheet.line_flat(line)
        if _DECIDES.fullmatch(flat) and is_capitals(sheet.line_text(line)):
            return sheet.lines[at + 1].start if at + 1 < len(sheet.lines) else line.end
        if _RECIPIENTS.match(flat):
            break  # a letter without sections
        if SECTION.match(flat) and not STARTER.match(flat):
            before = sheet.lines[at - 1] if at else line
            headed = flat.startswith("a") and before.start >= after and _NUMBERED.match(sheet.line_flat(before))
            return before.start if headed else line.start
        if (
            clause is None
            and sheet.text[line.start : line.end].rstrip(" *_").endswith(":")
            and not _TO_WHOM.match(flat)
        ):
            clause = sheet.lines[at + 1].start if at + 1 < len(sheet.lines) else line.end
        if line.start - after > 12000:
            break
    return clause if clause is not None else _behind_bases(sheet, after)


def _behind_bases(sheet: Sheet, after: int) -> int:
    """Return where the legal bases end in a document without sections and without an issuing clause."""
    end = after
    for line in sheet.lines:
        if line.start >= end and STARTER.match(sheet.line_flat(line)) and not sheet.text[line.start].islower():
            end = line.end
        elif line.start >= end:
            break
    return end


__all__ = [
    "LETTER", "KindLine", "find_addressees", "find_body", "find_kind", "letter_about", "read_title",
]  # fmt: skip
