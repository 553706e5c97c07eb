"""The page of all doors is told from the declarations, in both languages; kept answers go after a day."""

from datetime import timedelta

import pytest

from dinhlang.apps.people.models import KeptAnswer
from dinhlang.apps.people.tests.factories import NOW, a_stranger, sign_in
from dinhlang.base import api, personal
from dinhlang.base.testing import html_of, text_of

pytestmark = pytest.mark.django_db


def test_every_door_is_on_the_page(client):
    sign_in(client, a_stranger())

    page = html_of(client.get("/nguoi/may/cua/"))

    assert len(api.doors()) > 60
    for door in api.doors():
        assert f"<code>{door.address}</code>" in page
        assert str(door.summary) in page


def test_what_only_people_do_is_said_on_the_page_and_in_the_document(client):
    sign_in(client, a_stranger())
    only = [door for door in api.doors() if door.only_people]

    page = text_of(client.get("/nguoi/may/cua/"))
    paths = client.get("/api/v1/openapi.json").json()["paths"]

    assert page.count("thẻ truy cập của tài khoản máy không mở") == len(only) > 20
    assert all(paths[door.address][door.method]["security"] == [{"session": []}] for door in only)


def test_the_page_speaks_english_too(client):
    sign_in(client, a_stranger())
    client.cookies["django_language"] = "en"

    text = text_of(client.get("/nguoi/may/cua/"))

    assert "Addresses for programs" in text
    assert "Hand a clause of a plan out to bodies" in text
    assert "Giao một mục" not in text


def test_the_document_says_what_each_field_means_in_the_readers_language(client):
    address = "/api/v1/phan-viec/{pk}/tra-lai"

    vi, en = (
        client.get("/api/v1/openapi.json", headers={"accept-language": language}).json()["paths"][address]["post"]
        for language in ("vi", "en")
    )

    assert vi["summary"] != en["summary"]
    fields = en["requestBody"]["content"]["application/json"]["schema"]["properties"]
    assert fields["reason"] == {"type": "string", "minLength": 1, "maxLength": 2000, "description": "Reason"}


def test_a_kept_answer_goes_after_a_day():
    cleared = personal.tables()["people.KeptAnswer"].cleared
    person = a_stranger()
    for hours in (1, 47):
        KeptAnswer.objects.create(person=person, key=f"{hours}", digest="", made_at=NOW - timedelta(hours=hours))

    old = KeptAnswer.objects.filter(**{f"{cleared.moment}__lt": NOW - timedelta(days=cleared.days)})

    assert [one.key for one in old] == ["47"]
