"""What this room shows elsewhere: the words of its acts in the record."""

from django.utils.translation import gettext_lazy as _

from dinhlang.apps.audit import public as audit

audit.words(
    {
        "deadlines.kept": _("ghi thời hạn và cách tính"),
        "deadlines.moved": _("đổi hạn"),
        "deadlines.recounted": _("tính lại hạn theo lịch ngày nghỉ mới"),
        "deadlines.series_ended": _("thôi lặp lại"),
        "deadlines.event_recorded": _("ghi sự kiện mà hạn chờ"),
        "deadlines.event_withdrawn": _("rút lại việc ghi sự kiện"),
    }
)
audit.fact_words(
    "deadlines.Deadline",
    {
        "due": _("hạn"),
        "happened_on": _("ngày xảy ra"),
        "source": _("văn bản"),
        "link": _("liên kết"),
    },
)
