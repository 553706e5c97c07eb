"""A form is tried: what came of it is said, a refusal stands beside its field, and a draft goes when it arrived."""

from urllib.parse import unquote

import pytest
from django import forms
from django.contrib.messages.storage.base import BaseStorage
from django.http import HttpResponse

from dinhlang.base.refusal import Refusal
from dinhlang.look.drafts import COOKIE
from dinhlang.look.trying import tried


class Reason(forms.Form):
    reason = forms.CharField()


class Kept(BaseStorage):
    """Keeps what was said within the request."""

    def _get(self, *args, **kwargs):
        return [], True

    def _store(self, messages, response, *args, **kwargs):
        return []


def refused():
    raise Refusal("Xin ghi rõ hơn.", field="reason")


def a_try(rf, sent=None, act=lambda: "Đã rút.", **facts):
    request = rf.get("/") if sent is None else rf.post("/", sent)
    request._messages = Kept(request)
    form = Reason(request.POST or None)
    answer = tried(request, form, act, done="/xong/", again=lambda: HttpResponse(str(form["reason"].errors)), **facts)
    return answer, [str(one) for one in request._messages._queued_messages]


def test_a_page_that_is_only_opened_does_nothing(rf):
    answer, told = a_try(rf, act=refused)

    assert (answer.status_code, told) == (200, [])


@pytest.mark.parametrize(
    ("said", "sentence"), [({}, "Đã rút."), ({"said": "Xong."}, "Xong."), ({"said": lambda a: f"{a}!"}, "Đã rút.!")]
)
def test_what_came_of_it_is_said_and_the_draft_goes(rf, said, sentence):
    answer, told = a_try(rf, {"reason": "nhầm"}, draft="part-1", **said)

    assert (answer.status_code, answer["Location"], told) == (302, "/xong/", [sentence])
    assert unquote(answer.cookies[COOKIE].value) == "part-1"


@pytest.mark.parametrize("reason", ["", "nhầm"])
def test_what_is_to_be_mended_stands_beside_its_field_and_nothing_is_said(rf, reason):
    answer, told = a_try(rf, {"reason": reason}, act=refused)

    assert (answer.status_code, told) == (200, [])
    assert ("Xin ghi rõ hơn." in answer.content.decode()) == bool(reason)
    assert "errorlist" in answer.content.decode() and COOKIE not in answer.cookies
