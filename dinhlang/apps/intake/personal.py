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
            "said": _("phần đầu và cuối, có tên người ký"),
            "search_text": _("trích yếu viết không dấu để tìm"),
        },
        nothing="id owner kind number issued_on issuer text_sha256 state checked version",
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
            "adviser_words": _("tham mưu"),
            "partner_words": _("phối hợp"),
            "time_words": _("thời gian"),
            "details": _("sản phẩm, nơi gửi kết quả"),
            "latest": _("lần sửa gần nhất"),
        },
        holds={"changed_by": _("người sửa gần nhất"), "changed_at": _("lúc sửa gần nhất")},
        nothing="id document start end label due sources standing confidence reading version",
        of=("changed_by",),
    ),
    Table(
        "intake.Reading",
        called=_("lần máy đọc một văn bản"),
        purpose=DOING,
        holds={"asked_by": _("người cho đọc"), "asked_at": _("lúc cho đọc")},
        free={
            "told": _("bản đọc của máy, có tên người ký"),
            "notes": _("điều cần biết"),
            "trouble": _("vì sao không đọc được"),
            "anyway": _("lý do vẫn đọc"),
        },
        nothing="id document state heard_at ended_at page pages page_starts twin likeness answer",
        of=("asked_by",),
    ),
    Table(
        "intake.PagePlaces",
        called=_("chỗ của chữ trên trang"),
        purpose=NAMED,
        nothing="id reading number numbers",
    ),
    Table("intake.LikenessKey", called=_("khóa để tìm văn bản giống nhau"), purpose=NAMED, nothing="id document key"),
    Table(
        "intake.NamedBody",
        called=_("tên cơ quan trong văn bản"),
        purpose=NAMED,
        free={"words": _("tên trong văn bản"), "key": _("tên viết không dấu")},
        nothing="id document unit",
    ),
)
