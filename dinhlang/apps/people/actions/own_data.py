"""What is done with an account because the person it is of asks for it: corrected, hidden, made nameless."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from dinhlang.apps.people.actions.accounts import facts_of
from dinhlang.apps.people.actions.sign_ins import end_all
from dinhlang.apps.people.models import (
    Identity,
    Invitation,
    Leaving,
    Passkey,
    Person,
    RecoveryCode,
    Role,
    SecondFactor,
    SignIn,
)
from dinhlang.apps.people.queries import home_unit
from dinhlang.apps.people.signals import tell
from dinhlang.base.refusal import Refusal
from dinhlang.pure.viet import one_line

REACH = ("honorific", "email", "phone")
"""What a person corrects alone. A name stands on official documents, so a second person looks at it first."""


class CannotCorrect(Refusal):
    """Nothing is corrected so."""


class CannotHideName(Refusal):
    """A name cannot be hidden or shown so."""


class CannotMakeNameless(Refusal):
    """An account cannot lose its name yet."""


@transaction.atomic
def correct_person(
    person: Person, *, facts: dict[str, str], by: Person, now: datetime, reason: str = ""
) -> dict[str, str]:
    """Write what is right instead of what was wrong; says what changed. Whoever calls has asked who may."""
    before = facts_of(person)
    wanted = {name: one_line(value) for name, value in facts.items() if name in {*REACH, "full_name"}}
    changed = {name: value for name, value in wanted.items() if value != before[name]}
    if not changed:
        raise CannotCorrect(_("Chưa có gì thay đổi. Hãy sửa ít nhất một mục."))
    if not changed.get("full_name", "x"):
        raise CannotCorrect(_("Hãy ghi họ và tên."), field="full_name")
    for name, value in changed.items():
        setattr(person, name, value)
    person.save(update_fields=[*changed, "sort_key", "search_text"])
    was = {name: before[name] for name in changed}
    tell("people.changed", person, by=by, now=now, unit=home_unit(person), reason=reason, before=was, after=changed)
    return changed


@transaction.atomic
def hide_name(person: Person, *, is_hidden: bool, reason: str, by: Person, now: datetime) -> Person:
    """Public pages no longer show the person's name, or show it again."""
    if person.is_name_hidden == is_hidden:
        raise CannotHideName(
            _("Tên này đang được hạn chế rồi.") if is_hidden else _("Tên này đang hiển thị bình thường.")
        )
    person.is_name_hidden = is_hidden
    person.save(update_fields=["is_name_hidden"])
    before, after = {"is_name_hidden": not is_hidden}, {"is_name_hidden": is_hidden}
    act = "people.name_hidden" if is_hidden else "people.name_shown"
    tell(act, person, by=by, now=now, unit=home_unit(person), reason=reason, before=before, after=after)
    return person


@transaction.atomic
def make_nameless(person: Person, *, reason: str, by: Person, now: datetime) -> Person:
    """The account loses name, ways of reaching and every way in; its number stays, so that the record stays true.

    Nothing of what was erased is written into the record again.
    """
    day = timezone.localtime(now).date()
    if person == by:
        raise CannotMakeNameless(_("Không thể tự xóa tài khoản đang dùng. Hãy nhờ một người quản trị khác."))
    if Role.objects.not_over(day).filter(person=person).exists():
        raise CannotMakeNameless(
            _("Người này còn giữ vai trò. Hãy kết thúc các vai trò trước, rồi xóa dữ liệu của tài khoản.")
        )
    end_all(person, now=now)
    for kept in (SecondFactor, RecoveryCode, Passkey, Identity, Invitation, SignIn, Leaving):
        kept._default_manager.filter(person=person).delete()
    person.username = f"da-xoa-{person.pk}"
    person.full_name = f"Người số {person.pk} (đã xóa tên)"  # data, not an answer: one language for all who read it
    person.honorific = person.email = person.phone = ""
    person.is_active, person.last_login, person.leaves_on = False, None, None
    person.set_unusable_password()
    person.save()
    tell("people.made_nameless", person, by=by, now=now, unit=home_unit(person), reason=reason)
    return person
