"""What a draft still lacks before it may be issued, each with the place in the decree that asks for it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dinhlang.pure.drafting.parts import Block, Centred, Clause, Draft, Heading, Mark, Paragraph, SignOff, Table

_COMPONENTS = "NĐ 30/2020/NĐ-CP, Điều 8, khoản 2"
_FORM = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục "
_SYMBOL = re.compile(r"[A-ZĐ][A-Za-zĐđ]*(-[A-ZĐ][A-Za-zĐđ0-9&.]*)+")
_HONOURS = re.compile(
    r"^(PGS|GS|TS|ThS|BS|KS|CN|NGND|NGƯT|NSND|Tiến sĩ|Thạc sĩ|Bác sĩ|Kỹ sư|Ông|Bà)[ .]", re.IGNORECASE
)


@dataclass(frozen=True)
class Missing:
    """One thing to mend: which part of the draft, why in the words of officials, and where the decree says so."""

    part: str
    why: str
    reference: str


def missing(draft: Draft, *, issuing: bool = False) -> list[Missing]:
    """List what is missing or wrong in a draft, from top to bottom; number and day only when issuing."""
    checks = (_heading(draft), _number_and_day(draft) if issuing else (), _text(draft), _sign_off(draft.sign_off))
    return [trouble for check in checks for trouble in check] + list(_recipients(draft))


def _heading(draft: Draft) -> Iterator[Missing]:
    if not draft.letterhead.issuer.strip():
        yield Missing("issuer", "Thiếu tên cơ quan, tổ chức ban hành văn bản.", _FORM + "II.2")
    if not draft.symbol.strip():
        yield Missing("symbol", "Thiếu ký hiệu văn bản, ví dụ KH-UBND.", _FORM + "II.3.b")
    elif not _SYMBOL.fullmatch(draft.symbol):
        why = "Ký hiệu viết liền, các nhóm chữ viết tắt nối bằng dấu “-”, ví dụ KH-UBND."
        yield Missing("symbol", why, _FORM + "II.3.c")
    elif draft.is_letter and draft.symbol.startswith("CV-"):
        why = "Công văn không ghi “CV” trong ký hiệu; ghi cơ quan và đơn vị soạn thảo, ví dụ UBND-VX."
        yield Missing("symbol", why, _FORM + "II.3.b")
    elif not draft.is_letter and not draft.symbol.startswith(f"{draft.kind.abbreviation}-"):
        why = f"Ký hiệu của {draft.kind.name.lower()} bắt đầu bằng {draft.kind.abbreviation}-."
        yield Missing("symbol", why, "NĐ 30/2020/NĐ-CP, Phụ lục III, mục I")
    if not draft.place.strip():
        yield Missing("place", "Thiếu địa danh trước ngày ban hành.", _FORM + "II.4.a")


def _number_and_day(draft: Draft) -> Iterator[Missing]:
    if draft.number is None:
        yield Missing("number", "Văn bản chưa được lấy số.", "NĐ 30/2020/NĐ-CP, Điều 15")
    if draft.day is None:
        yield Missing("day", "Thiếu ngày, tháng, năm ban hành.", _FORM + "II.4.b")


def _text(draft: Draft) -> Iterator[Missing]:
    if not draft.title.strip():
        yield Missing("title", "Thiếu trích yếu nội dung văn bản.", _FORM + "II.5")
    if draft.kind.has_addressees and not any(name.strip() for name in draft.addressees):
        yield Missing("addressees", f"{draft.kind.name} phải có “Kính gửi”.", _FORM + "II.9.b")
    if draft.kind.needs_bases and not any(basis.strip() for basis in draft.bases):
        yield Missing("bases", f"{draft.kind.name} phải ghi căn cứ ban hành.", _FORM + "II.6.a")
    if not any(has_words(block) for block in draft.body):
        yield Missing("body", "Văn bản chưa có nội dung.", _COMPONENTS)
    if draft.appendices and not any("phụ lục" in words(block).lower() for block in draft.body):
        yield Missing("appendices", "Trong văn bản phải có chỉ dẫn về phụ lục kèm theo.", _FORM + "III.1.a")


def _sign_off(sign_off: SignOff) -> Iterator[Missing]:
    acts = any(power.mark is Mark.ACTING for power in sign_off.powers)
    if not sign_off.title.strip() and not acts:
        yield Missing("sign_off.title", "Thiếu chức vụ của người ký.", _FORM + "II.7.c")
    if not sign_off.name.strip():
        yield Missing("sign_off.name", "Thiếu họ và tên người ký.", _FORM + "II.7.c")
    elif _HONOURS.match(sign_off.name):
        yield Missing("sign_off.name", "Trước họ tên người ký không ghi học hàm, học vị, danh hiệu.", _FORM + "II.7.c")
    if any(not power.whom.strip() for power in sign_off.powers):
        why = "Sau TM., Q., KT., TL., TUQ. phải ghi tên tập thể hoặc chức vụ của người đứng đầu."
        yield Missing("sign_off.powers", why, _FORM + "II.7.b")


def _recipients(draft: Draft) -> Iterator[Missing]:
    if not any(name.strip() for name in (*draft.recipients, *draft.addressees)):
        yield Missing("recipients", "Thiếu nơi nhận văn bản.", _FORM + "II.9")
    if not draft.filed.strip():
        yield Missing("filed", "Thiếu nơi lưu, ví dụ VT và đơn vị soạn thảo.", _FORM + "II.9.d")


def words(block: Block) -> str:
    """Return all words of a block."""
    match block:
        case Heading():
            return block.title
        case Clause() | Paragraph() | Centred():
            return block.text
        case Table():
            return " ".join(cell for row in (block.header, *block.rows) for cell in row)


def has_words(block: Block) -> bool:
    """Say whether a block says anything beside its heading."""
    return not isinstance(block, Heading | Centred) and bool(words(block).strip())
