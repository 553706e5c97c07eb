"""Writes docs/security/personal-data.md from what each room declares of its tables.

python -m tools.print_personal_data
"""

import os
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

PAGE = Path(__file__).resolve().parents[1] / "docs/security/personal-data.md"
AS_OF = date(2026, 11, 20)
"""The page is the same on every day; a rule that ends later is seen when this is moved on."""

HEAD = """# Sổ xử lý dữ liệu cá nhân · Register of processing

Ngôi nhà giữ gì về mọi người, để làm gì, theo luật nào, đến bao giờ, ai xem được. Trang này được in ra từ khai báo
trong mã (`personal.py` của mỗi phòng); mỗi trường của mỗi bảng phải được khai báo, nếu không thì kiểm thử từ chối.
Người dân đọc cùng nội dung này ở địa chỉ `/du-lieu-ca-nhan/`.

Ngoài các bảng: bản nháp của biểu mẫu nằm trong trình duyệt của người gõ và bị xóa khi thoát; bản sao lưu giữ mọi thứ
cho đến khi hết hạn của chính nó.

*What the house keeps about people, printed from the code by `python -m tools.print_personal_data`; a test keeps it in
step. Rules marked “nên hỏi lại · to be confirmed” were not read in their full text: they remind and never stop anyone.*
"""


def page() -> str:
    """The register in Vietnamese, with English heads."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dinhlang.config.settings")
    import django
    from django.apps import apps

    if not apps.ready:
        django.setup()
    from django.utils import translation

    with translation.override("vi"):
        return "\n".join([HEAD, *_chapters(), *_cleared(), *_rules(), *_nothing()])


def _chapters() -> Iterator[str]:
    from dinhlang.apps.privacy.queries import chapters

    for number, chapter in enumerate(chapters(day=AS_OF), 1):
        yield f"## {number}. {chapter.purpose.why}\n"
        yield f"- **Của ai · Whose:** {chapter.purpose.whose}"
        yield f"- **Căn cứ · Basis:** {' '.join(_rule(rule) for rule in chapter.basis)}"
        yield f"- **Đến bao giờ · How long:** {chapter.purpose.kept}"
        yield f"- **Ai xem được · Who sees it:** {chapter.purpose.seen_by}\n"
        yield "| bảng · table | dữ liệu · data | chữ tự do, có thể nhắc tên người · free text |"
        yield "| --- | --- | --- |"
        for line in chapter.lines:
            told = ["; ".join(str(word) for word in words) or "–" for words in (line.holds, line.free)]
            yield f"| {line.name} (`{line.table.model}`) | {told[0]} | {told[1]} |"
        yield ""


def _rule(rule) -> str:
    doubt = "" if rule.blocks else " (nên hỏi lại · to be confirmed)"
    return f"{rule.article}: {rule.says}{doubt}"


def _cleared() -> Iterator[str]:
    from dinhlang.apps.privacy.queries import cleared_tables

    yield "## Tự xóa khi hết hạn · Cleared by itself\n"
    yield "Mỗi ngày một lần, có ghi vào nhật ký số dòng đã xóa. · Once a day; the record says how many rows.\n"
    yield "| bảng · table | sau · after | tính từ · counted from |"
    yield "| --- | --- | --- |"
    for name, table in cleared_tables():
        what = (
            f" (chỉ · only {', '.join(f'`{field}`' for field in table.cleared.blanks)})" if table.cleared.blanks else ""
        )
        yield f"| {name} (`{table.model}`){what} | {table.cleared.days} ngày · days | `{table.cleared.moment}` |"
    yield ""


def _rules() -> Iterator[str]:
    from dinhlang.apps.privacy.queries import rules_told

    yield "## Hạn trả lời yêu cầu · Days for answering a request\n"
    yield from (f"- {_rule(rule)}" for rule in rules_told(day=AS_OF))
    yield ""


def _nothing() -> Iterator[str]:
    from dinhlang.base.personal import tables

    yield "## Bảng không giữ gì về ai · Tables that tell of nobody\n"
    yield ", ".join(f"`{label}`" for label, table in tables().items() if table.purpose is None)


def main() -> int:
    """Write the page."""
    PAGE.write_text(page() + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
