"""Who opens which page of which document."""

import pytest
from django.urls import reverse

from dinhlang.apps.intake.actions import confirm, set_aside
from dinhlang.apps.intake.tests.factories import NOW, a_document, a_mark
from dinhlang.apps.people.tests.factories import (
    a_leader,
    a_stranger,
    a_viewer,
    a_village_head,
    an_administrator,
    an_inspector,
    an_officer,
    sign_in,
)
from dinhlang.apps.units.tests.factories import a_committee

pytestmark = pytest.mark.django_db

READERS = [an_officer, a_leader, a_viewer, an_inspector, an_administrator]
WORKERS = [an_officer, a_leader]
PEOPLE = [*READERS, a_village_head, a_stranger]

READING = ["document"]
WORKING = ["correcting", "setting_aside"]


@pytest.fixture
def document():
    return a_document()


def status(client, person, page, *args):
    sign_in(client, person)
    return client.get(reverse(f"intake:{page}", args=args)).status_code


def someone(make, document):
    return make() if make in (a_village_head, a_stranger) else make(at=document.owner)


@pytest.mark.parametrize("make", PEOPLE)
@pytest.mark.parametrize("page", READING)
def test_whoever_reads_plans_there_reads_what_was_confirmed(client, document, make, page):
    # A stranger holds no word at all; a village head reads plans, but not those of another place.
    refused = {a_stranger: 403, a_village_head: 404}
    a_mark(document)
    confirm(document, by=document.taken_in_by, now=NOW)

    assert status(client, someone(make, document), page, document.pk) == refused.get(make, 200)


@pytest.mark.parametrize("is_aside", [False, True])
@pytest.mark.parametrize("make", PEOPLE)
@pytest.mark.parametrize("page", READING)
def test_unfinished_work_is_read_only_by_who_does_it(client, document, make, page, is_aside):
    if is_aside:
        set_aside(document, reason="Nhầm", by=document.taken_in_by, now=NOW)
    answer = 200 if make in WORKERS else 403 if make is a_stranger else 404

    assert status(client, someone(make, document), page, document.pk) == answer


@pytest.mark.parametrize("make", [an_officer, a_leader, a_viewer, an_inspector, an_administrator])
def test_the_superior_reads_and_lists_it_once_it_is_confirmed(client, document, make):
    province = document.owner.parent.parent
    above = make(at=a_committee(of=province))
    listing = reverse("intake:listing")

    assert status(client, above, "document", document.pk) == 404
    assert document.title not in client.get(listing).content.decode()
    a_mark(document)
    confirm(document, by=document.taken_in_by, now=NOW)
    assert status(client, above, "document", document.pk) == 200
    assert document.title in client.get(listing).content.decode()


@pytest.mark.parametrize("make", PEOPLE)
@pytest.mark.parametrize("page", WORKING)
def test_only_who_takes_in_works(client, document, make, page):
    assert status(client, someone(make, document), page, document.pk) == (200 if make in WORKERS else 403)


@pytest.mark.parametrize("make", PEOPLE)
def test_only_who_takes_in_lets_a_document_in(client, document, make):
    assert status(client, someone(make, document), "taking_in") == (200 if make in WORKERS else 403)


@pytest.mark.parametrize("make", PEOPLE)
def test_the_list_is_for_readers(client, document, make):
    assert status(client, someone(make, document), "listing") == (403 if make is a_stranger else 200)


@pytest.mark.parametrize("page", [*READING, *WORKING])
def test_an_officer_of_elsewhere_does_not_learn_of_it(client, document, page):
    assert status(client, an_officer(at=a_committee()), page, document.pk) == 404


@pytest.mark.parametrize("page", ["marking", "bringing_back", "putting_back"])
def test_a_viewer_changes_nothing(client, document, page):
    sign_in(client, a_viewer(at=document.owner))

    assert client.post(reverse(f"intake:{page}", args=[document.pk])).status_code == 403


@pytest.mark.parametrize("page", ["wording", "giving", "splitting", "joining", "removing"])
def test_marks_are_only_for_workers_of_their_document(client, document, page):
    mark, other = a_mark(document), a_document(at=document.owner)
    address = reverse(f"intake:{page}", args=[document.pk, mark.pk])

    sign_in(client, a_viewer(at=document.owner))
    assert client.post(address).status_code == 403
    sign_in(client, an_officer(at=document.owner))
    assert client.post(reverse(f"intake:{page}", args=[other.pk, mark.pk])).status_code == 404
    assert client.get(address).status_code == 405


def test_a_document_set_aside_is_read_only(client, document):
    set_aside(document, reason="Nhầm", by=document.taken_in_by, now=NOW)
    sign_in(client, an_officer(at=document.owner))

    page = client.get(reverse("intake:document", args=[document.pk])).content.decode()

    assert 'name="paragraph"' not in page
    assert "Mở lại để đánh dấu" in page


def test_who_is_not_signed_in_is_asked_to(client, document):
    assert client.get(reverse("intake:document", args=[document.pk])).status_code == 302
