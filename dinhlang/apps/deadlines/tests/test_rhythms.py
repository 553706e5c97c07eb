"""What comes back several times a year loses no day, and is said in words."""

from datetime import date

import pytest

from dinhlang.apps.calendar import public as calendar
from dinhlang.apps.deadlines import actions, queries, rules
from dinhlang.apps.deadlines.tests.factories import NOW, a_deadline

TWICE = "trước ngày 05 tháng 6 và trước ngày 25 tháng 11 hằng năm"
NOVEMBER, JUNE = date(2026, 11, 24), date(2027, 6, 4)


@pytest.mark.parametrize(
    ("rule", "first", "words"),
    [
        ("FREQ=YEARLY;BYMONTH=6,11", [NOVEMBER, JUNE], "hằng năm, vào ngày 04/6 và 24/11"),
        ("FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=14", [], "hằng năm, vào ngày 14 tháng 6 và ngày 14 tháng 12"),
        ("FREQ=YEARLY", [], "hằng năm"),
        ("FREQ=YEARLY;X-TIMES=2", [], "hằng năm, 2 lần"),
        ("FREQ=MONTHLY;INTERVAL=3", [], "hằng quý"),
        ("FREQ=MONTHLY;INTERVAL=6", [], "6 tháng một lần"),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", [], "hằng tháng, vào ngày cuối tháng"),
        ("FREQ=WEEKLY;BYDAY=TH;UNTIL=20271231", [], "hằng tuần, vào thứ Năm, đến ngày 31/12/2027"),
        ("FREQ=MONTHLY;BYDAY=2MO", [], "hằng tháng, vào thứ Hai thứ 2 của tháng"),
        ("FREQ=MONTHLY | FREQ=YEARLY", [], "hằng tháng; hằng năm"),
    ],
)
def test_every_rule_is_said_in_words(rule, first, words):
    assert rules.said(rule, first) == words


def test_a_draft_without_a_date_keeps_both_days_of_the_year():
    rule, days = rules.rhythm_of(TWICE, None, first=NOVEMBER)

    assert (rule, days) == ("FREQ=YEARLY;BYMONTH=6,11", [NOVEMBER, JUNE])
    found = rules.next_days(rule, days, after=NOVEMBER, day=date(2028, 12, 1))
    assert found == [JUNE, date(2027, 11, 24), date(2028, 6, 4), date(2028, 11, 24)]


def test_a_first_day_that_a_person_chose_takes_the_place_of_its_months_own():
    rule, days = rules.rhythm_of("trước ngày 15/6 và 15/12 hằng năm", None, first=date(2026, 12, 10))

    found = rules.next_days(rule, days, after=date(2026, 12, 10), day=date(2027, 12, 1))
    assert found == [date(2027, 6, 14), date(2027, 12, 10)]


def test_so_many_times_a_year_are_as_many_days():
    rule, days = rules.rhythm_of("02 lần/năm", None, first=date(2026, 6, 30))

    assert rules.next_days(rule, days, after=days[0], day=date(2027, 12, 1)) == [
        date(2026, 12, 30), date(2027, 6, 30), date(2027, 12, 30)
    ]  # fmt: skip


@pytest.mark.django_db
@pytest.mark.parametrize("known", ["at once", "later"])
def test_the_night_opens_every_day_of_a_year_of_an_undated_plan(known):
    deadline = a_deadline(TWICE, on=None, due=NOVEMBER if known == "at once" else None)
    if known == "later":
        by = deadline.plan.adopted_by
        actions.set_day(deadline=deadline, day=NOVEMBER, reason="bắt đầu", by=by, now=NOW)
    deadline.refresh_from_db()

    made = actions.next_milestones(deadline=deadline, calendar=calendar.calendar_in_force(), day=date(2028, 1, 1))

    assert [one.nominal for one in made] == [JUNE, date(2027, 11, 24)]
    assert queries.rhythm_said(deadline) == "hằng năm, vào ngày 04/6 và 24/11"


@pytest.mark.django_db
def test_several_days_stand_in_their_order_each_with_its_words():
    deadline = a_deadline("ngày 31/10/2027 (đợt cuối); ngày 31/3/2027 (đợt đầu); 30/6/2027", due=date(2027, 6, 30))

    assert queries.milestones_said(deadline) == [
        (date(2027, 3, 31), "ngày 31/3/2027 (đợt đầu)"),
        (date(2027, 6, 30), "30/6/2027"),
        (date(2027, 10, 31), "ngày 31/10/2027 (đợt cuối)"),
    ]
