"""Service accounts: programs that read here. Made, given a new token, revoked; and recognised by a token."""

import secrets
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from hashlib import sha256

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from dinhlang.apps.people.access import may_give_program, may_manage_program
from dinhlang.apps.people.models import Person, ServiceAccount, Token
from dinhlang.apps.people.rules import FOR_PROGRAMS, Word
from dinhlang.apps.people.signals import tell
from dinhlang.apps.units import public as units
from dinhlang.base.refusal import Refusal
from dinhlang.pure.viet import one_line

LONGEST = timedelta(days=366)
OVERLAP = timedelta(days=1)
"""How long the old token goes on after a new one was made, so that nothing stands still while it is put in place."""
MARK = "dl_"
SHOWN = len(MARK) + 8


class CannotMakeProgram(Refusal):
    """A service account cannot be made so."""


class CannotChangeProgram(Refusal):
    """A service account cannot be given a token, or revoked, so."""


@transaction.atomic
def make_program(
    *,
    name: str,
    unit: units.Unit,
    responsible: Person,
    words: Iterable[str],
    ends: date,
    by: Person,
    now: datetime,
) -> tuple[ServiceAccount, str]:
    """A new service account; its token is returned this once."""
    carried = sorted(Word(word) for word in words)
    _must_be_possible(name=name, unit=unit, responsible=responsible, words=carried, ends=ends, by=by, now=now)
    # No person's user name holds a colon, so nobody can be taken for a program.
    person = Person(username=f"may:{secrets.token_hex(12)}", full_name=one_line(name))
    person.set_unusable_password()
    person.save()
    account = ServiceAccount.objects.create(
        person=person, unit=unit, responsible=responsible, words=carried, ends=ends, made_at=now
    )
    tell("people.program_made", person, by=by, now=now, unit=unit, after=_facts(account))
    return account, _new_token(account, now=now)


def _must_be_possible(
    *, name: str, unit: units.Unit, responsible: Person, words: list[Word], ends: date, by: Person, now: datetime
) -> None:
    today = timezone.localtime(now).date()
    if not one_line(name):
        raise CannotMakeProgram(_("Hãy đặt tên cho tài khoản máy, ví dụ: Cổng dữ liệu tỉnh."), field="name")
    if not words or not FOR_PROGRAMS.issuperset(words):
        raise CannotMakeProgram(_("Hãy chọn ít nhất một quyền đọc. Máy không làm thay người."), field="words")
    if not today < ends <= today + LONGEST:
        raise CannotMakeProgram(
            _("Ngày hết hạn phải sau hôm nay và không quá một năm. Hết hạn thì tạo tài khoản mới."), field="ends"
        )
    if not may_give_program(by, unit=unit, words=words):
        raise CannotMakeProgram(
            _("%(unit)s, hoặc một quyền đã chọn, nằm ngoài phạm vi của bạn.") % {"unit": unit.full_name}, field="unit"
        )
    if not Person.objects.within(by.reach(Word.PEOPLE_MANAGE)).here_on(today).filter(pk=responsible.pk).exists():
        raise CannotMakeProgram(
            _("Người phụ trách phải là người đang dùng tài khoản, trong phạm vi của bạn."), field="responsible"
        )


def _facts(account: ServiceAccount) -> dict[str, object]:
    """What the record keeps; never anything of the token."""
    return {
        "name": account.person.full_name,
        "unit": account.unit.full_name,
        "responsible": account.responsible.full_name,
        "words": list(account.words),
        "ends": account.ends,
    }


@transaction.atomic
def renew_token(account: ServiceAccount, *, by: Person, now: datetime) -> str:
    """A new token, returned this once; the one before it goes on for a day."""
    account = _to_change(account, by=by)
    if not account.works_on(timezone.localtime(now).date()):
        raise CannotChangeProgram(_("Tài khoản máy này không còn hoạt động. Hãy tạo tài khoản mới."))
    account.tokens.filter(ends_at=None).update(ends_at=now + OVERLAP)
    token = _new_token(account, now=now)
    tell("people.program_token_renewed", account.person, by=by, now=now, unit=account.unit)
    return token


@transaction.atomic
def revoke_program(account: ServiceAccount, *, reason: str, by: Person, now: datetime) -> None:
    """Its tokens open nothing from this moment; the record keeps what it was."""
    account = _to_change(account, by=by)
    if account.revoked_at is not None:
        raise CannotChangeProgram(_("Tài khoản máy này đã thu hồi rồi."))
    if not reason.strip():
        raise CannotChangeProgram(_("Hãy ghi lý do, để người xem nhật ký sau này hiểu."), field="reason")
    account.revoked_at = now
    account.save(update_fields=["revoked_at"])
    account.person.is_active = False
    account.person.save(update_fields=["is_active"])
    tell("people.program_revoked", account.person, by=by, now=now, unit=account.unit, reason=reason.strip())


def _to_change(account: ServiceAccount, *, by: Person) -> ServiceAccount:
    """The row as it is now, held for this change."""
    if not may_manage_program(by, account):
        raise CannotChangeProgram(_("Tài khoản máy này nằm ngoài phạm vi của bạn. Hãy nhờ quản trị cấp trên."))
    return ServiceAccount.objects.select_for_update(of=("self",)).select_related("person", "unit").get(pk=account.pk)


def _new_token(account: ServiceAccount, *, now: datetime) -> str:
    token = MARK + secrets.token_urlsafe(32)
    Token.objects.create(account=account, start=token[:SHOWN], digest=_digest(token), made_at=now)
    return token


def program_of(token: str, *, now: datetime) -> Person | None:
    """The program that shows the token, carrying what it may today; its first coming of a day is recorded."""
    day = timezone.localtime(now).date()
    good = Token.objects.filter(Q(ends_at=None) | Q(ends_at__gt=now), digest=_digest(token))
    found = good.select_related("account__person", "account__unit", "account__responsible").first()
    if found is None or not found.account.works_on(day):
        return None
    person = found.account.person.carry([found.account], day=day)
    if found.last_used_on != day:
        _note_coming(found, person, day=day, now=now)
    return person


@transaction.atomic
def _note_coming(token: Token, person: Person, *, day: date, now: datetime) -> None:
    """Once a day and token, whoever comes first: enough to see what is still used, without a row for each page."""
    first = Token.objects.filter(Q(last_used_on=None) | Q(last_used_on__lt=day), pk=token.pk).update(last_used_on=day)
    if first:
        after = {"token": str(token)}
        tell("people.program_came", person, by=person, now=now, unit=token.account.unit, after=after)


def _digest(token: str) -> str:
    """Tokens are random and long, so a plain digest keeps them."""
    return sha256(token.encode()).hexdigest()
