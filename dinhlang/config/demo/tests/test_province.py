"""A made-up province: the same for the same seed, as large as asked, with a year that fits together."""

from datetime import date
from random import Random

import pytest

from dinhlang.apps.tasks import public as tasks
from dinhlang.apps.units import public as units
from dinhlang.config.demo import province, year

SMALL = province.Size(communes=3, villages=4, province_plans=2, commune_plans=1, tasks=3)
TODAY = date(2026, 11, 20)


def test_the_same_seed_draws_the_same_province():
    assert province.timelines(SMALL, Random(7)) == province.timelines(SMALL, Random(7))


def test_another_seed_draws_another():
    assert province.timelines(SMALL, Random(7)) != province.timelines(SMALL, Random(8))


def test_the_stated_size_is_200_000_assignments_in_150_communes():
    assert province.BENCHMARK.communes == 150
    assert 195_000 <= province.BENCHMARK.assignments <= 205_000


def test_half_the_scale_is_half_the_communes():
    assert province.scaled(province.BENCHMARK, 0.5).communes == 75


@pytest.mark.django_db
def test_the_province_stands_with_households_in_every_village():
    built = province.build(SMALL, seed=7, today=TODAY)

    assert units.Unit.objects.within(built.path).of_kind("commune").living().count() == 3
    assert units.Unit.objects.of_kind("village").count() == 12
    assert units.households_on(built, day=TODAY) > 12 * 60


@pytest.mark.django_db
def test_a_year_hands_out_as_many_parts_as_the_size_says():
    built = province.build(SMALL, seed=7, today=TODAY)

    assert year.live(built, SMALL, seed=7, today=TODAY) == SMALL.assignments == tasks.Assignment.objects.count()


@pytest.mark.django_db
def test_every_log_ends_in_the_state_of_its_part_and_no_step_lies_ahead():
    built = province.build(SMALL, seed=7, today=TODAY)
    year.live(built, SMALL, seed=7, today=TODAY)

    latest: dict[int, str] = {}
    for line in tasks.Progress.objects.order_by("moment", "pk"):
        latest[line.assignment_id] = line.state
        assert line.moment.date() < TODAY

    found = {part.pk: part.state for part in tasks.Assignment.objects.all()}
    assert {pk: state for pk, state in found.items() if state != "waiting"} == latest
