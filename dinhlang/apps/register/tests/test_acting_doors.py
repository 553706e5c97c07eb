"""Units merged, split, renamed and abolished by an administrator's own program; seen before it is done."""

import json
from datetime import timedelta

import pytest
from django.test import Client

from dinhlang.apps.people.tests.factories import a_program, an_administrator, an_officer, sign_in
from dinhlang.apps.register.forms.acts import ACTS
from dinhlang.apps.units import public as units
from dinhlang.apps.units.tests.factories import TODAY, a_committee, a_commune, a_province, a_village
from dinhlang.base import api, clock

pytestmark = pytest.mark.django_db
SOON = TODAY + timedelta(days=30)


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: TODAY)


@pytest.fixture
def place(client):
    province = a_province()
    province.communes = [a_commune(name, parent=province) for name in ("An Dương", "Bình Minh")]
    province.villages = [a_village(name, parent=province.communes[0]) for name in ("Một", "Hai")]
    province.office = a_committee(of=province)
    sign_in(client, an_administrator(at=province.office))
    return province


def send(client, unit, act, said, key="1"):
    address, headers = f"/api/v1/don-vi/{unit.code}/{act}", {"idempotency-key": key}
    return client.post(address, json.dumps(said), "application/json", headers=headers)


def living(unit):
    return units.Unit.objects.get(pk=unit.pk).is_living


def test_a_merger_is_seen_first_and_leaves_no_trace_until_it_is_done(client, place):
    first, second = place.communes
    said = {"others": second.code, "name": "Bình Dương", "form": "xã", "day": TODAY.isoformat(), "basis": "NQ 1"}

    seen = send(client, first, "sap-nhap/xem-truoc", said, key="1")
    assert seen.status_code == 200 and any("An Dương" in told for told in seen.json()["brings"])
    assert living(first) and living(second)

    done = send(client, first, "sap-nhap", said, key="2").json()
    assert (done["name"], {one["code"] for one in done["formed_from"]}) == ("xã Bình Dương", {first.code, second.code})
    assert not living(first) and not living(second)
    assert send(client, first, "sap-nhap", said, key="2").json() == done
    assert units.Unit.objects.filter(name="Bình Dương").count() == 1


def test_a_split_says_line_by_line_which_part_takes_which_child(client, place):
    commune, (one, two) = place.communes[0], place.villages
    said = {"parts": "Đông Sơn\nTây Sơn", "day": TODAY.isoformat(), "children": f"{one.code}: 1\n{two.code}: 2"}

    wrong = send(client, commune, "chia", {**said, "children": "không có: 1"}, key="1")
    assert (wrong.status_code, list(wrong.json()["errors"])) == (422, ["children"])
    assert send(client, commune, "chia", said, key="2").status_code == 200

    parents = [units.Unit.objects.get(pk=child.pk).parent.name for child in (one, two)]
    assert parents == ["Đông Sơn", "Tây Sơn"]


def test_a_name_for_a_day_ahead_is_planned_and_withdrawn(client, place):
    commune = place.communes[0]
    said = {"name": "An Khánh", "day": SOON.isoformat(), "basis": "NQ 2"}

    planned = send(client, commune, "doi-ten", said, key="1").json()
    assert (planned["name"], planned["versions"][-1]["name"]) == ("xã An Dương", "xã An Khánh")
    back = send(client, commune, "thu-hoi", {"day": SOON.isoformat(), "reason": "Hoãn"}, key="2").json()
    assert [one["name"] for one in back["versions"]] == ["xã An Dương"]
    assert send(client, commune, "thu-hoi", {"day": SOON.isoformat(), "reason": "x"}, key="3").status_code == 404


def test_units_are_created_counted_corrected_and_abolished(client, place):
    commune, village = place.communes[0], place.villages[0]
    said = {"name": "Ba", "kind": "village", "form": "thôn", "day": TODAY.isoformat()}

    made = send(client, commune, "them", said, key="1")
    assert (made.status_code, made.json()["parent"]) == (201, commune.code)
    assert send(client, commune, "them", said, key="2").json()["errors"]["twin_is_meant"]
    assert send(client, village, "so-ho", {"households": 80, "day": TODAY.isoformat()}, key="3").status_code == 200
    mended = send(client, village, "dinh-chinh", {"name": "Mốt", "form": "thôn", "reason": "Gõ nhầm"}, key="4")
    assert mended.json()["name"] == "thôn Mốt"
    gone = {"day": TODAY.isoformat(), "successors": place.villages[1].code}
    assert send(client, village, "bai-bo", gone, key="5").json()["is_living"] is False
    assert send(client, place, "so-ho", {"households": 1, "day": TODAY.isoformat()}, key="6").status_code == 404


def test_the_usual_bodies_of_a_place_are_founded_as_of_the_day_that_is_sent(client, place):
    told = send(client, place.communes[1], "lap-bo-may", {"day": TODAY.isoformat(), "bodies": ["khong-co"]}, key="1")
    assert list(told.json()["errors"]) == ["bodies"]
    (body, *_more) = ACTS["lap-bo-may"].more(place.communes[1], TODAY, TODAY)["bodies"]

    said = {"day": TODAY.isoformat(), "bodies": [body.suffix]}
    assert send(client, place.communes[1], "lap-bo-may", said, key="2").status_code == 200
    assert units.Unit.objects.filter(parent=place.communes[1]).exists()


@pytest.mark.parametrize("act", [*ACTS])
def test_each_act_has_its_two_doors_and_nobody_else_passes(client, place, act):
    doors = {door.address for door in api.doors()}
    assert {f"/api/v1/don-vi/{{code}}/{act}", f"/api/v1/don-vi/{{code}}/{act}/xem-truoc"} <= doors
    village, said = place.villages[0], {"day": TODAY.isoformat()}

    for person in (an_officer(at=place.office), an_administrator(at=a_committee(of=a_province("Nghệ An")))):
        sign_in(client, person)
        for way in (act, f"{act}/xem-truoc"):
            assert send(client, village, way, said, key=f"{person.pk}-{len(way)}").status_code == 403
    head = {"authorization": f"Bearer {a_program(at=place)}", "idempotency-key": "1"}
    refused = Client().post(f"/api/v1/don-vi/{village.code}/{act}", "{}", "application/json", headers=head)
    assert refused.status_code == 403
    assert units.UnitVersion.objects.filter(unit=village).count() == 1


def test_who_may_not_change_what_is_named_merges_nothing(client, place):
    far = a_commune("Xa Xôi", parent=a_province("Nghệ An"))
    said = {"others": far.code, "name": "Mới", "form": "xã", "day": TODAY.isoformat()}

    refused = send(client, place.communes[0], "sap-nhap", said)

    assert (refused.status_code, list(refused.json()["errors"])) == (422, ["others"])
    assert living(far)
