"""What stands in the head of every kind of answer."""

import pytest
from django.test import Client

from dinhlang.apps.people.tests.factories import sign_in
from tests.house.walk import on_the_day_of_the_tests
from tests.house.world import World

LOCKS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}


@pytest.fixture
def answers(db, client):
    """One of each kind, as an officer gets it."""
    world = World()
    sign_in(client, world.persons["officer"])
    with on_the_day_of_the_tests():
        got = {
            "page": client.get("/ban-viec/"),
            "redirect": client.get("/vao/"),
            "file": client.get(f"/nhiem-vu/minh-chung/{world.evidence.pk}/"),
            "document": client.get(f"/van-ban-di/{world.draft.pk}/tai/"),
            "export": client.get("/nhiem-vu/tai-ve.csv"),
            "workbook": client.get("/don-vi/xuat/?dang=xlsx"),
            "closed": client.get("/nguoi/"),
            "unknown": client.get("/van-ban-den/999999/"),
            "no address": client.get("/khong-co/"),
            "refused": client.post(f"/van-ban-den/{world.document.pk}/danh-dau/"),
            "no method": client.get("/ra/"),
            "unknown method": client.put("/ban-viec/"),
            "public": Client().get("/"),
            "to the door": Client().get("/ban-viec/"),
            "health": Client().get("/khoe/"),
            "no token": Client(enforce_csrf_checks=True).post("/vao/"),
        }
    yield got
    for answer in got.values():
        answer.close()


def test_every_kind_of_answer_wears_the_locks(answers):
    open_ones = {
        f"{kind}: {name}"
        for kind, answer in answers.items()
        for name, value in LOCKS.items()
        if answer.headers.get(name) != value
    }
    no_policy = {kind for kind, answer in answers.items() if "Permissions-Policy" not in answer.headers}

    assert (open_ones, no_policy) == (set(), set())
    assert {a.status_code for a in answers.values()} >= {200, 302, 403, 404, 405, 409}


def test_no_answer_lets_a_page_run_what_it_holds(answers):
    policies = {kind: answer.headers.get("Content-Security-Policy", "") for kind, answer in answers.items()}
    loose = {kind for kind, policy in policies.items() if "unsafe" in policy or "default-src 'none'" not in policy}

    assert loose == set()


def test_nothing_of_a_signed_in_person_stays_in_a_shared_computer(answers):
    of_strangers = {"public", "to the door", "health", "no token"}
    kept = {
        kind: answer.headers.get("Cache-Control", "")
        for kind, answer in answers.items()
        if kind not in of_strangers and "private" not in answer.headers.get("Cache-Control", "")
    }

    assert kept == {}
    assert "no-store" in answers["page"].headers["Cache-Control"]
    assert "no-store" in answers["export"].headers["Cache-Control"]


def test_a_page_kept_for_strangers_keeps_its_locks(db, settings):
    settings.PORTAL_SECONDS = 60
    first, second = (Client().get("/?kept=1") for _ in range(2))

    assert [first.headers.get(name) for name in LOCKS] == [second.headers.get(name) for name in LOCKS]
    assert second.headers["Permissions-Policy"] and second.headers["Content-Security-Policy"]


def test_over_https_browsers_are_told_to_stay_there(db, settings):
    settings.SECURE_HSTS_SECONDS = 31536000

    assert "max-age=31536000" in Client().get("/", secure=True).headers["Strict-Transport-Security"]
