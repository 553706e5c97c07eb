"""The body of a dispatch to the late: who owes what since when, as an official document words it."""

from dataclasses import dataclass
from datetime import date

from dinhlang.apps.plans import public as plans
from dinhlang.apps.tasks import public as tasks
from dinhlang.pure.drafting import KINDS, Block, Paragraph, Table
from dinhlang.pure.viet import capital_first, one_line, short_day

NAMED_AT_HEAD = 10
"""More than so many are addressed as the bodies of the list, which names each."""


@dataclass(frozen=True)
class Dispatch:
    """What it is about, to whom it goes, what it says; official documents are Vietnamese in every language."""

    title: str
    addressees: tuple[str, ...]
    body: tuple[Block, ...]


def dispatch_of(plan: plans.Plan, *, day: date) -> Dispatch | None:
    """About all who are late under a plan on a day; nothing where nobody is."""
    late = list(tasks.late_of(plan, on=day))
    if not late:
        return None
    units = list(dict.fromkeys(capital_first(part.unit.full_name) for part in late))
    whole = _cited(plan)
    title = one_line(f"Đôn đốc thực hiện {whole}")[:500]
    addressees = units if len(units) <= NAMED_AT_HEAD else ["Các đơn vị có tên trong danh sách dưới đây"]
    opening = (
        f"Thực hiện {whole} về {_lower(plan.title)}, tính đến hết ngày {short_day(day)} còn {len(late)} phần việc của "
        f"{len(units)} đơn vị đã quá hạn mà chưa gửi kết quả, cụ thể như sau:"
    )
    rows = tuple(_row(at, part, day=day) for at, part in enumerate(late, 1))
    closing = (
        "Đề nghị các đơn vị khẩn trương hoàn thành, gửi kết quả và báo cáo rõ nguyên nhân chậm; "
        "khó khăn, vướng mắc (nếu có) xin phản ánh ngay để được xem xét, giải quyết./."
    )
    table = Table(("STT", "Đơn vị", "Nội dung việc", "Hạn", "Quá hạn"), rows)
    return Dispatch(title, tuple(addressees), (Paragraph(opening), table, Paragraph(closing)))


def _cited(plan: plans.Plan) -> str:
    """As offices cite: "Kế hoạch số 47/KH-UBND ngày 20/01/2026"; a draft by its title."""
    if not plan.number:
        return plan.title
    kind = f"{KINDS[plan.kind].name} " if plan.kind in KINDS else ""
    day = f" ngày {short_day(plan.issued_on)}" if plan.issued_on else ""
    return f"{kind}số {plan.number}{day}"


def _row(at: int, part: tasks.Assignment, *, day: date) -> tuple[str, ...]:
    due = part.due or day
    return str(at), capital_first(part.unit.full_name), part.task.title, short_day(due), f"{(day - due).days} ngày"


def _lower(title: str) -> str:
    """The matter as it goes on within a sentence: "Thực hiện dân chủ" → "thực hiện dân chủ"."""
    words = one_line(title)
    return words if words[:2].isupper() else words[:1].lower() + words[1:]
