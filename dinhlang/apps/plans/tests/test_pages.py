"""The pages: what people see and do, and how often the database is asked."""

from datetime import date

import pytest
from django.urls import reverse

from dinhlang.apps.intake.actions import accept_many, read_anyway
from dinhlang.apps.intake.actions.reading import finish
from dinhlang.apps.intake.tests.factories import (
    NOW,
    TEXT,
    TRAINING,
    a_document,
    a_mark,
    a_numbered_document,
    a_read_document,
    a_reading,
    told_of,
)
from dinhlang.apps.people.tests.factories import an_officer, sign_in
from dinhlang.apps.plans import queries
from dinhlang.apps.plans.actions import adopt_plan
from dinhlang.apps.plans.models import Change, Plan
from dinhlang.apps.plans.tests.factories import a_clause, a_plan, a_plan_with_text
from dinhlang.apps.units.tests.factories import a_committee, a_commune
from dinhlang.base.testing import text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def ha(client):
    return sign_in(client, an_officer(at=a_committee()))


@pytest.fixture
def office(ha):
    return ha.roles_in_force[0].acting_unit


def words_of(response):
    return response.content.decode()


def get(client, name, *args, **query):
    return client.get(reverse(f"plans:{name}", args=args), query)


def send(client, page, *args, **data):
    return client.post(reverse(f"plans:{page}", args=args), data, follow=True)


class TestListing:
    def test_an_empty_room_says_where_plans_come_from(self, client, ha):
        assert reverse("intake:listing") in words_of(get(client, "listing"))

    @pytest.fixture
    def two(self, office):
        a_plan(issuer=office, title="Lấy ý kiến nhân dân", issued_on=date(2024, 2, 1))
        a_plan(issuer=a_committee(of=office.parent.parent), title="Phòng cháy", issued_on=date(2026, 2, 1))

    @pytest.mark.parametrize("query", [{"q": "lay y kien"}, {"year": "2024"}, {"q": "kh ubnd nhan", "year": "2024"}])
    def test_words_and_years_filter(self, client, two, query):
        page = words_of(get(client, "listing", **query))

        assert "Lấy ý kiến nhân dân" in page
        assert "Phòng cháy" not in page

    def test_an_issuer_filters(self, client, two, office):
        assert "Phòng cháy" not in words_of(get(client, "listing", issuer=office.pk))

    def test_nonsense_filters_nothing(self, client, two):
        page = words_of(get(client, "listing", year="x", issuer="0", page="-3", sort="passwords"))

        assert "Lấy ý kiến nhân dân" in page
        assert "Phòng cháy" in page

    def test_nothing_found_offers_a_way_out(self, client, two):
        assert "Xem tất cả kế hoạch" in words_of(get(client, "listing", q="zzz"))

    @pytest.mark.parametrize("sort", ["issued", "-issued", "clauses", "-answers", "issuer"])
    def test_more_plans_are_no_more_questions(self, client, office, django_assert_max_num_queries, sort):
        for _ in range(12):
            a_plan(issuer=office)

        with django_assert_max_num_queries(10):
            get(client, "listing", sort=sort)


class TestPlan:
    def test_the_chain_is_one_click_up_and_down(self, client, office):
        top = a_plan(issuer=a_committee(of=office.parent.parent))
        middle = a_plan(issuer=office, based_on=[top], bases=["Quyết định số 346/QĐ-TTg"])
        low = a_plan(issuer=office, based_on=[middle])
        lowest = a_plan(issuer=office, based_on=[low])

        page = get(client, "plan", middle.pk)

        assert [step.plan for step in page.context["above"]] == [top]
        assert [(step.plan, step.distance) for step in page.context["below"]] == [(low, 1), (lowest, 2)]
        assert "Quyết định số 346/QĐ-TTg" in words_of(page)

    def test_a_draft_has_neither_number_nor_day(self, client, office):
        plan = a_plan(issuer=office, number="", issued_on=None)

        assert "dự thảo chưa có số" in words_of(get(client, "plan", plan.pk))

    def test_plans_one_may_not_read_are_not_in_the_chain(self, client, office):
        hidden = a_plan(issuer=a_committee(), is_public=False)
        plan = a_plan(issuer=office, based_on=[hidden])

        assert get(client, "plan", plan.pk).context["above"] == []

    def test_more_clauses_and_answers_are_no_more_questions(self, client, office, django_assert_max_num_queries):
        plan = a_plan(issuer=office, clauses=[a_clause(f"Việc {number}") for number in range(20)])
        for _ in range(5):
            a_plan(issuer=office, based_on=[plan])

        with django_assert_max_num_queries(21):
            get(client, "plan", plan.pk)

    def test_residents_see_the_plan_but_nothing_of_the_offices(self, client):
        plan = a_plan_with_text()

        page = words_of(get(client, "plan", plan.pk))

        assert TRAINING[3:] in page
        assert "Lịch sử" not in page
        assert "Nguyễn Thị Hà" not in page

    def test_a_clause_is_shown_in_the_text_that_it_came_from(self, client, office):
        plan = a_plan_with_text(at=office)

        page = get(client, "source", plan.pk)

        marked = [text for line in page.context["lines"] for text, clause in line.spots if clause]
        assert marked == [TRAINING]
        assert 'id="nv-1"' in words_of(page)

    def test_of_a_long_text_the_part_of_the_clause_is_shown(self, client, office):
        text = TEXT + "\n".join(f"{n}. Dọn đường thôn {n}" for n in range(1, 901))
        document = a_document(at=office, text=text)
        a_mark(document, "700. Dọn đường thôn 700")
        plan = adopt_plan(document=document, by=document.taken_in_by, now=NOW)

        page = words_of(client.get(reverse("plans:source", args=[plan.pk]), {"muc": 1}))

        assert 'id="nv-1"' in page and 'id="doan-1"' not in page

    def test_a_plan_without_text_has_no_source(self, client, office):
        plan = a_plan(issuer=office)

        assert get(client, "source", plan.pk).status_code == 404
        assert get(client, "original", plan.pk).status_code == 404


class TestAdopting:
    @pytest.fixture
    def document(self, office, ha):
        document = a_numbered_document(at=office, by=ha)
        a_mark(document)
        return document

    def test_the_document_points_to_the_door(self, client, document):
        page = words_of(client.get(reverse("intake:document", args=[document.pk])))

        assert reverse("plans:adopting", args=[document.pk]) in page

    @pytest.mark.parametrize("number", ["31/KH-UBND", ""])
    def test_a_draft_without_number_is_shown_to_residents_only_if_somebody_wants_it(self, client, office, ha, number):
        document = a_numbered_document(at=office, by=ha, number=number)
        a_mark(document)

        assert get(client, "adopting", document.pk).context["form"].initial["is_public"] is bool(number)

    def test_a_marked_document_becomes_a_plan(self, client, document, office):
        above = a_plan(issuer=a_committee(of=office.parent.parent))

        page = send(
            client, "adopting", document.pk, based_on=above.pk, bases="Luật số 10/2022/QH15\n\n", is_public="on"
        )

        plan = Plan.objects.get(document=document)
        assert page.redirect_chain[-1][0] == reverse("plans:plan", args=[plan.pk])
        assert (list(plan.based_on.all()), plan.bases, plan.is_public) == ([above], ["Luật số 10/2022/QH15"], True)

    def test_what_the_document_cites_is_offered_and_still_confirmed(self, client, office, ha):
        above = a_plan(issuer=office, number="5/KH-UBND")
        basis = a_numbered_document(at=office, by=ha, number="5/KH-UBND")
        above.document = basis
        above.save()
        document = a_numbered_document(at=office, by=ha, number="6/KH-UBND")
        document.said = {"bases": ["Căn cứ Kế hoạch số 5/KH-UBND của UBND xã", "Căn cứ Luật số 10/2022/QH15"]}
        document.save()
        a_mark(document)

        form = get(client, "adopting", document.pk).context["form"]

        assert form["based_on"].value() == [above.pk]
        assert form["bases"].value() == "Căn cứ Luật số 10/2022/QH15"

    def test_a_plan_cited_by_number_and_issuer_is_ticked_though_its_document_is_anothers(self, client, office, ha):
        above = a_plan(issuer=a_committee(of=office.parent.parent), number="47/KH-UBND")
        a_plan(issuer=above.issuer, number="7/KH-UBND")
        document = a_numbered_document(at=office, by=ha, number="6/KH-UBND")
        basis = f"Căn cứ Kế hoạch số 47/KH-UBND ngày 05/01/2026 của {above.issuer.full_name}"
        document.said = {"bases": [basis, "Căn cứ Kế hoạch số 47/KH-UBND của UBND tỉnh Xa Lạ"]}
        document.save()
        a_mark(document)

        form = get(client, "adopting", document.pk).context["form"]

        assert form["based_on"].value() == [above.pk]
        assert form["bases"].value() == "Căn cứ Kế hoạch số 47/KH-UBND của UBND tỉnh Xa Lạ"

    @pytest.mark.parametrize(("said", "year"), [(" ngày 05/01/2025", 2025), (" ngày 05/01/2026", 2026), ("", 2026)])
    def test_of_the_same_number_the_plan_of_the_cited_year_is_ticked(self, client, office, ha, said, year):
        issuer = a_committee(of=office.parent.parent)
        days = [date(year, 1, 5) for year in (2025, 2026, 2027)]  # the last comes after the document
        plans = [a_plan(issuer=issuer, number="47/KH-UBND", issued_on=day) for day in days]
        document = a_numbered_document(at=office, by=ha, number="6/KH-UBND")
        document.said = {"bases": [f"Căn cứ Kế hoạch số 47/KH-UBND{said} của {issuer.full_name}"]}
        document.save()
        a_mark(document)

        form = get(client, "adopting", document.pk).context["form"]

        assert form["based_on"].value() == [plans[year - 2025].pk]

    def test_then_the_document_points_to_the_plan(self, client, document):
        send(client, "adopting", document.pk)

        plan = Plan.objects.get(document=document)
        page = words_of(client.get(reverse("intake:document", args=[document.pk])))
        assert reverse("plans:plan", args=[plan.pk]) in page
        assert get(client, "adopting", document.pk).status_code == 302
        assert not plan.is_public

    def test_a_number_in_use_is_said_in_the_form(self, client, document, office):
        a_plan(issuer=office, number="31/KH-UBND")

        assert "đã có kế hoạch số 31/KH-UBND" in words_of(send(client, "adopting", document.pk))

    def test_without_marks_it_stays_a_document(self, client, office, ha):
        document = a_document(at=office, by=ha)

        assert "Chưa có nhiệm vụ nào được đánh dấu" in words_of(send(client, "adopting", document.pk))

    def test_plans_of_elsewhere_are_no_choice(self, client, document):
        page = send(client, "adopting", document.pk, based_on=a_plan().pk)

        assert page.context["form"].errors["based_on"]


class TestLinking:
    def test_linked_and_taken_back(self, client, office):
        above, plan = a_plan(issuer=office), a_plan(issuer=office)

        send(client, "basing", plan.pk, based_on=above.pk)
        assert list(plan.based_on.all()) == [above]
        page = send(client, "unbasing", plan.pk, above.pk)
        assert not plan.based_on.exists()
        assert "Đã gỡ căn cứ" in words_of(page)

    def test_a_circle_is_said_beside_the_field(self, client, office):
        plan = a_plan(issuer=office)
        low = a_plan(issuer=office, based_on=[plan])

        page = send(client, "basing", plan.pk, based_on=low.pk)

        assert "không thể căn cứ ngược lại" in str(page.context["form"].errors["based_on"])

    def test_where_there_is_nothing_to_choose_the_page_says_so(self, client, office):
        assert "Không còn kế hoạch nào để chọn" in words_of(get(client, "basing", a_plan(issuer=office).pk))


class TestShowing:
    def test_closed_with_a_reason(self, client, office):
        plan = a_plan(issuer=office)

        assert send(client, "showing", plan.pk, reason="").context["form"].errors["reason"]
        page = send(client, "showing", plan.pk, reason="Còn chỉnh sửa")

        plan.refresh_from_db()
        assert not plan.is_public
        assert "Đã thôi công khai" in words_of(page)


def test_everything_is_named_for_the_index():
    a_plan_with_text()
    a_plan()

    assert [entry.kind for entry in queries.all_found()] == ["plan", "plan"]


def test_public_plans_of_a_place_are_latest_first():
    issuer = a_committee()
    old, new = (a_plan(issuer=issuer, issued_on=date(year, 1, 1)) for year in (2024, 2025))
    a_plan(issuer=issuer, is_public=False)

    assert list(queries.public_plans_of(issuer.parent)) == [new, old]


class TestWhatThePlanWrites:
    def test_its_own_words_are_named_as_such_on_one_line(self, client, office):
        clause = a_clause(lead_words="UBND xã", time_words="Quý III", due=date(2026, 9, 30))
        plan = a_plan(issuer=office, clauses=[clause])

        page = text_of(get(client, "plan", plan.pk))

        assert "Kế hoạch viết: chủ trì UBND xã · thời gian Quý III · hạn 30/9/2026" in page

    def test_a_number_is_shown_once(self, client, office):
        document = a_numbered_document(at=office, text="1. Các thôn tự quản.")
        a_mark(document, "1. Các thôn tự quản.")
        asked = text_of(get(client, "adopting", document.pk))
        send(client, "adopting", document.pk)

        page = text_of(get(client, "plan", Plan.objects.get().pk))

        assert "1. Các thôn" in asked and "1. 1." not in asked
        assert "1. Các thôn" in page and "1.." not in page

    def test_labels_that_come_with_the_facts_lose_their_sign_too(self):
        assert a_plan(clauses=[a_clause(label="1.")]).clauses.get().label == "1"

    def test_bases_too_long_are_said_and_kept(self, client, office):
        document = a_numbered_document(at=office)
        a_mark(document)

        page = send(client, "adopting", document.pk, bases="x" * 5001)

        assert "5000" in str(page.context["form"].errors["bases"])
        assert "x" * 5001 in words_of(page)


class TestReceiving:
    def room(self, client, document):
        return words_of(client.get(reverse("intake:document", args=[document.pk])))

    def a_document_from(self, issuer, office, ha):
        document = a_numbered_document(at=office, by=ha, issuer=issuer)
        a_mark(document)
        return document

    def test_before_the_work_it_says_that_the_plan_can_be_received(self, client, office, ha):
        document = self.a_document_from(a_committee(of=office.parent.parent), office, ha)

        page = self.room(client, document)

        assert "nhận thành kế hoạch để" in page
        assert "Nhận kế hoạch để thực hiện" in page

    def test_received_it_is_not_shown_to_residents_unless_somebody_wants_it(self, client, office, ha):
        document = self.a_document_from(a_committee(of=office.parent.parent), office, ha)
        assert get(client, "adopting", document.pk).context["form"]["is_public"].value() is False

        page = words_of(send(client, "adopting", document.pk))

        plan = Plan.objects.get(document=document)
        assert (plan.keeper, plan.is_public) == (office, False)
        assert f"{office} nhận để thực hiện" in page

    def test_what_comes_from_elsewhere_says_so_before_the_work_and_offers_another_way(self, client, office, ha):
        document = self.a_document_from(a_committee(of=a_commune("Xa Lạ")), office, ha)

        page = self.room(client, document)

        assert "không phải cấp trên" in page
        assert reverse("intake:gold", args=[document.pk]) in page
        assert "Chuyển thành kế hoạch</a>" not in page

    def test_while_nobody_knows_who_issued_it_that_is_said_first(self, client, office, ha):
        document = self.a_document_from(office, office, ha)
        document.issuer = None
        document.save()

        assert "Chưa rõ cơ quan ban hành" in self.room(client, document)

    def test_the_issuers_own_plan_is_pointed_out(self, client, office, ha):
        above = a_committee(of=office.parent.parent)
        there = a_plan(issuer=above, number="31/KH-UBND")
        document = self.a_document_from(above, office, ha)

        page = self.room(client, document)

        assert "đã có ở đây nên không chuyển lần nữa" in page
        assert reverse("plans:plan", args=[there.pk]) in page


class TestTwins:
    def test_a_document_behind_a_public_plan_is_known_to_everyone(self, client, office, ha):
        there = a_read_document(at=a_committee(of=a_commune("Xa Lạ")))
        accept_many(there, at_least=0.0, by=there.taken_in_by, now=NOW)
        plan = adopt_plan(document=there, is_public=True, by=there.taken_in_by, now=NOW)

        reading = a_reading(at=office, by=ha)
        sign_in(client, ha)
        page = client.get(reverse("intake:checking", args=[reading.document_id]), follow=True).content.decode()

        assert reading.twin == there
        assert reverse("plans:plan", args=[plan.pk]) in page
        assert reverse("intake:document", args=[there.pk]) not in page


class TestLaterVersions:
    """A document that was said on arrival to change another becomes the later version of its plan."""

    @pytest.fixture
    def first(self, office):
        there = a_read_document(at=office, told=told_of(issuer=office.full_name))
        accept_many(there, at_least=0.0, by=there.taken_in_by, now=NOW)
        return adopt_plan(document=there, by=there.taken_in_by, now=NOW)

    @pytest.fixture
    def second(self, client, office, ha, first):
        told = told_of(issuer=office.full_name, number="45/KH-UBND", date="2026-06-01")
        one = a_reading(at=office, by=ha, told=told).document
        reading = read_anyway(one, answer="replace", reason="Lùi mốc tập huấn", by=ha, now=NOW)
        one = finish(reading, text=one.text, told=told, now=NOW).document
        accept_many(one, at_least=0.0, by=ha, now=NOW)
        return one

    def test_the_room_says_before_the_work_what_it_changes(self, client, first, second):
        page = client.get(reverse("intake:checking", args=[second.pk])).content.decode()

        assert "so từng nhiệm vụ với bản cũ" in page
        assert reverse("plans:plan", args=[first.pk]) in page

    def test_the_door_proposes_the_change_with_its_reason(self, client, first, second):
        form = get(client, "adopting", second.pk).context["form"]

        assert (form["changes"].value(), form["change_kind"].value()) == (first.pk, "replace")
        assert form["change_reason"].value() == "Lùi mốc tập huấn"

    def test_one_step_makes_the_plan_and_compares_it_with_the_earlier(self, client, first, second):
        told = {"changes": first.pk, "change_kind": "replace", "change_reason": "Lùi mốc"}

        answer = send(client, "adopting", second.pk, **told)

        change = Change.objects.get()
        assert (change.earlier, change.later.document, change.kind) == (first, second, "replace")
        assert answer.redirect_chain[-1][0] == reverse("plans:difference", args=[change.pk])

    @pytest.mark.parametrize(
        ("told", "says"),
        [({"change_kind": "amend"}, "Hãy ghi lý do"), ({"change_reason": "Lùi mốc"}, "Hãy chọn: sửa đổi")],
    )
    def test_nothing_is_adopted_while_the_change_is_half_said(self, client, first, second, told, says):
        page = words_of(send(client, "adopting", second.pk, changes=first.pk, **told))

        assert says in page
        assert Plan.objects.count() == 1

    def test_a_plan_that_is_not_offered_cannot_be_changed(self, client, first, second):
        page = send(client, "adopting", second.pk, changes=a_plan().pk, change_kind="amend", change_reason="Lùi mốc")

        second.refresh_from_db()
        assert page.status_code == 200
        assert second.state == "marking"

    def test_a_title_that_names_the_plan_proposes_it_too(self, client, office, ha, first):
        said = {"number": "46/KH-UBND", "date": "2026-07-01", "title": "Gia hạn Kế hoạch số 31/KH-UBND", "tasks": []}
        told = told_of(issuer=office.full_name, **said)
        one = a_reading(at=office, by=ha, text="Văn bản khác hẳn", told=told).document

        form = get(client, "adopting", one.pk).context["form"]

        assert (form["changes"].value(), form["change_kind"].value()) == (first.pk, "extend")

    def test_a_plan_of_another_year_is_not_proposed(self, client, office, first):
        document = a_document(at=office, number="12/KH-UBND", issued_on=date(2025, 1, 1))
        a_mark(document)

        assert not get(client, "adopting", document.pk).context["form"].fields["changes"].queryset
