"""Wrong tries are counted in the database, so for all processes together, and whether or not what was tried exists."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from hashlib import sha256

from django.db import transaction
from django.db.models import F, Max
from django.utils import timezone
from django.utils.translation import gettext as _

from dinhlang.apps.people.access import may_manage_account
from dinhlang.apps.people.models import Person, WrongTries
from dinhlang.apps.people.queries import home_unit
from dinhlang.apps.people.rules import ADDRESS, FORGOTTEN_AFTER, NAME, PAIR, Bound
from dinhlang.apps.people.signals import tell
from dinhlang.base.refusal import Refusal


class CannotTryYet(Refusal):
    """Something was tried wrongly too often; the sentence is the same for everyone, whether or not it exists."""

    def __init__(self, minutes: int, *, field: str | None) -> None:
        words = _("Đã thử sai nhiều lần. Hãy chờ %(minutes)d phút rồi thử lại, hoặc nhờ quản trị đặt lại mật khẩu.")
        super().__init__(words % {"minutes": minutes}, field=field)


class CannotLetTryAgain(Refusal):
    """Nobody's wait can be ended so."""


@contextmanager
def trying(name: str, address: str, *, now: datetime, field: str | None = None) -> Iterator[None]:
    """The one way to look at what somebody shows, at the door and inside: a refusal within says that it was wrong.

    Only a right one is forgotten. Whoever has to wait is refused beside the field before anything is looked at.
    """
    if minutes := begin_try(name, address, now=now):
        raise CannotTryYet(minutes, field=field)
    try:
        yield
    except Refusal:
        count_wrong_begun(address, now=now)
        raise
    _forget(name, address)


def minutes_to_wait(name: str, address: str, *, now: datetime) -> int:
    """How long nobody may try this name from this address; nought where one may."""
    keys = [key for key, _bound in _counts(name, address)]
    until = WrongTries.objects.filter(key__in=keys, wait_until__gt=now).aggregate(until=Max("wait_until"))["until"]
    return 0 if until is None else -int(-(until - now).total_seconds() // 60)


def begin_try(name: str, address: str, *, now: datetime) -> int:
    """Minutes to wait; or nought, and the try is counted as wrong before anything is looked at.

    So of many that are sent at once no more are looked at than of those sent in a row. A right one is forgotten
    (`trying`); a wrong one is then counted for its address (`count_wrong_begun`), whose bound is loose.
    """
    return minutes_to_wait(name, address, now=now) or _begin(name, address, now=now)


@transaction.atomic
def _begin(name: str, address: str, *, now: datetime) -> int:
    counted = sorted(((key, bound) for key, bound in _counts(name, address) if bound is not ADDRESS), key=_by_key)
    rows = [WrongTries(key=key, name_key=_key("name", name), latest_at=now) for key, _bound in counted]
    # Held until the end, always in the same order.
    WrongTries.objects.bulk_create(rows, update_conflicts=True, unique_fields=["key"], update_fields=["name_key"])
    minutes = minutes_to_wait(name, address, now=now)
    for key, bound in () if minutes else counted:
        _count(key, bound, name_key=_key("name", name), now=now)
    return minutes


def _by_key(counted: tuple[str, Bound]) -> str:
    return counted[0]


def count_wrong_begun(address: str, *, now: datetime) -> None:
    """What `begin_try` let pass was wrong: its address is counted too."""
    _count(_key("address", address), ADDRESS, name_key="", now=now)


def _forget(name: str, address: str) -> None:
    """After a right try; what came from the address with other names stays counted."""
    for key in (_key("pair", name, address), _key("name", name)):  # one at a time: who holds one waits for none
        WrongTries.objects.filter(key=key).delete()


def forget_tries_of(person: Person) -> None:
    """Whoever is given a new password need not wait any more, wherever it was tried."""
    WrongTries.objects.filter(name_key__in=_name_keys(person)).delete()


def forget_wrong_passwords_of(person: Person) -> None:
    """Whoever chose a new one need not wait for the old one any more; wrong codes stay counted."""
    keys = [_key("name", name) for name in (person.username, own_name(person))]
    WrongTries.objects.filter(name_key__in=keys).delete()


@transaction.atomic
def let_try_again(person: Person, *, reason: str, by: Person, now: datetime) -> None:
    """By whoever looks after the account, for someone who mistyped too often."""
    if person == by or not may_manage_account(by, person, day=timezone.localtime(now).date()):
        raise CannotLetTryAgain(_("Bạn không quản lý tài khoản này. Hãy nhờ quản trị cấp trên."))
    if not reason.strip():
        raise CannotLetTryAgain(_("Hãy ghi lý do, để người xem nhật ký sau này hiểu."), field="reason")
    if waits_until(person, now=now) is None:
        raise CannotLetTryAgain(_("Tài khoản này không phải chờ nữa."))
    forget_tries_of(person)
    tell("people.wait_ended", person, by=by, now=now, unit=home_unit(person), reason=reason.strip())


def waits_until(person: Person, *, now: datetime) -> datetime | None:
    """Until when somebody has to wait who tries this person's name, from some address or from all."""
    waits = WrongTries.objects.filter(name_key__in=_name_keys(person), wait_until__gt=now)
    return waits.aggregate(until=Max("wait_until"))["until"]


def _name_keys(person: Person) -> list[str]:
    return [_key("name", name) for name in (person.username, own_name(person), second_step_name(person))]


def own_name(person: Person) -> str:
    """What wrong passwords on one's own pages are counted under; no user name holds a space."""
    return f"own {person.pk}"


def second_step_name(person: Person) -> str:
    """What wrong codes are counted under, at the door and where one turns them off: no right password forgets them."""
    return f"second step {person.pk}"


def _counts(name: str, address: str) -> Iterator[tuple[str, Bound]]:
    yield _key("pair", name, address), PAIR
    yield _key("name", name), NAME
    yield _key("address", address), ADDRESS


@transaction.atomic
def _count(key: str, bound: Bound, *, name_key: str, now: datetime) -> None:
    """Two processes that count at once count two, and each reads its own number: none steps over the bound."""
    row = WrongTries(key=key, name_key=name_key, latest_at=now)  # held, so that nobody forgets it in the middle
    WrongTries.objects.bulk_create([row], update_conflicts=True, unique_fields=["key"], update_fields=["name_key"])
    WrongTries.objects.filter(key=key, latest_at__lt=now - FORGOTTEN_AFTER).update(number=0, wait_until=None)
    WrongTries.objects.filter(key=key).update(number=F("number") + 1, latest_at=now)
    wait = bound.wait_after(WrongTries.objects.get(key=key).number)
    if wait is not None:
        WrongTries.objects.filter(key=key).update(wait_until=now + wait)


def _key(*parts: str) -> str:
    return sha256("|".join(part.strip().lower() for part in parts).encode()).hexdigest()
