"""What a person is told of how a phrase was understood."""

from datetime import date

from dinhlang.pure.dates import read_when


def test_a_day_that_no_calendar_has_is_said_to_be_none():
    when = read_when("trước ngày 31/02/2026", date(2026, 3, 1))

    assert (when.kind, when.due) == ("dated", ())
    assert "không có trong lịch" in when.sentence


def test_several_quarters_and_a_week_of_a_month_are_named():
    on = date(2026, 2, 10)

    assert "(quý III - IV năm 2026)" in read_when("Quý III, IV/2026", on).sentence
    assert "(tuần thứ 2 của tháng 3 năm 2026)" in read_when("tuần thứ 2 tháng 3", on).sentence
    assert "(" not in read_when("quý IV/2025, quý I/2026", on).sentence


def test_the_day_of_this_very_plan_is_known():
    on = date(2026, 3, 2)

    assert read_when("trong 05 ngày làm việc kể từ ngày ban hành Kế hoạch", on).due == (date(2026, 3, 9),)
    assert read_when("trong 05 ngày kể từ ngày ban hành quyết định", on).kind == "event"


def test_a_single_day_is_no_start():
    assert read_when("20/02/2026", date(2026, 1, 5)).start is None
    assert read_when("từ 18/02 đến 20/02/2026", date(2026, 1, 5)).start == date(2026, 2, 18)


def test_a_quarter_that_a_scan_spoilt():
    assert read_when("trong quý IlI/2026", date(2026, 1, 5)).due == (date(2026, 9, 30),)
