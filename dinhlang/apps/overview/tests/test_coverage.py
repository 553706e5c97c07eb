"""Coverage: which tasks nobody below took over, who has no plan of their own, whose day misses."""

import csv
import io
from datetime import date, timedelta

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from dinhlang.apps.audit import public as audit
from dinhlang.apps.overview import queries
from dinhlang.apps.overview.rules import HoleKind
from dinhlang.apps.overview.tests.factories import DUE, a_cascade, an_answer
from dinhlang.apps.people.tests.factories import a_viewer, an_officer, sign_in
from dinhlang.apps.plans import public as plans
from dinhlang.apps.plans.tests.factories import a_clause, a_plan
from dinhlang.apps.tasks import public as tasks
from dinhlang.apps.tasks.actions import withdraw_task
from dinhlang.apps.tasks.tests.factories import NOW, TODAY, submitted

pytestmark = pytest.mark.django_db


def found(cascade, kind, **facts):
    coverage = queries.coverage_of(cascade.plan, **facts)
    return [(hole.title[:20], hole.assignment and hole.assignment.unit.name)
            for hole in queries.holes(coverage, kind, coverage.of(kind))]  # fmt: skip


def who(cascade, kind):
    return [name for _title, name in found(cascade, kind)]


class TestTakenOver:
    def test_a_task_is_taken_over_by_a_clause_that_was_handed_out(self):
        cascade = a_cascade()
        an_answer(cascade, cascade.communes[0])

        assert who(cascade, HoleKind.NOT_TAKEN) == [cascade.communes[1].name]

    def test_delete_one_task_of_a_commune_and_the_hole_is_shown(self):
        cascade = a_cascade()
        plan = an_answer(cascade, cascade.communes[0])
        task = tasks.Task.objects.get(plan=plan)
        assert cascade.communes[0].name not in who(cascade, HoleKind.NOT_TAKEN)

        withdraw_task(task=task, reason="ghi nhầm", by=an_officer(at=cascade.communes[0]), now=NOW)

        assert cascade.communes[0].name in who(cascade, HoleKind.NOT_TAKEN)

    def test_who_received_it_without_a_plan_of_their_own_holds_it(self):
        cascade = a_cascade()
        part, officer = cascade.part(cascade.communes[0]), an_officer(at=cascade.communes[0])
        tasks.tell_progress(assignment=part, words="Đang chuẩn bị", by=officer, now=NOW)

        assert who(cascade, HoleKind.NOT_TAKEN) == [cascade.communes[1].name]

    def test_a_plan_that_leaves_it_out_is_a_hole_though_the_task_was_received(self):
        cascade = a_cascade()
        commune = cascade.communes[0]
        officer = an_officer(at=commune)
        a_plan(issuer=commune, by=officer, based_on=[cascade.plan], clauses=[a_clause("Phòng cháy")])
        tasks.tell_progress(assignment=cascade.part(commune), words="Đã nhận", by=officer, now=NOW)

        assert commune.name in who(cascade, HoleKind.NOT_TAKEN)

    def test_what_was_handed_in_is_no_hole(self):
        cascade = a_cascade()
        for commune in cascade.communes:
            submitted(cascade.part(commune))

        assert who(cascade, HoleKind.NOT_TAKEN) == []

    def test_a_clause_that_nobody_was_handed_is_the_first_hole(self):
        cascade = a_cascade()
        withdraw_task(task=cascade.handed[0], reason="sửa", by=cascade.officer, now=NOW)

        assert len(found(cascade, HoleKind.UNHANDED)) == 1


class TestOwnPlans:
    def test_who_was_told_and_has_none(self):
        cascade = a_cascade()
        an_answer(cascade, cascade.communes[0])

        coverage = queries.coverage_of(cascade.plan)

        assert who(cascade, HoleKind.NO_PLAN) == [cascade.communes[1].name]
        assert queries.own_plans_of(coverage) == queries.OwnPlans(told=2, made=1)

    def test_a_plan_that_answers_through_the_districts_plan_counts(self):
        cascade = a_cascade()
        middle = an_answer(cascade, cascade.communes[1])
        officer = an_officer(at=cascade.communes[0])
        a_plan(issuer=cascade.communes[0], by=officer, based_on=[middle], clauses=[a_clause("Việc khác")])

        assert who(cascade, HoleKind.NO_PLAN) == []

    def test_a_person_says_otherwise(self):
        cascade = a_cascade()
        training, own_plan = plans.clauses_of(cascade.plan)

        plans.say_it_asks_for_a_plan(own_plan, asks=False, by=cascade.officer, now=NOW)
        assert who(cascade, HoleKind.NO_PLAN) == []
        plans.say_it_asks_for_a_plan(training, asks=True, by=cascade.officer, now=NOW)

        assert len(who(cascade, HoleKind.NO_PLAN)) == 2
        assert "plans.asked_for_plan" in [entry.act for entry in audit.history_of(cascade.plan)]


def test_a_day_that_misses_the_superiors_says_by_how_much():
    cascade = a_cascade()
    an_answer(cascade, cascade.communes[0], due=DUE + timedelta(days=5))
    coverage = queries.coverage_of(cascade.plan)

    (hole,) = queries.holes(coverage, HoleKind.TOO_LATE, coverage.too_late)

    assert (hole.assignment.unit, hole.days_after) == (cascade.communes[0], 5)


def test_the_same_day_misses_nothing():
    cascade = a_cascade()
    an_answer(cascade, cascade.communes[0], due=DUE)

    assert who(cascade, HoleKind.TOO_LATE) == []


def test_words_without_marks_narrow():
    cascade = a_cascade()

    assert len(found(cascade, HoleKind.NOT_TAKEN, q="dong ky")) == 1


class TestPage:
    @pytest.fixture
    def cascade(self, client):
        cascade = a_cascade()
        sign_in(client, cascade.officer)
        return cascade

    def page(self, client, cascade, **query):
        return client.get(reverse("overview:coverage", args=[cascade.plan.pk]), query)

    @pytest.mark.parametrize("kind", [*HoleKind, "nonsense"])
    def test_every_kind_has_its_list(self, client, cascade, kind):
        an_answer(cascade, cascade.communes[0], due=date(2026, 12, 30))

        assert self.page(client, cascade, loai=str(kind)).status_code == 200

    def test_a_body_below_does_not_oversee(self, client, cascade):
        sign_in(client, an_officer(at=cascade.communes[0]))

        assert self.page(client, cascade).status_code == 403

    def test_only_who_hands_out_is_led_to_handing_out(self, client, cascade):
        withdraw_task(task=cascade.handed[0], reason="sửa", by=cascade.officer, now=NOW)
        way = reverse("tasks:hand_out_clause", args=[cascade.plan.pk, cascade.handed[0].clause_id])
        assert way in self.page(client, cascade).content.decode()

        sign_in(client, a_viewer(at=cascade.committee))

        page = self.page(client, cascade).content.decode()
        assert cascade.handed[0].title[:20] in page and way not in page

    def test_more_bodies_are_no_more_questions(self, client, cascade, django_assert_max_num_queries):
        many = a_cascade(names=[f"Xã {n}" for n in range(40)])
        sign_in(client, many.officer)

        with django_assert_max_num_queries(26):
            self.page(client, many)

    def test_a_plan_that_cites_and_is_not_tied_is_named_with_its_words(self, client, cascade):
        commune = cascade.communes[0]
        words = f"Căn cứ Kế hoạch số 100/KH-UBND của {cascade.committee.full_name}"
        own = an_officer(at=commune)
        plan = a_plan(issuer=commune, by=own, issued_on=date(2026, 2, 10), bases=[words])
        page = self.page(client, cascade).content.decode()
        assert "Nhắc tới kế hoạch này mà chưa nối" in page and plan.name in page and words in page

        plans.link(plan, based_on=[cascade.plan], by=own, now=NOW)

        assert "mà chưa nối" not in self.page(client, cascade).content.decode()

    def test_a_clause_is_marked_by_hand(self, client, cascade):
        clause = plans.clauses_of(cascade.plan)[0]
        address = reverse("overview:asking", args=[cascade.plan.pk, clause.pk])

        client.post(address, {"asks": "1"})

        clause.refresh_from_db()
        assert clause.asks_for_plan is True

    def test_the_file_is_typed_and_runs_nothing(self, client, cascade):
        unit = cascade.communes[0]
        type(unit).objects.filter(pk=unit.pk).update(name="=1+1", form="")
        address = reverse("overview:coverage_export", args=[cascade.plan.pk])

        book = load_workbook(io.BytesIO(client.get(address, {"dang": "xlsx"}).content))
        lines = list(csv.reader(io.StringIO(client.get(address).getvalue().decode("utf-8-sig"))))

        cells = [cell for row in book.active.iter_rows() for cell in row if cell.value is not None]
        assert "f" not in {cell.data_type for cell in cells}
        assert {cell.value.date() for cell in cells if cell.is_date} == {DUE}
        assert len(lines) == book.active.max_row
        assert not any(cell.startswith("=") for line in lines for cell in line)


def test_today_is_the_day_of_these_tests():
    assert TODAY < DUE
