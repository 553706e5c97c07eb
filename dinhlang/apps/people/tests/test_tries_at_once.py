"""Wrong tries that are sent at once: no more are looked at than of those sent one after the other."""

from contextlib import suppress
from threading import Barrier, Thread

import pyotp
import pytest
from django.db import connection
from django.test import Client

from dinhlang.apps.people import actions
from dinhlang.apps.people.models import WrongTries
from dinhlang.apps.people.rules import PAIR
from dinhlang.apps.people.tests.factories import PASSWORD, a_person, an_officer, sign_in
from dinhlang.apps.people.tests.test_passkeys import Device, add
from dinhlang.apps.units.tests.factories import a_committee
from dinhlang.base import clock
from dinhlang.base.refusal import Refusal
from dinhlang.base.testing import text_of

pytestmark = pytest.mark.usefixtures("many_writers")
NEW, WAIT = "mái đình cong vút trăng", "Đã thử sai nhiều lần"


def at_once(*acts):
    """Each in a thread of its own; what went wrong in them."""
    start, troubles = Barrier(len(acts)), []

    def run(act):
        try:
            start.wait()
            act()
        except Exception as trouble:
            troubles.append(repr(trouble))
        finally:
            connection.close()

    threads = [Thread(target=run, args=[act]) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return troubles


def looked_at(path, form, *, session="", number=30):
    """How many of so many posts at once were answered otherwise than that one must wait."""
    answers = []

    def guess():
        client = Client()
        client.cookies["sessionid"] = session
        answers.append(text_of(client.post(path, form, follow=True)))

    assert at_once(*[guess] * number) == []
    assert len(answers) == number
    return sum(WAIT not in answer for answer in answers)


def test_of_many_tries_at_the_door_no_more_are_looked_at_than_are_free():
    name = an_officer(at=a_committee()).username

    assert looked_at("/vao/", {"username": name, "password": "đoán mò"}) == PAIR.free, WrongTries.objects.values()


def with_a_key(ha):
    return add(ha, Device())


def with_codes(ha):
    now, secret = clock.now(), pyotp.random_base32()
    actions.turn_on(ha, password=PASSWORD, secret=secret, code=pyotp.TOTP(secret).at(now), now=now)


WRONG = {"password": "đoán mò", "code": "000000"}
OWN_PAGES = {
    "password": (None, "mat-khau/", {"old": "đoán mò", "new": NEW, "again": NEW}),
    "turning on": (None, "hai-buoc/", WRONG),
    "turning on by key": (with_a_key, "hai-buoc/khoa/", WRONG),
    "turning off": (with_codes, "hai-buoc/tat/", WRONG),
    "turning off, the password known": (with_codes, "hai-buoc/tat/", WRONG | {"password": PASSWORD}),
    "another key": (None, "khoa/", WRONG | {"name": "máy", "answer": "{}", "asked": "x"}),
    "one key less": (with_a_key, "khoa/{key}/bo/", WRONG),
}


@pytest.mark.parametrize(("prepare", "path", "form"), OWN_PAGES.values(), ids=list(OWN_PAGES))
def test_of_many_tries_on_ones_own_pages_no_more_are_looked_at_than_are_free(client, prepare, path, form):
    ha = an_officer(at=a_committee())
    made = prepare(ha) if prepare else None
    sign_in(client, ha)

    address = "/nguoi/" + path.format(key=getattr(made, "pk", ""))

    assert looked_at(address, form, session=client.session.session_key) == PAIR.free, WrongTries.objects.values()


def test_of_many_keys_shown_at_the_door_no_more_are_looked_at_than_are_free():
    assert looked_at("/vao/khoa/", {"answer": "{}", "asked": "x"}) == PAIR.free, WrongTries.objects.values()


def test_wrong_tries_of_many_processes_are_all_counted():
    now = clock.now()

    def wrong():
        for _ in range(2):
            with suppress(Refusal), actions.trying("ha", "203.0.113.7", now=now):
                raise Refusal("wrong")

    assert at_once(*[wrong] * 4) == []
    assert set(WrongTries.objects.values_list("number", flat=True)) == {8}


def test_a_wrong_try_is_counted_while_a_right_one_is_forgotten():
    now = clock.now()

    def often(*, is_right):
        for _ in range(40):
            with suppress(Refusal), actions.trying("ha", "203.0.113.7", now=now):
                if not is_right:
                    raise Refusal("wrong")

    acts = [lambda: often(is_right=False), lambda: often(is_right=True)]

    assert at_once(*acts * 2) == []


def test_a_right_password_elsewhere_does_not_let_codes_be_guessed_without_end(client):
    ha = a_person()
    with_codes(ha)
    sign_in(client, ha)
    for _ in range(PAIR.free):
        client.post("/nguoi/hai-buoc/tat/", {"password": PASSWORD, "code": "000000"})

    client.post("/nguoi/mat-khau/", {"old": PASSWORD, "new": NEW, "again": NEW})

    page = client.post("/nguoi/hai-buoc/tat/", {"password": NEW, "code": "000000"})
    assert WAIT in text_of(page)
