"""A list of parts as a file that spreadsheet programs open, and that does nothing when they do."""

import csv
from collections.abc import Iterable, Iterator
from datetime import date
from io import BytesIO
from typing import Any

from django.utils.translation import gettext as _
from openpyxl import Workbook

from dinhlang.apps.tasks.models import Assignment
from dinhlang.pure.viet import short_day

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def safe(value: object) -> str:
    """A cell that a spreadsheet takes for words, never for a formula."""
    words = str(value)
    return f"'{words}" if words.startswith(_FORMULA) else words


class _Echo:
    def write(self, line: str) -> str:
        return line


def as_csv(assignments: Iterable[Assignment], *, on: date) -> Iterator[str]:
    """Line by line, with the mark by which Excel knows the letters."""
    writer: Any = csv.writer(_Echo())
    yield "\ufeff"
    yield writer.writerow(
        [_("Việc"), _("Kế hoạch"), _("Đơn vị"), _("Vai trò"), _("Hạn"), _("Tình trạng"), _("Quá hạn"), _("Gửi ngày")]
    )
    for one in assignments:
        yield writer.writerow(
            [
                safe(one.task.title),
                safe(one.task.plan.number or one.task.plan.title),
                safe(one.unit.full_name),
                one.get_part_display(),
                short_day(one.due) if one.due else "",
                one.get_state_display(),
                _("quá hạn") if one.is_late(on) else "",
                short_day(one.submitted_on) if one.submitted_on else "",
            ]
        )


def money_as_csv(parts: Iterable[Assignment]) -> Iterator[str]:
    """Money part by part; amounts are plain digits, the last line sums up."""
    writer: Any = csv.writer(_Echo())
    yield "\ufeff"
    for row in _money_rows(parts):
        yield writer.writerow(["" if cell is None else safe(cell) for cell in row])


def money_as_xlsx(parts: Iterable[Assignment]) -> bytes:
    """The same as a workbook; amounts are numbers, words never a formula."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(str(_("Kinh phí")))
    for letter, width in zip("ABCDE", (60, 36, 18, 18, 18), strict=True):
        sheet.column_dimensions[letter].width = width
    for row in _money_rows(parts):
        sheet.append([safe(cell) if isinstance(cell, str) else cell for cell in row])
    kept = BytesIO()
    book.save(kept)
    return kept.getvalue()


def _money_rows(parts: Iterable[Assignment]) -> Iterator[list[str | int | None]]:
    yield [_("Việc"), _("Đơn vị"), _("Tình trạng"), _("Đề nghị (đồng)"), _("Được giao (đồng)")]
    asked = allotted = 0
    for one in parts:
        asked, allotted = asked + (one.asked or 0), allotted + (one.allotted or 0)
        yield [one.task.title, one.unit.full_name, one.get_state_display(), one.asked, one.allotted]
    yield [_("Cộng"), "", "", asked, allotted]
