"""The fixed lines of a document: place and day, title, addressees, recipients, sign-off, appendices."""

import re
from collections.abc import Sequence
from datetime import date

from dinhlang.pure.drafting.form import FORM
from dinhlang.pure.drafting.numbering import document_number, roman
from dinhlang.pure.drafting.parts import Block, Clause, Draft, Mark, Paragraph, SignOff
from dinhlang.pure.drafting.widths import width
from dinhlang.pure.viet import day_words, old_tone, one_line

_ENDS = " ;.,"
_BELONG_TOGETHER = re.compile(r"\b(số|ngày|tháng|năm|quý|điều|khoản|điểm|kỳ|lần thứ) (?=[\dIVX])", re.IGNORECASE)
_PLACE = re.compile(
    r"(nhân dân|chỉ đạo|Tổ quốc|Việt Nam) (?=(?:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tỉnh) )", re.I
)
_END_MARK = "./."


def upper(text: str) -> str:
    """Return a name in capitals as decrees write them: Ủy ban, not Uỷ ban; HÒA, not HOÀ."""
    return old_tone(text).upper()


def place_and_day_line(place: str, day: date | None) -> str:
    """Return "Tân Trung, ngày 05 tháng 9 năm 2024", with room for the day while there is none."""
    return f"{place}, {day_words(day) if day else 'ngày      tháng      năm        '}"


def title_lines(title: str, *, widest: float = FORM.text_width - 15, size: float = FORM.title.size) -> list[str]:
    """Break a title into as few lines as fit, of like lengths, never between a word and its number.

    Line feeds in the title are kept. Widths are in millimetres of bold letters.
    """
    return [line for part in title.splitlines() for line in _balanced(one_line(part), widest, size)]


def _balanced(text: str, widest: float, size: float) -> list[str]:
    words = _BELONG_TOGETHER.sub("\\1\u00a0", text).split(" ")
    most = _lines_that_fit(words, widest, size)
    if len(most) < 2:
        return most
    narrowest = width(text, size) / len(most)
    while len(lines := _lines_that_fit(words, narrowest, size)) > len(most):
        narrowest += 1
    return [line.replace("\u00a0", " ") for line in lines]


def _lines_that_fit(words: Sequence[str], widest: float, size: float) -> list[str]:
    """Fill lines up to a width, one after another; a word too wide stands alone."""
    lines: list[str] = []
    for word in words:
        if lines and width(f"{lines[-1]} {word}", size) <= widest:
            lines[-1] += f" {word}"
        elif word:
            lines.append(word)
    return lines


def letterhead_lines(name: str, *, widest: float, size: float = FORM.issuer.size) -> list[str]:
    """Return the name of a body in capitals, broken where its place begins: ỦY BAN NHÂN DÂN, XÃ TÂN TRUNG."""
    parts = name if "\n" in name.strip() else _PLACE.sub(r"\1\n", one_line(name))
    return title_lines(upper(parts), widest=widest, size=size)


def subject_line(title: str) -> str:
    """Return the subject of a công văn, "V/v …" (Phụ lục I, Phần I, mục II.5.b)."""
    text = one_line(title)
    if text.startswith("V/v"):
        return text
    return "V/v " + re.sub("^về (việc )?", "", text, flags=re.IGNORECASE)


def basis_lines(bases: Sequence[str]) -> list[str]:
    """Return the bases, each ended by a semicolon, the last by a full stop (mục II.6.a)."""
    return _list_lines(bases, before="")


def addressee_lines(addressees: Sequence[str]) -> list[str]:
    """Return "Kính gửi: Bộ Nội vụ", or "Kính gửi:" and a dash line for each (mục II.9.d)."""
    names = [one_line(name).strip(_ENDS) for name in addressees]
    if len(names) == 1:
        return [f"Kính gửi: {names[0]}"]
    return ["Kính gửi:", *_list_lines(names, before="- ")] if names else []


def recipients_block(recipients: Sequence[str], filed: str = "VT", *, as_above: bool = False) -> list[str]:
    """Return "Nơi nhận:", a dash line for each, "Như trên" first if it has addressees, "Lưu" last (mục II.9.d)."""
    names = [name for name in recipients if one_line(name).casefold().strip(_ENDS) != "như trên"]
    first = ["Như trên"] if as_above else []
    lines = _list_lines([*first, *names, f"Lưu: {one_line(filed).strip(_ENDS)}"], before="- ")
    return ["Nơi nhận:", *lines]


def _list_lines(items: Sequence[str], *, before: str) -> list[str]:
    texts = [one_line(item).removeprefix("- ").rstrip(_ENDS) for item in items]
    return [f"{before}{text};" for text in texts[:-1]] + [f"{before}{text}." for text in texts[-1:]]


def sign_off_lines(sign_off: SignOff) -> list[str]:
    """Return rights and title in capitals: TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH, PHÓ CHỦ TỊCH (mục II.7)."""
    lines = [f"{power.mark} {upper(one_line(power.whom))}" for power in sign_off.powers]
    acts = any(power.mark is Mark.ACTING for power in sign_off.powers)
    return lines if acts or not sign_off.title else [*lines, upper(one_line(sign_off.title))]


def appendix_title(number: int | None, title: str) -> list[str]:
    """Return "Phụ lục II" (no number if there is only one) and its title in capitals (mục III.1.b)."""
    word = f"Phụ lục {roman(number)}" if number else "Phụ lục"
    return [word, *title_lines(upper(title))]


def appendix_reference(draft: Draft) -> str:
    """Return "(Kèm theo Kế hoạch số … )": filled on paper, left blank on an electronic document (mục III.1.c)."""
    if draft.electronic or draft.number is None or draft.day is None:
        return f"(Kèm theo {draft.kind.name} số        /{draft.symbol} ngày      tháng      năm        )"
    number = f"{document_number(draft.number)}/{draft.symbol}"
    of_whom = one_line(draft.letterhead.issuer)
    return f"(Kèm theo {draft.kind.name} số {number} {day_words(draft.day)} của {of_whom})"


def with_end_mark(body: Sequence[Block]) -> tuple[Block, ...]:
    """End the last text of a body with "./." (the close of a document, Phụ lục III)."""
    if not body or not isinstance(last := body[-1], Paragraph | Clause):
        return tuple(body)
    text = last.text.rstrip().removesuffix(_END_MARK).rstrip(_ENDS) + _END_MARK
    closed = Paragraph(text) if isinstance(last, Paragraph) else Clause(last.level, text, last.mark)
    return (*body[:-1], closed)
