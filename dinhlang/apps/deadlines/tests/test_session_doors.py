"""Sittings kept, cancelled and hung on, a rule of law named, a chain ended: by a person's own program."""

import json
from datetime import date

import pytest

from dinhlang.apps.deadlines.models import Session
from dinhlang.apps.deadlines.tests.factories import NOW, ON, a_deadline, day_of
from dinhlang.apps.people.tests.factories import a_viewer, an_officer, sign_in
from dinhlang.apps.units.tests.factories import a_committee, a_commune, a_province
from dinhlang.base import clock

pytestmark = pytest.mark.django_db
WORDS = "trình kỳ họp định kỳ giữa năm 2027"


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: ON)
    monkeypatch.setattr(clock, "now", lambda: NOW)


@pytest.fixture
def committee():
    return a_committee(of=a_commune("Nhã Nam", parent=a_province()))


def send(client, address, said=None, key="1"):
    body = json.dumps(said or {})
    return client.post(f"/api/v1/{address}", body, "application/json", headers={"idempotency-key": key})


def said_of(place, **facts):
    said = {"kind": "midyear", "year": 2027, "begins_on": "2027-07-07", "source": "Thông báo 3/TB-HĐND"}
    return {"place": place.code, **said, **facts}


def test_a_sitting_is_kept_once_hung_on_and_cancelled(client, committee):
    deadline = a_deadline(WORDS, issuer=committee)
    sign_in(client, deadline.plan.adopted_by)

    kept = send(client, "ky-hop", said_of(committee.parent), key="1")
    assert (kept.status_code, kept.json()["begins_on"]) == (201, "2027-07-07")
    assert send(client, "ky-hop", said_of(committee.parent), key="1").json() == kept.json()
    assert list(send(client, "ky-hop", said_of(committee.parent), key="2").json()["errors"]) == ["kind"]

    hung = {"session": kept.json()["id"], "number": 10, "unit": "working"}
    linked = send(client, f"thoi-han/{deadline.pk}/ky-hop", hung, key="3").json()
    assert (linked["is_waiting"], linked["days"][0]["day"]) == (False, "2027-06-23")
    assert send(client, f"ky-hop/{kept.json()['id']}/huy", {}, key="4").json()["errors"]["reason"]
    told = send(client, f"ky-hop/{kept.json()['id']}/huy", {"reason": "Hoãn"}, key="5").json()
    assert told["cancelled_at"] and day_of(deadline) is None


def test_a_sitting_of_another_place_is_not_theirs_to_keep(client, committee):
    far = a_commune("Tân Trung")
    sign_in(client, an_officer(at=committee))

    assert list(send(client, "ky-hop", said_of(far)).json()["errors"]) == ["place"]
    sign_in(client, a_viewer(at=committee))
    assert send(client, "ky-hop", said_of(committee.parent), key="2").status_code == 403
    assert not Session.objects.exists()


def test_a_council_below_hangs_it_on_its_own_sitting(client, committee):
    above = a_committee(of=committee.parent.parent)
    deadline = a_deadline(WORDS, issuer=above)
    sign_in(client, an_officer(at=committee))
    kept = send(client, "ky-hop", said_of(committee.parent), key="1").json()
    own, other = (
        f"thoi-han/{deadline.pk}/ky-hop/{place.code}" for place in (committee.parent, committee.parent.parent)
    )

    assert send(client, own, {"session": kept["id"]}, key="2").status_code in {200, 404}
    assert send(client, other, {"session": kept["id"]}, key="3").status_code in {403, 404}


def test_a_rule_of_law_is_named_and_taken_off(client, committee):
    deadline = a_deadline("trước ngày 30/11/2026", due=date(2026, 11, 30), issuer=committee)
    sign_in(client, deadline.plan.adopted_by)
    known = {one["name"] for one in client.get("/api/v1/thoi-han/luat").json()["rules"]}
    assert "disclosure" in known

    named = send(client, f"thoi-han/{deadline.pk}/luat", {"law": "disclosure", "begin": "2026-11-20"}).json()
    assert (named["law"], named["law_from"]) == ("disclosure", "2026-11-20")
    assert send(client, f"thoi-han/{deadline.pk}/luat", {"law": "x"}, key="2").json()["errors"]["law"]
    assert send(client, f"thoi-han/{deadline.pk}/luat", {}, key="3").json()["law"] == ""
    sign_in(client, a_viewer(at=committee))
    assert send(client, f"thoi-han/{deadline.pk}/luat", {}, key="4").status_code == 403
