"""Plans adopted, linked, numbered and changed by a person's own program."""

import json
from datetime import date

import pytest

from dinhlang.apps.intake import public as intake
from dinhlang.apps.people.tests.factories import NOW, a_leader, a_viewer, an_officer, sign_in
from dinhlang.apps.plans.models import Change, Plan
from dinhlang.apps.plans.tests.factories import a_clause, a_plan
from dinhlang.apps.units.tests.factories import a_committee, a_commune, a_province
from dinhlang.base import clock

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setattr(clock, "today", NOW.date)
    monkeypatch.setattr(clock, "now", lambda: NOW)


@pytest.fixture
def committee():
    return a_committee(of=a_commune("Nhã Nam", parent=a_province()))


@pytest.fixture
def ha(client, committee):
    return sign_in(client, an_officer(at=committee))


def send(client, address, said, key="1"):
    return client.post(f"/api/v1/{address}", json.dumps(said), "application/json", headers={"idempotency-key": key})


def test_a_plan_is_told_with_what_it_stands_on_and_what_answers_it(client, committee, ha):
    top = a_plan(issuer=a_committee(of=committee.parent.parent), number="346/QĐ-TTg")
    plan = a_plan(issuer=committee, clauses=[a_clause("Họp dân")], based_on=[top])

    told = client.get(f"/api/v1/ke-hoach/{plan.pk}").json()
    above = client.get(f"/api/v1/ke-hoach/{top.pk}").json()

    assert [clause["text"] for clause in told["clauses"]] == ["Họp dân"]
    assert [(step["plan"]["id"], step["distance"]) for step in told["above"]] == [(top.pk, 1)]
    assert [step["plan"]["id"] for step in above["below"]] == [plan.pk]


def test_plans_are_found_by_year_issuer_and_words(client, committee, ha):
    wanted = a_plan(issuer=committee, title="Kế hoạch chuyển đổi số", issued_on=date(2026, 3, 1))
    a_plan(issuer=committee, title="Kế hoạch khác", issued_on=date(2025, 3, 1))

    for asked in ("year=2026", "q=chuyen doi so", f"issuer={committee.code}&year=2026"):
        assert [one["id"] for one in client.get(f"/api/v1/ke-hoach?{asked}").json()["items"]] == [wanted.pk]


def test_a_document_becomes_a_plan_once(client, committee, ha):
    text = "KẾ HOẠCH\n\na) Tổ chức họp dân ở các thôn.\n"
    facts = {"owner": committee, "issuer": committee, "by": ha, "now": NOW}
    document = intake.take_in(title="Họp dân", text=text, number="9/KH-UBND", **facts)
    intake.mark_stretch(document, start=text.index("a)"), end=len(text) - 1, by=ha, now=NOW)
    said = {"bases": "Luật số 10/2022/QH15", "is_public": False}

    first, again = (send(client, f"van-ban-den/{document.pk}/ke-hoach", said) for _ in range(2))

    assert (first.status_code, first.json()["bases"], first.json()["is_public"]) == (
        201,
        ["Luật số 10/2022/QH15"],
        False,
    )
    assert again.json() == first.json()
    assert Plan.objects.get().adopted_by == ha


def test_a_draft_gets_its_number_and_only_one(client, committee, ha):
    draft = a_plan(issuer=committee, number="")
    said = {"number": "31/KH-UBND", "issued_on": "2026-02-01"}

    told = send(client, f"ke-hoach/{draft.pk}/so-hieu", said).json()
    second = send(client, f"ke-hoach/{draft.pk}/so-hieu", {**said, "number": "32/KH-UBND"}, key="2")

    assert (told["number"], told["issued_on"]) == ("31/KH-UBND", "2026-02-01")
    assert (second.status_code, "đã có số" in second.json()["title"]) == (409, True)


def test_a_later_plan_amends_an_earlier_one(client, committee, ha):
    earlier = a_plan(issuer=committee, number="1/KH", clauses=[a_clause("Họp dân mỗi quý")])
    later = a_plan(issuer=committee, number="2/KH", clauses=[a_clause("Họp dân mỗi tháng")])

    told = send(client, f"ke-hoach/{earlier.pk}/thay-doi", {"later": later.pk, "kind": "amend", "reason": "Bổ sung"})

    assert told.status_code == 201
    assert client.get(f"/api/v1/thay-doi/{Change.objects.get().pk}").json() == told.json()
    assert [one["id"] for one in client.get(f"/api/v1/ke-hoach/{later.pk}").json()["changes"]] == [told.json()["id"]]


def test_bases_are_added_and_a_plan_is_shown_to_residents(client, committee, ha):
    top = a_plan(issuer=a_committee(of=committee.parent.parent))
    plan = a_plan(issuer=committee, is_public=False)

    based = send(client, f"ke-hoach/{plan.pk}/can-cu", {"based_on": [top.pk]}, key="1").json()
    shown = send(client, f"ke-hoach/{plan.pk}/cong-khai", {"is_public": True, "reason": "Dân cần biết"}, key="2").json()

    assert [step["plan"]["id"] for step in based["above"]] == [top.pk]
    assert shown["is_public"]


def test_who_only_reads_changes_nothing(client, committee):
    plan = a_plan(issuer=committee, number="")
    said = {"number": "31/KH-UBND", "issued_on": "2026-02-01"}

    sign_in(client, a_viewer(at=committee))
    assert send(client, f"ke-hoach/{plan.pk}/so-hieu", said).status_code == 403
    sign_in(client, a_leader(at=a_committee(of=a_commune("Tân Trung"))))
    assert send(client, f"ke-hoach/{plan.pk}/so-hieu", said).status_code in {403, 404}
    plan.refresh_from_db()
    assert plan.number == ""
