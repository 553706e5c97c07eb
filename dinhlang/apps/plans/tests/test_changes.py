"""Versions of a plan: what changed, what was dropped, and drafts that receive a number."""

from datetime import date

import pytest
from django.urls import reverse

from dinhlang.apps.audit import public as audit
from dinhlang.apps.intake.tests.factories import a_document
from dinhlang.apps.people.tests.factories import NOW, an_officer, sign_in
from dinhlang.apps.plans import actions, queries
from dinhlang.apps.plans.models import ChangeKind
from dinhlang.apps.plans.rules import marked
from dinhlang.apps.plans.tests.factories import a_clause, a_plan
from dinhlang.apps.units.tests.factories import a_committee

pytestmark = pytest.mark.django_db
OLD = [
    a_clause("Tổ chức tập huấn cho trưởng thôn", due=date(2026, 9, 30)),
    a_clause("Rà soát văn bản quy phạm pháp luật của xã"),
    a_clause("Niêm yết công khai quỹ đất ở nhà văn hóa"),
]
NEW = [
    a_clause("Tổ chức tập huấn cho trưởng thôn", due=date(2026, 12, 15)),
    a_clause("Rà soát văn bản quy phạm pháp luật của xã"),
    a_clause("Lập nhóm Zalo của từng tổ dân phố"),
]


@pytest.fixture
def office():
    return a_committee()


@pytest.fixture
def officer(office):
    return an_officer(at=office)


@pytest.fixture
def pair(office, officer):
    facts = {"issuer": office, "by": officer}
    return (
        a_plan(clauses=OLD, issued_on=date(2026, 1, 31), **facts),
        a_plan(clauses=NEW, issued_on=date(2026, 6, 1), **facts),
    )


def change(pair, officer, kind="replace", **facts):
    facts = {"reason": "theo ý kiến nhân dân"} | facts
    return actions.change_plan(pair[0], later=pair[1], kind=kind, by=officer, now=NOW, **facts)


class TestChanging:
    def test_each_clause_is_kept_changed_dropped_or_added(self, pair, officer):
        found = change(pair, officer).differences.all()

        assert [one.kind for one in found] == ["changed", "same", "added", "dropped"]
        assert found[0].due_moves
        assert [entry.reason for entry in audit.history_of(pair[1]) if entry.act == "plans.changed"] == [
            "theo ý kiến nhân dân"
        ]

    @pytest.mark.parametrize("kind", [ChangeKind.AMEND, ChangeKind.EXTEND])
    def test_who_only_amends_drops_nothing(self, pair, officer, kind):
        kinds = [one.kind for one in change(pair, officer, kind).differences.all()]

        assert kinds == ["changed", "same", "added"]

    def test_a_change_needs_a_reason(self, pair, officer):
        with pytest.raises(actions.CannotChange, match="lý do"):
            change(pair, officer, reason=" ")

    def test_only_its_issuer_changes_a_plan(self, pair, officer):
        with pytest.raises(actions.CannotChange, match="cơ quan khác"):
            change((pair[0], a_plan()), officer)

    def test_a_plan_never_changes_itself_nor_goes_in_a_circle(self, pair, officer):
        with pytest.raises(actions.CannotChange, match="chính nó"):
            change((pair[0], pair[0]), officer)
        with pytest.raises(actions.CannotChange, match="ban hành trước"):
            change((pair[1], pair[0]), officer)
        change(pair, officer)
        with pytest.raises(actions.CannotChange, match="bản cũ"):
            change((pair[1], pair[0]), officer)

    def test_what_was_replaced_is_not_replaced_again(self, pair, officer, office):
        change(pair, officer)
        third = a_plan(issuer=office, by=officer, issued_on=date(2026, 8, 1))

        with pytest.raises(actions.CannotChange, match="đã được"):
            change((pair[0], third), officer)

    def test_of_two_who_decide_the_second_is_told(self, pair, officer):
        one = change(pair, officer).differences.first()
        actions.decide(one, decision="kept", by=officer, now=NOW)

        with pytest.raises(actions.CannotDecide, match="người khác"):
            actions.decide(one, decision="followed", by=officer, now=NOW)


class TestPages:
    def test_a_version_is_declared_and_the_old_one_stays_readable(self, client, pair, officer):
        sign_in(client, officer)
        sent = {"later": pair[1].pk, "kind": "replace", "reason": "theo ý kiến nhân dân"}

        page = client.post(reverse("plans:changing", args=[pair[0].pk]), sent, follow=True).content.decode()

        assert "<del>" in page and "15/12/2026" in page and "30/09/2026" in page
        old = client.get(reverse("plans:plan", args=[pair[0].pk])).content.decode()
        assert "đã được thay thế" in old and "Niêm yết công khai quỹ đất" in old

    def test_a_refusal_stands_beside_its_field(self, client, pair, officer):
        sign_in(client, officer)

        page = client.post(
            reverse("plans:changing", args=[pair[1].pk]), {"later": pair[0].pk, "kind": "amend", "reason": "x"}
        )

        assert "ban hành trước" in page.content.decode()

    def test_a_stranger_reads_the_difference_of_public_plans_only(self, client, pair, officer):
        found = change(pair, officer)
        address = reverse("plans:difference", args=[found.pk])
        assert client.get(address).status_code == 200

        actions.show_to_residents(pair[0], is_public=False, reason="x", by=officer, now=NOW)

        assert client.get(address).status_code == 404


class TestNumbering:
    def test_a_draft_receives_its_number_and_stays_the_plan(self, client, office, officer):
        draft = a_plan(issuer=office, by=officer, number="", issued_on=None)
        sign_in(client, officer)

        client.post(reverse("plans:numbering", args=[draft.pk]), {"number": "31/KH-UBND", "issued_on": "31/01/2026"})

        draft.refresh_from_db()
        assert (draft.number, draft.issued_on) == ("31/KH-UBND", date(2026, 1, 31))
        assert "plans.numbered" in [entry.act for entry in audit.history_of(draft)]

    def test_a_number_is_given_once_and_to_one_plan(self, office, officer):
        taken = a_plan(issuer=office, by=officer, number="31/KH-UBND")
        draft = a_plan(issuer=office, by=officer, number="", issued_on=None)
        facts = {"issued_on": date(2026, 2, 1), "by": officer, "now": NOW}

        with pytest.raises(actions.CannotNumber, match="đã có kế hoạch số"):
            actions.give_number(draft, number="31/kh-ubnd", **facts)
        with pytest.raises(actions.CannotNumber, match="đã có số"):
            actions.give_number(taken, number="32/KH-UBND", **facts)

    def test_last_years_number_is_free_again(self, office, officer):
        a_plan(issuer=office, by=officer, number="31/KH-UBND", issued_on=date(2025, 1, 31))
        draft = a_plan(issuer=office, by=officer, number="", issued_on=None)

        actions.give_number(draft, number="31/KH-UBND", issued_on=date(2026, 2, 1), by=officer, now=NOW)

        draft.refresh_from_db()
        assert draft.number_year == 2026

    @pytest.mark.parametrize(("said", "year"), [(" ngày 05/01/2025", 2025), (" ngày 05/01/2026", 2026), ("", 2026)])
    def test_a_title_names_the_plan_of_the_year_that_it_says(self, office, officer, said, year):
        facts = {"issuer": office, "by": officer, "number": "31/KH-UBND"}
        plans = {year: a_plan(**facts, issued_on=date(year, 1, 5)) for year in (2025, 2026)}
        title = f"Sửa đổi Kế hoạch số 31/KH-UBND{said}"
        document = a_document(at=office, by=officer, title=title, issued_on=date(2026, 3, 1))
        among = queries.may_be_changed_by(document, keeper=office)

        assert queries.change_as_read(document, among=among) == {"changes": plans[year], "change_kind": "amend"}


@pytest.mark.django_db
def test_of_words_of_time_only_those_that_changed_are_marked(client, office, officer):
    said = "Lập tổ kiểm tra xong trước tháng 4/2026; báo cáo xong trước tháng {}/2026"
    old, new = (a_plan(issuer=office, by=officer, clauses=[a_clause(time_words=said.format(n))]) for n in (7, 8))
    one = change((old, new), officer, "amend")

    assert [pieces for kind, pieces in one.differences.get().time_words if kind != "same"] == ["7/2026", "8/2026"]
    sign_in(client, officer)
    page = client.get(reverse("plans:difference", args=[one.pk])).content.decode()
    assert page.count("<del>") == page.count("<ins>") == 1


def test_changed_words_are_marked_and_nothing_is_lost():
    pieces = marked("họp dân một lần", "họp dân hai lần mỗi năm")

    assert [kind for kind, _words in pieces] == ["same", "out", "in", "same", "in"]
    assert " ".join(words for kind, words in pieces if kind != "in") == "họp dân một lần"
    assert " ".join(words for kind, words in pieces if kind != "out") == "họp dân hai lần mỗi năm"
