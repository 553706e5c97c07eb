"""Counting, over twenty years of calendars: what every count must keep, whatever the days off."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dinhlang.pure.dates import Calendar, Change, Count, count_of, default_calendar, read_when

DAY = timedelta(days=1)
days = st.dates(date(2015, 1, 1), date(2034, 12, 31))
numbers = st.integers(1, 60)
changes = st.lists(st.tuples(days, st.booleans()), max_size=30)


def a_calendar(decided) -> Calendar:
    return default_calendar().amended(Change(day, works=works, name="thử", source="01/QĐ") for day, works in decided)


@given(days, numbers, st.booleans(), changes)
@settings(max_examples=150, deadline=None)
def test_a_count_of_working_days_ends_on_one_and_passes_over_the_rest(begin, number, back, decided):
    calendar = a_calendar(decided)

    count = Count(number, working=True, back=back).from_day(begin, calendar)

    low, high = sorted((begin, count.end))
    between = [low + DAY * n for n in range((high - low).days + 1)]
    counted = [day for day in between if day != begin and calendar.works_on(day)]
    assert len(counted) == number
    assert calendar.works_on(count.end)
    assert sorted(count.passed) == [day for day in between if day != begin and not calendar.works_on(day)]


@given(days, numbers, changes, days)
@settings(max_examples=150, deadline=None)
def test_one_more_day_off_never_brings_a_day_nearer(begin, number, decided, off):
    before = Count(number, working=True).from_day(begin, a_calendar(decided))
    after = Count(number, working=True).from_day(begin, a_calendar([*decided, (off, False)]))

    assert after.end >= before.end
    if not begin < off <= before.end:
        assert after == before


@given(days, numbers, numbers)
@settings(max_examples=100, deadline=None)
def test_counting_goes_on_where_it_stopped(begin, first, second):
    calendar = default_calendar()

    there = Count(first, working=True).from_day(begin, calendar).end
    in_two = Count(second, working=True).from_day(there, calendar).end

    assert in_two == Count(first + second, working=True).from_day(begin, calendar).end


@given(days, numbers, changes)
@settings(max_examples=100, deadline=None)
def test_back_and_forth_comes_home_to_a_working_day(begin, number, decided):
    calendar = a_calendar(decided)
    home = Count(1, working=True).from_day(begin, calendar).end

    away = Count(number, working=True).from_day(home, calendar).end

    assert Count(number, working=True, back=True).from_day(away, calendar).end == home


@given(days, st.integers(1, 400), st.sampled_from(["day", "week", "month", "quarter", "year"]))
@settings(max_examples=100, deadline=None)
def test_what_is_kept_counts_the_same_again(begin, number, unit):
    count = Count(number, unit).from_day(begin, default_calendar())

    again = count_of(count.as_data())

    assert again.from_day(again.begin, default_calendar()) == count


def test_a_phrase_tells_what_was_counted():
    when = read_when("trong 10 ngày làm việc kể từ ngày 24/4/2025", date(2025, 4, 20))

    assert (when.count.number, when.count.begin, when.count.end) == (10, date(2025, 4, 24), when.due[0])
    assert date(2025, 4, 30) in when.count.passed


@pytest.mark.parametrize(
    ("phrase", "count"),
    [
        ("trong 05 ngày làm việc kể từ ngày nhận được văn bản", Count(5, working=True)),
        ("10 ngày sau khi có hướng dẫn", Count(10)),
        ("chậm nhất 15 ngày trước kỳ họp HĐND", Count(15, back=True)),
        ("theo yêu cầu của cơ quan có thẩm quyền", None),
        ("trước ngày 20/11/2025", None),
    ],
)
def test_what_is_waited_for_says_how_many_days_follow(phrase, count):
    assert read_when(phrase, date(2025, 1, 1)).count == count


def test_two_calendars_that_differ_have_two_versions():
    one, other = a_calendar([(date(2026, 12, 3), False)]), a_calendar([(date(2026, 12, 4), False)])

    assert len({one.version, other.version, default_calendar().version}) == 3
    assert a_calendar([(date(2026, 12, 3), False)]).version == one.version
