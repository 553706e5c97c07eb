"""Leaving on a date: set, changed or taken back before; and the day after everything the account holds ends at once.

The job only tidies up. That nobody acts after their last day is asked of the account itself (`Person.is_here_on`), so
it holds at midnight, worker or no worker.
"""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from dinhlang.apps.people.access import may_manage_account
from dinhlang.apps.people.actions.sign_ins import end_all
from dinhlang.apps.people.actions.standing_in import facts_of
from dinhlang.apps.people.models import Invitation, Leaving, Person, Role, RoleKind, ServiceAccount, StandIn
from dinhlang.apps.people.queries import home_unit, is_administered
from dinhlang.apps.people.signals import tell
from dinhlang.base.refusal import Refusal

DAY = timedelta(days=1)


class CannotLeave(Refusal):
    """Nobody can leave so."""


@transaction.atomic
def set_leaving(person: Person, *, last_day: date, reason: str, by: Person, now: datetime) -> Person:
    """The person works until the end of a day; set for the first time, or changed before it comes."""
    day, person = timezone.localtime(now).date(), _held(person)
    if not may_manage_account(by, person, day=day):
        raise CannotLeave(_("Bạn không quản lý tài khoản này. Hãy nhờ quản trị cấp trên."))
    if not person.is_here_on(day):
        raise CannotLeave(_("Tài khoản này đã khóa. Hãy mở lại trước."))
    if last_day < day:
        raise CannotLeave(_("Ngày làm việc cuối cùng không thể đã qua. Hãy chọn từ hôm nay."), field="last_day")
    if not reason.strip():
        raise CannotLeave(_("Hãy ghi lý do, để người xem nhật ký sau này hiểu."), field="reason")
    if person.leaves_on == last_day:
        raise CannotLeave(_("Ngày này đã được đặt rồi."), field="last_day")
    must_leave_an_administrator(person, day=last_day + DAY)
    before, person.leaves_on = {"leaves_on": person.leaves_on}, last_day
    person.save(update_fields=["leaves_on"])
    facts = {"reason": reason.strip(), "made_by": by, "made_at": now}
    Leaving.objects.update_or_create(person=person, defaults=facts)
    after = {"leaves_on": last_day}
    unit = home_unit(person)
    tell("people.leaving_set", person, by=by, now=now, unit=unit, reason=reason.strip(), before=before, after=after)
    return person


def _held(person: Person) -> Person:
    """The account as it is now; two who decide about the administrators of one place wait for each other."""
    places = Role.objects.filter(person=person, kind=RoleKind.ADMINISTRATOR).values("place")
    beside = Role.objects.filter(kind=RoleKind.ADMINISTRATOR, place__in=places).values("person")
    list(Person.objects.select_for_update().filter(Q(pk=person.pk) | Q(pk__in=beside)).order_by("pk"))
    return Person.objects.get(pk=person.pk)


def must_leave_an_administrator(person: Person, *, day: date) -> None:
    """Every place that the person administers has somebody else who does, for good, from the day on."""
    roles = Role.objects.not_over(day).filter(person=person, kind=RoleKind.ADMINISTRATOR).with_units()
    for role in roles:
        span = (max(day, role.begins), role.ends)
        if not is_administered(role.place, span=span, without=Q(person=person)):
            raise CannotLeave(
                _("Khi đó %(place)s không còn quản trị nào. Hãy trao vai trò quản trị cho một người khác trước.")
                % {"place": role.place.full_name}
            )


@transaction.atomic
def withdraw_leaving(person: Person, *, reason: str, by: Person, now: datetime) -> None:
    """The person stays after all; as long as the last day is not over."""
    day, person = timezone.localtime(now).date(), _held(person)
    if not may_manage_account(by, person, day=day):
        raise CannotLeave(_("Bạn không quản lý tài khoản này. Hãy nhờ quản trị cấp trên."))
    if person.leaves_on is None or person.leaves_on < day:
        raise CannotLeave(_("Không có ngày nghỉ nào sắp tới. Ai đã nghỉ thì mở lại tài khoản."))
    if not reason.strip():
        raise CannotLeave(_("Hãy ghi lý do, để người xem nhật ký sau này hiểu."), field="reason")
    before, person.leaves_on = {"leaves_on": person.leaves_on}, None
    person.save(update_fields=["leaves_on"])
    Leaving.objects.filter(person=person).delete()
    unit = home_unit(person)
    tell("people.leaving_withdrawn", person, by=by, now=now, unit=unit, reason=reason.strip(), before=before)


def let_leave(*, day: date, now: datetime) -> int:
    """Everybody whose last day is before the day, however long ago; says how many. A second time finds nobody."""
    over = Leaving.objects.filter(person__leaves_on__lt=day).order_by("person__leaves_on", "pk")
    return sum(finish_leaving(pk, day=day, now=now) for pk in over.values_list("person", flat=True))


@transaction.atomic
def finish_leaving(pk: int, *, day: date, now: datetime) -> bool:
    """Roles, stand-ins, programs, invitation and sign-ins end, the account is locked: by whoever set it, and why."""
    leaving = Leaving.objects.select_for_update(of=("self",)).select_related("person", "made_by").filter(person=pk)
    found = leaving.first()
    if found is None or found.person.leaves_on is None or found.person.leaves_on >= day:
        return False
    person, by, end = found.person, found.made_by, found.person.leaves_on + DAY
    unit, reason = home_unit(person), found.reason
    roles = _end_roles(person, end=end)
    stand_ins = _end_stand_ins(person, end=end, by=by, reason=reason, now=now)
    programs = _revoke_programs(person, by=by, reason=reason, now=now)
    Invitation.objects.filter(person=person).delete()
    end_all(person, now=now)
    before, person.is_active = {"is_active": person.is_active}, False
    person.save(update_fields=["is_active"])
    found.delete()
    ended = {"roles": roles, "stand_ins": stand_ins, "programs": programs}
    after = {"is_active": False, "leaves_on": person.leaves_on, **{key: names for key, names in ended.items() if names}}
    tell("people.left", person, by=by, now=now, unit=unit, reason=reason, before=before, after=after)
    return True


def _end_roles(person: Person, *, end: date) -> list[str]:
    """Each ends; one that would only begin later goes, and the record keeps its name."""
    ended = []
    for role in Role.objects.not_over(end).filter(person=person).with_units().order_by("begins", "pk"):
        ended.append(str(role))
        _end(role, end)
    return ended


def _end(held: Role | StandIn, end: date) -> None:
    if held.begins >= end:
        held.delete()
    else:
        held.ends = end
        held.save(update_fields=["ends"])


def _end_stand_ins(person: Person, *, end: date, by: Person, reason: str, now: datetime) -> list[str]:
    """Both ways; who is left without whoever stood in for them finds it in their own history."""
    either = StandIn.objects.not_over(end).filter(Q(person=person) | Q(absent=person))
    ended: list[str] = []
    for stand_in in either.select_related("person", "absent").order_by("begins", "pk"):
        before, ended = facts_of(stand_in), [*ended, str(stand_in)]
        _end(stand_in, end)
        if stand_in.absent != person:
            absent, unit = stand_in.absent, home_unit(stand_in.absent)
            after = facts_of(stand_in) if stand_in.pk else {}
            act, facts = "people.stand_in_ended", {"before": before, "after": after}
            tell(act, absent, by=by, now=now, unit=unit, reason=reason, **facts)
    return ended


def _revoke_programs(person: Person, *, by: Person, reason: str, now: datetime) -> list[str]:
    """Nobody answers for them any more. For good: an account that is opened again wakes no forgotten program."""
    revoked = []
    answered_for = ServiceAccount.objects.filter(responsible=person, revoked_at=None)
    for program in answered_for.select_related("person", "unit").order_by("pk"):
        program.revoked_at, program.person.is_active = now, False
        program.save(update_fields=["revoked_at"])
        program.person.save(update_fields=["is_active"])
        tell("people.program_revoked", program.person, by=by, now=now, unit=program.unit, reason=reason)
        revoked.append(str(program))
    return revoked
