"""The language switch, the sign of life, and the clock."""

from datetime import date

import pytest
from django.conf import settings
from django.db import OperationalError

from dinhlang.base import clock, views


def test_a_living_process_says_so_and_asks_nobody(client):
    answer = client.get("/khoe/")  # without a database: pytest would refuse one

    assert (answer.status_code, answer.content) == (200, b"ok")


@pytest.mark.django_db
def test_the_house_is_ready_once_its_database_answers_and_is_of_this_version(client, monkeypatch):
    monkeypatch.setattr(views, "_known", set())
    monkeypatch.setattr(views.MigrationExecutor, "migration_plan", lambda self, targets: ["one more"])
    assert client.get("/san-sang/").status_code == 503
    monkeypatch.undo()

    assert (client.get("/san-sang/").status_code, client.get("/san-sang/").content) == (200, b"ok")


@pytest.mark.django_db
def test_the_house_is_not_ready_while_its_database_does_not_answer(client, monkeypatch):
    def fail(*_args, **_facts):
        raise OperationalError("no route to host")

    monkeypatch.setattr(views.connection, "cursor", fail)

    answer = client.get("/san-sang/")

    assert (answer.status_code, answer.content) == (503, b"not ready")


@pytest.mark.parametrize(("asked", "onward"), [("/vao/", "/vao/"), ("https://xau.example/", "/")])
def test_the_language_is_remembered_and_nobody_is_led_away(client, asked, onward):
    answer = client.post("/ngon-ngu/", {"language": "en", "next": asked})

    assert answer.headers["Location"] == onward
    assert client.cookies[settings.LANGUAGE_COOKIE_NAME].value == "en"


def test_a_link_does_not_switch_the_language(client):
    assert client.get("/ngon-ngu/").status_code == 405


def test_today_is_the_day_in_viet_nam(monkeypatch):
    from datetime import UTC, datetime

    from django.utils import timezone

    monkeypatch.setattr(timezone, "now", lambda: datetime(2026, 11, 20, 17, 30, tzinfo=UTC))

    assert clock.today() == date(2026, 11, 21)
    assert clock.now() == datetime(2026, 11, 20, 17, 30, tzinfo=UTC)
