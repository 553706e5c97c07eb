"""The cascade: links that the legal bases speak for, the tree, clauses that take over those above."""

from datetime import date
from importlib import import_module

import pytest
from django.apps import apps
from django.urls import reverse

from dinhlang.apps.audit import public as audit
from dinhlang.apps.intake.tests.factories import NOW
from dinhlang.apps.people.tests.factories import an_officer, sign_in
from dinhlang.apps.plans import actions, queries
from dinhlang.apps.plans.models import Answer, Citation, Plan
from dinhlang.apps.plans.rules import asks_for_a_plan, likeness, paired
from dinhlang.apps.plans.tests.factories import a_clause, a_plan
from dinhlang.apps.units.tests.factories import a_committee, a_commune, a_district, a_province, a_unit

pytestmark = pytest.mark.django_db
BASIS = "Quyết định số 346/QĐ-TTg ngày 15/3/2023 của Thủ tướng Chính phủ"


@pytest.fixture
def levels():
    """The Prime Minister's decision, the district's plan 129/KH-UBND, the ward's draft without number."""
    country = a_unit("Việt Nam", kind="country")
    district = a_district(parent=a_province(parent=country))
    offices = [
        a_unit("Thủ tướng Chính phủ", parent=country),
        a_committee(of=district),
        a_committee(of=a_commune("Lạc Viên", form="phường", parent=district)),
    ]
    top = a_plan(issuer=offices[0], number="346/QĐ-TTg", issued_on=date(2023, 3, 15))
    middle = a_plan(issuer=offices[1], number="129/KH-UBND", issued_on=date(2023, 5, 4), bases=[BASIS])
    words = ["Kế hoạch số 129/KH-UBND ngày 04/5/2023 của UBND quận Ngô Quyền"]
    ward = a_plan(issuer=offices[2], number="", issued_on=None, bases=words)
    return [top, middle, ward]


class TestProposed:
    def test_the_numbers_of_the_bases_propose_links_upwards(self, levels):
        top, middle, ward = levels

        (up,) = queries.proposed_bases(middle, among=Plan.objects.all())
        (further,) = queries.proposed_bases(ward, among=Plan.objects.all())

        assert (up.basis, up.words) == (top, BASIS)
        assert further.basis == middle

    def test_what_is_linked_is_proposed_no_more(self, levels):
        top, middle, _ward = levels
        actions.link(middle, based_on=[top], by=middle.adopted_by, now=NOW)

        assert queries.proposed_bases(middle, among=Plan.objects.all()) == []
        assert queries.unlinked_words(middle, [top]) == []

    def test_the_superior_sees_who_names_its_plan_without_a_link(self, levels):
        top, middle, _ward = levels

        assert [one.plan for one in queries.proposed_answers(top, among=Plan.objects.all())] == [middle]

    def test_the_superiors_page_names_the_plan_and_the_words_until_it_is_tied(self, client, levels):
        top, middle, _ward = levels
        sign_in(client, an_officer(at=top.issuer))
        address = reverse("plans:cascade", args=[top.pk])
        page = client.get(address).content.decode()
        assert "Nhắc tới kế hoạch này mà chưa nối" in page and middle.name in page and BASIS in page

        actions.link(middle, based_on=[top], by=middle.adopted_by, now=NOW)

        assert "mà chưa nối" not in client.get(address).content.decode()

    def test_a_plan_of_a_neighbour_with_that_number_is_not_proposed(self, levels):
        _top, _middle, ward = levels
        a_plan(issuer=a_committee(), number="129/KH-UBND")

        assert len(queries.proposed_bases(ward, among=Plan.objects.all())) == 1

    def test_a_plan_issued_later_is_no_basis(self, levels):
        top, middle, _ward = levels
        Plan.objects.filter(pk=top.pk).update(issued_on=date(2024, 1, 1))

        assert queries.proposed_bases(middle, among=Plan.objects.all()) == []

    @pytest.mark.parametrize(
        ("said", "years"),
        [(" ngày 04/5/2023", [2023]), (" năm 2022", [2022]), ("", [2023]), (" ngày 04/5/2021", [])],
    )
    def test_of_the_plans_under_one_number_that_of_the_year_is_meant(self, levels, said, years):
        _top, middle, _ward = levels
        issuer, words = middle.issuer, f"Kế hoạch số 129/KH-UBND{said} của UBND quận Ngô Quyền"
        of_year = {
            year: a_plan(issuer=issuer, number="129/KH-UBND", issued_on=date(year, 5, 4)) for year in (2022, 2024)
        }
        of_year[2023] = middle
        office = a_committee(of=a_commune("Máy Chai", form="phường", parent=issuer.parent))
        plan = a_plan(issuer=office, issued_on=date(2023, 9, 1), bases=[words])

        among = Plan.objects.all()

        assert [one.basis.number_year for one in queries.proposed_bases(plan, among=among)] == years
        answered = [
            y for y, one in of_year.items() if plan in [p.plan for p in queries.proposed_answers(one, among=among)]
        ]
        assert answered == years
        assert bool(queries.unlinked_words(plan, [of_year[2023]])) is (bool(said) and years != [2023])

    def test_what_is_cited_without_a_day_and_linked_proposes_no_older_one(self, levels):
        _top, middle, ward = levels
        older = a_plan(issuer=middle.issuer, number="129/KH-UBND", issued_on=date(2022, 5, 4))
        ward.citations.update(year=0)
        actions.link(ward, based_on=[middle], by=ward.adopted_by, now=NOW)

        assert queries.proposed_bases(ward, among=Plan.objects.all()) == []
        assert [one.plan for one in queries.proposed_answers(older, among=Plan.objects.all())] == []

    def test_one_number_of_two_years_is_cited_twice(self, levels):
        words = "Kế hoạch số 31/KH-UBND ngày 05/01/2024 và Kế hoạch số 31/KH-UBND ngày 09/02/2025"

        plan = a_plan(issuer=levels[2].issuer, bases=[words])

        assert list(plan.citations.order_by("year").values_list("year", flat=True)) == [2024, 2025]

    def test_plans_and_citations_from_before_learn_their_years(self, levels):
        Plan.objects.update(number_year=0)
        Citation.objects.update(year=0)

        import_module("dinhlang.apps.plans.migrations.0007_numbers_belong_to_a_year").note_the_years(apps, None)

        assert [Plan.objects.get(pk=one.pk).number_year for one in levels] == [2023, 2023, 0]
        assert set(Citation.objects.values_list("key", "year")) == {("346/qđ-ttg", 2023), ("129/kh-ubnd", 2023)}

    def test_a_person_confirms_it_in_one_click(self, client, levels):
        top, middle, _ward = levels
        sign_in(client, middle.adopted_by)
        assert BASIS in client.get(reverse("plans:basing", args=[middle.pk])).content.decode()

        client.post(reverse("plans:confirming", args=[middle.pk, top.pk]))

        assert list(middle.based_on.all()) == [top]
        assert audit.history_of(middle)[0].act == "plans.linked"


def test_the_tree_holds_every_level(client, levels):
    top, middle, ward = levels
    actions.link(middle, based_on=[top], by=middle.adopted_by, now=NOW)
    actions.link(ward, based_on=[middle], by=ward.adopted_by, now=NOW)

    for plan in levels:
        tree = queries.tree_of(plan, among=Plan.objects.all())
        (first,) = tree.nodes
        (second,) = first.children
        (third,) = second.children
        assert [first.label, second.label, third.label] == [top.name, middle.name, ward.name]
    page = client.get(reverse("plans:cascade", args=[middle.pk])).content.decode()
    assert "346/QĐ-TTg" in page and ward.title in page


class TestTakingOver:
    @pytest.fixture
    def pair(self):
        province = a_province()
        texts = ["Tổ chức tập huấn cho cán bộ cơ sở về dân chủ", "Rà soát văn bản quy phạm pháp luật"]
        above = a_plan(issuer=a_committee(of=province), clauses=[a_clause(text) for text in texts])
        own = [a_clause("Rà soát các văn bản quy phạm pháp luật của xã"), a_clause("Sửa đường liên thôn")]
        office = a_committee(of=a_commune(parent=province))
        plan = a_plan(issuer=office, by=an_officer(at=office), clauses=own, based_on=[above])
        return plan, above

    def test_the_likest_is_proposed_and_nothing_is_said_yet(self, pair):
        plan, above = pair

        training, review = queries.taken_over(plan, above=above)

        assert (training.proposed, review.proposed) == (None, plan.clauses.get(order=1))
        assert not Answer.objects.exists()

    def test_a_person_confirms_and_takes_back(self, pair):
        plan, above = pair
        _training, review = queries.taken_over(plan, above=above)
        facts = {"above": above, "by": plan.adopted_by, "now": NOW}

        assert actions.take_over(plan, chosen={review.clause: review.proposed}, **facts) == 1
        assert queries.taken_over(plan, above=above)[1].said == review.proposed
        assert actions.take_over(plan, chosen={review.clause: review.proposed}, **facts) == 0
        assert actions.take_over(plan, chosen={review.clause: None}, **facts) == 1

        assert not Answer.objects.exists()
        assert [entry.act for entry in audit.history_of(plan)][:2] == ["plans.taken_over", "plans.taken_over"]

    def test_a_plan_takes_nothing_over_from_one_it_does_not_answer(self, pair):
        plan, above = pair
        actions.unlink(plan, based_on=above, by=plan.adopted_by, now=NOW)

        with pytest.raises(actions.CannotTakeOver, match="chưa ghi căn cứ"):
            actions.take_over(plan, above=above, chosen={}, by=plan.adopted_by, now=NOW)

    def test_a_clause_of_another_plan_is_refused(self, pair):
        plan, above = pair
        foreign = a_plan().clauses.get()

        with pytest.raises(actions.CannotTakeOver, match="không thuộc"):
            actions.take_over(plan, above=above, chosen={foreign: None}, by=plan.adopted_by, now=NOW)

    def test_the_page_keeps_what_was_chosen(self, client, pair):
        plan, above = pair
        sign_in(client, plan.adopted_by)
        address = reverse("plans:taking_over", args=[plan.pk, above.pk])
        upper, own = above.clauses.get(order=2), plan.clauses.get(order=1)
        assert client.get(address).status_code == 200

        client.post(address, {f"c{upper.pk}": own.pk})

        assert Answer.objects.get().answered == upper


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("UBND các xã căn cứ Kế hoạch này xây dựng kế hoạch tổ chức triển khai thực hiện", True),
        ("Trên cơ sở Kế hoạch này, các sở, ngành ban hành kế hoạch của cơ quan mình", True),
        ("Các cơ quan, đơn vị, địa phương xây dựng Kế hoạch cụ thể", True),
        ("Thực hiện Quyết định 346 của Thủ tướng Chính phủ ban hành Kế hoạch triển khai thi hành Luật", False),
        ("Tổ chức hội nghị triển khai kế hoạch", False),
        ("Góp ý dự thảo kế hoạch sử dụng đất", False),
    ],
)
def test_words_that_ask_for_a_plan_of_ones_own(text, asks):
    assert asks_for_a_plan(text) is asks


def test_likeness_is_whole_for_the_same_and_none_for_nothing():
    assert likeness("Rà soát văn bản", "rà soát văn bản") == 1
    assert likeness("", "") == 0
    assert paired(["a b c", "x y z"], ["x y z", "a b d"]) == {1: 0, 0: 1}
