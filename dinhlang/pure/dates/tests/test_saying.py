"""What a person is told of how a phrase was understood."""

from datetime import date

from dinhlang.pure.dates import read_when


def test_a_day_that_no_calendar_has_is_said_to_be_none():
    when = read_when("trước ngày 31/02/2026", date(2026, 3, 1))

    assert (when.kind, when.due) == ("dated", ())
    assert "không có trong lịch" in when.sentence
