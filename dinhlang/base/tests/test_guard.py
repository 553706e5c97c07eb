"""Every page says who may open it."""

import pytest
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse

from dinhlang.base.guard import anyone, guarded, signed_in


def may_dance(person):
    return person == "Hà"


def a_page(request):
    """The stage."""
    return HttpResponse("stage")


@pytest.fixture
def request_of(rf):
    def by(person):
        request = rf.get("/")
        request.user = person
        return request

    return by


def test_a_guarded_page_opens_for_whom_the_answer_is_yes(request_of):
    assert guarded(may_dance)(a_page)(request_of("Hà")).content == b"stage"


def test_a_guarded_page_is_refused_to_others(request_of):
    with pytest.raises(PermissionDenied):
        guarded(may_dance)(a_page)(request_of("Lan"))


def test_a_guard_names_its_question_and_keeps_the_page_recognizable():
    page = guarded(may_dance)(a_page)

    assert (page.guard, page.__name__, page.__doc__) == ("may_dance", "a_page", "The stage.")


def test_a_page_for_anyone_says_why_and_asks_for_no_sign_in():
    page = anyone("residents read")(lambda request: HttpResponse())

    assert page.guard == "anyone: residents read"
    assert page.login_required is False


def test_a_page_for_the_signed_in_says_so():
    assert signed_in(lambda request: HttpResponse()).guard == "signed_in"
