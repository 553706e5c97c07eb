"""What this room keeps about people: nothing by itself; a job may be told whom it is for."""

from django.utils.translation import gettext_lazy as _

from dinhlang.base.personal import NAMED, Purpose, Table

WORKING = Purpose(
    whose=NAMED.whose,
    why=_("Việc ngầm cần biết làm cho ai; khi trục trặc, lời báo lỗi có thể nhắc tên."),
    basis=("state_management",),
    kept=_("Ba mươi ngày sau khi xong."),
    seen_by=_("Người trông coi vận hành."),
)

TABLES = (
    Table(
        "operations.Job",
        purpose=WORKING,
        free={"told": _("việc làm cho ai, ngày nào"), "answer": _("kết quả"), "trouble": _("lời báo lỗi")},
        nothing="id path key state put_at due_at tries worker leased_until started_at finished_at",
    ),
    Table("operations.Worker", nothing="id name version came_at seen_at left_at"),
)
