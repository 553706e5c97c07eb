"""What was typed while the sign-in ended: it comes back, and is sent after signing in again."""

import re
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from dinhlang.apps.people.models import Person
from dinhlang.apps.people.tests.factories import PASSWORD, an_administrator, an_officer
from dinhlang.apps.units.tests.factories import a_committee
from dinhlang.base.testing import text_of

pytestmark = pytest.mark.django_db
DOOR, HERE, OURS = "/vao/", "/nguoi/moi/", "http://testserver"


@pytest.fixture
def committee():
    return a_committee()


@pytest.fixture
def quan(committee):
    return an_administrator(at=committee)


@pytest.fixture
def browser(quan):
    """One that checks tokens as real ones do, signed in."""
    client = Client(enforce_csrf_checks=True)
    arrive(client, quan)
    return client


def arrive(client, person):
    client.get(DOOR)
    facts = {"username": person.username, "password": PASSWORD}
    assert client.post(DOOR, {**facts, "csrfmiddlewaretoken": client.cookies["csrftoken"].value}).status_code == 302


def send(client, facts, *, to=HERE, came_from=OURS):
    token = {"csrfmiddlewaretoken": client.cookies["csrftoken"].value}
    return client.post(to, {**token, **facts}, headers={"Referer": came_from + to, "Origin": came_from})


def facts_of(committee):
    facts = {"username": "lan", "full_name": "Trần Thị “Lan” <b>", "kind": "viewer", "unit": committee.code}
    return {**facts, "begins": "20/11/2026"}


def fields_of(answer):
    """What the page would send again, and with which token."""
    found = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', answer.content.decode())
    return {name: unescape(value) for name, value in found}


def end_session(client):
    client.cookies.pop("sessionid")


def test_a_mark_of_the_page_is_sent_again_but_not_shown_as_if_it_were_written(browser, committee):
    facts = {**facts_of(committee), "seen": "2026-11-28T08:12:46.670283+00:00"}
    end_session(browser)

    kept = send(browser, facts)

    assert fields_of(kept)["seen"] == facts["seen"]
    assert facts["seen"] not in text_of(kept)


def test_what_was_typed_comes_back_and_is_sent_after_signing_in_again(browser, quan, committee):
    facts = facts_of(committee)
    end_session(browser)

    kept = send(browser, facts)
    assert kept.status_code == 403
    assert "Trần Thị “Lan” <b>" in text_of(kept)
    assert f"{DOOR}?next=" in kept.content.decode()
    arrive(browser, quan)  # in another tab, which gives the browser a new token
    asked = send(browser, fields_of(kept))
    assert f"Anh, chị đang đăng nhập là {quan}" in text_of(asked)
    assert not Person.objects.filter(username="lan").exists()
    send(browser, fields_of(asked))

    assert Person.objects.get(username="lan").full_name == "Trần Thị “Lan” <b>"


def test_somebody_else_who_signs_in_meanwhile_is_named_and_may_not_more_than_before(browser, committee):
    end_session(browser)
    kept = send(browser, facts_of(committee))
    ha = an_officer(at=committee)
    arrive(browser, ha)

    asked = send(browser, fields_of(kept))

    assert f"Anh, chị đang đăng nhập là {ha}" in text_of(asked)
    assert send(browser, fields_of(asked)).status_code == 403
    assert not Person.objects.filter(username="lan").exists()


@pytest.mark.parametrize("origin", ["https://xau.example", "null"])  # null: a frame that another house has shut off
def test_another_house_lays_no_words_into_anybodys_mouth(browser, committee, origin):
    answer = browser.post(HERE, facts_of(committee), headers={"Origin": origin})

    assert answer.status_code == 403
    assert "Lan" not in text_of(answer)


@pytest.mark.parametrize(
    "page",
    [
        "/nguoi/mat-khau/",
        "/nguoi/hai-buoc/",
        "/nguoi/hai-buoc/tat/",
        "/nguoi/dinh-danh/",
        "/nguoi/dinh-danh/bo/",
        "/nguoi/khoa/",
        "/nguoi/khoa/1/bo/",
    ],
)
def test_passwords_and_codes_never_come_back(browser, page):
    end_session(browser)
    secret = "mái đình cong vút trăng"

    answer = send(browser, {"old": secret, "new": secret, "password": secret, "code": secret}, to=page)

    assert secret not in answer.content.decode()
    assert answer.headers["Location"] == f"{DOOR}?next={page}"


def test_a_form_without_words_leads_to_the_door_as_ever(browser):
    end_session(browser)

    assert send(browser, {"which": ""}, to="/nguoi/toi/may/").status_code == 302


def test_where_a_file_was_chosen_it_is_said_and_nothing_is_sent_without_it(browser, committee):
    end_session(browser)

    answer = send(browser, {**facts_of(committee), "file": SimpleUploadedFile("a.txt", b"a")})

    assert "không giữ lại được" in text_of(answer)
    assert "Lan" in text_of(answer)
    assert "username" not in fields_of(answer)


def test_nobody_else_finds_it_in_the_browser_later(browser, committee):
    end_session(browser)

    assert "no-store" in send(browser, facts_of(committee)).headers["Cache-Control"]
