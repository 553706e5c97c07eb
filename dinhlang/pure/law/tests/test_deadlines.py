"""Times that the law sets, as data."""

import ast
from datetime import date
from pathlib import Path

import pytest

from dinhlang.pure import law
from dinhlang.pure.dates import default_calendar
from dinhlang.pure.law import (
    COUNTING_RULES,
    PERSONAL_DATA,
    TIME_RULES,
    Confidence,
    Measure,
    Rule,
    Unit,
    latest_by_law,
    law_day,
    rule_on,
    two_tiers_from,
)

TODAY = date(2026, 11, 20)
ALL = (*TIME_RULES, *COUNTING_RULES, *PERSONAL_DATA)


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.name)
def test_every_number_has_an_article_that_can_be_looked_up(rule):
    assert any(word in rule.article for word in ("Điều", "Luật", "Nghị quyết", "Nghị định"))
    assert any(sign.isdigit() for sign in rule.article)
    assert (rule.number is None) == (rule.unit is Unit.NOTHING)


@pytest.mark.parametrize("rule", [one for one in TIME_RULES if one.measure], ids=lambda rule: rule.name)
def test_what_a_rule_says_names_its_own_number(rule):
    assert str(rule.number) in rule.says


def test_each_name_stands_for_one_rule_on_every_day_that_something_begins():
    for day in {rule.begins for rule in TIME_RULES}:
        names = [rule.name for rule in TIME_RULES if rule.holds_on(day)]
        assert len(names) == len(set(names))


def test_only_what_was_read_in_full_blocks():
    assert rule_on(TIME_RULES, "disclosure", day=TODAY).blocks
    assert not rule_on(TIME_RULES, "consultation_result", day=TODAY).blocks
    assert not any(rule.blocks for rule in COUNTING_RULES)
    assert all(rule.blocks == (rule.confidence is Confidence.HIGH) for rule in ALL)


def test_five_working_days_are_counted_over_a_weekend_with_what_was_passed():
    counted = law_day(rule_on(TIME_RULES, "disclosure", day=TODAY), TODAY, default_calendar())

    assert counted.end == date(2026, 11, 27)
    assert counted.passed == (date(2026, 11, 21), date(2026, 11, 22))


def test_what_is_announced_ahead_is_counted_back():
    rule = rule_on(TIME_RULES, "dialogue_notice", day=TODAY)

    assert latest_by_law(rule, date(2026, 12, 20), default_calendar()) == date(2026, 12, 13)


def test_a_least_length_leaves_no_latest_day():
    rule = rule_on(TIME_RULES, "posting", day=TODAY)

    assert latest_by_law(rule, TODAY, default_calendar()) is None
    assert law_day(rule, TODAY, default_calendar()).end == date(2026, 12, 20)


def test_a_measure_without_what_it_is_counted_from_is_refused():
    with pytest.raises(ValueError, match="from what"):
        Rule("x", "5 ngày", "Điều 1", TODAY, Confidence.HIGH, number=5, unit=Unit.DAYS, measure=Measure.WITHIN)


def test_districts_are_no_more_from_the_first_of_july_2025():
    assert two_tiers_from() == date(2025, 7, 1)


def test_no_number_of_the_law_stands_in_the_rooms_beside_its_row():
    """A room asks by name: it imports rules, and never writes the day of a law or its length itself."""
    rooms = Path(law.__file__).parents[2] / "apps" / "deadlines"
    for file in [*rooms.glob("**/laws.py"), *rooms.glob("**/lawful.py")]:
        numbers = [
            node.value
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
            if isinstance(node, ast.Constant) and isinstance(node.value, int) and not isinstance(node.value, bool)
        ]
        assert set(numbers) <= {0}, file
