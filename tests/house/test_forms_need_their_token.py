"""Every form is refused without its token, and no page sends a person out of the house."""

import pytest
from django.test import Client

from dinhlang.apps.people.tests.factories import PASSWORD
from tests.house.walk import Walker, doors, on_the_day_of_the_tests
from tests.house.world import World

COOKIES_ABOUT_LOOKS = {"/ngon-ngu/", "/look/giao-dien/"}  # no token, so that public pages carry none
FOR_PROGRAMS = "/api/v1/"  # a program shows a token in the head of its request, which no browser adds by itself
ONE_CLICK = "/nhac-viec/ngung/"  # a mail program posts there by itself (RFC 8058); the link is signed and stops letters
ELSEWHERE = (
    "//evil.example",
    "///evil.example",
    "https:evil.example",
    "https://evil.example/",
    "http:///evil.example",
    "\\\\evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "\x01//evil.example",
    "javascript:alert(1)",
    "data:text/html,x",
    " //evil.example",
)


def test_every_form_without_its_token_is_refused(db):
    world = World()
    walkers = [Walker(world.persons[name], has_token=False) for name in ("stranger", "officer", "administrator")]
    with on_the_day_of_the_tests():
        answers = [
            (address, walker.ask("POST", url).status_code) for address, _, url in doors(world) for walker in walkers
        ]

    assert {
        address for address, status in answers if status != 403 and not address.startswith((FOR_PROGRAMS, ONE_CLICK))
    } == (COOKIES_ABOUT_LOOKS)
    assert {status for address, status in answers if address.startswith(FOR_PROGRAMS)} <= {401, 403, 405}


@pytest.mark.parametrize("elsewhere", ELSEWHERE)
def test_no_page_sends_a_person_elsewhere(db, elsewhere):
    world, visitor = World(), Client()
    officer = world.persons["officer"]
    answers = [
        visitor.post("/ngon-ngu/", {"language": "en", "next": elsewhere}),
        visitor.post("/ngon-ngu/", {"language": "en"}, headers={"referer": elsewhere.strip() or "/"}),
        visitor.post("/look/giao-dien/", {"theme": "dark", "next": elsewhere}),
        visitor.post("/vao/", {"username": officer.username, "password": PASSWORD, "next": elsewhere}),
        visitor.get("/vao/", {"next": elsewhere}),
    ]

    assert {answer.status_code for answer in answers} <= {302, 204}
    assert [a.headers["Location"] for a in answers if not safe(a.headers.get("Location", "/"))] == []


def safe(location):
    """An address within the house, however a browser reads it."""
    return location.startswith("/") and location[1:2] not in ("/", "\\") and "evil" not in location
