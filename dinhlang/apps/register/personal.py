"""What this room keeps about people: who sent a table that waits for their yes."""

from django.utils.translation import gettext_lazy as _

from dinhlang.base.personal import DOING, Cleared, Purpose, Table

WAITING = Purpose(
    whose=DOING.whose,
    why=_("Bảng vừa gửi chờ chính người gửi xem và xác nhận."),
    basis=("state_management",),
    kept=_("Một ngày, hoặc đến khi xác nhận."),
    seen_by=_("Chỉ người gửi."),
)

TABLES = (
    Table(
        "register.PendingImport",
        purpose=WAITING,
        holds={"made_by": _("người gửi bảng"), "made_at": _("lúc gửi")},
        free={"name": _("tên tệp"), "rows": _("các dòng của bảng")},
        nothing="id day",
        of=("made_by",),
        cleared=Cleared(days=1, moment="made_at"),
    ),
)
