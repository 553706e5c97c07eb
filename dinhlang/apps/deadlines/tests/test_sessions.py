"""Times that hang on a sitting of the people's council, and follow it."""

from datetime import date

import pytest

from dinhlang.apps.calendar import public as calendar
from dinhlang.apps.deadlines import actions, queries
from dinhlang.apps.deadlines.tests.factories import NOW, a_deadline, day_of
from dinhlang.pure.dates import Count

pytestmark = pytest.mark.django_db
WORDS = "trình kỳ họp định kỳ giữa năm 2027"
JULY, LATER = date(2027, 7, 7), date(2027, 7, 21)


def a_session(deadline, *, begins_on=JULY, kind="midyear", year=2027, **facts):
    by = deadline.plan.adopted_by
    facts = {"place": deadline.plan.place, "source": "Thông báo 3/TB-HĐND", **facts}
    return actions.keep_session(kind=kind, year=year, begins_on=begins_on, by=by, now=NOW, **facts)


def linked(deadline, session, *, count=None):
    by, days_off = deadline.plan.adopted_by, calendar.calendar_in_force()
    actions.link_session(deadline=deadline, session=session, count=count, calendar=days_off, by=by, now=NOW)
    return deadline


def moved(session, to, *, by):
    days_off = calendar.calendar_in_force()
    return actions.move_session(session=session, begins_on=to, source="TB 9", calendar=days_off, by=by, now=NOW)


def test_a_time_waits_for_its_sitting_and_follows_it_when_it_is_moved():
    deadline = a_deadline(WORDS)
    assert (deadline.kind, deadline.is_waiting, day_of(deadline)) == ("session", True, None)

    session = a_session(deadline)
    linked(deadline, session)
    assert (deadline.is_waiting, day_of(deadline)) == (False, JULY)

    assert moved(session, LATER, by=deadline.plan.adopted_by) == 1
    assert day_of(deadline) == LATER
    assert [(one.before, one.after) for one in deadline.milestones.get().changes.all()] == [(JULY, LATER), (None, JULY)]


def test_so_many_working_days_before_it_are_counted_back():
    deadline = a_deadline(WORDS)

    linked(deadline, a_session(deadline), count=Count(10, working=True, back=True))

    assert day_of(deadline) == date(2027, 6, 23)
    assert deadline.by_working_days


def test_a_sitting_that_is_not_held_lets_its_times_wait_again():
    deadline = a_deadline(WORDS)
    session, by = a_session(deadline), deadline.plan.adopted_by
    linked(deadline, session)

    actions.cancel_session(session=session, reason="bầu cử sớm", by=by, now=NOW)

    deadline.refresh_from_db()
    assert (deadline.is_waiting, day_of(deadline)) == (True, None)
    with pytest.raises(actions.CannotKeep, match="đã hủy"):
        linked(deadline, session)


def test_a_regular_sitting_is_written_once_and_moved_only_to_another_day():
    deadline = a_deadline(WORDS)
    session = a_session(deadline)

    with pytest.raises(actions.CannotKeep, match="đã được ghi"):
        a_session(deadline, begins_on=LATER)
    with pytest.raises(actions.CannotKeep, match="vẫn như cũ"):
        moved(session, JULY, by=deadline.plan.adopted_by)
    a_session(deadline, kind="topical")
    a_session(deadline, kind="topical", begins_on=LATER)


def test_the_sitting_that_the_words_name_stands_first():
    deadline = a_deadline(WORDS)
    for kind, year, day in (("midyear", 2026, date(2026, 7, 1)), ("year_end", 2027, date(2027, 12, 1))):
        a_session(deadline, kind=kind, year=year, begins_on=day)
    meant = a_session(deadline)

    assert queries.sessions_for(deadline)[0] == meant


def test_a_person_who_set_another_day_since_keeps_it_when_the_sitting_moves():
    deadline = a_deadline(WORDS)
    session, by = a_session(deadline), deadline.plan.adopted_by
    linked(deadline, session)
    actions.set_day(deadline=deadline, day=date(2027, 6, 1), reason="sớm hơn", by=by, now=NOW)

    assert moved(session, LATER, by=by) == 0
    assert day_of(deadline) == date(2027, 6, 1)
