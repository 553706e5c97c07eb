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
        nothing="id task unit part group_words state due added_at changed_at submitted_on finished_on "
        "asked allotted inside_shown",
    ),
    Table("tasks.PartWas", nothing="id assignment until unit part state due"),
    Table("tasks.TaskCount", nothing="id task part state due number"),
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
    Table(
        "tasks.Obstacle",
        purpose=NAMED,
        free={"title": _("vướng mắc")},
        nothing="id assignment state answerer raised_at changed_at",
    ),
    Table(
        "tasks.ObstacleWord",
        purpose=DOING,
        holds={"by": _("người nêu, người trả lời"), "moment": _("lúc ghi"), "step": _("bước đã làm")},
        free={"words": _("nội dung vướng mắc, trả lời"), "document": _("số, tên văn bản")},
        nothing="id obstacle kind unit",
        of=("by",),
    ),
    Table(
        "tasks.ObstacleFile",
        purpose=NAMED,
        free={"file": _("tệp kèm vướng mắc, trả lời")},
        nothing="id word",
    ),
    Table(
        "tasks.Heir",
        purpose=DOING,
        holds={"by": _("người chọn đơn vị nhận việc"), "at": _("lúc chọn")},
        free={"reason": _("lý do chọn")},
        nothing="id unit successor day is_chosen",
        of=("by",),
    ),
    Table(
        "tasks.Moved",
        purpose=DOING,
        holds={"by": _("người chuyển phần việc"), "moved_at": _("lúc chuyển")},
        free={"reason": _("lý do chuyển")},
        nothing="id assignment joined from_unit to_unit day",
        of=("by",),
    ),
    Table(
        "tasks.Share",
        purpose=DOING,
        holds={"person": _("người được giao bên trong"), "state": _("tình trạng"), "due": _("hạn")},
        free={"title": _("việc giao bên trong")},
        nothing="id assignment unit given_at changed_at",
        of=("person",),
    ),
    Table(
        "tasks.ShareWord",
        purpose=DOING,
        holds={"by": _("người ghi"), "moment": _("lúc ghi"), "state": _("bước đã làm")},
        free={"words": _("nội dung")},
        nothing="id share",
        of=("by",),
    ),
    Table(
        "tasks.ShareFile",
        purpose=NAMED,
        free={"file": _("tệp của phần giao bên trong")},
        nothing="id word",
    ),
    Table(
        "tasks.Comment",
        purpose=DOING,
        holds={"by": _("người nêu ý kiến"), "moment": _("lúc ghi")},
        free={"words": _("ý kiến")},
        nothing="id assignment",
        of=("by",),
    ),
    Table(
        "tasks.Mention",
        purpose=DOING,
        holds={"person": _("người được nhắc tên")},
        nothing="id comment",
        of=("person",),
    ),
)
