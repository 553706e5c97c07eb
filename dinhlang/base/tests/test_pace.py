from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.cache import caches
from django.http import HttpResponse
from django.test import RequestFactory

from dinhlang.base import pace
from dinhlang.base.pace import Pace, address_of


@pytest.fixture(autouse=True)
def _three_pages_and_one_form(settings, monkeypatch):
    monkeypatch.setattr(pace.clock, "now", lambda: datetime(2026, 11, 20, 3, tzinfo=UTC))
    settings.READS_A_MINUTE, settings.WRITES_A_MINUTE = 3, 1
    caches["pace"].clear()


def asked(method="GET", *, address="203.0.113.5", person=None):
    request = RequestFactory().generic(method, "/", REMOTE_ADDR=address)
    request.user = person or AnonymousUser()
    return Pace(lambda _: HttpResponse("ok"))(request)


class Someone:
    is_authenticated = True

    def __init__(self, pk):
        self.pk = pk


def test_who_asks_too_fast_is_told_to_wait():
    statuses = [asked().status_code for _ in range(4)]

    assert statuses == [200, 200, 200, 429]
    assert (asked()["Retry-After"], "chờ một phút" in asked().content.decode()) == ("60", True)


def test_forms_are_counted_apart_and_more_strictly():
    assert [asked("POST").status_code for _ in range(2)] == [200, 429]
    assert asked("GET").status_code == 200


def test_another_address_and_a_person_at_the_same_address_go_on():
    for _ in range(4):
        asked()

    assert asked(address="203.0.113.6").status_code == 200
    assert asked(person=Someone(7)).status_code == 200


def test_a_person_is_counted_wherever_they_sit():
    statuses = [asked(address=f"203.0.113.{n}", person=Someone(8)).status_code for n in range(4)]

    assert statuses == [200, 200, 200, 429]


def test_a_household_has_one_network_of_long_addresses():
    statuses = [asked(address=f"2001:db8:1:2::{n}").status_code for n in range(4)]

    assert statuses == [200, 200, 200, 429]


def test_the_machine_itself_is_not_counted():
    assert {asked(address="127.0.0.1").status_code for _ in range(9)} == {200}


@pytest.mark.parametrize(("https", "address"), [(True, "198.51.100.9"), (False, "127.0.0.1")])
def test_only_our_own_proxy_is_believed(settings, https, address):
    settings.HTTPS = https
    request = RequestFactory().get("/", headers={"x-forwarded-for": "1.2.3.4, 198.51.100.9"})

    assert address_of(request) == address
