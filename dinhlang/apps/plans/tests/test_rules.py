"""Circles and places: plain Python."""

import pytest

from dinhlang.apps.plans.rules import places_found, reaches, unlabelled

LINKS = {1: {2, 3}, 2: {4}, 4: {1}}


def step(plans):
    return set().union(*(LINKS.get(plan, set()) for plan in plans))


def test_one_reaches_what_lies_several_steps_away():
    assert reaches(1, 4, step)
    assert not reaches(3, 1, step)


def test_a_circle_that_is_there_already_does_no_harm():
    assert not reaches(1, 9, step)


def test_clauses_are_found_one_behind_the_other():
    assert places_found("Báo cáo. Họp. Báo cáo.", ["Báo cáo.", "Báo cáo.", "Hát."]) == [(0, 8), (14, 22), None]


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("thời gian thực hiện trong quý II/2024", "trong quý II/2024"),
        ("Thời gian: quý III", "quý III"),
        ("trong thời gian tới", "trong thời gian tới"),
        ("Thời gian", "Thời gian"),
    ],
)
def test_the_label_of_time_is_not_said_twice(words, shown):
    assert unlabelled(words) == shown
