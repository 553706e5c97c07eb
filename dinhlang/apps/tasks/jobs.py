"""What the timetable calls."""

from datetime import date, timedelta

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.tasks import actions
from dinhlang.base import clock
from dinhlang.base.work import job


@job(
    _("Mở kỳ mới của các việc lặp lại"),
    why=_("Việc hằng tháng, hằng quý, hằng năm: mỗi kỳ mỗi đơn vị có một phần việc riêng, mở trước hạn."),
    limit=timedelta(hours=2),
)
def open_occurrences(*, day: str) -> str:
    """All that is due soon and is not yet open, whatever nights were missed; done twice, it finds nothing to open."""
    now = clock.now()
    actions.keep_missing_times(now=now)
    opened = sum(
        len(actions.open_occurrences(head, now=now, day=date.fromisoformat(day))) for head in actions.series_to_open()
    )
    return gettext("%(n)s kỳ được mở") % {"n": opened}


@job(_("Chuyển việc sang đơn vị kế tục"), why=_("Việc của đơn vị đã thôi hoạt động đi tiếp ở đơn vị kế tục."))
def hand_work_over(*, day: str) -> int:
    """Whatever is owed by units that are no more goes on; what somebody must decide about stays on their page."""
    done = actions.hand_over(now=clock.now())
    return done.moved + done.joined


@job(
    _("Đếm lại các phần việc"),
    why=_("Số đếm của mỗi nhiệm vụ được giữ sẵn để trang mở nhanh; mỗi đêm đếm lại từ đầu, lệch thì sửa và báo."),
)
def count_parts_anew(*, day: str) -> str:
    """Done twice it counts the same."""
    return gettext("%(n)s số đếm bị lệch") % {"n": actions.count_anew()}
