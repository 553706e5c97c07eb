"""The chain of a report as programs read, lay and move it."""

import json
from datetime import date

import pytest

from dinhlang.apps.deadlines.models import ChainDay
from dinhlang.apps.deadlines.tests.factories import NOW, ON, a_clause
from dinhlang.apps.people.tests.factories import a_viewer, an_officer, sign_in
from dinhlang.apps.units.tests.factories import a_committee, a_province
from dinhlang.base import clock

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: ON)
    monkeypatch.setattr(clock, "now", lambda: NOW)


@pytest.fixture
def plan():
    return a_clause(issuer=a_committee(of=a_province())).plan


def said_of(plan, **facts):
    return {
        "title": "Báo cáo năm",
        "recipient": "Bộ Nội vụ",
        "last_day": "2026-12-25",
        "closes_on": "2026-12-01",
        "rhythm": "once",
        "times": 1,
        "who_0": f"unit:{plan.keeper_id}",
        "days_0": 5,
        "who_1": "level:commune",
        "days_1": 3,
        **facts,
    }


def send(client, address, said, key, **headers):
    headers = {"idempotency-key": key, **headers}
    return client.post(f"/api/v1/{address}", json.dumps(said), "application/json", headers=headers)


def test_a_chain_is_laid_read_and_moved(client, plan):
    sign_in(client, an_officer(at=plan.keeper))

    laid = send(client, f"ke-hoach/{plan.pk}/chuoi-bao-cao/lap", said_of(plan), "1")
    assert laid.status_code == 201
    made = laid.json()
    ((province, commune),) = [period["days"] for period in made["periods"]]
    assert (province["day"], commune["day"]) == ("2026-12-25", "2026-12-18")
    assert "trừ 5 ngày làm việc" in commune["why"]
    (listed,) = client.get(f"/api/v1/ke-hoach/{plan.pk}/chuoi-bao-cao").json()["items"]
    assert listed == client.get(f"/api/v1/chuoi-bao-cao/{made['id']}").json() == made

    said = {"last_0": "2026-12-30", "days_0": 5, "days_1": 3, "reason": "Bộ lùi hạn"}
    moved = send(client, f"chuoi-bao-cao/{made['id']}/doi", said, "2", **{"if-match": f'"{made["version"]}"'})
    assert moved.json()["periods"][0]["days"][1]["day"] == "2026-12-23"
    stale = send(client, f"chuoi-bao-cao/{made['id']}/doi", said, "3", **{"if-match": f'"{made["version"]}"'})
    assert stale.status_code == 412


def test_what_speaks_against_it_is_said_and_must_be_meant(client, plan):
    sign_in(client, an_officer(at=plan.keeper))
    early, address = said_of(plan, closes_on="2026-12-24"), f"ke-hoach/{plan.pk}/chuoi-bao-cao/lap"

    refused = send(client, address, early, "1")

    assert refused.status_code == 422 and "chưa kết thúc" in refused.json()["errors"]["anyway"][0]
    assert send(client, address, {**early, "anyway": True}, "2").status_code == 201


def test_who_only_reads_lays_none(client, plan):
    sign_in(client, a_viewer(at=plan.keeper))

    assert send(client, f"ke-hoach/{plan.pk}/chuoi-bao-cao/lap", said_of(plan), "1").status_code == 403
    assert not ChainDay.objects.filter(day__gte=date(2026, 1, 1)).exists()


def test_a_chain_is_ended_with_a_reason_as_it_was_read(client, plan):
    sign_in(client, an_officer(at=plan.keeper))
    made = send(client, f"ke-hoach/{plan.pk}/chuoi-bao-cao/lap", said_of(plan), "1").json()
    address = f"chuoi-bao-cao/{made['id']}/thoi"

    assert send(client, address, {}, "2").json()["errors"]["reason"]
    ended = send(client, address, {"reason": "Bộ thôi yêu cầu"}, "3", **{"if-match": f'"{made["version"]}"'})
    assert ended.json()["ended_at"] and ended.json()["version"] != made["version"]
    assert send(client, address, {"reason": "Lần nữa"}, "4", **{"if-match": f'"{made["version"]}"'}).status_code == 412
