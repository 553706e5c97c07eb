"""What the timetable calls."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from dinhlang.apps.units import public as units
from dinhlang.base import clock
from dinhlang.base.work import job


@job(_("Chuyển đơn vị sang ngày mới"), why=_("Thay đổi đơn vị đã định cho ngày này bắt đầu có hiệu lực."))
def turn_to_today(*, day: str) -> int:
    """Changes of units that were decided for this day show from now on; one that comes late never turns time back."""
    return units.refresh_current(max(date.fromisoformat(day), clock.today()))
