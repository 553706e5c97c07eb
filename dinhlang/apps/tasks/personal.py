"""What this room keeps about people: who handed work out, who told how it goes, and what evidence may show."""

from django.utils.translation import gettext_lazy as _

from dinhlang.base.personal import DOING, NAMED, Table

TABLES = (
    Table(
        "tasks.Task",
        purpose=DOING,
        holds={"handed_out_by": _("người giao việc"), "handed_out_at": _("lúc giao")},
        free={
            "title": _("tên việc"),
            "text": _("nội dung"),
            "evidence_wanted": _("cần gửi về"),
            "time_words": _("thời gian trong kế hoạch"),
            "search_text": _("tên việc viết không dấu để tìm"),
        },
        nothing="id plan clause due deadline series occurrence withdrawn_at",
        of=("handed_out_by",),
        secret=("search_text",),
    ),
    Table(
        "tasks.Assignment",
        nothing="id task unit part group_words state due changed_at submitted_on finished_on",
    ),
    Table(
        "tasks.Progress",
        purpose=DOING,
        holds={"by": _("người báo tiến độ"), "moment": _("lúc báo"), "state": _("bước đã làm")},
        free={"words": _("đã làm được gì")},
        nothing="id assignment",
        of=("by",),
    ),
    Table(
        "tasks.Extension",
        purpose=DOING,
        holds={
            "asked_by": _("người xin gia hạn"),
            "asked_at": _("lúc xin"),
            "answered_by": _("người trả lời"),
            "answered_at": _("lúc trả lời"),
        },
        free={"reason": _("lý do xin"), "answer_reason": _("lý do trả lời")},
        nothing="id assignment due_before wanted answer granted",
        of=("asked_by", "answered_by"),
    ),
    Table(
        "tasks.Evidence",
        purpose=NAMED,
        free={"caption": _("chú thích minh chứng"), "file": _("ảnh, tệp minh chứng")},
        nothing="id progress",
    ),
)
