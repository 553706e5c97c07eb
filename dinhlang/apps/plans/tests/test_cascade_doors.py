"""Bases confirmed and dropped, and tasks of the superior taken over, by a person's own program."""

import json

import pytest

from dinhlang.apps.audit import public as audit
from dinhlang.apps.people.tests.factories import NOW, a_viewer, an_officer, sign_in
from dinhlang.apps.plans.models import Answer
from dinhlang.apps.plans.tests.factories import a_clause, a_plan
from dinhlang.apps.units.tests.factories import a_committee, a_commune, a_province
from dinhlang.base import clock

pytestmark = pytest.mark.django_db
TRAINING, REVIEW = "Tổ chức tập huấn cho cán bộ thôn", "Rà soát hương ước, quy ước của thôn"


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setattr(clock, "today", NOW.date)
    monkeypatch.setattr(clock, "now", lambda: NOW)


@pytest.fixture
def pair():
    """A plan of a commune that cites its province's by number, not linked yet."""
    province = a_province()
    committee = a_committee(of=a_commune("Nhã Nam", parent=province))
    clauses = [a_clause(TRAINING, label="1"), a_clause(REVIEW, label="2")]
    above = a_plan(issuer=a_committee(of=province), number="100/KH-UBND", clauses=clauses)
    facts = {"bases": ["Căn cứ Kế hoạch số 100/KH-UBND của UBND tỉnh"], "clauses": [a_clause(REVIEW, label="a")]}
    plan = a_plan(issuer=committee, is_public=False, by=an_officer(at=committee), **facts)
    return plan, above


def send(client, address, said=None, key="1"):
    body = json.dumps(said or {})
    return client.post(f"/api/v1/ke-hoach/{address}", body, "application/json", headers={"idempotency-key": key})


def get(client, address):
    return client.get(f"/api/v1/ke-hoach/{address}")


def test_a_basis_that_was_read_is_confirmed_and_dropped(client, pair):
    plan, above = pair
    sign_in(client, plan.adopted_by)

    (proposed,) = get(client, f"{plan.pk}/can-cu").json()["proposed"]
    assert (proposed["basis"]["id"], "100/KH-UBND" in proposed["words"]) == (above.pk, True)
    linked = send(client, f"{plan.pk}/can-cu/{above.pk}/ghi").json()
    assert [step["plan"]["id"] for step in linked["above"]] == [above.pk]
    told = get(client, f"{plan.pk}/can-cu").json()
    assert ([one["id"] for one in told["based_on"]], told["proposed"]) == ([above.pk], [])
    assert send(client, f"{plan.pk}/can-cu/{above.pk}/go", key="2").json()["above"] == []
    assert send(client, f"{plan.pk}/can-cu/{above.pk}/go", key="3").status_code == 409


def test_a_task_of_the_superior_is_taken_over_clause_by_clause(client, pair):
    plan, above = pair
    sign_in(client, plan.adopted_by)
    address, (training, review) = f"{plan.pk}/can-cu/{above.pk}", above.clauses.order_by("order")
    assert get(client, f"{address}/doi-chieu").status_code == 404  # it is not based on it yet
    send(client, f"{address}/ghi")

    first, second = get(client, f"{address}/doi-chieu").json()["taken"]
    assert (first["own"], first["proposed"], second["own"]) == (None, None, None)
    said = {"own": second["proposed"]["id"]}
    taken = send(client, f"{address}/doi-chieu/{review.pk}", said, key="2").json()["taken"]

    assert [one["own"] and one["own"]["text"] for one in taken] == [None, REVIEW]
    assert Answer.objects.get().answered == review
    assert "plans.taken_over" in [entry.act for entry in audit.history_of(plan)]
    emptied = send(client, f"{address}/doi-chieu/{review.pk}", {}, key="3").json()["taken"]
    assert [one["own"] for one in emptied] == [None, None]
    foreign = send(client, f"{address}/doi-chieu/{review.pk}", {"own": training.pk}, key="4")
    assert (foreign.status_code, list(foreign.json()["errors"])) == (422, ["own"])


@pytest.mark.parametrize("step", ["ghi", "go", "doi-chieu/{clause}"])
def test_who_only_reads_links_nothing(client, pair, step):
    plan, above = pair
    address = f"{plan.pk}/can-cu/{above.pk}/{step}".format(clause=above.clauses.first().pk)

    sign_in(client, a_viewer(at=plan.keeper))
    assert send(client, address).status_code == 403
    sign_in(client, an_officer(at=a_committee(of=a_commune("Tân Trung"))))
    assert send(client, address).status_code == 404
    assert not plan.based_on.exists()
