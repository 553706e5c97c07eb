"""What this room keeps about people: who adopted a plan, and whom its words may name."""

from django.utils.translation import gettext_lazy as _

from dinhlang.base.personal import DOING, NAMED, Table

TABLES = (
    Table(
        "plans.Plan",
        purpose=DOING,
        holds={"adopted_by": _("người ghi nhận kế hoạch"), "adopted_at": _("lúc ghi nhận")},
        free={
            "title": _("trích yếu"),
            "bases": _("căn cứ"),
            "search_text": _("trích yếu viết không dấu để tìm"),
        },
        nothing="id document kind number number_year issued_on issuer keeper place based_on is_public",
        of=("adopted_by",),
        secret=("search_text",),
    ),
    Table(
        "plans.Clause",
        purpose=NAMED,
        free={
            "text": _("nội dung"),
            "lead_words": _("chủ trì"),
            "adviser_words": _("tham mưu"),
            "partner_words": _("phối hợp"),
            "time_words": _("thời gian"),
        },
        nothing="id plan order label due start end sources asks_for_plan",
    ),
    Table("plans.Citation", purpose=NAMED, free={"words": _("căn cứ")}, nothing="id plan number key year"),
    Table(
        "plans.Answer",
        purpose=DOING,
        holds={"said_by": _("người đối chiếu"), "said_at": _("lúc đối chiếu")},
        nothing="id clause answered",
        of=("said_by",),
    ),
    Table(
        "plans.Change",
        purpose=DOING,
        holds={"said_by": _("người ghi thay đổi"), "said_at": _("lúc ghi thay đổi")},
        free={"reason": _("lý do")},
        nothing="id earlier later kind",
        of=("said_by",),
    ),
    Table(
        "plans.Difference",
        purpose=DOING,
        holds={"decided_by": _("người quyết định"), "decided_at": _("lúc quyết định")},
        nothing="id change order kind earlier later decision",
        of=("decided_by",),
    ),
)
