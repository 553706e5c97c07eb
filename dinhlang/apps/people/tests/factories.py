"""The people of every test: each has a fixed name and role, and carries the role as of the test's day."""

from contextlib import suppress
from datetime import datetime, timedelta
from itertools import count
from zoneinfo import ZoneInfo

from dinhlang.apps.people.actions import make_program, trying
from dinhlang.apps.people.actions.tries import minutes_to_wait
from dinhlang.apps.people.models import Person, Role
from dinhlang.apps.people.queries import with_roles_on
from dinhlang.apps.units import public as units
from dinhlang.apps.units.tests.factories import LONG_AGO, TODAY, a_committee, a_village
from dinhlang.base import clock
from dinhlang.base.refusal import Refusal

NOW = datetime(2026, 11, 20, 8, 30, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
PASSWORD = "cây đa bến nước sân đình"
_numbers = count(1)


def a_person(name="Người Lạ", *, honorific="", username=None) -> Person:
    person = Person(full_name=name, honorific=honorific, username=username or f"nguoi{next(_numbers)}")
    person.set_password(PASSWORD)
    person.save()
    return with_roles_on(person, day=TODAY)


def with_role(person, kind, unit, *, title="", begins=LONG_AGO, ends=None, day=TODAY) -> Person:
    Role.objects.create(
        person=person, unit=unit, place=units.place_of(unit), kind=kind, title=title, begins=begins, ends=ends
    )
    return with_roles_on(person, day=day)


def an_officer(*, at=None) -> Person:
    return with_role(a_person("Nguyễn Thị Hà", honorific="chị"), "officer", at or a_committee(), title="Chuyên viên")


def a_leader(*, at=None) -> Person:
    return with_role(a_person("Trần Thị Lan", honorific="bà"), "leader", at or a_committee(), title="Chủ tịch")


def a_village_head(*, at=None) -> Person:
    return with_role(a_person("Lê Văn Tư", honorific="ông"), "village_head", at or a_village(), title="Trưởng thôn")


def an_inspector(*, at=None) -> Person:
    return with_role(a_person("Phạm Văn Minh", honorific="ông"), "inspector", at or a_committee())


def a_viewer(*, at=None) -> Person:
    return with_role(a_person("Đỗ Thị Vân", honorific="chị"), "viewer", at or a_committee())


def an_administrator(*, at=None) -> Person:
    return with_role(a_person("Vũ Anh Quân", honorific="anh"), "administrator", at or a_committee())


def a_stranger() -> Person:
    """Signed in, but with no role anywhere."""
    return a_person()


def a_program(*, at, words=("plans.read",)) -> str:
    """A service account over a unit, as of the real today; its token."""
    quan, now = an_administrator(at=at), clock.now()
    if "intake.take_in" in words:  # nobody gives a word that they do not hold
        quan = with_role(quan, "officer", at)
    ends = now.date() + timedelta(days=90)
    facts = {"unit": at, "words": words, "responsible": quan, "ends": ends, "by": quan, "now": now}
    return make_program(name="Cổng dữ liệu tỉnh", **facts)[1]


def sign_in(client, person) -> Person:
    """Sign a person in to the test client; the page sees the roles of the real today."""
    client.force_login(person)
    return person


def wrong_tries(times, name, address, *, now) -> datetime:
    """One after the other, each as soon as it may be ("{}" in the address is its number); when the last was."""
    for number in range(times):
        now += timedelta(minutes=minutes_to_wait(name, address.format(number), now=now))
        with suppress(Refusal), trying(name, address.format(number), now=now):
            raise Refusal("wrong")
    return now
