"""What this room keeps about people: the views that they saved."""

from django.utils.translation import gettext_lazy as _

from dinhlang.base.personal import ACCOUNT, Table

TABLES = (
    Table("overview.PlaceCount", nothing="id place state done submitted doing late rest counted_at"),
    Table(
        "overview.SavedView",
        purpose=ACCOUNT,
        holds={"person": _("người lưu"), "saved_at": _("lúc lưu")},
        free={"name": _("tên cách xem"), "address": _("địa chỉ, có thể có lời tìm")},
        nothing="id",
        of=("person",),
    ),
)
