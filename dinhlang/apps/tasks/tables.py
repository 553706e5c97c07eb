"""A list of parts as a file that spreadsheet programs open, and that does nothing when they do."""

import csv
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

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
