import contextlib
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dinhlang.pure.viet import (
    CannotReadDay,
    DayTrouble,
    capital_first,
    day_words,
    full_day,
    number,
    parse_day,
    percent,
    short_day,
    weekday,
)

DAYS = st.dates(date(1980, 1, 1), date(2079, 12, 31))


@pytest.mark.parametrize(
    ("value", "written"),
    [(0, "0"), (999, "999"), (1234567, "1.234.567"), (-1200, "-1.200"), (1234.5, "1.234,5"), (Decimal("0.10"), "0,10")],
)
def test_numbers_have_points_between_thousands(value, written):
    assert number(value) == written


def test_numbers_are_rounded_half_up_when_asked():
    assert number(2.345, places=2) == "2,35"
    assert number(1234567, places=1) == "1.234.567,0"


def test_infinity_is_not_written():
    with pytest.raises(ValueError, match="not a number"):
        number(float("inf"))


@pytest.mark.parametrize(
    ("part", "whole", "written"),
    [(2, 3, "66,7%"), (13, 15, "86,7%"), (1, 8, "12,5%"), (1, 16, "6,3%"), (1, 2, "50%"), (3, 2, "150%"), (0, 0, "—")],
)  # fmt: skip
def test_percent_is_rounded_half_up_to_one_place(part, whole, written):
    assert percent(part, whole) == written


@pytest.mark.parametrize(
    ("part", "whole", "written"),
    [(5, 5, "100%"), (0, 7, "0%"), (999, 1000, "99,9%"), (9995, 10000, "99,9%"), (99999, 100000, "99,9%"),
     (99949, 100000, "99,9%"), (1, 3000, "0,1%"), (1, 100000, "0,1%"), (1000, 100000, "1%")],
)  # fmt: skip
def test_percent_says_100_only_of_all_and_0_only_of_none(part, whole, written):
    assert percent(part, whole) == written


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2024, 9, 5), "ngày 05 tháng 9 năm 2024"),
        (date(2025, 1, 31), "ngày 31 tháng 01 năm 2025"),
        (date(2025, 2, 9), "ngày 09 tháng 02 năm 2025"),
        (date(2025, 12, 10), "ngày 10 tháng 12 năm 2025"),
    ],
)
def test_days_in_words_as_decrees_write_them(day, words):
    assert day_words(day) == words


def test_days_of_the_week():
    assert weekday(date(2026, 11, 22)) == "Chủ nhật"
    assert full_day(date(2026, 11, 23)) == "thứ Hai, 23/11/2026"
    assert short_day(date(2024, 9, 5)) == "05/9/2024"


@pytest.mark.parametrize(
    "typed",
    ["5/9/24", "5/9/2024", "05-09-2024", "5.9.2024", " 05/09/2024 ", "2024-09-05", "2024/9/5",
     "ngày 05 tháng 9 năm 2024", "Ngày 5 tháng 09", "5/9"],
)  # fmt: skip
def test_many_ways_to_type_a_day_are_read(typed):
    assert parse_day(typed, today=date(2024, 2, 1)) == date(2024, 9, 5)


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", DayTrouble.EMPTY),
        ("  ", DayTrouble.EMPTY),
        ("mai", DayTrouble.SHAPE),
        ("5/9-2024", DayTrouble.SHAPE),
        ("5/9/202", DayTrouble.SHAPE),
        ("31/6/2024", DayTrouble.NO_SUCH_DAY),
        ("29/2/2025", DayTrouble.NO_SUCH_DAY),
        ("0000-01-01", DayTrouble.NO_SUCH_DAY),
        ("5/9", DayTrouble.YEAR_MISSING),
    ],
)
def test_what_is_not_a_day_is_refused_with_a_reason(typed, reason):
    with pytest.raises(CannotReadDay) as refused:
        parse_day(typed)

    assert refused.value.reason == reason
    assert refused.value.typed == typed


@given(DAYS)
def test_a_day_written_is_the_day_read(day):
    assert parse_day(short_day(day)) == parse_day(day_words(day)) == parse_day(day.isoformat()) == day
    assert parse_day(f"{day:%d.%m.%y}") == day


@given(st.text())
def test_anything_typed_is_read_or_refused(typed):
    with contextlib.suppress(CannotReadDay):
        parse_day(typed, today=date(2026, 11, 20))


@pytest.mark.parametrize(
    ("text", "written"),
    [("ủy ban", "Ủy ban"), ("“đề án”", "“Đề án”"), ("2 thôn", "2 thôn"), ("", ""), ("…", "…"), ("UBND", "UBND")],
)
def test_a_sentence_starts_with_a_capital(text, written):
    assert capital_first(text) == written
