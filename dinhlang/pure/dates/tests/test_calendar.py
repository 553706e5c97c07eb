"""Working days: the library's holidays, and the decisions that win over them."""

from datetime import date, timedelta

import holidays
import pytest

from dinhlang.pure.dates import Calendar, Change, changes_in, default_calendar, read_when
from dinhlang.pure.dates.calendar import CannotCount
from dinhlang.pure.dates.lunar import lunar_day


def shut(year):
    calendar, day, found = default_calendar(), date(year, 1, 1), []
    while day.year == year:
        if day.weekday() < 5 and not calendar.works_on(day):
            found.append(f"{day.day}/{day.month}")
        day += timedelta(days=1)
    return " ".join(found)


def test_days_off_of_the_years_that_were_decided():
    assert shut(2024) == "1/1 8/2 9/2 12/2 13/2 14/2 18/4 29/4 30/4 1/5 2/9 3/9"
    assert shut(2025) == "1/1 27/1 28/1 29/1 30/1 31/1 7/4 30/4 1/5 2/5 1/9 2/9"
    assert shut(2026) == "1/1 2/1 16/2 17/2 18/2 19/2 20/2 27/4 30/4 1/5 31/8 1/9 2/9"


@pytest.mark.parametrize("day", [date(2024, 5, 4), date(2025, 4, 26), date(2026, 1, 10), date(2026, 8, 22)])
def test_saturdays_worked_in_exchange_count(day):
    assert default_calendar().works_on(day)
    assert default_calendar().counted(day - timedelta(days=1), 1)[0] == day


def test_counting_passes_weekends_and_feasts_and_says_which():
    end, passed = default_calendar().counted(date(2025, 4, 24), 10)
    assert end == date(2025, 5, 12)
    assert [f"{day:%d/%m}" for day in passed] == [
        "27/04",
        "30/04",
        "01/05",
        "02/05",
        "03/05",
        "04/05",
        "10/05",
        "11/05",
    ]


def test_counting_back_begins_the_day_before():
    assert default_calendar().counted(date(2026, 3, 15), 5, back=True)[0] == date(2026, 3, 9)


def test_an_administrators_line_wins_and_is_said():
    storm = Change(date(2025, 12, 3), works=False, name="nghỉ tránh bão", source="Công điện 01/CĐ-UBND")
    calendar = default_calendar().amended([storm])
    phrase = "trong 03 ngày làm việc kể từ ngày 01/12/2025"
    assert read_when(phrase, date(2025, 11, 20)).due == (date(2025, 12, 4),)
    when = read_when(phrase, date(2025, 11, 20), calendar)
    assert when.due == (date(2025, 12, 5),)
    assert "03/12 (nghỉ tránh bão)" in when.sentence


def test_the_sentence_names_what_was_skipped_and_what_was_worked():
    sentence = read_when("10 ngày làm việc kể từ ngày 24/4/2025", date(2025, 4, 1)).sentence
    assert "5 ngày cuối tuần" in sentence
    assert "30/4 (Ngày Chiến thắng 30/4)" in sentence
    assert "02/5 (nghỉ hoán đổi với thứ Bảy 26/4/2025)" in sentence
    assert "thứ Bảy 26/4 làm bù" in sentence


def test_a_year_without_decisions_is_forecast_by_the_library():
    assert not default_calendar().works_on(date(2031, 1, 23))  # Tết
    assert default_calendar().why_off(date(2031, 1, 23)) == "nghỉ Tết Nguyên đán"
    assert default_calendar().why_off(date(2031, 1, 25)) == "cuối tuần" or default_calendar().why_off(date(2031, 1, 25))


def test_every_line_of_the_list_names_its_decision():
    lines = changes_in("# remark\n2025-12-03\toff\tnghỉ\tCông điện\n")
    assert lines == (Change(date(2025, 12, 3), False, "nghỉ", "Công điện"),)
    assert all(change.name and change.source for change in default_calendar().changes.values())


def test_too_many_days_are_refused_not_counted():
    with pytest.raises(CannotCount):
        Calendar().counted(date(2025, 1, 1), 10**9)


@pytest.mark.parametrize("year", range(1990, 2051))
def test_the_lunar_calendar_agrees_with_the_kept_library(year):
    feasts = holidays.country_holidays("VN", years=[year], language="en_US")
    tet = [day for day, name in feasts.items() if name == "Lunar New Year"]
    ancestors = [day for day, name in feasts.items() if "Hung Kings" in name and "observed" not in name]
    assert tet == [lunar_day(year, 1, 1)]
    assert not ancestors or lunar_day(year, 3, 10) in ancestors


def test_vietnamese_time_parts_from_chinese_time():
    assert lunar_day(1985, 1, 1) == date(1985, 1, 21)
    assert lunar_day(2007, 1, 1) == date(2007, 2, 17)
    assert lunar_day(2030, 1, 1) == date(2030, 2, 2)


def test_the_notable_days_of_a_year_say_who_decided():
    storm = Change(date(2025, 12, 3), works=False, name="nghỉ tránh bão", source="Công điện 01/CĐ-UBND")
    days = {one.day: one for one in default_calendar().amended([storm]).notable_in(2025)}

    assert days[date(2025, 12, 3)] == storm
    assert days[date(2025, 4, 26)].works
    assert days[date(2025, 5, 2)].source == "thông báo lịch nghỉ lễ, Tết năm 2025"
    assert days[date(2025, 5, 1)] == Change(date(2025, 5, 1), works=False, name="Quốc tế Lao động 01/5", source="")
    assert date(2025, 12, 6) not in days  # a Saturday like any other
