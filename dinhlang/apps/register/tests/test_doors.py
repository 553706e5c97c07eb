"""Bodies and places as programs read them."""

import pytest
from django.test import Client

from dinhlang.apps.people.tests.factories import a_program, a_stranger, sign_in
from dinhlang.apps.units.tests.factories import a_committee, a_commune, a_province, a_village

pytestmark = pytest.mark.django_db


@pytest.fixture
def commune():
    commune = a_commune("Nhã Nam", parent=a_province())
    a_village("Tiến Phan", parent=commune)
    return commune


def codes(answer):
    return [one["code"] for one in answer.json()["items"]]


def test_units_are_found_by_place_kind_and_name(client, commune):
    village = a_village("Đồng Ỷ", parent=commune)
    a_village("Đồng Xa", parent=a_commune("Tân Trung"))
    sign_in(client, a_stranger())

    address = f"/api/v1/don-vi?within={commune.code}&kind=village"
    assert len(codes(client.get(address))) == 2
    assert codes(client.get(f"{address}&q=dong y")) == [village.code]
    assert codes(client.get(f"/api/v1/don-vi?parent={commune.code}&q=dong")) == [village.code]
    assert client.get("/api/v1/don-vi?within=khong-co").status_code == 404


def test_a_unit_is_told_with_its_life(client, commune):
    sign_in(client, a_stranger())

    told = client.get(f"/api/v1/don-vi/{commune.code}").json()

    assert (told["name"], told["parent"], told["is_living"]) == ("xã Nhã Nam", commune.parent.code, True)
    assert [one["name"] for one in told["versions"]] == ["xã Nhã Nam"]
    assert (told["formed_from"], told["became"]) == ([], [])


def test_a_token_reads_them_and_a_stranger_does_not(commune):
    token = a_program(at=a_committee(of=commune), words=["reports.read"])
    head = {"authorization": f"Bearer {token}"}

    assert Client().get(f"/api/v1/don-vi/{commune.code}", headers=head).status_code == 200
    assert Client().get(f"/api/v1/don-vi/{commune.code}").status_code == 401
