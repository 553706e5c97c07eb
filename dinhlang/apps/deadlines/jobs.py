"""What the queue calls."""

from datetime import timedelta

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.calendar import public as calendar
from dinhlang.apps.deadlines import actions
from dinhlang.base import clock
from dinhlang.base.work import job, say


@job(
    _("Tính lại các hạn đếm theo ngày làm việc"),
    why=_("Lịch ngày nghỉ vừa đổi: mọi việc chưa xong được đếm lại, ngày cũ vẫn giữ, đơn vị được báo."),
    limit=timedelta(hours=4),
)
def recount_all(*, day: str) -> str:
    """By the calendar in force now, whatever change woke it: a second time nothing moves."""
    number = actions.how_many()

    def tell(done: int, moved: int) -> None:
        say(
            gettext("đã xem %(done)s trên %(all)s hạn, %(moved)s đổi ngày")
            % {"done": done, "all": number, "moved": moved}
        )

    in_force, now = calendar.calendar_in_force(), clock.now()
    moved = actions.recount(calendar=in_force, now=now, say=tell)
    moved += actions.recount_own(calendar=in_force, now=now)
    chained = actions.recount_chains(calendar=in_force, now=now, day=clock.today())
    said = gettext("%(n)s hạn đổi ngày") % {"n": moved}
    return f"{said}; {gettext('%(n)s ngày của chuỗi báo cáo') % {'n': chained}}" if chained else said
