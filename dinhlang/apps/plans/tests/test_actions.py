"""Adopting, publishing, linking, showing."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from dinhlang.apps.audit import public as audit
from dinhlang.apps.intake import public as intake
from dinhlang.apps.intake.models import DocumentState
from dinhlang.apps.intake.tests.factories import NOW, TRAINING, a_document, a_mark, a_numbered_document
from dinhlang.apps.people.tests.factories import an_officer
from dinhlang.apps.plans import actions
from dinhlang.apps.plans.rules import ClauseFacts
from dinhlang.apps.plans.tests.factories import a_clause, a_plan
from dinhlang.apps.search import public as search
from dinhlang.apps.units.tests.factories import a_committee, a_commune, a_province

pytestmark = pytest.mark.django_db


def adopted(document, **facts):
    return actions.adopt_plan(document=document, by=document.taken_in_by, now=NOW, **facts)


def acts_on(thing):
    return [entry.act for entry in audit.history_of(thing)]


class TestAdopting:
    def test_marks_become_clauses_that_know_their_place_in_the_text(self):
        document = a_numbered_document()
        a_mark(document, lead_words="UBND xã", time_words="Quý III năm 2026", due=date(2026, 9, 30))

        plan = adopted(document, bases=["Quyết định số 346/QĐ-TTg", "  "])

        (clause,) = plan.clauses.all()
        assert document.text[clause.start : clause.end] == TRAINING
        assert (clause.label, clause.lead_words, clause.due) == ("b", "UBND xã", date(2026, 9, 30))
        assert (plan.number, plan.bases) == ("31/KH-UBND", ["Quyết định số 346/QĐ-TTg"])
        assert acts_on(plan) == ["plans.adopted"]

    def test_what_a_person_added_to_the_words_of_time_goes_with_them(self):
        document = a_numbered_document()
        time = {"by_hand": {"rhythm": "FREQ=MONTHLY", "phrase": "Trong năm 2026, hằng tháng"}}
        a_mark(document, time_words="Trong năm 2026", details={"timing": time})

        assert adopted(document).clauses.get().time_words == "Trong năm 2026, hằng tháng"

    def test_the_plan_stands_at_the_place_of_its_issuer(self):
        document = a_document()
        a_mark(document)

        assert adopted(document).place == document.issuer.parent

    def test_the_document_closes(self):
        document = a_document()
        a_mark(document)

        adopted(document)

        document.refresh_from_db()
        assert document.state == DocumentState.CONFIRMED

    def test_a_draft_without_number_and_day_is_a_good_plan(self):
        document = a_document(number="", issued_on=None)
        a_mark(document)

        assert adopted(document).number == ""

    def test_without_marks_there_is_nothing_to_adopt(self):
        document = a_document()

        with pytest.raises(intake.CannotConfirm, match="ít nhất một nhiệm vụ"):
            adopted(document)

    def test_a_document_is_adopted_once(self):
        document = a_document()
        a_mark(document)
        adopted(document)

        with pytest.raises(intake.CannotConfirm, match="đã thành kế hoạch"):
            adopted(document)

    def test_one_issuer_has_one_plan_of_a_number(self):
        document = a_numbered_document()
        a_mark(document)
        a_plan(issuer=document.issuer, number="31/kh-ubnd")

        with pytest.raises(actions.CannotAdopt, match="đã có kế hoạch số 31/kh-ubnd"):
            adopted(document)

        document.refresh_from_db()
        assert document.is_open

    def test_a_number_begins_anew_each_year(self):
        document = a_numbered_document()
        a_mark(document)
        last_year = a_plan(issuer=document.issuer, number="31/KH-UBND", issued_on=date(2025, 1, 31))

        plan = adopted(document)

        assert (plan.number, last_year.number) == ("31/KH-UBND", "31/KH-UBND")
        assert [one.number_year for one in (last_year, plan)] == [2025, 2026]

    def test_a_number_without_a_day_cannot_be_told_from_that_of_any_year(self):
        document = a_numbered_document(issued_on=None)
        a_mark(document)
        a_plan(issuer=document.issuer, number="31/KH-UBND", issued_on=date(2025, 1, 31))

        with pytest.raises(actions.CannotAdopt, match=r"số 31/KH-UBND ngày 31/01/2025.*hãy ghi ngày"):
            adopted(document)

    def test_two_of_one_number_and_year_do_not_stand_whatever_happens_at_once(self):
        first = a_plan(number="31/KH-UBND")
        second = a_plan(issuer=first.issuer, number="32/KH-UBND")
        second.number = first.number

        with pytest.raises(IntegrityError), transaction.atomic():
            second.save()

    def test_residents_find_a_public_plan_by_words_of_its_text(self):
        document = a_document()
        a_mark(document)

        adopted(document)

        assert search.find("dai truyen thanh", person=None, kind="plan").total == 1


class TestPublishing:
    def test_clauses_are_found_in_the_text(self):
        text = "KẾ HOẠCH\n\n1. Mở hội nghị quán triệt Luật.\n2. Báo cáo kết quả."

        plan = a_plan(text=text, clauses=[a_clause("Mở hội nghị quán triệt Luật."), a_clause("Báo cáo kết quả.")])

        assert [text[c.start : c.end] for c in plan.clauses.order_by("order")] == [
            "Mở hội nghị quán triệt Luật.",
            "Báo cáo kết quả.",
        ]

    def test_a_clause_that_the_text_does_not_say_is_refused(self):
        with pytest.raises(actions.CannotAdopt, match="Không tìm thấy"):
            a_plan(text="KẾ HOẠCH\n1. Mở hội nghị.", clauses=[a_clause("Trồng cây.")])

    def test_without_a_text_the_clauses_stand_alone(self):
        plan = a_plan(clauses=[ClauseFacts(text="Mở hội nghị", label="1.")])

        assert plan.document is None
        assert plan.clauses.get().start is None

    def test_a_number_is_taken_once(self):
        issuer = a_committee()
        a_plan(issuer=issuer, number="5/KH-UBND")

        with pytest.raises(actions.CannotAdopt):
            a_plan(issuer=issuer, number="5/KH-UBND")


class TestLinking:
    def test_the_other_plan_is_answered(self):
        by = an_officer()
        above, below = a_plan(issuer=a_committee(of=a_province())), a_plan()

        actions.link(below, based_on=[above], by=by, now=NOW)

        assert list(above.answered_by.all()) == [below]
        assert acts_on(below)[0] == "plans.linked"

    def test_a_plan_is_not_based_on_itself(self):
        plan = a_plan()

        with pytest.raises(actions.CannotLink, match="chính nó"):
            actions.link(plan, based_on=[plan], by=an_officer(), now=NOW)

    def test_plans_do_not_go_in_a_circle(self):
        by, issuer = an_officer(), a_committee()
        top, middle, low = (a_plan(issuer=issuer) for _ in range(3))
        actions.link(middle, based_on=[top], by=by, now=NOW)
        actions.link(low, based_on=[middle], by=by, now=NOW)

        with pytest.raises(actions.CannotLink, match="không thể căn cứ ngược lại"):
            actions.link(top, based_on=[low], by=by, now=NOW)

    def test_a_link_is_taken_back(self):
        above = a_plan()
        plan = a_plan(based_on=[above])

        actions.unlink(plan, based_on=above, by=an_officer(), now=NOW)

        assert not plan.based_on.exists()
        assert acts_on(plan)[0] == "plans.unlinked"

    def test_what_is_not_linked_cannot_be_taken_back(self):
        with pytest.raises(actions.CannotUnlink):
            actions.unlink(a_plan(), based_on=a_plan(), by=an_officer(), now=NOW)


class TestShowing:
    def test_a_plan_is_closed_to_residents_with_a_reason(self):
        plan = a_plan()

        actions.show_to_residents(plan, is_public=False, reason="Còn chỉnh sửa", by=an_officer(), now=NOW)

        plan.refresh_from_db()
        assert not plan.is_public
        assert audit.history_of(plan)[0].reason == "Còn chỉnh sửa"
        assert search.find("dan chu", person=None, kind="plan").total == 0

    @pytest.mark.parametrize(("is_public", "reason"), [(False, " "), (True, "Vẫn vậy")])
    def test_neither_without_a_reason_nor_without_a_change(self, is_public, reason):
        with pytest.raises(actions.CannotShow):
            actions.show_to_residents(a_plan(), is_public=is_public, reason=reason, by=an_officer(), now=NOW)


class TestReceiving:
    """A plan of a body above, taken in below: the issuer stays, the receiver keeps it for its own units."""

    @pytest.fixture
    def office(self):
        return a_committee()

    @pytest.fixture
    def document(self, office):
        document = a_numbered_document(at=office, issuer=a_committee(of=office.parent.parent))
        a_mark(document)
        return document

    def test_the_plan_is_the_issuers_and_stands_at_the_receivers_place(self, document, office):
        plan = adopted(document, keeper=office)

        assert (plan.issuer, plan.keeper, plan.place) == (document.issuer, office, office.parent)
        assert plan.is_received
        (entry,) = audit.history_of(plan)
        assert (entry.unit, entry.after["received_by"]) == (office, office.full_name)

    def test_each_unit_below_receives_its_own(self, document, office):
        adopted(document, keeper=office)
        beside = a_committee(of=a_commune("Tân Trung", parent=office.parent.parent))
        other = a_numbered_document(at=beside, issuer=document.issuer)
        a_mark(other)

        assert adopted(other, keeper=beside).keeper == beside

    def test_not_twice_and_not_beside_the_issuers_own(self, document, office):
        own = a_plan(issuer=document.issuer, number="31/KH-UBND")
        with pytest.raises(actions.CannotAdopt, match="đã có kế hoạch số"):
            adopted(document, keeper=office)
        own.delete()
        adopted(document, keeper=office)

        again = a_numbered_document(at=office, issuer=document.issuer)
        a_mark(again)
        with pytest.raises(actions.CannotAdopt, match="đã có kế hoạch số"):
            adopted(again, keeper=office)

    def test_the_issuer_still_adopts_its_own(self, document, office):
        adopted(document, keeper=office)

        assert a_plan(issuer=document.issuer, number="31/KH-UBND").keeper == document.issuer

    def test_what_a_stranger_issued_is_not_received(self, office):
        document = a_document(at=office, issuer=a_committee(of=a_commune("Xa Lạ")))
        a_mark(document)

        with pytest.raises(actions.CannotAdopt, match="cùng cấp hoặc cấp trên"):
            adopted(document, keeper=office)

    def test_nobody_receives_for_another(self, document, office):
        with pytest.raises(actions.CannotAdopt, match="đơn vị nhận"):
            adopted(document, keeper=a_committee(of=a_commune("Tân Trung", parent=office.parent.parent)))
