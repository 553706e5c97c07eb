"""What this room shows elsewhere: its entry, and the words of its acts in the record."""

from django.utils.translation import gettext_lazy as _

from dinhlang.apps.audit import public as audit
from dinhlang.apps.deadlines import access
from dinhlang.base.navigation import entry

audit.words(
    {
        "deadlines.kept": _("ghi thời hạn và cách tính"),
        "deadlines.moved": _("đổi hạn"),
        "deadlines.carried_over": _("theo bản mới của kế hoạch"),
        "deadlines.recounted": _("tính lại hạn theo lịch ngày nghỉ mới"),
        "deadlines.series_ended": _("thôi lặp lại"),
        "deadlines.event_recorded": _("ghi sự kiện mà hạn chờ"),
        "deadlines.event_withdrawn": _("rút lại việc ghi sự kiện"),
        "deadlines.session_kept": _("ghi kỳ họp Hội đồng"),
        "deadlines.session_moved": _("đổi ngày kỳ họp"),
        "deadlines.session_cancelled": _("hủy kỳ họp"),
        "deadlines.session_linked": _("gắn hạn với kỳ họp"),
        "deadlines.follows_session": _("hạn theo kỳ họp đổi ngày"),
    }
)
entry(_("Kỳ họp Hội đồng"), "deadlines:sessions", order=36, may=access.may_change_somewhere)
audit.fact_words("deadlines.Session", {"begins_on": _("khai mạc"), "source": _("văn bản")})
audit.fact_words(
    "deadlines.Deadline",
    {
        "due": _("hạn"),
        "session": _("kỳ họp"),
        "happened_on": _("ngày xảy ra"),
        "source": _("văn bản"),
        "link": _("liên kết"),
    },
)
