"""Roles in units: given from a day, ended on a day."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from dinhlang.apps.people.access import may_end, may_give
from dinhlang.apps.people.models import Person, Role, RoleKind
from dinhlang.apps.people.queries import is_administered
from dinhlang.apps.people.signals import tell
from dinhlang.apps.units import public as units
from dinhlang.base.refusal import Refusal


class CannotGiveRole(Refusal):
    """A role cannot be given so."""


class CannotEndRole(Refusal):
    """A role cannot be ended so."""


@transaction.atomic
def give_role(
    person: Person,
    *,
    kind: str,
    unit: units.Unit,
    title: str = "",
    begins: date,
    ends: date | None = None,
    reason: str = "",
    by: Person | None,
    now: datetime,
) -> Role:
    """The person is this in the unit from a day, and until before another if one is named. No giver: the house."""
    place = units.place_of(unit)
    giver = by.by_own_roles() if by is not None and by == person else by  # nobody keeps what was only lent to them
    if giver is not None and not may_give(giver, kind=kind, unit=unit, place=place):
        raise CannotGiveRole(
            _("%(unit)s nằm ngoài phạm vi quản trị của bạn. Hãy chọn đơn vị khác hoặc nhờ quản trị cấp trên.")
            % {"unit": unit.full_name},
            field="unit",
        )
    _must_fit(person, kind=kind, unit=unit, begins=begins, ends=ends)
    role = Role.objects.create(
        person=person, unit=unit, place=place, kind=kind, title=title.strip(), begins=begins, ends=ends
    )
    after = _facts(role)
    tell("people.role_given", person, by=by, now=now, unit=unit, reason=reason.strip(), after=after)
    return role


def _must_fit(person: Person, *, kind: str, unit: units.Unit, begins: date, ends: date | None) -> None:
    if ends is not None and ends <= begins:
        raise CannotGiveRole(_("Ngày kết thúc phải sau ngày bắt đầu (%(day)s).") % _day(begins), field="ends")
    if units.version_of(unit, day=begins) is None:
        raise CannotGiveRole(
            _("%(unit)s không hoạt động vào ngày %(day)s. Hãy chọn ngày khác hoặc đơn vị khác.")
            % {"unit": unit.full_name, **_day(begins)},
            field="begins",
        )
    if person.leaves_on is not None and begins > person.leaves_on:
        raise CannotGiveRole(
            _("%(person)s nghỉ việc sau ngày %(day)s. Hãy bỏ ngày nghỉ, hoặc mở lại tài khoản, trước.")
            % {"person": person.full_name, **_day(person.leaves_on)},
            field="begins",
        )
    same = Role.objects.filter(person=person, unit=unit, kind=kind).sharing_a_day(begins, ends).first()
    if same is not None:
        raise CannotGiveRole(
            _("%(person)s đã là %(role)s từ ngày %(day)s. Hãy kết thúc vai trò đó trước, hoặc chọn thời gian khác.")
            % {"person": person.full_name, "role": same, **_day(same.begins)},
            field="begins",
        )


def _day(day: date) -> dict[str, str]:
    return {"day": f"{day:%d/%m/%Y}"}


def _facts(role: Role) -> dict[str, object]:
    facts = {
        "role": role.kind,
        "unit": role.unit.full_name,
        "title": role.title,
        "begins": role.begins,
        "ends": role.ends,
    }
    return {key: value for key, value in facts.items() if value}


@transaction.atomic
def end_role(role: Role, *, day: date, reason: str, by: Person | None, now: datetime) -> None:
    """The role holds for the last time on the day before; one that would never have held is withdrawn."""
    if by is not None:
        _must_be_allowed_to_end(role, day=day, by=by)
    if role.ends is not None and role.ends <= day:
        raise CannotEndRole(_("Vai trò này đã kết thúc từ ngày %(day)s.") % _day(role.ends), field="day")
    if not reason.strip():
        raise CannotEndRole(_("Hãy ghi lý do, để người xem nhật ký sau này hiểu."), field="reason")
    before, act = _facts(role), "people.role_withdrawn"
    if day <= role.begins:
        role.delete()
    else:
        act, role.ends = "people.role_ended", day
        role.save(update_fields=["ends"])
    after = {} if act == "people.role_withdrawn" else _facts(role)
    tell(act, role.person, by=by, now=now, unit=role.unit, reason=reason.strip(), before=before, after=after)


def _must_be_allowed_to_end(role: Role, *, day: date, by: Person) -> None:
    if not may_end(by, role):
        raise CannotEndRole(_("Vai trò này nằm ngoài phạm vi quản trị của bạn. Hãy nhờ quản trị cấp trên."))
    goes = role.person_id == by.pk or by.leaves_on is not None
    if goes and role.kind == RoleKind.ADMINISTRATOR and not _is_looked_after(role, day=day):
        raise CannotEndRole(
            _("Đây là vai trò quản trị cuối cùng. Hãy trao nó cho một người khác trước, kẻo không ai vào được.")
        )


def _is_looked_after(role: Role, *, day: date) -> bool:
    """Whether somebody else administers the place from the day on, or the holder at least another place."""
    own = Role.objects.filter(person=role.person, kind=RoleKind.ADMINISTRATOR, ends=None, begins__lte=day)
    span = (max(day, role.begins), role.ends)
    return own.exclude(pk=role.pk).exists() or is_administered(role.place, span=span, without=Q(pk=role.pk))
