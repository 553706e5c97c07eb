"""The days off of a year as programs read them."""

import json

import pytest

from dinhlang.apps.people.tests.factories import an_administrator, an_officer, sign_in
from dinhlang.apps.units.tests.factories import a_committee, a_commune

pytestmark = pytest.mark.django_db


def test_the_days_of_a_year_are_told_to_who_may_see_the_page(client):
    committee = a_committee(of=a_commune("Nhã Nam"))
    sign_in(client, an_administrator(at=committee))

    told = client.get("/api/v1/ngay-nghi?nam=2026").json()

    days = {one["day"]: one for one in told["days"]}
    assert told["year"] == 2026
    assert not days["2026-09-02"]["works"]
    assert client.get("/api/v1/ngay-nghi?nam=1999").status_code == 400

    sign_in(client, an_officer(at=committee))
    assert client.get("/api/v1/ngay-nghi").status_code == 403


def test_a_day_is_decided_once_and_withdrawn(client):
    committee = a_committee(of=a_commune("Nhã Nam"))
    sign_in(client, an_administrator(at=committee))
    said = {"day": "2026-12-03", "what": "off", "name": "nghỉ tránh bão", "source": "CĐ 9", "reason": "Bão số 12"}

    def send(address, said, key):
        headers = {"idempotency-key": key}
        return client.post(f"/api/v1/{address}", json.dumps(said), "application/json", headers=headers)

    added = send("ngay-nghi", said, "1")
    assert (added.status_code, added.json()["works"]) == (201, False)
    assert send("ngay-nghi", said, "1").json() == added.json()
    assert send("ngay-nghi", said, "2").status_code == 422
    (told,) = [one for one in client.get("/api/v1/ngay-nghi?nam=2026").json()["days"] if one["day"] == "2026-12-03"]
    assert (told["line"], told["is_of_this_house"]) == (added.json()["id"], True)
    assert send(f"ngay-nghi/{told['line']}/rut", {}, "3").json()["errors"]["reason"]
    assert send(f"ngay-nghi/{told['line']}/rut", {"reason": "Bão tan"}, "4").json()["withdrawn_at"]

    sign_in(client, an_officer(at=committee))
    assert send("ngay-nghi", said, "5").status_code == 403
    assert send(f"ngay-nghi/{told['line']}/rut", {"reason": "x"}, "6").status_code == 403
