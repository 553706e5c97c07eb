"""To whom the work of units goes that are no more, and what a plan costs, by a person's own program."""

import json

import pytest

from dinhlang.apps.people.tests.factories import a_village_head, an_administrator, an_officer, sign_in
from dinhlang.apps.tasks import actions
from dinhlang.apps.tasks.models import Heir
from dinhlang.apps.tasks.tests.factories import TODAY
from dinhlang.apps.tasks.tests.test_heirs import LATER, SOON, place, split  # noqa: F401
from dinhlang.apps.units.tests.factories import a_committee, a_province
from dinhlang.base import clock

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: TODAY)
    monkeypatch.setattr(clock, "now", lambda: LATER)


def send(client, address, said=None, key="1"):
    body = json.dumps(said or {})
    return client.post(f"/api/v1/{address}", body, "application/json", headers={"idempotency-key": key})


def test_an_administrator_chooses_among_those_who_may_follow(client, place):  # noqa: F811
    _east, west = split(place)
    sign_in(client, place.quan)
    (one,) = client.get("/api/v1/ban-giao").json()["units"]
    assert (one["parts"], west.code in [unit["code"] for unit in one["candidates"]]) == (1, True)
    address = f"ban-giao/{one['unit']['code']}"

    assert send(client, address, {"successor": west.code}, key="1").json()["errors"]["reason"]
    wrong = {"successor": place.committees[2].code, "reason": "Đề án"}
    assert list(send(client, address, wrong, key="2").json()["errors"]) == ["successor"]
    done = send(client, address, {"successor": west.code, "reason": "Đề án"}, key="3").json()

    assert (done["successor"], done["moved"]) == (west.code, 1)
    assert client.get("/api/v1/ban-giao").json()["number"] == 0
    assert send(client, address, {"successor": west.code, "reason": "Đề án"}, key="4").status_code == 404


def test_a_choice_ahead_is_told_and_taken_back(client, place):  # noqa: F811
    _east, west = split(place, day=SOON)
    sign_in(client, place.quan)
    (one,) = client.get("/api/v1/ban-giao").json()["units"]
    send(client, f"ban-giao/{one['unit']['code']}", {"successor": west.code, "reason": "Nghị quyết"})

    (chosen,) = client.get("/api/v1/ban-giao/da-chon").json()["chosen"]
    assert (chosen["successor"]["code"], chosen["day"]) == (west.code, SOON.isoformat())
    assert send(client, f"ban-giao/da-chon/{chosen['id']}/bo", {"reason": "Nhầm"}, key="2").status_code == 200
    assert not Heir.objects.filter(is_chosen=True).exists()


def test_others_choose_nothing(client, place):  # noqa: F811
    _east, west = split(place)
    sign_in(client, place.quan)
    (one,) = client.get("/api/v1/ban-giao").json()["units"]
    said = {"successor": west.code, "reason": "Đề án"}

    sign_in(client, an_administrator(at=a_committee(of=a_province("Nghệ An"))))
    assert client.get("/api/v1/ban-giao").json()["units"] == []
    assert send(client, f"ban-giao/{one['unit']['code']}", said).status_code == 404
    sign_in(client, an_officer(at=place.committee))
    assert client.get("/api/v1/ban-giao").status_code == 403


def test_the_money_of_a_plan_is_summed_for_who_sees_all_of_it(client, place):  # noqa: F811
    part = place.task.assignments.get(unit=place.committees[0])
    head = an_officer(at=place.committees[0])
    actions.ask_money(assignment=part, amount=5_000_000, reason="Tập huấn", by=head, now=LATER)
    address = f"/api/v1/ke-hoach/{place.task.plan_id}/kinh-phi"

    sign_in(client, place.lan)
    assert client.get(address).json() == {
        "plan": place.task.plan_id,
        "asked": 5_000_000,
        "allotted": 0,
        "left": 5_000_000,
    }
    assert [one["id"] for one in client.get(f"{address}/phan-viec").json()["items"]] == [part.pk]
    sign_in(client, head)
    assert client.get(address).status_code == 403


def test_what_waits_for_an_answer_is_listed_for_who_answers(client, place):  # noqa: F811
    part, head = place.task.assignments.get(unit=place.committees[0]), an_officer(at=place.committees[0])
    facts = {"wanted": SOON, "reason": "Lũ", "by": head, "now": LATER, "day": TODAY}
    asked = actions.ask_extension(assignment=part, **facts)

    sign_in(client, place.lan)
    assert [one["id"] for one in client.get("/api/v1/gia-han").json()["items"]] == [asked.pk]
    sign_in(client, head)
    assert client.get("/api/v1/gia-han").json()["items"] == []
    sign_in(client, a_village_head(at=place.communes[0]))
    assert client.get("/api/v1/gia-han").status_code == 403
