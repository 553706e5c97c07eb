"""How Django finds the person of a session: active, and with the roles in force today. And when to stop guessing."""

from hashlib import sha256

from django.contrib.auth.backends import BaseBackend
from django.core.cache import cache
from django.http import HttpRequest

from dinhlang.apps.people.models import Person
from dinhlang.apps.people.queries import person_on, with_roles_on
from dinhlang.base import clock

TRIES = 10
PAUSE = 15 * 60


class PersonBackend(BaseBackend):
    """Sign-in by name and password."""

    def authenticate(
        self, request: HttpRequest | None, username: str = "", password: str = "", **_: object
    ) -> Person | None:
        person = Person.objects.filter(username=username.strip().lower()).first()
        if person is None:
            Person().set_password(password)  # as slow as a real check, so that nobody learns who exists
            return None
        if not person.check_password(password) or not person.is_active:
            return None
        return with_roles_on(person, day=clock.today())

    def get_user(self, user_id: int) -> Person | None:
        return person_on(user_id, day=clock.today())


def is_guessing(username: str, address: str) -> bool:
    """Whether a name was tried too often from an address, be it anyone's name or nobody's."""
    return int(cache.get(_key(username, address), 0)) >= TRIES


def count_wrong_try(username: str, address: str) -> None:
    """One more wrong try; the first opens a span of fifteen minutes."""
    key = _key(username, address)
    cache.add(key, 0, PAUSE)
    try:
        cache.incr(key)
    except ValueError:  # the span ended between the two lines
        cache.set(key, 1, PAUSE)


def forget_wrong_tries(username: str, address: str) -> None:
    """After a right try."""
    cache.delete(_key(username, address))


def _key(username: str, address: str) -> str:
    return "sign-in-" + sha256(f"{username.strip().lower()}|{address}".encode()).hexdigest()
