"""What this room keeps about people: the words of other rooms, so that things are found again."""

from django.utils.translation import gettext_lazy as _

from dinhlang.base.personal import NAMED, Purpose, Table

FINDING = Purpose(
    whose=NAMED.whose,
    why=_("Để tìm lại được văn bản và công việc."),
    basis=NAMED.basis,
    kept=_("Khi điều tìm thấy còn đó."),
    seen_by=NAMED.seen_by,
)

TABLES = (
    Table(
        "search.Entry",
        purpose=FINDING,
        free={"title": _("tên"), "detail": _("chi tiết"), "body": _("nội dung"), "words": _("các chữ để tìm")},
        nothing="id kind key url path is_public is_living day",
    ),
)
