"""What the timetable calls: the seal of the day that ended."""

from datetime import date, timedelta

from django.utils.translation import gettext_lazy as _

from dinhlang.apps.audit.actions import seal_day
from dinhlang.base import clock
from dinhlang.base.work import job


@job(_("Niêm phong nhật ký"), why=_("Nhật ký của ngày vừa qua được niêm phong; ngày lỡ được làm bù."))
def seal_yesterday(*, day: str) -> str:
    """One line for the minutes book; says its digest, or nothing where nothing was ever written."""
    seal = seal_day(day=date.fromisoformat(day) - timedelta(days=1), now=clock.now())
    return seal.digest if seal else ""
