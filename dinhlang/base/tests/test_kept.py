"""A public page is kept for strangers for some seconds, and never for anyone who is signed in."""

import pytest
from django.conf import settings as ours
from django.core.cache import cache, caches
from django.http import HttpResponse

from dinhlang.base.kept import KeptPages, kept


@pytest.fixture
def house(settings):
    settings.PORTAL_SECONDS = 10
    caches["pages"].clear()
    made = []

    @kept
    def page(request):
        made.append(request)
        answer = HttpResponse(f"page {len(made)}", status=int(request.GET.get("status", 200)))
        if "cookie" in request.GET:
            answer.set_cookie("a", "b")
        return answer

    return KeptPages(page)


def test_the_next_stranger_gets_the_kept_page(house, rf):
    assert [house(rf.get("/")).content for _ in range(2)] == [b"page 1", b"page 1"]


@pytest.mark.parametrize(
    "other", [{"path": "/?page=2"}, {"headers": {"accept-encoding": "gzip"}}, {"headers": {"accept-language": "en"}}]
)
def test_another_address_packing_or_language_is_another_page(house, rf, other):
    house(rf.get("/"))

    assert house(rf.get(**{"path": "/", **other})).content == b"page 2"


def test_whoever_has_a_session_gets_a_fresh_page(house, rf):
    house(rf.get("/"))
    rf.cookies[ours.SESSION_COOKIE_NAME] = "x"

    assert house(rf.get("/")).content == b"page 2"


@pytest.mark.parametrize("address", ["/?status=404", "/?cookie=1"])
def test_an_error_or_a_page_with_a_cookie_is_not_kept(house, rf, address):
    house(rf.get(address))

    assert house(rf.get(address)).content == b"page 2"


def test_what_is_sent_is_never_kept(house, rf):
    house(rf.post("/"))

    assert house(rf.post("/")).content == b"page 2"


def test_nothing_is_kept_where_the_setting_says_so(house, rf, settings):
    settings.PORTAL_SECONDS = 0
    house(rf.get("/"))

    assert house(rf.get("/")).content == b"page 2"


def test_strangers_cannot_push_out_what_the_door_counts(house, rf):
    cache.set("wrong-tries", 9)

    for number in range(600):
        house(rf.get(f"/?page={number}"))

    assert cache.get("wrong-tries") == 9
