"""What the timetable and the board call."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from dinhlang.apps.overview.actions import count_places
from dinhlang.base import clock
from dinhlang.base.work import job


@job(_("Đếm cho bảng toàn tỉnh"), why=_("Mỗi xã, phường có bao nhiêu việc đã xong, chờ duyệt, quá hạn."))
def count_the_board(*, day: str) -> int:
    """How every commune stands now; one that comes late counts for today."""
    return count_places(day=max(date.fromisoformat(day), clock.today()), now=clock.now())
