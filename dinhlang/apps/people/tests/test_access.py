"""Who may open which page: a table of people and pages."""

import pytest
from django.urls import reverse

from dinhlang.apps.people.tests.factories import (
    a_leader,
    a_stranger,
    a_viewer,
    a_village_head,
    an_administrator,
    an_inspector,
    an_officer,
    sign_in,
    with_role,
)
from dinhlang.apps.units.tests.factories import a_committee, a_commune, a_village
from dinhlang.base.testing import status_of

pytestmark = pytest.mark.django_db

MANAGING = ("detail", "changing", "locking", "new_password", "giving_role", "ending_role")
PEOPLE = {
    "Quân, quản trị": an_administrator,
    "Lan, lãnh đạo": a_leader,
    "Hà, chuyên viên": an_officer,
    "Minh, giám sát": an_inspector,
    "Vân, người xem": a_viewer,
}
MAY = {
    "listing": {"Quân, quản trị"},
    "creating": {"Quân, quản trị"},
    "permission": {"Quân, quản trị", "Lan, lãnh đạo", "Minh, giám sát"},
    "me": {*PEOPLE, "Tư, trưởng thôn", "người lạ"},
    "own_password": {*PEOPLE, "Tư, trưởng thôn", "người lạ"},
    **{page: {"Quân, quản trị"} for page in MANAGING},
}


def address(page, role):
    if page in MANAGING:
        return reverse(f"people:{page}", args=[role.person_id, *([role.pk] if page == "ending_role" else [])])
    return reverse(f"people:{page}")


@pytest.mark.parametrize("page", MAY)
@pytest.mark.parametrize("who", [*PEOPLE, "Tư, trưởng thôn", "người lạ"])
def test_who_opens_which_page_of_the_own_commune(client, who, page):
    commune = a_commune()
    committee = a_committee(of=commune)
    someone = an_officer(at=committee)
    if who in PEOPLE:
        sign_in(client, PEOPLE[who](at=committee))
    else:
        sign_in(client, a_village_head(at=a_village(parent=commune)) if "Tư" in who else a_stranger())

    response = client.get(address(page, someone.roles.get()))

    assert status_of(response) == (200 if who in MAY[page] else 403)


@pytest.mark.parametrize("page", MAY)
def test_nobody_opens_anything_before_signing_in(client, page):
    assert status_of(client.get(address(page, an_officer().roles.get()))) == 401


@pytest.mark.parametrize("page", MANAGING)
def test_people_of_another_commune_are_not_known_to_exist(client, page):
    sign_in(client, an_administrator())

    assert status_of(client.get(address(page, an_officer().roles.get()))) == 404


@pytest.mark.parametrize("page", ["changing", "locking", "new_password"])
def test_someone_with_a_higher_role_too_is_known_but_not_touched(client, page):
    committee = a_committee()
    sign_in(client, an_administrator(at=committee))
    ha = with_role(an_officer(at=committee), "leader", a_committee(of=committee.parent.parent))
    role = ha.roles.get(unit=committee)

    assert status_of(client.get(address(page, role))) == 403
    assert status_of(client.get(address("detail", role))) == 200


def test_a_role_outside_is_seen_and_not_ended(client):
    committee = a_committee()
    sign_in(client, an_administrator(at=committee))
    ha = with_role(an_officer(at=committee), "leader", a_committee(of=committee.parent.parent))
    role = ha.roles.exclude(unit=committee).get()

    assert status_of(client.get(address("ending_role", role))) == 403


def test_the_role_of_another_person_is_not_found_under_this_one(client):
    committee = a_committee()
    sign_in(client, an_administrator(at=committee))
    one, other = an_officer(at=committee), an_officer(at=committee)

    address = reverse("people:ending_role", args=[one.pk, other.roles.get().pk])

    assert status_of(client.get(address)) == 404


def test_who_can_do_what_elsewhere_is_not_told(client):
    sign_in(client, an_inspector())
    other = a_commune()

    response = client.get(reverse("people:permission"), {"don_vi": other.code})

    assert "ngoài phạm vi" in response.content.decode()
