"""A dispatch to the late: drafted with the list, once, for whoever hands the plan out."""

from datetime import date, datetime

import pytest

from dinhlang.apps.issuance import public as issuance
from dinhlang.apps.people.tests.factories import a_leader, a_viewer, an_officer, sign_in
from dinhlang.apps.tasks.tests.factories import a_clause, a_plan, a_task
from dinhlang.apps.units.tests.factories import a_committee, a_commune, a_province
from dinhlang.base import clock

pytestmark = pytest.mark.django_db


def a_late_plan(*, bodies=2):
    province = a_province()
    committee = a_committee(of=province)
    plan = a_plan(issuer=committee)
    leads = [a_committee(of=a_commune(name, parent=province)) for name in ("Nhã Nam", "Tân Trung")[:bodies]]
    a_task(clause=a_clause(plan), leads=leads)
    return plan


LATER = datetime.fromisoformat("2026-12-01T08:00:00+07:00")


def test_it_lists_who_owes_what_since_when_in_the_form_of_a_letter():
    plan = a_late_plan()

    made = issuance.draft_dispatch(plan=plan, by=plan.adopted_by, now=LATER)

    table = next(block for block in made.body if block["type"] == "table")
    assert [row[1] for row in table["rows"]] == ["UBND xã Nhã Nam", "UBND xã Tân Trung"]
    assert {(row[3], row[4]) for row in table["rows"]} == {("25/11/2026", "6 ngày")}
    assert (made.kind, made.issuer, made.urges) == ("công văn", plan.issuer, plan)
    assert made.addressees == ["UBND xã Nhã Nam", "UBND xã Tân Trung"]
    assert "còn 2 phần việc của 2 đơn vị" in made.body[0]["text"]
    assert made.body[0]["text"].startswith(f"Thực hiện Kế hoạch số {plan.number} ngày ")


def test_it_goes_on_the_way_of_every_document_until_the_signer_issues_it():
    plan = a_late_plan()
    leader = a_leader(at=plan.issuer)
    made = issuance.draft_dispatch(plan=plan, by=plan.adopted_by, now=LATER)

    waiting = issuance.submit_for_signature(document=made, by=plan.adopted_by, now=LATER)
    issued = issuance.issue(document=waiting, by=leader, day=date(2026, 12, 1), now=LATER)

    assert issued.number == 1


def test_a_second_click_finds_the_draft_that_is_there():
    plan = a_late_plan()

    first = issuance.draft_dispatch(plan=plan, by=plan.adopted_by, now=LATER)

    assert issuance.draft_dispatch(plan=plan, by=plan.adopted_by, now=LATER) == first


def test_where_nobody_is_late_nothing_is_drafted():
    plan = a_late_plan()

    with pytest.raises(issuance.CannotDraft, match="Không đơn vị nào quá hạn"):
        issuance.draft_dispatch(plan=plan, by=plan.adopted_by, now=datetime.fromisoformat("2026-11-25T23:00:00+07:00"))


def test_the_plans_page_leads_there_for_who_hands_it_out(client, monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: LATER)
    monkeypatch.setattr(clock, "today", LATER.date)
    plan = a_late_plan()
    sign_in(client, an_officer(at=plan.issuer))
    address = f"/van-ban-di/don-doc/{plan.pk}/"
    assert address in client.get(f"/ke-hoach/{plan.pk}/").content.decode()

    answer = client.post(address)

    assert answer.status_code == 302
    assert issuance.OutgoingDocument.objects.get().urges == plan
    sign_in(client, a_viewer(at=plan.issuer))
    assert address not in client.get(f"/ke-hoach/{plan.pk}/").content.decode()
    assert client.post(address).status_code == 403


def test_a_program_of_who_hands_it_out_sees_and_drafts_it_once(client, monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: LATER)
    monkeypatch.setattr(clock, "today", LATER.date)
    plan = a_late_plan()
    address = f"/api/v1/ke-hoach/{plan.pk}/don-doc"
    sign_in(client, plan.adopted_by)

    assert client.get(address).json()["addressees"] == ["UBND xã Nhã Nam", "UBND xã Tân Trung"]
    made = client.post(address, "{}", "application/json", headers={"idempotency-key": "1"})
    again = client.post(address, "{}", "application/json", headers={"idempotency-key": "2"})
    assert (made.status_code, made.json()["state"], again.json()) == (201, "draft", made.json())

    sign_in(client, a_viewer(at=plan.issuer))
    assert client.get(address).status_code == 403
    assert client.post(address, "{}", "application/json", headers={"idempotency-key": "3"}).status_code == 403


def test_a_program_is_told_that_nobody_is_late(client, monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: datetime.fromisoformat("2026-11-25T23:00:00+07:00"))
    monkeypatch.setattr(clock, "today", lambda: date(2026, 11, 25))
    plan = a_late_plan()
    sign_in(client, plan.adopted_by)
    address = f"/api/v1/ke-hoach/{plan.pk}/don-doc"

    assert client.get(address).json()["addressees"] == []
    refused = client.post(address, "{}", "application/json", headers={"idempotency-key": "1"})
    assert refused.status_code == 409 and "Không đơn vị nào quá hạn" in refused.json()["title"]
