"""The leader's page of one plan: bodies × tasks, months, counts, paper, files."""

import csv
import io
from datetime import date, timedelta

import pytest
from django.urls import reverse

from dinhlang.apps.overview import queries
from dinhlang.apps.overview.rules import cell_of, month_after, week_of, weeks_of
from dinhlang.apps.overview.tests.factories import DUE, a_cascade
from dinhlang.apps.people.tests.factories import an_officer, sign_in
from dinhlang.apps.tasks.actions import take_off
from dinhlang.apps.tasks.tests.factories import NOW, TODAY, submitted

pytestmark = pytest.mark.django_db
LATER = DUE + timedelta(days=3)


@pytest.fixture
def cascade(client):
    cascade = a_cascade()
    sign_in(client, cascade.officer)
    return cascade


def get(client, cascade, name="plan", **query):
    return client.get(reverse(f"overview:{name}", args=[cascade.plan.pk]), query)


def rows(cascade, *, on=TODAY, **facts):
    seen = queries.seen_of(cascade.plan, paths=None)
    bodies = queries.bodies_of(seen, on=on, **facts)
    return {
        row.unit: [cell and cell.kind for cell in row.cells]
        for row in queries.heat_map(seen, bodies, seen.tasks, on=on)
    }


class TestHeatMap:
    def test_each_cell_says_how_far_one_body_is_with_one_task(self, cascade):
        first, second = cascade.communes
        submitted(cascade.part(first, 0))

        assert rows(cascade) == {first: ["waiting", "none"], second: ["none", "none"]}
        assert rows(cascade, on=LATER) == {first: ["waiting", "late"], second: ["late", "late"]}

    def test_who_was_taken_off_has_no_cell(self, cascade):
        take_off(assignment=cascade.part(cascade.communes[0], 1), reason="thừa", by=cascade.officer, now=NOW)

        assert rows(cascade)[cascade.communes[0]] == ["none", None]

    def test_states_and_words_narrow_the_bodies(self, cascade):
        first, second = cascade.communes
        submitted(cascade.part(first, 0))

        assert list(rows(cascade, state="submitted")) == [first]
        assert list(rows(cascade, q="dong ky")) == [second]
        assert rows(cascade, state="late") == {}

    def test_bodies_stand_in_the_vietnamese_order(self):
        cascade = a_cascade(names=["Ý Yên", "Đồng Kỳ", "Dĩnh Trì", "An Hà"])

        assert [unit.name[8:] for unit in rows(cascade)] == ["An Hà", "Dĩnh Trì", "Đồng Kỳ", "Ý Yên"]


@pytest.mark.parametrize(
    ("part", "state", "due", "kind"),
    [
        ("lead", "waiting", TODAY - timedelta(days=1), "late"),
        ("lead", "returned", TODAY - timedelta(days=1), "late"),
        ("partner", "waiting", TODAY - timedelta(days=1), "none"),
        ("lead", "submitted", TODAY - timedelta(days=1), "waiting"),
        ("lead", "accepted", TODAY - timedelta(days=1), "done"),
        ("lead", "waiting", TODAY, "soon"),
        ("lead", "waiting", None, "none"),
        ("requested", "declined", TODAY, "none"),
    ],
)
def test_what_matters_most_is_the_colour(part, state, due, kind):
    assert cell_of(1, part=part, state=state, due=due, on=TODAY).kind == kind


def test_months_count_what_falls_due_and_what_has_no_day(cascade):
    part = cascade.part(cascade.communes[0])
    part.due = None
    part.save()
    seen = queries.seen_of(cascade.plan, paths=None)

    months = queries.months_of(seen, on=LATER)

    assert [(month.first, month.counts.total, month.counts.late) for month in months] == [
        (date(2026, 11, 1), 3, 3),
        (None, 1, 0),
    ]


class TestPage:
    def test_it_says_who_what_when_and_how_far(self, client, cascade):
        submitted(cascade.part(cascade.communes[0]))

        page = get(client, cascade).content.decode()

        assert cascade.communes[0].full_name in page and "chờ duyệt" in page
        assert reverse("tasks:assignment", args=[cascade.part(cascade.communes[1]).pk]) in page
        assert 'scope="row"' in page and "<caption" in page

    def test_a_window_shows_eight_tasks_and_the_way_to_the_ninth_and_paper_shows_ten(self, client):
        cascade = a_cascade(texts=[f"Việc thứ {n}" for n in range(1, 10)])
        sign_in(client, cascade.officer)
        shown = get(client, cascade)
        paper = client.get(reverse("overview:plan_paper", args=[cascade.plan.pk]))

        assert [number for number, _task in shown.context["columns"]] == [1, 2, 3, 4, 5, 6, 7, 8]
        assert "cot=2" in shown.content.decode()
        assert [number for number, _task in get(client, cascade, cot="2").context["columns"]] == [9]
        assert len(paper.context["columns"]) == 9
        assert paper.content.decode().count('tabindex="0"') == 2  # whoever has no mouse pushes the wide tables, too

    def test_nonsense_in_the_address_shows_everything(self, client, cascade):
        page = get(client, cascade, xem="x", cot="-1", page="zzz", q="\x00")

        assert page.status_code == 200

    def test_a_body_below_sees_its_own_row_only(self, client, cascade):
        sign_in(client, an_officer(at=cascade.communes[0]))

        page = get(client, cascade).content.decode()

        assert cascade.communes[0].full_name in page
        assert cascade.communes[1].full_name not in page

    def test_a_stranger_to_a_public_plan_sees_no_task_of_it(self, client, cascade):
        sign_in(client, an_officer())

        assert cascade.handed[0].title not in get(client, cascade).content.decode()

    def test_a_plan_with_nothing_handed_out_says_so(self, client, cascade):
        empty = a_cascade(texts=())
        sign_in(client, empty.officer)

        assert "Chưa giao việc nào" in get(client, empty).content.decode()

    def test_more_bodies_and_tasks_are_no_more_questions(self, client, django_assert_max_num_queries):
        many = a_cascade(names=[f"Xã {n}" for n in range(30)], texts=[f"Việc thứ {n} của năm" for n in range(12)])
        sign_in(client, many.officer)

        with django_assert_max_num_queries(16):
            page = get(client, many)

        assert len(page.content) < 200_000
        assert page.context["page"].paginator.count == 30
        assert page.context["across"].paginator.num_pages == 2

    def test_paper_bears_the_national_heading_and_no_links_in_its_cells(self, client, cascade):
        page = get(client, cascade, "plan_paper").content.decode()

        assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in page and "landscape" in page
        assert reverse("tasks:assignment", args=[cascade.part(cascade.communes[0]).pk]) not in page

    def test_the_file_holds_what_is_listed(self, client, cascade):
        answer = get(client, cascade, "plan_export", q="nha nam")

        lines = list(csv.reader(io.StringIO(answer.getvalue().decode("utf-8-sig"))))
        assert len(lines) == 3
        assert {line[4] for line in lines[1:]} == {"25/11/2026"}


def test_weeks_and_months_go_over_the_year():
    assert month_after(date(2026, 12, 15), 1) == date(2027, 1, 1)
    assert month_after(date(2026, 1, 15), -1) == date(2025, 12, 1)
    assert week_of(date(2026, 11, 20))[0] == date(2026, 11, 16)
    assert weeks_of(date(2026, 11, 20))[0][0] == date(2026, 10, 26)
    assert month_after(date(1, 1, 1), -5) == date(1, 1, 1)
