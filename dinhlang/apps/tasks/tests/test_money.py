"""Money of a part is asked and allotted with a ground, and rolls up by plan."""

import csv
import io

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from dinhlang.apps.audit import public as audit
from dinhlang.apps.people.tests.factories import a_village_head, an_officer, sign_in
from dinhlang.apps.tasks import actions, queries, rules
from dinhlang.apps.tasks.tests.factories import NOW, TODAY, a_clause, a_plan, a_task, fresh
from dinhlang.apps.tasks.tests.test_together import at_once, threads  # noqa: F401
from dinhlang.apps.units.tests.factories import a_committee, a_commune, a_village
from dinhlang.base import clock
from dinhlang.base.testing import assert_kind_refusal, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: TODAY)
    monkeypatch.setattr(clock, "now", lambda: NOW)


@pytest.fixture
def place():
    """A committee gave two villages a task."""
    commune = a_commune()
    commune.committee = a_committee(of=commune)
    commune.villages = [a_village(name, parent=commune) for name in ("Một", "Hai")]
    commune.ha = an_officer(at=commune.committee)
    commune.head = a_village_head(at=commune.villages[0])
    commune.plan = a_plan(issuer=commune.committee, by=commune.ha)
    commune.task = a_task(clause=a_clause(commune.plan), leads=commune.villages)
    commune.parts = [fresh(commune.task.assignments.get(unit=village)) for village in commune.villages]
    return commune


def asked(place, amount, *, part=0, reason="Dự toán"):
    actions.ask_money(assignment=place.parts[part], amount=amount, reason=reason, by=place.head, now=NOW)


def allotted(place, amount, *, part=0, reason="Quyết định 5/QĐ-UBND"):
    actions.allot_money(assignment=place.parts[part], amount=amount, reason=reason, by=place.ha, now=NOW)


@pytest.mark.parametrize(
    ("words", "amount"),
    [
        ("12.500.000", 12_500_000),
        ("12 500 000 đ", 12_500_000),
        ("12500000 đồng", 12_500_000),
        ("0", 0),
        ("12.5", None),
        ("-5", None),
        ("1e6", None),
        ("12.50.000", None),
        ("9" * 20, None),
        ("mười triệu", None),
    ],
)
def test_amounts_as_people_write_them(words, amount):
    assert rules.dong(words) == amount


def test_money_rolls_up_by_plan_without_what_was_withdrawn(place):
    asked(place, 12_500_000)
    asked(place, 5_000_000, part=1)
    allotted(place, 10_000_000)
    other = a_task(clause=a_clause(place.plan), leads=place.villages[:1]).assignments.get()
    actions.ask_money(assignment=fresh(other), amount=7, reason="x", by=place.head, now=NOW)
    actions.take_off(assignment=fresh(other), reason="Nhầm", by=place.ha, now=NOW)

    money = queries.money_of_plans([place.plan])[place.plan.pk]

    assert (money.asked, money.allotted, money.left) == (17_500_000, 10_000_000, 7_500_000)


def test_each_amount_is_in_the_record_with_what_it_was(place):
    asked(place, 12_500_000)
    asked(place, 10_000_000, reason="Giảm in ấn")

    entry = next(iter(audit.history_of(place.parts[0])))

    assert (entry.act, entry.before, entry.after) == ("tasks.money_asked", {"asked": 12_500_000}, {"asked": 10_000_000})
    assert {"tasks.money_asked", "tasks.money_allotted"} <= set(audit.known_acts())


@pytest.mark.parametrize(("facts", "told"), [({"reason": " "}, "Xin ghi căn cứ"), ({"amount": 5}, "vẫn như cũ")])
def test_why_an_amount_stays(place, facts, told):
    asked(place, 5)

    with pytest.raises(actions.CannotSetMoney, match=told):
        asked(place, **{"amount": 6, **facts})

    assert fresh(place.parts[0]).asked == 5


def test_who_was_slower_is_told(place):
    seen = fresh(place.parts[0])
    allotted(place, 10)

    with pytest.raises(actions.CannotSetMoney, match="vừa được người khác ghi"):
        actions.allot_money(assignment=seen, amount=20, reason="QĐ", by=place.ha, now=NOW)

    assert fresh(seen).allotted == 10


@pytest.mark.django_db(transaction=True)
def test_two_officers_allot_at_once(threads, place):  # noqa: F811
    first, second = fresh(place.parts[0]), fresh(place.parts[0])
    facts = {"reason": "QĐ", "by": place.ha, "now": NOW}

    done, told = at_once(
        lambda: actions.allot_money(assignment=first, amount=10, **facts),
        lambda: actions.allot_money(assignment=second, amount=20, **facts),
    )

    assert done == 1
    assert "vừa được người khác ghi" in told[0]


# The pages


def test_the_head_asks_and_the_officer_allots(client, place):
    sign_in(client, place.head)
    page = reverse("tasks:ask_money", args=[place.parts[0].pk])
    assert_kind_refusal(client.post(page, {"amount": "mười triệu", "reason": "x"}), "Xin ghi số đồng")
    client.post(page, {"amount": "12.500.000", "reason": "Dự toán"})
    sign_in(client, place.ha)
    client.post(reverse("tasks:allot_money", args=[place.parts[0].pk]), {"amount": "10.000.000", "reason": "QĐ 5"})

    assert "Các đơn vị đề nghị 12.500.000 đồng, được giao 10.000.000 đồng." in text_of(
        client.get(reverse("tasks:money", args=[place.plan.pk]))
    )
    assert "đề nghị 12.500.000 đồng" in text_of(client.get(f"/ke-hoach/{place.plan.pk}/"))


def test_the_table_leaves_as_csv_and_as_a_workbook_with_its_sum(client, place):
    asked(place, 12_500_000)
    allotted(place, 10_000_000)
    sign_in(client, place.ha)

    text = client.get(reverse("tasks:money_csv", args=[place.plan.pk])).getvalue().decode()
    book = load_workbook(io.BytesIO(client.get(reverse("tasks:money_xlsx", args=[place.plan.pk])).content))

    assert list(csv.reader(io.StringIO(text)))[-1] == ["Cộng", "", "", "12500000", "10000000"]
    assert [cell.value for cell in list(book.active.iter_rows())[1]][3:] == [12_500_000, 10_000_000]


def test_who_reads_not_every_part_sees_no_sums(client, place):
    sign_in(client, a_village_head(at=a_village("Xa", parent=a_commune("Xa Lạ"))))

    assert client.get(reverse("tasks:money", args=[place.plan.pk])).status_code in {403, 404}
