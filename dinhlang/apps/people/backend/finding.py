"""How Django finds the person of a session: active, and with the roles in force today."""

from django.contrib.auth.backends import BaseBackend
from django.http import HttpRequest

from dinhlang.apps.people.models import Person
from dinhlang.apps.people.queries import person_on, with_roles_on
from dinhlang.base import clock


class PersonBackend(BaseBackend):
    """Sign-in by name and password."""

    def authenticate(
        self, request: HttpRequest | None, username: str = "", password: str = "", **_: object
    ) -> Person | None:
        person = Person.objects.filter(username=username.strip().lower()).first()
        if person is None:
            Person().set_password(password)  # as slow as a real check, so that nobody learns who exists
            return None
        day = clock.today()
        if not person.check_password(password) or not person.is_here_on(day):
            return None
        return with_roles_on(person, day=day)

    def get_user(self, user_id: int) -> Person | None:
        return person_on(user_id, day=clock.today())
