"""Standing in: for some days one person does what another may, in the other's units; and it can end early."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from dinhlang.apps.people.access import may_manage_account
from dinhlang.apps.people.models import Person, StandIn
from dinhlang.apps.people.queries import home_unit
from dinhlang.apps.people.signals import tell
from dinhlang.base.refusal import Refusal


class CannotStandIn(Refusal):
    """Nobody can stand in so."""


@transaction.atomic
def let_stand_in(
    person: Person, *, absent: Person, begins: date, ends: date, reason: str, by: Person, now: datetime
) -> StandIn:
    """From a day until before another, `person` may do what `absent` may by their own roles."""
    day = timezone.localtime(now).date()
    Person.objects.select_for_update().get(pk=absent.pk)  # two who name somebody at once: one waits, and then sees
    if not may_manage_account(by, absent, day=day):
        raise CannotStandIn(_("Bạn không quản lý tài khoản này. Hãy nhờ quản trị cấp trên."))
    if person == by:
        raise CannotStandIn(_("Không tự cử mình thay người khác. Hãy nhờ một quản trị khác."), field="person")
    _must_fit(person, absent=absent, begins=begins, ends=ends, day=day)
    if not reason.strip():
        raise CannotStandIn(_("Hãy ghi lý do, để người xem nhật ký sau này hiểu."), field="reason")
    stand_in = StandIn.objects.create(
        person=person, absent=absent, begins=begins, ends=ends, reason=reason.strip(), made_by=by
    )
    after = facts_of(stand_in)
    tell("people.stand_in_begun", absent, by=by, now=now, unit=home_unit(absent), reason=reason.strip(), after=after)
    return stand_in


def _must_fit(person: Person, *, absent: Person, begins: date, ends: date, day: date) -> None:
    if person == absent:
        raise CannotStandIn(_("Người thay phải là một người khác."), field="person")
    if not person.is_active or not absent.is_active:
        raise CannotStandIn(_("Tài khoản đã khóa thì không thay ai và không ai thay được."), field="person")
    if begins < day:
        raise CannotStandIn(_("Không cử người thay cho những ngày đã qua. Hãy chọn từ hôm nay."), field="begins")
    if not person.is_here_on(begins) or not absent.is_here_on(begins):
        raise CannotStandIn(_("Khi đó một trong hai người đã nghỉ việc. Hãy chọn ngày sớm hơn hoặc người khác."))
    if ends <= begins:
        raise CannotStandIn(_("Ngày kết thúc phải sau ngày bắt đầu."), field="ends")
    if not absent.roles.sharing_a_day(begins, ends).exists():
        raise CannotStandIn(_("Trong những ngày này %(person)s không giữ vai trò nào.") % {"person": absent.full_name})
    other = StandIn.objects.filter(absent=absent).sharing_a_day(begins, ends).select_related("person").first()
    if other is not None:
        raise CannotStandIn(
            _("%(person)s đã được cử thay từ ngày %(begins)s đến trước ngày %(ends)s. Hãy kết thúc việc đó trước.")
            % {"person": other.person, "begins": f"{other.begins:%d/%m/%Y}", "ends": f"{other.ends:%d/%m/%Y}"},
            field="begins",
        )


@transaction.atomic
def end_stand_in(stand_in: StandIn, *, reason: str, by: Person, now: datetime) -> None:
    """Today already it holds no more; one that has not begun goes, and the record keeps it.

    By whoever looks after the account, or by the person who is back.
    """
    day, absent = timezone.localtime(now).date(), stand_in.absent
    if by != absent and not may_manage_account(by, absent, day=day):
        raise CannotStandIn(_("Bạn không quản lý tài khoản này. Hãy nhờ quản trị cấp trên."))
    if stand_in.ends <= day:
        raise CannotStandIn(_("Việc thay này đã kết thúc rồi."))
    if not reason.strip():
        raise CannotStandIn(_("Hãy ghi lý do, để người xem nhật ký sau này hiểu."), field="reason")
    before = facts_of(stand_in)
    if stand_in.begins >= day:
        stand_in.delete()
        after = {}
    else:
        stand_in.ends = day
        stand_in.save(update_fields=["ends"])
        after = facts_of(stand_in)
    unit = home_unit(absent)
    tell("people.stand_in_ended", absent, by=by, now=now, unit=unit, reason=reason.strip(), before=before, after=after)


def facts_of(stand_in: StandIn) -> dict[str, object]:
    """What the record keeps."""
    person = stand_in.person
    return {
        "stand_in": f"{person.full_name} ({person.username})",
        "begins": stand_in.begins,
        "ends": stand_in.ends,
    }
