"""What this room keeps about people: who took a document in, and whom its words may name."""

from django.utils.translation import gettext_lazy as _

from dinhlang.base.personal import DOING, NAMED, Table

TABLES = (
    Table(
        "intake.Document",
        purpose=DOING,
        holds={"taken_in_by": _("người nhận văn bản"), "arrived_at": _("lúc nhận")},
        free={
            "title": _("trích yếu"),
            "text": _("toàn văn"),
            "file": _("tệp gốc"),
            "search_text": _("trích yếu viết không dấu để tìm"),
        },
        nothing="id owner kind number issued_on issuer text_sha256 state",
        of=("taken_in_by",),
        secret=("search_text",),
    ),
    Table(
        "intake.Mark",
        called=_("chỗ đã đánh dấu trong văn bản"),
        purpose=NAMED,
        free={
            "text": _("nhiệm vụ"),
            "lead_words": _("chủ trì"),
            "partner_words": _("phối hợp"),
            "time_words": _("thời gian"),
        },
        nothing="id document start end label due sources",
    ),
)
