"""Passwords: made at random for others, chosen for oneself."""

import secrets
from datetime import datetime

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from dinhlang.apps.people.access import may_manage_account
from dinhlang.apps.people.actions.sign_ins import end_all
from dinhlang.apps.people.actions.tries import forget_tries_of, forget_wrong_passwords_of
from dinhlang.apps.people.models import Invitation, Person
from dinhlang.apps.people.queries import home_unit
from dinhlang.apps.people.signals import tell
from dinhlang.base.refusal import Refusal

_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that is taken for another on paper


class CannotChangePassword(Refusal):
    """A password cannot be changed so."""


class WrongPassword(Refusal):
    """It is not the one that opens the account."""


def must_know_password(person: Person, password: str, *, field: str = "password") -> None:
    """So that a computer left open is not enough."""
    if not person.check_password(password):
        raise WrongPassword(_("Mật khẩu đang dùng chưa đúng. Hãy nhập lại."), field=field)


def new_password() -> str:
    """Four groups of four, 79 bits, easy to read out: "k7mp-x2qd-9rtw-hbn4"."""
    return "-".join("".join(secrets.choice(_LETTERS) for _place in range(4)) for _group in range(4))


@transaction.atomic
def reset_password(person: Person, *, by: Person, now: datetime) -> str:
    """A new random password, returned this once; every open session of the person ends."""
    if not may_manage_account(by, person, day=timezone.localtime(now).date()):
        raise CannotChangePassword(
            _("%(person)s có vai trò ngoài phạm vi của bạn. Hãy nhờ quản trị cấp trên.") % {"person": person.full_name}
        )
    if person == by:
        raise CannotChangePassword(_("Để đổi mật khẩu của chính mình, hãy dùng trang Đổi mật khẩu."))
    password = new_password()
    person.set_password(password)
    person.save(update_fields=["password"])
    person.passkeys.all().delete()  # whoever knew the old password may have added one
    _end_what_was_open(person, now=now)
    forget_tries_of(person)
    tell("people.password_reset", person, by=by, now=now, unit=home_unit(person))
    return password


@transaction.atomic
def change_own_password(person: Person, *, old: str, new: str, now: datetime, keep: str = "") -> None:
    """The person's own choice, after the old one; every other session of theirs ends (`keep`: the key of this one)."""
    must_know_password(person, old, field="old")
    if new == old:
        raise CannotChangePassword(_("Mật khẩu mới phải khác mật khẩu đang dùng."), field="new")
    try:
        validate_password(new, person)
    except ValidationError as weak:
        raise CannotChangePassword(weakness(weak), field="new") from weak
    person.set_password(new)
    person.save(update_fields=["password"])  # not the whole row: the account may have been locked meanwhile
    _end_what_was_open(person, now=now, keep=keep)
    forget_wrong_passwords_of(person)
    tell("people.password_changed", person, by=person, now=now, unit=home_unit(person))


def _end_what_was_open(person: Person, *, now: datetime, keep: str = "") -> None:
    """Sign-ins of before, and a link that would give the account another password."""
    end_all(person, now=now, keep=keep)
    Invitation.objects.filter(person=person).delete()


def weakness(weak: ValidationError) -> str:
    """Why a password will not do, in words."""
    # Django's own sentence on length is not translated in every release; ours say what to do.
    code = weak.error_list[0].code
    if code == "password_too_short":
        return _("Mật khẩu cần ít nhất 12 ký tự. Một câu ngắn dễ nhớ là mật khẩu tốt.")
    if code == "password_too_similar":
        return _("Mật khẩu giống tên hoặc địa chỉ của bạn quá. Hãy chọn một câu khác.")
    return _("Mật khẩu này nhiều người dùng nên dễ đoán. Hãy chọn một câu của riêng bạn.")
