"""Doors of shares, money, many parts at once, and files."""

import json

import pytest
from django.test import Client

from dinhlang.apps.people.tests.factories import a_program, a_village_head, an_officer, sign_in
from dinhlang.apps.tasks import actions
from dinhlang.apps.tasks.models import Evidence, ObstacleFile
from dinhlang.apps.tasks.tests.factories import NOW, TODAY, a_clause, a_photo, a_plan, a_task, fresh, submitted
from dinhlang.apps.units.tests.factories import a_committee, a_commune, a_village
from dinhlang.base import clock

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: TODAY)
    monkeypatch.setattr(clock, "now", lambda: NOW.replace(hour=10))


@pytest.fixture
def commune():
    commune = a_commune("Nhã Nam")
    commune.committee = a_committee(of=commune)
    commune.villages = [a_village(name, parent=commune) for name in ("Một", "Hai")]
    commune.ha = an_officer(at=commune.committee)
    commune.tu = a_village_head(at=commune.villages[0])
    commune.plan = a_plan(issuer=commune.committee, by=commune.ha)
    commune.task = a_task(clause=a_clause(commune.plan), leads=commune.villages)
    commune.part = fresh(commune.task.assignments.get(unit=commune.villages[0]))
    return commune


def send(client, address, said, key="1"):
    return client.post(f"/api/v1/{address}", json.dumps(said), "application/json", headers={"idempotency-key": key})


def signed_in(person):
    client = Client()
    sign_in(client, person)
    return client


def test_a_share_goes_its_way_and_the_issuer_sees_it_only_where_the_body_lets_it(commune):
    tu, ha = signed_in(commune.tu), signed_in(commune.ha)
    address = f"phan-viec/{commune.part.pk}"

    made = send(tu, f"{address}/ben-trong", {"title": "Mời dân", "persons": [str(commune.tu.pk)]})
    (share,) = made.json()["items"]
    hidden = ha.get(f"/api/v1/{address}/ben-trong").status_code
    send(tu, f"{address}/cho-xem", {"shown": True}, "2")
    shown = ha.get(f"/api/v1/{address}/ben-trong").json()["items"]
    told = send(tu, f"ben-trong/{share['id']}/ghi", {"words": "Đã mời 40 hộ", "finished": True}, "3").json()
    back = send(tu, f"ben-trong/{share['id']}/tra-lai", {"reason": "Thiếu 12 hộ"}, "4").json()

    assert (made.status_code, hidden, [one["id"] for one in shown]) == (201, 403, [share["id"]])
    assert (told["state"], back["state"]) == ("in", "returned")
    assert [line["words"] for line in back["said"]][-2:] == ["Đã mời 40 hộ", "Thiếu 12 hộ"]
    assert tu.get(f"/api/v1/ben-trong/{share['id']}").json() == back


def test_money_is_asked_and_allotted(commune):
    tu, ha = signed_in(commune.tu), signed_in(commune.ha)
    address = f"phan-viec/{commune.part.pk}"

    asked = send(tu, f"{address}/de-nghi-kinh-phi", {"amount": "12.500.000", "reason": "Dự toán"}).json()
    given = send(ha, f"{address}/giao-kinh-phi", {"amount": "10000000", "reason": "QĐ 5"}).json()
    wrong = send(ha, f"{address}/giao-kinh-phi", {"amount": "mười", "reason": "QĐ 5"}, "2")

    assert (asked["asked"], given["allotted"]) == (12_500_000, 10_000_000)
    assert (wrong.status_code, list(wrong.json()["errors"])) == (422, ["amount"])


def test_all_that_wait_are_accepted_but_ones_own(commune):
    first, second = commune.task.assignments.order_by("pk")
    submitted(first, by=commune.ha)
    submitted(second)
    ha = signed_in(commune.ha)

    accepted = send(ha, f"nhiem-vu/{commune.task.pk}/duyet", {"act": "accept"}).json()
    nothing = send(ha, f"nhiem-vu/{commune.task.pk}/duyet", {"act": "return", "reason": ""}, "2")

    assert accepted == {"decided": 1, "own": 1}
    assert (fresh(first).state, fresh(second).state) == ("submitted", "accepted")
    assert (nothing.status_code, list(nothing.json()["errors"])) == (422, ["reason"])


def test_a_file_is_handed_out_to_who_may_read_what_was_told(commune):
    facts = {"words": "Ảnh hội nghị", "uploads": [a_photo("hop.png")], "by": commune.tu, "now": NOW}
    actions.tell_progress(assignment=commune.part, **facts)
    said = actions.Saying("Chưa có phòng", uploads=[a_photo("phong.png")])
    actions.raise_obstacle(assignment=fresh(commune.part), said=said, by=commune.tu, now=NOW)
    token = a_program(at=commune, words=["tasks.read"])
    elsewhere = signed_in(an_officer(at=a_committee(of=a_commune("Tân Trung"))))

    for address in (f"minh-chung/{Evidence.objects.get().pk}", f"vuong-mac/tep/{ObstacleFile.objects.get().pk}"):
        answer = Client().get(f"/api/v1/{address}", headers={"authorization": f"Bearer {token}"})
        assert (answer.status_code, b"".join(answer)[:4]) == (200, b"\x89PNG")
        assert "attachment" in answer["Content-Disposition"]
        assert elsewhere.get(f"/api/v1/{address}").status_code == 404


def test_what_waits_for_ones_decision_is_listed(commune):
    first, second = commune.task.assignments.order_by("pk")
    submitted(first, by=commune.ha)
    submitted(second)

    told = signed_in(commune.ha).get("/api/v1/phan-viec?whose=decide").json()["items"]

    assert [one["id"] for one in told] == [second.pk]
