"""A link with which someone chooses their own password: nobody else ever knows it."""

import secrets
from datetime import datetime
from hashlib import sha256

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from dinhlang.apps.people.access import may_manage_account
from dinhlang.apps.people.actions.passwords import CannotChangePassword, weakness
from dinhlang.apps.people.actions.sign_ins import end_all
from dinhlang.apps.people.actions.tries import forget_tries_of
from dinhlang.apps.people.models import Invitation, Person
from dinhlang.apps.people.models.people import here
from dinhlang.apps.people.queries import home_unit
from dinhlang.apps.people.rules import INVITED_FOR
from dinhlang.apps.people.signals import tell
from dinhlang.base.refusal import Refusal


class CannotInvite(Refusal):
    """No link can be made for this account."""


@transaction.atomic
def invite(person: Person, *, by: Person, now: datetime) -> str:
    """A new link's token, returned this once; an earlier link dies."""
    if person == by or not may_manage_account(by, person, day=timezone.localtime(now).date()):
        raise CannotInvite(_("Bạn không mời được tài khoản này. Hãy nhờ quản trị cấp trên."))
    if not person.is_here_on(timezone.localtime(now).date()):
        raise CannotInvite(_("Tài khoản này đang khóa. Hãy mở lại trước khi mời."))
    token = secrets.token_urlsafe(32)
    facts = {"digest": _digest(token), "made_by": by, "made_at": now, "good_until": now + INVITED_FOR}
    Invitation.objects.update_or_create(person=person, defaults=facts)
    tell("people.invited", person, by=by, now=now, unit=home_unit(person))
    return token


@transaction.atomic
def withdraw_invitation(person: Person, *, by: Person, now: datetime) -> None:
    """The link opens nothing any more."""
    if not may_manage_account(by, person, day=timezone.localtime(now).date()):
        raise CannotInvite(_("Bạn không quản lý tài khoản này. Hãy nhờ quản trị cấp trên."))
    gone, _kinds = Invitation.objects.filter(person=person).delete()
    if not gone:
        raise CannotInvite(_("Liên kết này đã được dùng hoặc đã rút rồi."))
    tell("people.invitation_withdrawn", person, by=by, now=now, unit=home_unit(person))


def invited(token: str, *, now: datetime) -> Person | None:
    """Whose link it is; nobody's where it was used, withdrawn, is too old or never was."""
    here_now = here(timezone.localtime(now).date(), "person__")
    found = Invitation.objects.filter(here_now, digest=_digest(token), good_until__gt=now)
    invitation = found.select_related("person").first()
    return invitation.person if invitation else None


@transaction.atomic
def accept_invitation(token: str, *, password: str, now: datetime) -> Person:
    """The person's own password from now on; the link is used up, and whoever was signed in so far is out."""
    person = invited(token, now=now)
    if person is None or not Invitation.objects.filter(digest=_digest(token)).delete()[0]:
        raise CannotInvite(_("Liên kết này không còn dùng được."))
    try:
        validate_password(password, person)
    except ValidationError as weak:
        raise CannotChangePassword(weakness(weak), field="new") from weak
    person.set_password(password)
    person.save(update_fields=["password"])
    person.passkeys.all().delete()  # as with a new password from the administrator
    forget_tries_of(person)
    end_all(person, now=now)
    tell("people.invitation_accepted", person, by=person, now=now, unit=home_unit(person))
    return person


def _digest(token: str) -> str:
    """Tokens are long and random, so a plain digest keeps them."""
    return sha256(token.encode()).hexdigest()
