"""The leader's page, the holes and the board, as data."""

from datetime import timedelta

import pytest

from dinhlang.apps.overview.actions import count_places
from dinhlang.apps.overview.tests.factories import a_cascade
from dinhlang.apps.people.tests.factories import an_officer, sign_in
from dinhlang.apps.tasks.tests.factories import NOW, TODAY, submitted
from dinhlang.base import clock

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: TODAY)
    monkeypatch.setattr(clock, "now", lambda: NOW)


@pytest.fixture
def cascade(client):
    cascade = a_cascade()
    sign_in(client, cascade.officer)
    return cascade


def test_a_plan_is_seen_as_its_leader_sees_it(client, cascade):
    first, _second = cascade.communes
    submitted(cascade.part(first, 0))

    told = client.get(f"/api/v1/ke-hoach/{cascade.plan.pk}/toan-canh").json()

    cells = {row["unit"]["code"]: [cell["kind"] for cell in row["cells"]] for row in told["bodies"]}
    assert cells[first.code] == ["waiting", "none"]
    assert (told["sees_all"], told["number_of_bodies"], told["sum"]["submitted"]) == (True, 2, 1)
    assert sum(month["counts"]["total"] for month in told["months"]) == told["sum"]["total"]


def test_bodies_are_narrowed_and_passed_over(client, cascade):
    address = f"/api/v1/ke-hoach/{cascade.plan.pk}/toan-canh"

    assert len(client.get(f"{address}?q=dong ky").json()["bodies"]) == 1
    assert len(client.get(f"{address}?offset=1").json()["bodies"]) == 1
    assert client.get(f"{address}?offset=-1").status_code == 400


def test_a_body_below_sees_only_itself(client, cascade):
    first, _second = cascade.communes
    sign_in(client, an_officer(at=first))

    told = client.get(f"/api/v1/ke-hoach/{cascade.plan.pk}/toan-canh").json()

    assert (told["sees_all"], [row["unit"]["code"] for row in told["bodies"]]) == (False, [first.code])
    assert client.get(f"/api/v1/ke-hoach/{cascade.plan.pk}/do-phu").status_code == 403


def test_holes_are_told_kind_by_kind(client, cascade):
    address = f"/api/v1/ke-hoach/{cascade.plan.pk}/do-phu"
    told = client.get(address).json()

    for kind, number in told["counts"].items():
        of_kind = client.get(f"{address}?kind={kind}").json()
        assert (of_kind["kind"], len(of_kind["holes"])) == (kind, number)
    assert sum(told["counts"].values()) > 0


def test_the_board_tells_the_places_within_reach(client, cascade):
    count_places(day=TODAY, now=NOW)

    told = client.get("/api/v1/toan-canh").json()["items"]
    states = {one["state"] for one in told}

    assert {one["late"] for one in told} == {0}
    for state in states:
        assert {one["state"] for one in client.get(f"/api/v1/toan-canh?state={state}").json()["items"]} == {state}


class TestDaysAndViews:
    def test_the_days_of_a_plan_are_told(self, client, cascade):
        due = cascade.plan.tasks.exclude(due=None).order_by("due").first().due
        asked = f"?first={due.isoformat()}&last={(due + timedelta(days=5)).isoformat()}&plan={cascade.plan.pk}"

        told = client.get(f"/api/v1/toan-canh/lich{asked}").json()

        assert told["due"][0]["day"] == due.isoformat()
        assert told["due"][0]["counts"]["total"] > 0

    def test_a_year_is_too_long(self, client, cascade):

        assert client.get("/api/v1/toan-canh/lich?first=2026-01-01&last=2026-12-31").status_code == 400

    def test_a_view_is_saved_listed_and_dropped(self, client, cascade):
        sent = {"name": "Xã quá hạn", "address": "/toan-canh/?xem=late"}

        answer = client.post("/api/v1/cach-xem", sent, "application/json", headers={"Idempotency-Key": "1"})
        assert answer.status_code == 201, answer.content
        saved = answer.json()
        assert [one["name"] for one in client.get("/api/v1/cach-xem").json()["items"]] == ["Xã quá hạn"]
        address = f"/api/v1/cach-xem/{saved['id']}/bo"
        assert client.post(address, headers={"Idempotency-Key": "2"}).json() == {"dropped": True}
        assert client.get("/api/v1/cach-xem").json()["items"] == []


def test_the_months_of_a_plan_tell_each_task_from_its_beginning_to_its_day(client, cascade):
    address = f"/api/v1/ke-hoach/{cascade.plan.pk}/dong-thoi-gian"

    told = client.get(address).json()
    later = client.get(f"{address}?first=2027-06-15").json()

    assert [(one["due"], one["kind"]) for one in told["bars"]] == [("2026-11-25", "none")] * 2
    assert "2026-11-01" in told["months"]
    assert (later["months"][0], later["bars"], later["before"]) == ("2027-06-01", [], 2)
