"""A refusal reaches the person as a sentence, never as a crash."""

import pytest
from django import forms
from django.contrib.messages import get_messages
from django.contrib.messages.storage.cookie import CookieStorage
from django.http import HttpResponse
from django.test import Client

from dinhlang.base.refusal import Refusal, RefusalMiddleware, stale_form
from dinhlang.base.testing import assert_kind_refusal, text_of


class CannotDance(Refusal):
    """The stage is wet."""


class Dance(forms.Form):
    """When to dance."""

    day = forms.CharField()


def refused(**facts):
    return CannotDance("Sân đình còn ướt. Hãy đợi đến chiều.", **facts)


def middleware():
    return RefusalMiddleware(lambda request: HttpResponse("stage"))


@pytest.mark.parametrize(("field", "place"), [("day", "day"), ("night", "__all__"), (None, "__all__")])
def test_it_stands_beside_its_field_or_on_top(field, place):
    form = Dance({"day": "mai"})
    form.is_valid()

    refused(field=field).beside(form)

    assert form.errors == {place: ["Sân đình còn ướt. Hãy đợi đến chiều."]}


def test_it_goes_back_as_a_message_to_the_page_one_came_from(rf):
    request = rf.post("/nhay/", headers={"referer": "http://testserver/san/"})
    request._messages = CookieStorage(request)

    answer = middleware().process_exception(request, refused())

    assert (answer.status_code, answer.headers["Location"]) == (302, "http://testserver/san/")
    assert [str(message) for message in get_messages(request)] == [str(refused())]


@pytest.mark.parametrize("came_from", ["", "https://xau.example/"])
def test_it_never_leads_to_another_house(rf, came_from):
    answer = middleware().process_exception(rf.post("/nhay/", headers={"referer": came_from}), refused())

    assert answer.status_code == 409
    assert_kind_refusal(answer, "Sân đình còn ướt")


def test_a_page_that_only_reads_answers_with_the_sentence(rf):
    answer = middleware().process_exception(rf.get("/nhay/", headers={"referer": "http://testserver/"}), refused())

    assert_kind_refusal(answer, "Hãy đợi đến chiều")


def test_other_exceptions_stay_what_they_are(rf):
    assert middleware().process_exception(rf.get("/"), KeyError()) is None


def test_what_is_not_refused_passes(rf):
    assert middleware()(rf.get("/")).content == b"stage"


def test_a_form_that_stayed_open_too_long_is_answered_with_a_sentence(rf):
    answer = stale_form(rf.post("/"), reason="CSRF token missing")

    assert answer.status_code == 403
    assert len(text_of(answer)) > 40
    assert "CSRF" not in text_of(answer)


@pytest.mark.django_db
@pytest.mark.parametrize(("address", "is_told"), [("/ban-viec/", True), ("/vao/", False)])
def test_whoever_was_signed_out_is_told_so_and_led_back(address, is_told):
    client = Client(enforce_csrf_checks=True)

    answer = client.post(address, headers={"referer": "http://testserver/ke-hoach/7/"})

    assert ("đăng xuất" in answer.content.decode()) is is_told
    assert ("/vao/?next=http%3A%2F%2Ftestserver%2Fke-hoach%2F7%2F" in answer.content.decode()) is is_told
    assert 'href="http://testserver/ke-hoach/7/"' in answer.content.decode()


def test_a_stale_form_never_leads_to_another_house(rf):
    answer = stale_form(rf.post("/", headers={"referer": "https://xau.example/"}))

    assert "xau.example" not in answer.content.decode()
