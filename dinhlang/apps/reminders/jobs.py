"""What the timetable and the rooms below let be done."""

from django.utils.translation import gettext_lazy as _

from dinhlang.apps.reminders import actions
from dinhlang.base import clock
from dinhlang.base.work import job


@job(
    _("Nhắc việc hằng ngày"),
    why=_("Lời nhắc trước, đúng và sau hạn được đặt cho mọi phần việc còn mở, rồi nhắc những gì tới lúc; lỡ thì bù."),
)
def remind(*, day: str) -> str:
    """Lay what is missing, tell what is due. Whatever a missed night left is caught up, for rows have no window."""
    now = clock.now()
    laid = actions.lay(now=now)
    carried = actions.settle_unsure(now=now)
    actions.settle_silent(now=now)
    told = actions.tell_due(now=now, is_daily=True)
    return f"{laid} · {told} · {carried} · {actions.gather_late(now=now)}"


@job(_("Đặt lời nhắc cho việc vừa giao hoặc đổi hạn"))
def lay_for(*, tasks: list[int]) -> str:
    """The same for a few tasks, soon after they changed."""
    now = clock.now()
    return f"{actions.lay(now=now, only=tasks)} · {actions.tell_due(now=now, only=tasks)}"


@job(
    _("Gửi thư nhắc việc"),
    why=_(
        "Thư tới giờ được trao cho máy chủ thư, từng thư một; máy chủ nghỉ thì thử lại, không mất và không gửi hai lần."
    ),
)
def send_letters() -> str:
    """Whatever is due, also what an earlier try left."""
    return str(actions.send_due(now=clock.now()))


@job(
    _("Gửi thông báo tới máy"),
    why=_("Mỗi máy nhận một câu, một lần; dịch vụ vắng thì gửi lại sau, máy không còn thì được bỏ khỏi danh sách."),
)
def send_pushes() -> str:
    """Whatever waits for browsers."""
    return str(actions.send_pushes(now=clock.now(), day=clock.today()))
