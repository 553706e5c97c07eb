"""Reminders as one's own program reads them."""

import json

import pytest
from django.test import Client

from dinhlang.apps.people.models import KeptAnswer
from dinhlang.apps.people.tests.factories import NOW, a_program, a_village_head, an_officer, sign_in
from dinhlang.apps.reminders.models import Notice, Reminder, Step, Subscription, Wish
from dinhlang.apps.tasks.tests.factories import DUE, a_clause, a_plan, a_task, an_assignment
from dinhlang.apps.units.tests.factories import a_committee, a_commune, a_village
from dinhlang.base import clock

pytestmark = pytest.mark.django_db


@pytest.fixture
def told():
    """Ông Tư was told that his village's part is due."""
    village = a_village("Một")
    tu = a_village_head(at=village)
    part = an_assignment(leads=[village])
    facts = {"step": Step.BEFORE, "days": 3, "anchor": DUE, "due_at": NOW, "state": "told", "settled_at": NOW}
    reminder = Reminder.objects.create(assignment=part, **facts)
    told = Notice.objects.create(reminder=reminder, person=tu, told_at=NOW)
    told.tu = tu
    return told


def test_ones_own_reminders_are_told_and_marked_as_read(client, told):
    sign_in(client, told.tu)

    (before,) = client.get("/api/v1/nhac-viec?unread=true").json()["items"]
    read = client.post(f"/api/v1/nhac-viec/{told.pk}/da-doc", headers={"idempotency-key": "1"}).json()

    assert (before["assignment"], before["read_at"], before["due"]) == (told.reminder.assignment_id, None, str(DUE))
    assert read["read_at"] is not None
    assert client.get("/api/v1/nhac-viec?unread=true").json()["items"] == []
    assert client.get("/api/v1/nhac-viec?unread=false").json()["items"] == [read]


def test_what_another_was_told_is_not_known(told):
    other = Client()
    sign_in(other, a_village_head(at=a_village("Hai")))

    assert other.get("/api/v1/nhac-viec").json()["items"] == []
    assert other.post(f"/api/v1/nhac-viec/{told.pk}/da-doc", headers={"idempotency-key": "1"}).status_code == 404


def send(client, address, said=None, key="1"):
    body = json.dumps(said or {})
    return client.post(f"/api/v1/{address}", body, "application/json", headers={"idempotency-key": key})


def test_all_up_to_one_are_read_and_what_came_later_is_not(client, told):
    again = Reminder.objects.create(
        assignment=told.reminder.assignment, step=Step.ON, days=0, anchor=DUE, due_at=NOW, state="told", settled_at=NOW
    )
    later = Notice.objects.create(reminder=again, person=told.tu, told_at=NOW)
    sign_in(client, told.tu)

    assert send(client, "nhac-viec/da-doc", {"up_to": told.pk}).json() == {"number": 1}
    assert [one["id"] for one in client.get("/api/v1/nhac-viec?unread=true").json()["items"]] == [later.pk]


def test_one_says_how_one_wishes_to_be_told_and_keeps_what_one_does_not_say(client, told):
    sign_in(client, told.tu)

    first = client.get("/api/v1/nhac-viec/cach-nhan").json()
    assert send(client, "nhac-viec/cach-nhan", {"hour": 17}, key="1").json() == {**first, "hour": 17}
    assert send(client, "nhac-viec/cach-nhan", {"mail": "none"}, key="2").json() == {"mail": "none", "hour": 17}
    assert list(send(client, "nhac-viec/cach-nhan", {"hour": 25}, key="3").json()["errors"]) == ["hour"]
    assert Wish.objects.get().mail == "none"


def test_an_address_to_follow_is_made_renewed_and_dropped_and_its_secret_is_kept_nowhere(client, told):
    sign_in(client, told.tu)
    village = told.reminder.assignment.unit

    made = send(client, "nhac-viec/theo-doi", {"unit": village.code}, key="1")
    (known,) = client.get("/api/v1/nhac-viec/theo-doi").json()["followed"]
    assert (made.status_code, known["id"], known["unit"]["code"]) == (201, made.json()["id"], village.code)
    assert Client().get(known["calendar"]).status_code == 200
    assert not any("calendar" in kept.told for kept in KeptAnswer.objects.all())

    send(client, f"nhac-viec/theo-doi/{known['id']}/doi", key="2")
    assert Client().get(known["calendar"]).status_code == 404
    assert send(client, f"nhac-viec/theo-doi/{known['id']}/bo", key="3").json() == {"dropped": True}
    assert not Subscription.objects.exists()


def test_what_is_not_theirs_is_not_followed(client, told):
    sign_in(client, told.tu)
    hidden = a_plan(issuer=a_committee(of=a_commune("Tân Trung")), is_public=False)

    assert send(client, "nhac-viec/theo-doi", {"unit": hidden.keeper.code}, key="1").status_code == 404
    assert send(client, "nhac-viec/theo-doi", {"plan": hidden.pk}, key="2").status_code == 404
    token = a_program(at=told.reminder.assignment.unit, words=["tasks.read"])
    head = {"authorization": f"Bearer {token}", "idempotency-key": "3"}
    assert Client().post("/api/v1/nhac-viec/theo-doi", "{}", "application/json", headers=head).status_code == 403


@pytest.fixture
def late(monkeypatch):
    """Two villages are late with one task; whoever handed it out is here."""
    commune = a_commune("Nhã Nam")
    committee = a_committee(of=commune)
    plan = a_plan(issuer=committee, by=an_officer(at=committee))
    villages = [a_village(name, parent=commune) for name in ("Một", "Hai")]
    for village in villages:
        a_village_head(at=village)
    task = a_task(clause=a_clause(plan), leads=villages)
    monkeypatch.setattr(clock, "now", lambda: NOW.replace(month=12, day=1))
    monkeypatch.setattr(clock, "today", lambda: NOW.replace(month=12, day=1).date())
    return task


def test_a_text_to_paste_names_who_is_late(client, late):
    plan = late.plan
    sign_in(client, plan.adopted_by)

    told = client.get(f"/api/v1/ke-hoach/{plan.pk}/loi-nhac").json()

    assert (told["number"], len(told["parts"])) == (2, 1)
    assert "Thôn Một" in told["parts"][0] and f"/ke-hoach/{plan.pk}/" in told["parts"][0]
    sign_in(client, a_village_head(at=late.assignments.first().unit))
    assert client.get(f"/api/v1/ke-hoach/{plan.pk}/loi-nhac").status_code == 403


def test_many_are_reminded_once_a_day_with_words(client, late):
    sign_in(client, late.plan.adopted_by)
    chosen = list(late.assignments.values_list("pk", flat=True))

    assert send(client, "nhac-viec/nhac-nhieu", {"chosen": chosen}, key="1").json()["errors"]["words"]
    said = {"chosen": chosen, "words": "Xin gửi báo cáo hôm nay"}
    assert send(client, "nhac-viec/nhac-nhieu", said, key="2").json() == {"number": 2, "left": []}
    again = send(client, "nhac-viec/nhac-nhieu", said, key="3").json()
    assert (again["number"], [one["assignment"] for one in again["left"]]) == (0, chosen)
    foreign = an_assignment(leads=[a_village("Xa", parent=a_commune("Tân Trung"))])
    unknown = send(client, "nhac-viec/nhac-nhieu", {**said, "chosen": [foreign.pk]}, key="4")
    assert list(unknown.json()["errors"]) == ["chosen"]


def test_what_is_late_under_a_person_is_gathered(client, late):
    sign_in(client, late.plan.adopted_by)

    told = client.get("/api/v1/nhac-viec/viec-qua-han").json()

    assert (told["number"], [one["plan"] for one in told["shown"]]) == (2, [late.plan.pk])
    assert send(client, "nhac-viec/viec-qua-han/da-doc").json() == {"number": 0}
