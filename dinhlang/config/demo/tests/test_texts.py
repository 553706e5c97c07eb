"""The plans of the demo can be read, and each duty lies where its words are."""

from datetime import date
from importlib.resources import files

import pytest

from dinhlang.config.demo import texts
from dinhlang.config.demo.moments import due_day, near, plan_days
from dinhlang.pure.viet import normal_lines

NAMES = sorted(path.name.removesuffix(".txt") for path in files("dinhlang.config.demo").joinpath("plans").iterdir())
DAYS = [date(2026, 11, 20), date(2027, 2, 10), date(2027, 4, 1), date(2027, 7, 3)]


@pytest.mark.parametrize("name", NAMES)
def test_every_mark_covers_its_words(name):
    plan = texts.read(name, day=DAYS[0])

    assert plan.duties
    for duty in plan.duties:
        covered = plan.text[duty.facts.start : duty.facts.end]
        assert covered.strip() == covered
        assert covered.endswith(duty.facts.text)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_of_our_own_marks_is_left_in_the_text(name):
    text = texts.read(name, day=DAYS[0]).text

    assert normal_lines(text).strip("\n") == text
    assert not set("@{}|") & set(text)


@pytest.mark.parametrize("day", DAYS)
def test_due_days_come_after_the_plan_on_working_days(day):
    for name in ("story-province", "story-commune", "story-consultation"):
        for duty in texts.read(name, day=day).duties:
            if duty.facts.due:
                assert duty.facts.due > plan_days(day)[1]
                assert duty.facts.due.weekday() < 5


def test_what_is_due_on_a_weekend_moves_away_from_today():
    friday = date(2026, 11, 20)

    assert near(friday, 1) == date(2026, 11, 23)
    assert near(friday, -5) == date(2026, 11, 13)
    assert due_day(friday, -2) == date(2026, 11, 18)
