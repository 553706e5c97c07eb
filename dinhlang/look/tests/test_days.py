"""Days, moments and numbers, in both languages."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.utils.translation import override

from dinhlang.look import days
from dinhlang.look.templatetags import look

FRIDAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("due", "vietnamese", "english"),
    [
        (date(2026, 11, 18), "quá 2 ngày", "2 days late"),
        (date(2026, 11, 19), "quá 1 ngày", "1 day late"),
        (date(2026, 11, 20), "hôm nay", "today"),
        (date(2026, 11, 21), "còn 1 ngày", "1 day left"),
        (date(2026, 11, 23), "còn 3 ngày", "3 days left"),
    ],
)
def test_a_due_day_says_what_it_means_today(due, vietnamese, english):
    with override("vi"):
        assert look.vn_relative(due, FRIDAY) == vietnamese
    with override("en"):
        assert look.vn_relative(due, FRIDAY) == english


@pytest.mark.parametrize(("day", "kind"), [(19, "late"), (20, "soon"), (23, "soon"), (24, "none")])
def test_three_days_before_its_end_a_thing_is_soon(day, kind):
    assert look.vn_urgency(date(2026, 11, day), FRIDAY) == kind


def test_days_are_written_as_people_write_them():
    with override("vi"):
        assert look.vn_day(FRIDAY) == "20/11/2026"
        assert look.vn_short(FRIDAY) == "thứ Sáu, 20/11/2026"
        assert look.vn_long(FRIDAY) == "thứ Sáu, 20 tháng 11 năm 2026"
        assert look.vn_weekday(date(2026, 11, 22)) == "Chủ nhật"
    with override("en"):
        assert look.vn_day(FRIDAY) == "20 Nov 2026"
        assert look.vn_short(FRIDAY) == "Fri 20 Nov 2026"
        assert look.vn_long(FRIDAY) == "Friday, 20 November 2026"
        assert look.vn_weekday(FRIDAY) == "Friday"


def test_a_moment_is_told_in_the_time_of_the_place():
    evening_in_greenwich = datetime(2026, 11, 20, 18, 5, tzinfo=UTC)

    with override("vi"):
        assert look.vn_moment(evening_in_greenwich) == "01:05 ngày 21/11/2026"
        assert look.vn_day(evening_in_greenwich) == "21/11/2026"


@pytest.mark.parametrize("told", [look.vn_day, look.vn_short, look.vn_long, look.vn_weekday, look.vn_moment])
def test_a_missing_day_is_silent(told):
    assert told(None) == ""


def test_a_missing_due_day_is_silent_and_not_urgent():
    assert look.vn_relative(None, FRIDAY) == ""
    assert look.vn_urgency(None, FRIDAY) == "none"


@pytest.mark.parametrize(
    ("number", "vietnamese", "english"),
    [
        (1234, "1.234", "1,234"),
        (0, "0", "0"),
        (1234567.5, "1.234.567,5", "1,234,567.5"),
        (Decimal("100.0"), "100", "100"),
        (-1200, "-1.200", "-1,200"),
    ],
)
def test_numbers_follow_the_language(number, vietnamese, english):
    with override("vi"):
        assert days.number(number) == vietnamese
    with override("en"):
        assert days.number(number) == english


def test_a_missing_number_is_silent():
    assert look.vn_number(None) == ""
