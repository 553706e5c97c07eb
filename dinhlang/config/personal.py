"""What Django's own tables keep about people: a session, until it ends."""

from django.utils.translation import gettext_lazy as _

from dinhlang.base.personal import ACCOUNT, Cleared, Purpose, Table

SESSION = Purpose(
    whose=ACCOUNT.whose,
    why=_("Để không phải đăng nhập lại ở mỗi trang."),
    basis=("state_management",),
    kept=_("Đến khi thoát hoặc hết hạn; phiên đã hết hạn được xóa mỗi ngày."),
    seen_by=_("Không ai; máy chủ đọc để nhận ra người đang đăng nhập."),
)

TABLES = (
    Table(
        "sessions.Session",
        called=_("phiên đăng nhập"),
        purpose=SESSION,
        free={
            "session_key": _("mã phiên"),
            "session_data": _("ai đang đăng nhập, và những gì đang làm dở trong phiên"),
            "expire_date": _("hết hạn lúc"),
        },
        cleared=Cleared(days=0, moment="expire_date"),
    ),
    Table("contenttypes.ContentType", nothing="id app_label model"),
    Table("auth.Permission", nothing="id name content_type codename"),
    Table("auth.Group", nothing="id name permissions"),
)
