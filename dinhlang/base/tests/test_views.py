"""The language switch, the sign of life, and the clock."""

from datetime import date

import pytest
from django.conf import settings

from dinhlang.base import clock


@pytest.mark.django_db
def test_the_house_says_that_it_stands(client):
    answer = client.get("/khoe/")

    assert (answer.status_code, answer.content) == (200, b"ok")


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
