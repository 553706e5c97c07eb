"""What the queue and the timetable call: gathering an export, clearing what passed its time."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from dinhlang.apps.people import public as people
from dinhlang.apps.privacy.actions import clear_all, hand_over
from dinhlang.apps.privacy.actions.gathering import pack
from dinhlang.apps.privacy.models import DataRequest, Export
from dinhlang.base import clock
from dinhlang.base.work import job


@job(_("Lập bản dữ liệu cá nhân"), why=_("Gom mọi điều ngôi nhà giữ về một người, khi người đó yêu cầu xem."))
def make_export(*, request: int) -> str:
    """For the person of a request; a second time finds it made."""
    asked = DataRequest.objects.select_related("person").filter(pk=request).first()
    if asked is None or asked.person is None or Export.objects.filter(request=asked).exists():
        return ""
    person = people.with_roles_on(asked.person, day=clock.today())
    export = hand_over(asked, packed=pack(person, now=clock.now()), now=clock.now())
    return str(export.size) if export else ""


@job(
    _("Dọn dữ liệu cá nhân hết hạn"),
    why=_("Phiên, dấu vết đăng nhập, bảng chờ nhập, bản dữ liệu đã lập và lần xem quá thời hạn nêu trong sổ được xoá."),
)
def clear_what_passed_its_time(*, day: str) -> str:
    """Each day, as each room declares it; says how many rows went."""
    cleared = clear_all(day=date.fromisoformat(day), now=clock.now())
    return str(sum(cleared.counts.values())) if cleared else "0"
