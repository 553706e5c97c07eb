"""A plan and a commune as they were: names, hands and states of that day, whatever came since."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from dinhlang.apps.overview.rules import day_of_most
from dinhlang.apps.overview.tests.factories import a_cascade
from dinhlang.apps.people.tests.factories import an_administrator, an_officer, sign_in
from dinhlang.apps.register import public as register
from dinhlang.apps.tasks import public as tasks
from dinhlang.apps.tasks.tests.factories import NOW, TODAY, fresh, submitted
from dinhlang.base import clock
from dinhlang.base.testing import text_of

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
NEXT = TODAY + 20 * DAY


@pytest.fixture
def cascade(client, monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: NEXT)
    monkeypatch.setattr(clock, "now", lambda: NOW + 20 * DAY)
    cascade = a_cascade()
    sign_in(client, cascade.officer)
    return cascade


@pytest.fixture
def merged(cascade):
    """On the tenth day the first commune goes into the second, three days after a result was accepted."""
    first, second = (committee.parent for committee in cascade.communes)
    part = submitted(cascade.part(cascade.communes[1]))
    accepter = an_officer(at=cascade.committee)
    tasks.accept(assignment=fresh(part), by=accepter, now=NOW + 7 * DAY, day=TODAY + 7 * DAY)
    register.merge_units(
        [first], into=second, day=TODAY + 10 * DAY, by=an_administrator(at=cascade.province), now=NOW + 10 * DAY
    )
    return cascade


def plan_page(client, cascade, day, **asked):
    address = reverse("overview:plan_then", args=[cascade.plan.pk])
    return client.get(address, {"ngay": f"{day:%d/%m/%Y}", **asked})


def place_page(client, place, day):
    return client.get(reverse("overview:place_then", args=[place.code]), {"ngay": f"{day:%Y-%m-%d}"})


def rows(page):
    return {row.unit.full_name: [cell.state if cell else "" for cell in row.cells] for row in page.context["rows"]}


def test_before_the_merger_each_commune_has_its_own_row_and_afterwards_one(client, merged):
    names = [committee.full_name for committee in merged.communes]

    before, after = (rows(plan_page(client, merged, TODAY + n * DAY)) for n in (9, 10))

    assert set(names) <= set(before)
    assert names[0] not in after and names[1] in after


def test_the_counts_are_those_of_that_day(client, merged):
    told = [plan_page(client, merged, TODAY + n * DAY).context["seen"].sum for n in (5, 8)]

    assert [(one.submitted, one.done) for one in told] == [(1, 0), (0, 1)]


def test_a_day_before_anything_was_handed_out_says_so(client, cascade):
    assert "Khi ấy kế hoạch chưa giao việc nào" in text_of(plan_page(client, cascade, TODAY - 300 * DAY))


@pytest.mark.parametrize("ngay", ["", "hôm kia", "31/02/2026"])
def test_no_sensible_day_is_today(client, cascade, ngay):
    for name, key in (("plan", cascade.plan.pk), ("place", cascade.communes[0].parent.code)):
        answer = client.get(reverse(f"overview:{name}_then", args=[key]), {"ngay": ngay})
        assert answer.url == reverse(f"overview:{name}", args=[key])


def test_what_is_to_come_is_today(client, cascade):
    assert plan_page(client, cascade, NEXT + DAY).status_code == 302


def test_who_sees_one_commune_sees_its_own_and_what_it_took_over(client, merged):
    sign_in(client, an_officer(at=merged.communes[1].parent))

    seen = set(rows(plan_page(client, merged, TODAY + 9 * DAY)))
    assert seen == {committee.full_name for committee in merged.communes}


def test_who_sees_one_commune_sees_nobody_elses(client, cascade):
    sign_in(client, an_officer(at=cascade.communes[1].parent))

    assert set(rows(plan_page(client, cascade, TODAY + DAY))) == {cascade.communes[1].full_name}


def test_more_bodies_are_no_more_questions(client, merged, django_assert_max_num_queries):
    with django_assert_max_num_queries(22):
        plan_page(client, merged, TODAY + 9 * DAY)


def test_a_commune_that_is_no_more_is_shown_as_it_was_and_says_who_follows(client, merged):
    first, second = (committee.parent for committee in merged.communes)

    now = client.get(reverse("overview:place", args=[first.code])).content.decode()
    then = text_of(place_page(client, first, TODAY + 9 * DAY))

    assert f"?ngay={TODAY + 9 * DAY:%Y-%m-%d}" in now and second.full_name[3:] in now
    assert "như cuối ngày" in then and "Theo đơn vị" in then
    assert merged.communes[0].full_name.lower() in then.lower()
    assert "không có đơn vị này" in text_of(place_page(client, first, TODAY + 10 * DAY))


def test_what_the_heir_took_over_was_not_its_own_before(client, merged):
    second = merged.communes[1].parent
    before, after = (place_page(client, second, TODAY + n * DAY).context["then"].sum.total for n in (9, 10))

    assert after >= before


def test_a_commune_beyond_ones_reach_stays_hidden(client, merged):
    sign_in(client, an_officer(at=merged.communes[1].parent))

    assert place_page(client, merged.communes[0].parent, TODAY + 9 * DAY).status_code == 404


def test_the_day_of_most():
    one, two = date(2026, 1, 1), date(2026, 2, 1)

    assert day_of_most([one, two, two, None]) == two
    assert day_of_most([two, one]) == one
    assert day_of_most([None]) is None
