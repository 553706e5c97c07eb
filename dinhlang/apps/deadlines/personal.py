"""What this room keeps about people: who recorded an event, and who moved a day."""

from django.utils.translation import gettext_lazy as _

from dinhlang.base.personal import DOING, NAMED, Table

TABLES = (
    Table(
        "deadlines.Deadline",
        purpose=NAMED,
        free={
            "words": _("lời của kế hoạch"),
            "waits_for": _("chờ"),
            "sentence": _("hiểu là"),
            "ended_because": _("lý do thôi lặp lại"),
        },
        nothing="id plan clause counted_from kind start recurrence count rules_version by_working_days by_hand "
        "comes_back session session_count law law_from law_version ended_at made_at",
    ),
    Table("deadlines.Milestone", nothing="id deadline order nominal day reckoning calendar_version"),
    Table(
        "deadlines.DayChange",
        purpose=DOING,
        holds={"by": _("người đổi hạn"), "moment": _("lúc đổi")},
        free={"words": _("lý do đổi hạn")},
        nothing="id milestone before after why reckoning calendar_version",
        of=("by",),
    ),
    Table(
        "deadlines.Event",
        purpose=DOING,
        holds={"recorded_by": _("người ghi sự kiện"), "recorded_at": _("lúc ghi")},
        free={"source": _("số, ký hiệu văn bản"), "link": _("liên kết"), "file": _("tệp của văn bản")},
        nothing="id deadline happened_on count back_to withdrawn_at",
        of=("recorded_by",),
    ),
    Table("deadlines.Session", nothing="id place kind year begins_on source cancelled_at"),
    Table("deadlines.OwnSitting", nothing="id deadline place session count day reckoning calendar_version"),
    Table(
        "deadlines.ReportChain",
        purpose=DOING,
        holds={"made_by": _("người lập chuỗi báo cáo"), "made_at": _("lúc lập")},
        free={"title": _("tên báo cáo"), "recipient": _("nơi nhận cuối"), "ended_because": _("lý do thôi theo chuỗi")},
        nothing="id plan rhythm calendar_version ended_at",
        of=("made_by",),
    ),
    Table("deadlines.ChainLevel", nothing="id chain order level unit days clause"),
    Table("deadlines.ChainPeriod", nothing="id chain order closes_on last_day"),
    Table("deadlines.ChainDay", nothing="id period level day starts_on reckoning"),
    Table(
        "deadlines.ChainMove",
        purpose=DOING,
        holds={"by": _("người đổi ngày"), "moment": _("lúc đổi")},
        free={"words": _("lý do đổi ngày")},
        nothing="id chain_day before after why",
        of=("by",),
    ),
)
