"""An issued document as strangers read it: without numbers of people, without a name that its owner restricted."""

from io import BytesIO

import docx
import pytest
from django.core.files.storage import default_storage

from dinhlang.apps.issuance import public as issuance
from dinhlang.apps.issuance.rules import HIDDEN_NAME
from dinhlang.apps.issuance.tests.factories import a_notice, issued
from dinhlang.apps.people import public as people
from dinhlang.apps.people.tests.factories import sign_in
from dinhlang.apps.reports.tests.factories import NOW, a_world_at_work
from dinhlang.apps.search import public as search
from dinhlang.base.testing import text_of

pytestmark = pytest.mark.django_db
PHONE = "0912345678"


@pytest.fixture
def world():
    return a_world_at_work()


def a_public(world, *, title="Về lịch tiếp công dân"):
    draft = issuance.change_draft(document=a_notice(world, title=title), by=world.officer, now=NOW, is_public=True)
    return issued(world, draft)


def words_of(answer):
    packed = b"".join(answer.streaming_content) if answer.streaming else answer.content
    document = docx.Document(BytesIO(packed))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return " ".join([*(p.text for p in document.paragraphs), *cells]), document.core_properties


def restrict(world, *, is_hidden=True):
    people.hide_name(world.leader, is_hidden=is_hidden, reason="yêu cầu", by=world.officer, now=NOW)


def test_what_holds_nothing_of_a_person_is_the_very_file_that_was_issued(client, world):
    document = a_public(world)

    answer = client.get(f"/van-ban-di/{document.pk}/tai/")

    with default_storage.open(document.file.blob) as kept:
        assert b"".join(answer.streaming_content) == kept.read()


def test_strangers_take_a_copy_without_numbers_of_people_and_officials_the_original(client, world):
    document = a_public(world, title=f"Về việc gặp ông Tư {PHONE}")
    address = f"/van-ban-di/{document.pk}/tai/"

    words, about = words_of(client.get(address))
    assert PHONE not in f"{words} {about.title} {about.author} {about.last_modified_by}"
    assert "(đã che số điện thoại)" in words
    assert "(đã che số điện thoại)" in about.title
    sign_in(client, world.officer)
    assert PHONE in words_of(client.get(address))[0]


def test_a_restricted_name_is_on_no_public_page_file_or_search(client, world):
    document = a_public(world)
    name, page = world.leader.full_name, f"/van-ban-di/{document.pk}/"
    assert name in text_of(client.get(page))
    assert search.find(f'"{name}"', person=None)

    restrict(world)

    assert name not in text_of(client.get(page))
    assert HIDDEN_NAME in text_of(client.get(page))
    assert name not in words_of(client.get(f"{page}tai/"))[0]
    assert not search.find(f'"{name}"', person=None)
    sign_in(client, world.officer)
    assert name in text_of(client.get(page))


def test_a_name_that_is_shown_again_is_found_again(world):
    a_public(world)
    restrict(world)

    restrict(world, is_hidden=False)

    assert search.find(f'"{world.leader.full_name}"', person=None)
