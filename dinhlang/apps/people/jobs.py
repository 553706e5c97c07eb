"""What the timetable calls."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from dinhlang.apps.people.actions import let_leave
from dinhlang.base import clock
from dinhlang.base.work import job


@job(
    _("Cho nghỉ việc theo ngày đã đặt"),
    why=_(
        "Ai hết ngày làm việc cuối cùng thì tài khoản được khóa, vai trò và việc thay kết thúc; ngày lỡ được làm bù."
    ),
)
def let_leave_who_left(*, day: str) -> str:
    """Everybody whose last day is before this one; says how many."""
    return str(let_leave(day=date.fromisoformat(day), now=clock.now()))
