"""What this room keeps about people: who did what, when and why."""

from django.utils.translation import gettext_lazy as _

from dinhlang.base.personal import Purpose, Table

RECORD = Purpose(
    whose=_("Người đã làm một việc, và người mà việc đó nói đến"),
    why=_("Để sau này ai cũng kiểm được ai đã làm gì, khi nào, vì sao."),
    basis=("state_management",),
    kept=_("Lâu dài. Nhật ký được niêm phong mỗi ngày nên không sửa, không xóa được, kể cả khi xóa tài khoản."),
    seen_by=_("Chính người đã làm; lãnh đạo, người quản trị và người giám sát của địa bàn."),
)

TABLES = (
    Table(
        "audit.Entry",
        purpose=RECORD,
        holds={
            "actor": _("người làm"),
            "moment": _("lúc"),
            "act": _("việc đã làm"),
            "thing_type": _("loại đối tượng"),
            "thing_key": _("số của đối tượng"),
            "unit": _("đơn vị"),
        },
        free={
            "thing_name": _("tên đối tượng lúc đó"),
            "reason": _("lý do"),
            "before": _("trước khi đổi"),
            "after": _("sau khi đổi"),
            "search_text": _("tên đối tượng viết không dấu để tìm"),
        },
        nothing="id",
        of=("actor",),
        about={"thing_type": "people.Person", "thing_key": "{pk}"},
        secret=("search_text",),
        of_others=("thing_name", "before", "after"),
    ),
    Table("audit.Link", nothing="place entry previous digest"),
    Table("audit.Seal", nothing="id day place digest sealed_at"),
)
