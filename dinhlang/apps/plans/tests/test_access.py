"""Who reads which plan, and who changes what is said of it."""

import pytest
from django.urls import reverse

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
from dinhlang.apps.plans import public as plans
from dinhlang.apps.plans.queries import readable_by
from dinhlang.apps.plans.tests.factories import a_plan, a_plan_with_text
from dinhlang.apps.units.tests.factories import a_committee, a_commune, a_village

pytestmark = pytest.mark.django_db

READERS = [an_officer, a_leader, a_viewer, an_inspector, an_administrator]
WORKERS = [an_officer, a_leader]


@pytest.fixture
def plan():
    return a_plan(is_public=False)


def status(client, person, page, pk):
    if person is not None:
        sign_in(client, person)
    return client.get(reverse(f"plans:{page}", args=[pk])).status_code


@pytest.mark.parametrize("make", READERS)
def test_whoever_reads_at_its_place_reads(client, plan, make):
    assert status(client, make(at=plan.issuer), "plan", plan.pk) == 200


def test_whom_it_binds_below_reads(client, plan):
    assert status(client, a_village_head(at=a_village(parent=plan.place)), "plan", plan.pk) == 200


def test_whoever_works_above_reads(client, plan):
    above = a_committee(of=plan.place.parent)

    assert status(client, an_officer(at=above), "plan", plan.pk) == 200


@pytest.mark.parametrize("make", [an_officer, a_village_head, a_stranger, lambda: None])
def test_nobody_else_learns_of_it(client, plan, make):
    assert status(client, make(), "plan", plan.pk) == 404


@pytest.mark.parametrize("make", [an_officer, a_village_head, a_stranger, lambda: None])
@pytest.mark.parametrize("page", ["plan", "source"])
def test_everyone_reads_a_public_plan(client, make, page):
    assert status(client, make(), page, a_plan_with_text().pk) == 200


@pytest.mark.parametrize("make", READERS)
@pytest.mark.parametrize("page", ["basing", "showing"])
def test_only_who_adopts_for_the_issuer_changes(client, plan, make, page):
    assert status(client, make(at=plan.issuer), page, plan.pk) == (200 if make in WORKERS else 403)


@pytest.mark.parametrize("page", ["basing", "showing"])
def test_who_works_elsewhere_changes_nothing(client, page):
    assert status(client, an_officer(), page, a_plan().pk) == 403


def test_the_list_asks_for_someone_who_reads_plans(client, plan):
    assert client.get(reverse("plans:listing")).status_code == 302
    sign_in(client, a_stranger())
    assert client.get(reverse("plans:listing")).status_code == 403


@pytest.mark.parametrize("make", READERS)
def test_what_a_body_above_issued_is_received_by_who_adopts_here(client, make):
    office = a_committee()
    document = a_document(at=office, issuer=a_committee(of=office.parent.parent))
    a_mark(document)

    assert status(client, make(at=office), "adopting", document.pk) == (200 if make in WORKERS else 403)


def test_what_a_body_of_another_place_issued_is_nobodys_plan_here(client):
    office = a_committee()
    beside = a_committee(of=a_commune("Tân Trung", parent=office.parent.parent))
    for issuer in (beside, a_committee(of=a_commune("Xa Lạ"))):
        document = a_document(at=office, issuer=issuer)
        a_mark(document)
        assert status(client, an_officer(at=office), "adopting", document.pk) == 403


def test_only_who_adopts_for_the_receiver_changes_a_plan_received(client):
    document = a_document(issuer=a_committee(of=(office := a_committee()).parent.parent), at=office)
    a_mark(document)
    plan = plans.adopt_plan(document=document, keeper=office, by=document.taken_in_by, now=NOW)

    assert status(client, an_officer(at=office), "showing", plan.pk) == 200
    assert status(client, an_officer(at=plan.issuer), "showing", plan.pk) == 403


@pytest.mark.parametrize("make", READERS)
def test_only_who_adopts_opens_the_door(client, make):
    document = a_document()
    a_mark(document)

    assert status(client, make(at=document.owner), "adopting", document.pk) == (200 if make in WORKERS else 403)


def test_the_original_of_a_public_plan_is_for_officials(client):
    assert client.get(reverse("plans:original", args=[a_plan_with_text().pk])).status_code == 302


class TestWhatIsListed:
    def test_own_place_and_those_above_and_below_but_not_beside(self):
        commune = a_commune()
        neighbour = a_commune("Tân Trung", parent=commune.parent)
        above = a_plan(issuer=a_committee(of=commune.parent))
        own = a_plan(issuer=a_committee(of=commune))
        a_plan(issuer=a_committee(of=neighbour))

        assert set(readable_by(an_officer(at=own.issuer))) == {above, own}
        assert readable_by(an_officer(at=above.issuer)).count() == 3
        assert set(readable_by(a_village_head(at=a_village(parent=commune)))) == {above, own}
        assert not readable_by(a_stranger()).exists()
