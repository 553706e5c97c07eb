"""The timeline of a plan by months: where each bar lies, what is outside, how it reads."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from dinhlang.apps.overview import queries
from dinhlang.apps.overview.rules import Span, months_shown, span_of
from dinhlang.apps.overview.tests.factories import DUE, a_cascade
from dinhlang.apps.people.tests.factories import sign_in
from dinhlang.apps.tasks.models import Task
from dinhlang.apps.tasks.tests.factories import TODAY

NOVEMBER = date(2026, 11, 1)


def months(*spans, **facts):
    return months_shown(spans, on=TODAY, **facts)


class TestMonths:
    def test_all_that_is_touched_is_shown_where_it_fits_a_year(self):
        assert months((date(2026, 3, 5), date(2026, 5, 9))) == [date(2026, m, 1) for m in (3, 4, 5)]

    def test_of_a_long_plan_the_year_around_today(self):
        shown = months((date(2024, 1, 1), date(2029, 1, 1)))

        assert (shown[0], shown[-1], len(shown)) == (date(2026, 6, 1), date(2027, 5, 1), 12)

    def test_of_a_plan_that_is_over_its_last_year(self):
        shown = months((date(2022, 1, 1), date(2024, 6, 30)))

        assert (shown[0], shown[-1]) == (date(2023, 7, 1), date(2024, 6, 1))

    def test_another_month_may_be_asked_for(self):
        assert months((date(2024, 1, 1), date(2029, 1, 1)), first=date(2028, 2, 9))[0] == date(2028, 2, 1)

    def test_a_plan_without_any_day_shows_the_present_month(self):
        assert months() == [NOVEMBER]


@pytest.mark.parametrize(
    ("begins", "ends", "span"),
    [
        (date(2026, 2, 28), date(2026, 3, 1), Span(1, 2, 1)),
        (date(2025, 12, 1), date(2026, 1, 31), Span(0, 1, 3, from_before=True)),
        (date(2026, 4, 30), date(2026, 9, 1), Span(3, 1, 0, goes_on=True)),
        (date(2025, 1, 1), date(2027, 1, 1), Span(0, 4, 0, from_before=True, goes_on=True)),
        (date(2025, 1, 1), date(2025, 12, 31), None),
        (date(2026, 5, 1), date(2026, 6, 1), None),
    ],
)
def test_a_bar_lies_in_its_columns(begins, ends, span):
    assert span_of(begins, ends, [date(2026, month, 1) for month in (1, 2, 3, 4)]) == span


@pytest.mark.django_db
class TestPlan:
    @pytest.fixture
    def cascade(self, client):
        cascade = a_cascade()
        sign_in(client, cascade.officer)
        return cascade

    def page(self, client, cascade, name="plan", **query):
        return client.get(reverse(f"overview:{name}", args=[cascade.plan.pk]), query)

    def timeline(self, cascade, *, on=TODAY, **facts):
        seen = queries.seen_of(cascade.plan, paths=None)
        return queries.timeline_of(seen, queries.counts_by_task(seen, on=on), on=on, **facts)

    def test_each_task_runs_from_its_handing_out_to_its_day_as_far_as_it_is(self, cascade):
        Task.objects.filter(pk=cascade.handed[1].pk).update(due=date(2027, 2, 3))

        found = self.timeline(cascade, on=DUE + timedelta(days=1))

        assert found.months == [NOVEMBER, date(2026, 12, 1), date(2027, 1, 1), date(2027, 2, 1)]
        assert [(bar.span, bar.kind) for bar in found.bars] == [(Span(0, 1, 3), "late"), (Span(0, 4, 0), "late")]

    def test_what_is_outside_and_what_has_no_day_is_said(self, client, cascade):
        Task.objects.filter(pk=cascade.handed[1].pk).update(due=None)

        found = self.timeline(cascade, first=date(2028, 1, 1))
        assert (found.bars, found.before, [bar.task.pk for bar in found.undated]) == ([], 1, [cascade.handed[1].pk])
        page = self.page(client, cascade, **{"tu-thang": "2028-01"}).content.decode()
        assert "1 việc đến hạn trước các tháng này." in page
        assert "Chưa có hạn: 2." in " ".join(page.split())

    def test_a_task_handed_out_after_its_day_is_a_mark_without_a_beginning(self, cascade):
        Task.objects.filter(pk=cascade.handed[0].pk).update(due=date(2026, 10, 2))

        first = self.timeline(cascade).bars[0]

        assert (first.begins, first.span.length) == (None, 1)

    def test_the_page_is_a_table_with_heads_and_words(self, client, cascade):
        page = self.page(client, cascade).content.decode()

        table = page[page.index('class="table cards gantt"') :]
        assert "20/11/2026 – hạn 25/11/2026" in table and ">25/11</span>" in table
        assert 'scope="row"' in table and "<caption" in table
        assert 'aria-current="date"' in table
        assert "style=" not in page

    def test_paper_has_it_too_without_links(self, client, cascade):
        page = self.page(client, cascade, "plan_paper").content.decode()

        assert "hạn 25/11/2026" in page
        assert reverse("tasks:task", args=[cascade.handed[0].pk]) not in page

    def test_nonsense_for_a_month_shows_the_usual_ones(self, client, cascade):
        for asked in ("9999-99", "x", "2026-1", "-"):
            assert self.page(client, cascade, **{"tu-thang": asked}).status_code == 200
