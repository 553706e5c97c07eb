"""Wrong tries that are sent at once: no more are looked at than of those sent one after the other."""

from threading import Barrier, Thread

import pytest
from django.db import connection
from django.test import Client

from dinhlang.apps.people import actions
from dinhlang.apps.people.models import WrongTries
from dinhlang.apps.people.rules import PAIR
from dinhlang.apps.people.tests.factories import an_officer
from dinhlang.apps.units.tests.factories import a_committee
from dinhlang.base import clock
from dinhlang.base.testing import text_of


@pytest.mark.django_db(transaction=True)
def test_of_many_tries_sent_at_once_no_more_are_looked_at_than_are_free():
    if connection.vendor == "sqlite":
        pytest.skip("an in-memory database has no second writer")
    name, start, answers = an_officer(at=a_committee()).username, Barrier(30), []

    def guess():
        client = Client()
        start.wait()
        answers.append(text_of(client.post("/vao/", {"username": name, "password": "đoán mò"})))
        connection.close()

    threads = [Thread(target=guess) for _ in range(30)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    looked_at = sum("mật khẩu chưa đúng" in answer for answer in answers)
    assert (len(answers), looked_at) == (30, PAIR.free), list(WrongTries.objects.values_list("number", "wait_until"))


@pytest.mark.django_db(transaction=True)
def test_a_wrong_try_is_counted_while_a_right_one_is_forgotten():
    if connection.vendor == "sqlite":
        pytest.skip("an in-memory database has no second writer")
    now, troubles = clock.now(), []

    def often(act):
        try:
            for _ in range(40):
                act()
        except Exception as trouble:
            troubles.append(repr(trouble))
        connection.close()

    acts = [lambda: actions.count_wrong_try("ha", "203.0.113.7", now=now)] * 2
    acts += [lambda: actions.forget_wrong_tries("ha", "203.0.113.7")] * 2
    threads = [Thread(target=often, args=[act]) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert troubles == []
