"""The helpers of the tests read a page as a person does."""

import pytest
from django.http import HttpResponse, HttpResponseRedirect

from dinhlang.base.testing import assert_kind_refusal, html_of, status_of, text_of

PAGE = "<head><title>x</title></head><h1>Sân  đình</h1><!-- no --><script>evil()</script><p>a &amp; b</p>"


def test_the_text_of_a_page_is_what_one_reads():
    assert text_of(HttpResponse(PAGE)) == "Sân đình a & b"
    assert html_of(HttpResponse(PAGE)) == PAGE


def test_a_kind_refusal_is_a_page_that_says_the_words():
    assert_kind_refusal(HttpResponse(PAGE), "Sân đình", "a & b")

    with pytest.raises(AssertionError, match="does not say"):
        assert_kind_refusal(HttpResponse(PAGE), "ao làng")
    with pytest.raises(AssertionError, match="was 500"):
        assert_kind_refusal(HttpResponse(status=500), "ao làng")


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        (HttpResponse(), 200),
        (HttpResponse(status=404), 404),
        (HttpResponseRedirect("/vao/?next=/"), 401),
        (HttpResponseRedirect("/nguoi/"), 302),
    ],
)
def test_the_way_to_the_door_counts_as_401(answer, status):
    assert status_of(answer) == status
