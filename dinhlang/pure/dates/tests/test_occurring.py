"""On which days a rule of return falls, over twenty years."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dinhlang.pure.dates import is_weekly, makes_occurrences, occurrences, read_when

ON = date(2024, 1, 31)


def days_of(phrase, *, after=ON, upto=date(2025, 12, 31)) -> list[str]:
    when = read_when(phrase, ON)
    return [f"{day:%d/%m/%y}" for day in occurrences(when.recurrence, when.due, after=after, upto=upto)]


@pytest.mark.parametrize(
    ("phrase", "first"),
    [
        ("ngày 15 hằng tháng", ["15/02/24", "15/03/24", "15/04/24"]),
        ("trước ngày 15 của tháng cuối quý", ["14/03/24", "14/06/24", "14/09/24", "14/12/24", "14/03/25"]),
        ("6 tháng trước ngày 05/5, năm trước ngày 05/11", ["04/05/24", "04/11/24", "04/05/25", "04/11/25"]),
        (
            "6 tháng trước ngày 05 tháng 6, hằng năm trước ngày 25 tháng 11",
            ["04/06/24", "24/11/24", "04/06/25", "24/11/25"],
        ),
        ("trước ngày 20/11 hằng năm", ["19/11/24", "19/11/25"]),
        ("thứ Sáu hằng tuần", ["02/02/24", "09/02/24", "16/02/24"]),
        ("ngày 30 hằng tháng", ["29/02/24", "30/03/24", "30/04/24"]),
    ],
)
def test_a_phrase_makes_its_days(phrase, first):
    assert days_of(phrase)[: len(first)] == first


def test_a_month_that_lacks_the_day_gives_its_last():
    assert days_of("ngày 30 hằng tháng", after=date(2025, 1, 31), upto=date(2025, 3, 1)) == ["28/02/25"]


def test_the_end_that_the_words_say_is_kept():
    assert days_of("trước ngày 05 hằng tháng đến hết năm 2024", upto=date(2026, 1, 1))[-1] == "04/12/24"


def test_a_bare_rhythm_takes_its_days_from_the_first_that_somebody_says():
    rule = read_when("định kỳ hằng quý", ON).recurrence

    assert not makes_occurrences(rule, [])
    assert occurrences(rule, [], after=ON, upto=date(2025, 1, 1)) == []
    ends = [date(2024, 3, 31), date(2024, 6, 30), date(2024, 9, 30), date(2024, 12, 31)]
    assert occurrences(rule, ends[:1], after=ON, upto=date(2024, 12, 31)) == ends


def test_each_day_is_nothing_to_hand_in():
    assert not makes_occurrences(read_when("hằng ngày", ON).recurrence, [ON])
    assert is_weekly(read_when("thứ Sáu hằng tuần", ON).recurrence)


rules = st.sampled_from(
    ["FREQ=MONTHLY;BYMONTHDAY=15", "FREQ=MONTHLY;INTERVAL=3", "FREQ=YEARLY;BYMONTH=5,11;BYMONTHDAY=4",
     "FREQ=WEEKLY;BYDAY=FR", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH", "FREQ=YEARLY", "FREQ=MONTHLY;BYMONTHDAY=-1",
     "FREQ=MONTHLY;BYDAY=-1FR", "FREQ=MONTHLY;BYDAY=2MO", "FREQ=YEARLY;BYMONTH=6,11 | FREQ=MONTHLY;BYMONTHDAY=1"]
)  # fmt: skip


@given(rules, st.dates(date(2015, 1, 1), date(2030, 1, 1)), st.integers(0, 1500), st.integers(0, 1500))
@settings(max_examples=200, deadline=None)
def test_looking_in_two_steps_misses_none_and_sees_none_twice(rule, anchor, first, second):
    after = anchor - timedelta(days=1)
    middle, upto = after + timedelta(days=first), after + timedelta(days=first + second)

    found = occurrences(rule, [anchor], after=after, upto=middle) + occurrences(rule, [anchor], after=middle, upto=upto)

    assert found == occurrences(rule, [anchor], after=after, upto=upto)
    assert all(after < day <= upto for day in found)
