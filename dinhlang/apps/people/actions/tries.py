"""Wrong tries are counted in the database, so for all processes together, and whether or not what was tried exists."""

from collections.abc import Iterator
from datetime import datetime
from hashlib import sha256

from django.db.models import F, Max

from dinhlang.apps.people.models import WrongTries
from dinhlang.apps.people.rules import ADDRESS, FORGOTTEN_AFTER, NAME, PAIR, Bound


def minutes_to_wait(name: str, address: str, *, now: datetime) -> int:
    """How long nobody may try this name from this address; nought where one may."""
    keys = [key for key, _bound in _counts(name, address)]
    until = WrongTries.objects.filter(key__in=keys, wait_until__gt=now).aggregate(until=Max("wait_until"))["until"]
    return 0 if until is None else -int(-(until - now).total_seconds() // 60)


def count_wrong_try(name: str, address: str, *, now: datetime) -> None:
    """One more, for the two together and for each alone."""
    for key, bound in _counts(name, address):
        _count(key, bound, now=now)


def forget_wrong_tries(name: str, address: str) -> None:
    """After a right try; what came from the address with other names stays counted."""
    WrongTries.objects.filter(key__in=[_key("pair", name, address), _key("name", name)]).delete()


def forget_name(name: str) -> None:
    """An administrator gave a new password: no one has to wait any more who knows it."""
    WrongTries.objects.filter(key=_key("name", name)).delete()


def sweep_wrong_tries(*, now: datetime) -> int:
    """Those of days ago go."""
    gone, _kinds = WrongTries.objects.filter(latest_at__lt=now - FORGOTTEN_AFTER).delete()
    return gone


def _counts(name: str, address: str) -> Iterator[tuple[str, Bound]]:
    yield _key("pair", name, address), PAIR
    yield _key("name", name), NAME
    yield _key("address", address), ADDRESS


def _count(key: str, bound: Bound, *, now: datetime) -> None:
    """Atomic steps, so that two processes that count at once count two."""
    WrongTries.objects.bulk_create([WrongTries(key=key, latest_at=now)], ignore_conflicts=True)
    WrongTries.objects.filter(key=key, latest_at__lt=now - FORGOTTEN_AFTER).update(number=0, wait_until=None)
    WrongTries.objects.filter(key=key).update(number=F("number") + 1, latest_at=now)
    wait = bound.wait_after(WrongTries.objects.get(key=key).number)
    if wait is not None:
        WrongTries.objects.filter(key=key).update(wait_until=now + wait)


def _key(*parts: str) -> str:
    return sha256("|".join(part.strip().lower() for part in parts).encode()).hexdigest()
