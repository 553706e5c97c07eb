"""Accounts: made, changed, locked and opened again."""

import re
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from dinhlang.apps.people.access import may_manage_account
from dinhlang.apps.people.actions.leaving import finish_leaving, must_leave_an_administrator
from dinhlang.apps.people.actions.passwords import new_password
from dinhlang.apps.people.actions.roles import give_role
from dinhlang.apps.people.actions.sign_ins import end_all
from dinhlang.apps.people.models import Invitation, Person, RoleKind
from dinhlang.apps.people.queries import home_unit
from dinhlang.apps.people.signals import tell
from dinhlang.apps.units import public as units
from dinhlang.base.refusal import Refusal
from dinhlang.pure.viet import one_line

_USERNAME = re.compile(r"[a-z0-9][a-z0-9._-]{1,59}")


class CannotCreatePerson(Refusal):
    """An account cannot be made as asked."""


class CannotChangePerson(Refusal):
    """An account cannot be changed by this person."""


class CannotSetActive(Refusal):
    """An account cannot be locked, or opened, by this person."""


@transaction.atomic
def create_person(
    *,
    username: str,
    full_name: str,
    honorific: str = "",
    email: str = "",
    phone: str = "",
    kind: str,
    unit: units.Unit,
    title: str = "",
    begins: date,
    ends: date | None = None,
    password: str = "",
    by: Person | None,
    now: datetime,
) -> tuple[Person, str]:
    """A new account with its first role; the password, random unless given, is returned this once."""
    password = password or new_password()
    person = Person(
        username=free_username(username),
        full_name=_named(full_name),
        honorific=honorific,
        email=email,
        phone=phone,
    )
    person.set_password(password)
    person.save()
    tell("people.created", person, by=by, now=now, unit=unit, after=facts_of(person))
    give_role(person, kind=kind, unit=unit, title=title, begins=begins, ends=ends, by=by, now=now)
    return person, password


def free_username(username: str) -> str:
    """The user name in small letters, if it is well formed and nobody's yet."""
    username = username.strip().lower()
    if not _USERNAME.fullmatch(username):
        raise CannotCreatePerson(
            _("Tên đăng nhập gồm 2 đến 60 chữ không dấu, số, dấu chấm, gạch nối; ví dụ: ha.nguyen."), field="username"
        )
    if Person.objects.filter(username=username).exists():
        raise CannotCreatePerson(
            _("Tên đăng nhập %(username)s đã có người dùng. Hãy thêm chữ hoặc số, ví dụ %(username)s2.")
            % {"username": username},
            field="username",
        )
    return username


def _named(full_name: str) -> str:
    name = one_line(full_name)
    if not name:
        raise CannotCreatePerson(_("Hãy ghi họ và tên."), field="full_name")
    return name


def facts_of(person: Person) -> dict[str, str]:
    """What the record keeps of an account; never anything about its password."""
    return {
        "username": person.username,
        "full_name": person.full_name,
        "honorific": person.honorific,
        "email": person.email,
        "phone": person.phone,
    }


@transaction.atomic
def change_person(
    person: Person, *, full_name: str, honorific: str, email: str, phone: str, by: Person, now: datetime
) -> Person:
    """Name, address and ways to reach someone; the user name stays for good."""
    _must_manage(by, person, now=now)
    before = facts_of(person)
    person.full_name, person.honorific, person.email, person.phone = _named(full_name), honorific, email, phone
    after = facts_of(person)
    changed = [key for key in after if after[key] != before[key]]
    if not changed:
        raise CannotChangePerson(_("Chưa có gì thay đổi. Hãy sửa ít nhất một mục."))
    person.save(update_fields=[*changed, "sort_key", "search_text"])
    tell(
        "people.changed",
        person,
        by=by,
        now=now,
        unit=home_unit(person),
        before={key: before[key] for key in changed},
        after={key: after[key] for key in changed},
    )
    return person


@transaction.atomic
def set_active(person: Person, *, is_active: bool, reason: str, by: Person, now: datetime) -> Person:
    """Lock an account, or open it again; locking ends all its sessions at once."""
    _must_manage(by, person, now=now)
    day = timezone.localtime(now).date()
    finish_leaving(person.pk, day=day, now=now)  # of whom no worker took care yet
    person.refresh_from_db(fields=["is_active", "leaves_on"])
    if person == by:
        raise CannotSetActive(_("Không thể tự khóa tài khoản của mình. Hãy nhờ một quản trị khác."))
    if person.is_active == is_active:
        raise CannotSetActive(_("Tài khoản này đang dùng rồi.") if is_active else _("Tài khoản này đã khóa rồi."))
    if not reason.strip():
        raise CannotSetActive(_("Hãy ghi lý do, để người xem nhật ký sau này hiểu."), field="reason")
    if by.leaves_on is not None and not is_active:
        must_leave_an_administrator(person, day=day)
    before: dict[str, object] = {"is_active": not is_active}
    after, person.is_active = {"is_active": is_active}, is_active
    if is_active and person.leaves_on is not None and person.leaves_on < day:
        before["leaves_on"], person.leaves_on = person.leaves_on, None
    person.save(update_fields=["is_active", "leaves_on"])
    if not is_active:
        end_all(person, now=now)
        Invitation.objects.filter(person=person).delete()
    act = "people.reactivated" if is_active else "people.deactivated"
    tell(act, person, by=by, now=now, unit=home_unit(person), reason=reason.strip(), before=before, after=after)
    return person


def _must_manage(by: Person, person: Person, *, now: datetime) -> None:
    if not may_manage_account(by, person, day=timezone.localtime(now).date()):
        raise CannotChangePerson(
            _("%(person)s có vai trò ngoài phạm vi của bạn. Hãy nhờ quản trị cấp trên.") % {"person": person.full_name}
        )


def make_first_administrator(
    *, username: str, full_name: str, unit: units.Unit, now: datetime, day: date
) -> tuple[Person, str]:
    """From the terminal, where nobody is signed in: the first administrator, or one more when all are locked out."""
    return create_person(
        username=username,
        full_name=full_name,
        kind=RoleKind.ADMINISTRATOR,
        unit=unit,
        begins=day,
        by=None,
        now=now,
    )
