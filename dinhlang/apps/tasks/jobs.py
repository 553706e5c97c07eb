"""What the timetable calls."""

from django.utils.translation import gettext_lazy as _

from dinhlang.apps.tasks import actions
from dinhlang.base import clock
from dinhlang.base.work import job


@job(_("Chuyển việc sang đơn vị kế tục"), why=_("Việc của đơn vị đã thôi hoạt động đi tiếp ở đơn vị kế tục."))
def hand_work_over(*, day: str) -> int:
    """Whatever is owed by units that are no more goes on; what somebody must decide about stays on their page."""
    done = actions.hand_over(now=clock.now())
    return done.moved + done.joined
