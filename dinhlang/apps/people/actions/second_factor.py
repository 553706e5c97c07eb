"""The second step at the door: turned on and off, passed, and taken off for whoever lost their telephone."""

from datetime import datetime
from hashlib import sha256

import pyotp
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from dinhlang.apps.people.access import may_manage_account
from dinhlang.apps.people.actions.passwords import new_password
from dinhlang.apps.people.actions.sign_ins import end_all
from dinhlang.apps.people.models import How, Person, RecoveryCode, SecondFactor
from dinhlang.apps.people.queries import home_unit
from dinhlang.apps.people.signals import tell
from dinhlang.base.refusal import Refusal
from dinhlang.base.secrets import hide, renewed, show

NUMBER_OF_CODES = 10
STEP = 30


class CannotTurnOn(Refusal):
    """The second factor cannot be turned on so."""


class CannotTurnOff(Refusal):
    """The second factor cannot be turned off so."""


class CannotTakeOff(Refusal):
    """Someone's second factor cannot be taken off so."""


@transaction.atomic
def turn_on(person: Person, *, password: str, secret: str, code: str, now: datetime, keep: str = "") -> list[str]:
    """From now on a code is asked for; the recovery codes are returned this once, and other sign-ins end.

    With the password, so that a computer left open does not give the account to somebody else's telephone.
    """
    if not person.check_password(password):
        raise CannotTurnOn(_("Mật khẩu đang dùng chưa đúng. Hãy nhập lại."), field="password")
    if SecondFactor.objects.filter(person=person).exists():
        raise CannotTurnOn(_("Xác nhận hai bước đang bật rồi."))
    step = _step_of(secret, code, after=0, now=now)
    if step is None:
        raise CannotTurnOn(
            _("Mã chưa đúng. Hãy xem đồng hồ của điện thoại có đúng giờ không, rồi nhập mã đang hiện."), field="code"
        )
    SecondFactor.objects.create(person=person, secret=hide(secret), latest_step=step, since=now)
    return _begun(person, now=now, keep=keep)


def _begun(person: Person, *, now: datetime, keep: str) -> list[str]:
    codes = [new_password() for _code in range(NUMBER_OF_CODES)]
    RecoveryCode.objects.bulk_create(RecoveryCode(person=person, digest=_digest(one)) for one in codes)
    end_all(person, now=now, keep=keep)
    tell("people.second_factor_on", person, by=person, now=now, unit=home_unit(person))
    return codes


@transaction.atomic
def turn_on_by_key(person: Person, *, password: str, now: datetime, keep: str = "") -> list[str]:
    """From now on one of the person's keys is asked for after the password; the recovery codes are returned once."""
    if not person.check_password(password):
        raise CannotTurnOn(_("Mật khẩu đang dùng chưa đúng. Hãy nhập lại."), field="password")
    if SecondFactor.objects.filter(person=person).exists():
        raise CannotTurnOn(_("Xác nhận hai bước đang bật rồi."))
    if not person.passkeys.exists():
        raise CannotTurnOn(_("Bạn chưa có khóa truy cập nào. Hãy thêm khóa trước."))
    SecondFactor.objects.create(person=person, secret="", since=now)
    return _begun(person, now=now, keep=keep)


@transaction.atomic
def pass_second_step(person: Person, *, code: str, now: datetime) -> How | None:
    """By which code the person passes, of the telephone or of the paper, or None; either is good once."""
    factor = SecondFactor.objects.select_for_update().filter(person=person).first()
    if factor is None:
        return None
    secret = show(factor.secret) if factor.secret else ""
    step = _step_of(secret, code, after=factor.latest_step, now=now) if secret else None
    if step is None:
        return How.RECOVERY_CODE if _use_recovery_code(person, code, now=now) else None
    factor.latest_step = step
    factor.save(update_fields=["latest_step"])
    return How.SECOND_STEP


def _use_recovery_code(person: Person, code: str, *, now: datetime) -> bool:
    unused = RecoveryCode.objects.filter(person=person, digest=_digest(code), used_at=None)
    if not unused.update(used_at=now):
        return False
    left = RecoveryCode.objects.filter(person=person, used_at=None).count()
    tell("people.recovery_code_used", person, by=person, now=now, unit=home_unit(person), after={"left": left})
    return True


@transaction.atomic
def turn_off(person: Person, *, password: str, code: str, now: datetime, keep: str = "") -> None:
    """With the password and a code, so that a computer left open is not enough; other sign-ins end."""
    if not person.check_password(password):
        raise CannotTurnOff(_("Mật khẩu đang dùng chưa đúng. Hãy nhập lại."), field="password")
    if not pass_second_step(person, code=code, now=now):
        raise CannotTurnOff(_("Mã chưa đúng hoặc đã dùng. Hãy chờ mã mới rồi nhập lại."), field="code")
    _remove(person)
    end_all(person, now=now, keep=keep)
    tell("people.second_factor_off", person, by=person, now=now, unit=home_unit(person))


@transaction.atomic
def take_off(person: Person, *, reason: str, by: Person, now: datetime) -> None:
    """By whoever looks after the account, for someone whose telephone and recovery codes are lost."""
    if person == by or not may_manage_account(by, person, day=timezone.localtime(now).date()):
        raise CannotTakeOff(_("Bạn không gỡ được xác nhận hai bước của tài khoản này. Hãy nhờ một quản trị khác."))
    if not SecondFactor.objects.filter(person=person).exists() and not person.passkeys.exists():
        raise CannotTakeOff(_("Tài khoản này không bật xác nhận hai bước."))
    if not reason.strip():
        raise CannotTakeOff(_("Hãy ghi lý do, để người xem nhật ký sau này hiểu."), field="reason")
    _remove(person)
    person.passkeys.all().delete()  # whoever lost the telephone lost the key on it
    end_all(person, now=now)
    tell("people.second_factor_taken_off", person, by=by, now=now, unit=home_unit(person), reason=reason.strip())


@transaction.atomic
def renew_secrets() -> int:
    """Hide every secret with the newest key, so that an old key can be thrown away; says how many there are."""
    factors = list(SecondFactor.objects.select_for_update().exclude(secret=""))
    for factor in factors:
        factor.secret = renewed(factor.secret)
    SecondFactor.objects.bulk_update(factors, ["secret"])
    return len(factors)


def _remove(person: Person) -> None:
    """Turned off by oneself, the keys on one's devices stay; see `take_off`."""
    SecondFactor.objects.filter(person=person).delete()
    RecoveryCode.objects.filter(person=person).delete()


def _step_of(secret: str, code: str, *, after: int, now: datetime) -> int | None:
    """The half minute to which a code belongs: this one, the one before or after, and none that was used."""
    typed = "".join(code.split())
    current = int(now.timestamp()) // STEP
    maker = pyotp.TOTP(secret)
    steps = [step for step in (current - 1, current, current + 1) if step > after]
    return next((step for step in steps if pyotp.utils.strings_equal(maker.generate_otp(step), typed)), None)


def _digest(code: str) -> str:
    """The codes are random and long, so a plain digest keeps them."""
    return sha256("".join(letter for letter in code.lower() if letter.isalnum()).encode()).hexdigest()
