"""Law as data."""

from datetime import date

import pytest

from dinhlang.pure.law import PERSONAL_DATA, Confidence, NoSuchRule, Rule, Unit, rule_on

BEGINS = date(2026, 1, 1)


def a_rule(**facts):
    usual = {"name": "reply", "says": "Trả lời.", "article": "Điều 4", "begins": BEGINS, "confidence": Confidence.HIGH}
    return Rule(**usual | facts)


@pytest.mark.parametrize(
    "facts",
    [
        {"article": " "},
        {"number": 2},
        {"unit": Unit.DAYS},
        {"ends": BEGINS},
    ],
)
def test_what_nobody_could_look_up_is_refused(facts):
    with pytest.raises(ValueError, match="reply"):
        a_rule(**facts)


def test_a_rule_holds_from_its_day_until_before_the_next():
    old, new = a_rule(ends=date(2027, 1, 1)), a_rule(begins=date(2027, 1, 1), number=3, unit=Unit.DAYS)

    assert rule_on([old, new], "reply", day=date(2026, 12, 31)) is old
    assert rule_on([old, new], "reply", day=date(2027, 1, 1)) is new


def test_before_the_law_there_is_no_rule():
    with pytest.raises(NoSuchRule):
        rule_on(PERSONAL_DATA, "reply", day=date(2025, 12, 31))


def test_names_are_unique_on_every_day():
    names = [rule.name for rule in PERSONAL_DATA if rule.holds_on(BEGINS)]

    assert len(names) == len(set(names))


def test_days_that_were_not_read_in_the_decree_itself_stop_nobody():
    assert not any(rule.blocks for rule in PERSONAL_DATA if rule.number is not None)


def test_consent_was_read_in_full():
    assert rule_on(PERSONAL_DATA, "consent", day=BEGINS).blocks
