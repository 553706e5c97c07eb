"""What this room keeps about people: who had an address called."""

from django.utils.translation import gettext_lazy as _

from dinhlang.base.personal import DOING, Cleared, Table

TABLES = (
    Table(
        "webhooks.Webhook",
        purpose=DOING,
        holds={"made_by": _("người khai địa chỉ"), "made_at": _("lúc khai")},
        free={"because": _("lý do tạm dừng hoặc thôi")},
        nothing="id program address acts hidden_secret told_upto state failing_since",
        of=("made_by",),
    ),
    Table(
        "webhooks.Delivery",
        called=_("lần báo cho chương trình"),
        purpose=DOING,
        nothing="id webhook place name act thing moment state tries due_at answered trouble sent_at",
        cleared=Cleared(days=90, moment="moment"),
    ),
)
