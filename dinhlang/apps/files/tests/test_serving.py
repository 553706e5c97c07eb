"""Handing a file out so that nothing in it can act."""

import pytest
from django.test import RequestFactory

from dinhlang.apps.files import public as files
from dinhlang.apps.files.tests import factories
from dinhlang.apps.files.tests.factories import an_upload
from dinhlang.apps.people.tests.factories import NOW

pytestmark = pytest.mark.django_db


def kept(content, name):
    return files.store(an_upload(content, name), by=None, now=NOW)


def answer_to(stored, serve=files.serve, **headers):
    answer = serve(stored, request=RequestFactory().get("/", headers=headers))
    answer.close()
    return answer


def test_a_picture_opens_in_the_page_and_nothing_in_it_may_run():
    answer = answer_to(kept(factories.a_picture(), "ảnh.jpg"))

    assert answer["Content-Disposition"].startswith("inline")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]


@pytest.mark.parametrize(("content", "name"), [(b"<script>alert(1)</script>", "a.html"), (b"%PDF-1.7", "a.pdf")])
def test_everything_else_is_saved(content, name):
    answer = answer_to(kept(content, name))

    assert answer["Content-Disposition"].startswith("attachment")
    assert "html" not in answer["Content-Type"]


def test_a_vietnamese_name_arrives_whole():
    answer = answer_to(kept(b"%PDF-1.7", "Biên bản họp.pdf"))

    assert "filename*=utf-8''Bi%C3%AAn%20b%E1%BA%A3n%20h%E1%BB%8Dp.pdf" in answer["Content-Disposition"]


def test_who_has_the_bytes_is_not_sent_them_again():
    stored = kept(factories.a_picture(), "ảnh.jpg")
    tag = answer_to(stored)["ETag"]

    assert answer_to(stored, **{"If-None-Match": tag}).status_code == 304


def test_the_small_picture_is_webp():
    stored = kept(factories.a_picture(), "ảnh.jpg")

    assert answer_to(stored, files.thumbnail_response)["Content-Type"] == "image/webp"
