"""Public pages hide what points at one person; the page itself stays whole."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponse, StreamingHttpResponse
from hypothesis import given
from hypothesis import strategies as st

from dinhlang.base.guard import anyone, signed_in
from dinhlang.base.masking import MaskedPages, masked_page

PHONE, HIDDEN = "0912345678", "(đã che số điện thoại)"


@pytest.mark.parametrize(
    ("html", "masked"),
    [
        (f"<p>Gọi {PHONE}</p>", f"<p>Gọi {HIDDEN}</p>"),
        (f'<a href="/x/{PHONE}/">x</a>', f'<a href="/x/{PHONE}/">x</a>'),
        (f'<input value="{PHONE}">', f'<input value="{PHONE}">'),
        (f'<meta property="og:title" content="Gọi {PHONE}">', f'<meta property="og:title" content="Gọi {HIDDEN}">'),
        (f'<a title="{PHONE}" href="/{PHONE}">', f'<a title="{HIDDEN}" href="/{PHONE}">'),
        (f"<script>var a = {PHONE};</script>", f"<script>var a = {PHONE};</script>"),
        (f"<b>{PHONE}</b>{PHONE}", f"<b>{HIDDEN}</b>{HIDDEN}"),
    ],
)
def test_words_and_spoken_attributes_are_masked_and_nothing_else(html, masked):
    assert masked_page(html) == masked


@given(st.text(alphabet='<>"=/ ab&;\n', max_size=60))
def test_a_page_without_numbers_stays_as_it_is(html):
    assert masked_page(html) == html


class Official:
    is_authenticated = True
    roles_in_force = ("officer",)


class NoRole(Official):
    roles_in_force = ()


PUBLIC = anyone("for the test")(lambda request: None)
OWN = signed_in(lambda request: None)


@pytest.mark.parametrize(
    ("person", "page", "is_masked"),
    [
        (None, PUBLIC, True),
        (AnonymousUser(), PUBLIC, True),
        (NoRole(), PUBLIC, True),
        (Official(), PUBLIC, False),
        (NoRole(), OWN, False),
    ],
)
def test_who_reads_what(rf, settings, person, page, is_masked):
    request = rf.get("/")
    if person is not None:
        request.user = person
        request.COOKIES[settings.SESSION_COOKIE_NAME] = "x"
    request.resolver_match = type("Match", (), {"func": page})

    answer = MaskedPages(lambda _request: HttpResponse(f"<p>{PHONE}</p>"))(request)

    assert (HIDDEN in answer.content.decode()) is is_masked


@pytest.mark.parametrize(
    "answer", [HttpResponse(PHONE, content_type="application/json"), StreamingHttpResponse([PHONE.encode()])]
)
def test_only_pages_are_rewritten(rf, answer):
    assert PHONE.encode() in b"".join(MaskedPages(lambda _request: answer)(rf.get("/")))


def test_a_stranger_without_a_session_is_not_asked_for_one(rf):
    class Untouched:
        def __getattribute__(self, name):
            raise AssertionError("the session would be opened, and the kept pages would part")

    request = rf.get("/")
    request.user = Untouched()

    MaskedPages(lambda _request: HttpResponse("<p></p>"))(request)
