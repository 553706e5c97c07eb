"""From the last recipient's day backwards: the days of a chain, by hand-checked calendars."""

from datetime import date

import pytest

from dinhlang.apps.deadlines import rules
from dinhlang.apps.deadlines.rules import Conflict, Period, Rhythm
from dinhlang.pure.dates import Change, default_calendar

DAYS_OFF = default_calendar()
REFORM = date(2025, 7, 1)


def test_each_level_sends_so_early_that_the_one_above_can_put_together():
    links = rules.laid(date(2026, 12, 25), [5, 3, 2], DAYS_OFF)

    assert [one.day for one in links] == [date(2026, 12, 25), date(2026, 12, 18), date(2026, 12, 15)]
    assert [one.starts_on for one in links] == [date(2026, 12, 18), date(2026, 12, 15), date(2026, 12, 11)]
    assert [day for day, _why in links[1].reckoned.skipped] == [date(2026, 12, 19), date(2026, 12, 20)]


def test_a_last_day_on_which_offices_are_shut_is_met_on_the_working_day_before():
    sunday = date(2026, 12, 20)

    links = rules.laid(sunday, [1, 1], DAYS_OFF)

    assert [one.day for one in links] == [date(2026, 12, 18), date(2026, 12, 17)]
    assert links[0].reckoned.skipped == ((date(2026, 12, 19), "cuối tuần"),)


def test_a_holiday_on_the_way_makes_everybody_below_earlier():
    storm = DAYS_OFF.amended([Change(date(2026, 12, 22), works=False, name="bão", source="CĐ 9")])

    assert [one.day for one in rules.laid(date(2026, 12, 25), [5, 3], storm)] == [
        date(2026, 12, 25), date(2026, 12, 17),
    ]  # fmt: skip


def test_periods_keep_the_last_day_of_a_month_and_stay_one_where_nothing_comes_back():
    first = Period(date(2026, 3, 31), date(2026, 4, 5))

    quarters = rules.periods(first, Rhythm.QUARTER, 3)

    assert [one.closes_on for one in quarters] == [date(2026, 3, 31), date(2026, 6, 30), date(2026, 9, 30)]
    assert [one.last_day for one in quarters] == [date(2026, 4, 5), date(2026, 7, 5), date(2026, 10, 5)]
    assert len(rules.periods(first, Rhythm.ONCE, 9)) == 1


def test_a_leap_day_is_no_stumbling_stone():
    first = Period(date(2028, 2, 29), date(2028, 3, 30))

    assert [one.closes_on for one in rules.periods(first, Rhythm.YEAR, 2)] == [date(2028, 2, 29), date(2029, 2, 28)]


@pytest.mark.parametrize(
    ("day", "closes_on", "found"),
    [
        (date(2026, 12, 1), date(2026, 12, 1), []),
        (date(2026, 12, 16), date(2026, 12, 1), [Conflict.PAST]),
        (date(2026, 12, 1), date(2026, 12, 31), [Conflict.BEFORE_CLOSE]),
        (date(2026, 12, 15), date(2026, 12, 14), []),
    ],
)
def test_what_speaks_against_a_chain_is_found(day, closes_on, found):
    links = rules.laid(date(2026, 12, 25), [5, 3], DAYS_OFF)

    said = rules.conflicts(links, ["province", "commune"], closes_on=closes_on, day=day, no_district_from=REFORM)

    assert [one for one, _level in said] == found


def test_a_district_cannot_send_after_it_was_abolished():
    before, after = rules.laid(date(2025, 6, 30), [3, 3], DAYS_OFF), rules.laid(date(2025, 12, 25), [3, 3], DAYS_OFF)
    about = {"closes_on": date(2025, 1, 1), "day": date(2025, 1, 2), "no_district_from": REFORM}

    assert rules.conflicts(before, ["province", "district"], **about) == []
    assert rules.conflicts(after, ["province", "district"], **about) == [(Conflict.NO_DISTRICT, 1)]


def test_old_documents_are_followed_through_three_tiers():
    assert rules.tiers(date(2024, 6, 1), no_district_from=REFORM) == ("province", "district", "commune")
    assert rules.tiers(REFORM, no_district_from=REFORM) == ("province", "commune")
