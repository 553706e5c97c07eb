"""What a new version means for what was handed out, and a place as seen from above, as data."""

import json
from datetime import date

import pytest

from dinhlang.apps.overview.tests.factories import OWN_PLAN, TRAINING, a_cascade
from dinhlang.apps.people.tests.factories import a_viewer, an_officer, sign_in
from dinhlang.apps.plans import public as plans
from dinhlang.apps.plans.tests.factories import a_clause, a_plan
from dinhlang.apps.tasks import public as tasks
from dinhlang.apps.tasks.tests.factories import NOW, TODAY, submitted
from dinhlang.base import clock

pytestmark = pytest.mark.django_db
GONE = "Niêm yết công khai quỹ đất ở nhà văn hóa"


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: TODAY)
    monkeypatch.setattr(clock, "now", lambda: NOW)


@pytest.fixture
def cascade(client):
    cascade = a_cascade(texts=(TRAINING, OWN_PLAN, GONE))
    sign_in(client, cascade.officer)
    return cascade


@pytest.fixture
def change(cascade):
    clauses = [a_clause(TRAINING, label="II.1", due=date(2026, 12, 20)), a_clause(OWN_PLAN, label="II.2", due=DUE)]
    later = a_plan(issuer=cascade.committee, by=cascade.officer, clauses=clauses, issued_on=date(2026, 6, 1))
    facts = {"kind": "replace", "reason": "gia hạn", "by": cascade.officer, "now": NOW}
    return plans.change_plan(cascade.plan, later=later, **facts)


DUE = date(2026, 11, 25)


def send(client, address, said=None, key="1"):
    body = json.dumps(said or {})
    return client.post(f"/api/v1/{address}", body, "application/json", headers={"idempotency-key": key})


def point(told, kind):
    return next(one for one in told["points"] if one["kind"] == kind)


def test_each_point_is_decided_by_a_person(client, cascade, change):
    address = f"thay-doi/{change.pk}"
    told = client.get(f"/api/v1/{address}/he-qua").json()
    assert (told["waiting"], point(told, "changed")["parts"]) == (3, 2)

    gone, moved = point(told, "dropped")["order"], point(told, "changed")["order"]
    refused = send(client, f"{address}/he-qua/{gone}", {"decision": "followed"}, key="1")
    assert refused.status_code == 409 and "không còn nhiệm vụ này" in refused.json()["title"]
    send(client, f"{address}/he-qua/{gone}", {"decision": "withdrawn"}, key="2")
    send(client, f"{address}/he-qua/{moved}", {"decision": "followed"}, key="3")
    rest = send(client, f"{address}/giu-nguyen", key="4").json()

    assert (rest["waiting"], point(rest, "dropped")["decision"]) == (0, "withdrawn")
    assert tasks.tasks_of(change.later).count() == 2
    assert send(client, f"{address}/he-qua/99", {"decision": "kept"}, key="5").status_code == 404


def test_who_does_not_hand_out_decides_nothing(client, cascade, change):
    sign_in(client, a_viewer(at=cascade.committee))
    assert send(client, f"thay-doi/{change.pk}/giu-nguyen").status_code == 403
    sign_in(client, an_officer(at=cascade.communes[0]))
    assert send(client, f"thay-doi/{change.pk}/giu-nguyen", key="2").status_code == 403

    assert tasks.tasks_of(cascade.plan).count() == 3


def test_a_clause_asks_for_a_plan_of_ones_own(client, cascade):
    clause = plans.clauses_of(cascade.plan)[0]
    address = f"ke-hoach/{cascade.plan.pk}/muc/{clause.pk}/ke-hoach-rieng"

    assert send(client, address, {"asks": True}).json() == {"clause": clause.pk, "wants_a_plan": True}
    assert send(client, address, {"asks": True}, key="2").status_code == 409
    sign_in(client, a_viewer(at=cascade.committee))
    assert send(client, address, {"asks": False}, key="3").status_code == 403


def test_one_place_is_told_with_its_plans_and_bodies(client, cascade):
    first, second = cascade.communes
    submitted(cascade.part(first))

    told = client.get(f"/api/v1/toan-canh/dia-ban/{first.parent.code}").json()

    assert (told["sum"]["total"], told["sum"]["submitted"]) == (3, 1)
    assert [(one["unit"]["code"], one["counts"]["submitted"]) for one in told["bodies"]] == [(first.code, 1)]
    assert [one["plan"] for one in told["plans"]] == [cascade.plan.pk]
    sign_in(client, an_officer(at=second))
    assert client.get(f"/api/v1/toan-canh/dia-ban/{first.parent.code}").status_code == 404
