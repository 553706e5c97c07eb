"""Working days."""

from datetime import date

import pytest

from dinhlang.base.workdays import after_working_days, is_working_day, on_or_after
from dinhlang.pure.dates import Change, default_calendar


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2026, 11, 20), True),
        (date(2026, 11, 21), False),  # Saturday
        (date(2026, 2, 17), False),  # Tết
        (date(2026, 9, 2), False),
        (date(2026, 8, 22), True),  # a Saturday made a working day for the 31st
        (date(2026, 8, 31), False),
    ],
)
def test_offices_work_or_not(day, works):
    assert is_working_day(day) is works


def test_a_span_jumps_over_the_weekend_and_does_not_count_its_first_day():
    friday = date(2026, 11, 20)

    assert after_working_days(friday, 1) == date(2026, 11, 23)
    assert after_working_days(friday, 2) == date(2026, 11, 24)  # no announcement made it a day off yet


def test_a_span_before_tet_ends_after_it():
    assert after_working_days(date(2026, 2, 13), 2) == date(2026, 2, 24)


def test_what_ends_on_a_sunday_ends_on_monday():
    assert on_or_after(date(2026, 11, 22)) == date(2026, 11, 23)


def test_a_day_that_a_house_added_counts_where_its_calendar_is_handed_over():
    storm = Change(date(2026, 11, 23), works=False, name="nghỉ tránh bão", source="Công điện 01/CĐ-UBND")
    calendar = default_calendar().amended([storm])

    assert after_working_days(date(2026, 11, 20), 1, calendar) == date(2026, 11, 24)
    assert on_or_after(date(2026, 11, 22), calendar) == date(2026, 11, 24)
