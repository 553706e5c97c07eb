"""Why a day is what it is, and the event it waited for, as programs read and record it."""

import json
from datetime import date

import pytest

from dinhlang.apps.deadlines.models import Event
from dinhlang.apps.deadlines.tests.factories import NOW, ON, WAITING, a_deadline, day_of
from dinhlang.apps.people.tests.factories import a_viewer, an_officer, sign_in
from dinhlang.apps.plans.models import Plan
from dinhlang.apps.units.tests.factories import a_committee, a_commune
from dinhlang.base import clock

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: ON)
    monkeypatch.setattr(clock, "now", lambda: NOW)


@pytest.fixture
def committee():
    return a_committee(of=a_commune("Nhã Nam"))


def send(client, deadline, step, said, key):
    address = f"/api/v1/thoi-han/{deadline.pk}/{step}"
    return client.post(address, json.dumps(said), "application/json", headers={"idempotency-key": key})


def test_the_counting_is_told_with_each_day_passed_over(client, committee):
    deadline = a_deadline(issuer=committee, due=date(2026, 12, 4))
    sign_in(client, a_viewer(at=committee))

    told = client.get(f"/api/v1/thoi-han/{deadline.pk}").json()

    (day,) = told["days"]
    assert (day["day"], day["reckoning"]["number"], day["reckoning"]["working"]) == (str(day_of(deadline)), 10, True)
    assert {"day": "2026-11-21", "why": "cuối tuần"} in day["reckoning"]["skipped"]


def test_an_event_is_recorded_and_taken_back(client, committee):
    deadline = a_deadline(WAITING, issuer=committee)
    sign_in(client, an_officer(at=committee))
    said = {"happened_on": str(ON), "number": 5, "unit": "working", "source": "Công văn 12/SNV"}

    recorded = send(client, deadline, "su-kien", said, "1").json()
    again = send(client, deadline, "su-kien", said, "1").json()
    second = send(client, deadline, "su-kien", said, "2")
    gone = send(client, deadline, "su-kien/rut", {"reason": "Ghi nhầm"}, "3").json()

    assert (recorded["event"]["source"], recorded["days"][0]["day"]) == ("Công văn 12/SNV", "2026-11-27")
    assert again == recorded
    assert (second.status_code, "rút lại rồi ghi lại" in second.json()["title"]) == (409, True)
    assert (gone["event"], gone["days"][0]["day"], gone["is_waiting"]) == (None, None, True)
    assert Event.objects.count() == 1


def test_an_event_without_a_source_is_refused_beside_its_field(client, committee):
    deadline = a_deadline(WAITING, issuer=committee)
    sign_in(client, an_officer(at=committee))

    answer = send(client, deadline, "su-kien", {"happened_on": str(ON), "unit": "day"}, "1")

    assert (answer.status_code, list(answer.json()["errors"])) == (422, ["source"])


def test_who_may_not_move_it_reads_it_only(client, committee):
    deadline = a_deadline(WAITING, issuer=committee)
    said = {"happened_on": str(ON), "number": 5, "unit": "working", "source": "Công văn 12/SNV"}

    sign_in(client, a_viewer(at=committee))
    assert send(client, deadline, "su-kien", said, "1").status_code == 403
    Plan.objects.update(is_public=False)
    sign_in(client, an_officer(at=a_committee(of=a_commune("Tân Trung"))))
    assert client.get(f"/api/v1/thoi-han/{deadline.pk}").status_code == 404
    assert not Event.objects.exists()
