"""Days that are reckoned anew reach those who owe; tasks that come back are opened, each once."""

from datetime import date, timedelta

import pytest

from dinhlang.apps.calendar import public as calendar
from dinhlang.apps.calendar.tests.factories import a_day_off
from dinhlang.apps.deadlines import actions as deadlines
from dinhlang.apps.deadlines.jobs import recount_all
from dinhlang.apps.deadlines.models import DayChange
from dinhlang.apps.deadlines.tests.factories import recorded
from dinhlang.apps.people.tests.factories import an_officer
from dinhlang.apps.tasks import actions
from dinhlang.apps.tasks.models import Assignment, Task
from dinhlang.apps.tasks.tests.factories import NOW, TODAY, a_clause, a_plan, a_task, fresh, submitted
from dinhlang.apps.units.tests.factories import a_body, a_committee

pytestmark = pytest.mark.django_db
WORDS = "trong 10 ngày làm việc kể từ ngày ban hành Kế hoạch này"
ON, DUE = date(2026, 11, 20), date(2026, 12, 4)
MONTHLY = "ngày 15 hằng tháng"


def a_counted_task(number=1, *, words=WORDS, due=DUE, on=ON) -> Task:
    committee = a_committee()
    plan = a_plan(issuer=committee, issued_on=on)
    leads = [a_body(parent=committee) for _ in range(number)]
    return a_task(clause=a_clause(plan, time_words=words, due=due), leads=leads, due=due)


def test_a_storm_moves_the_day_of_all_who_owe_and_each_reads_why():
    task = a_counted_task(2)
    a_day_off(date(2026, 12, 3))

    recount_all(day="2026-12-03")

    task.refresh_from_db()
    assert task.due == date(2026, 12, 7)
    for part in task.assignments.all():
        told = part.progress.get()
        assert (part.due, told.by, told.state) == (date(2026, 12, 7), None, "waiting")
        assert "từ 04/12/2026 thành 07/12/2026" in told.words


def test_done_again_nothing_moves_and_nothing_is_told_twice():
    task = a_counted_task()
    a_day_off(date(2026, 12, 3))
    recount_all(day="2026-12-03")
    recount_all(day="2026-12-03")

    part = task.assignments.get()
    assert (part.progress.count(), DayChange.objects.count()) == (1, 1)


def test_who_finished_who_has_a_day_of_its_own_and_who_sent_a_result_keep_their_days():
    task = a_counted_task(3)
    sent, own, owes = [fresh(part) for part in task.assignments.order_by("pk")]
    submitted(sent)
    longer = Assignment.objects.filter(pk=own.pk)
    actions.change_due(task=task, due=date(2026, 12, 20), reason="xa", by=task.handed_out_by, now=NOW, only=longer)
    a_day_off(date(2026, 12, 3))

    recount_all(day="2026-12-03")

    days = [fresh(one).due for one in (sent, own, owes)]
    assert days == [DUE, date(2026, 12, 20), date(2026, 12, 7)]


def test_a_day_that_a_person_set_and_one_by_the_words_alone_stay():
    by_words = a_counted_task(words="trước ngày 05/12/2026", due=DUE)
    by_hand = a_counted_task(due=date(2026, 12, 9))
    a_day_off(date(2026, 12, 3))

    recount_all(day="2026-12-03")

    assert [Task.objects.get(pk=task.pk).due for task in (by_words, by_hand)] == [DUE, date(2026, 12, 9)]


def test_a_day_off_that_is_withdrawn_brings_the_day_back_and_the_history_keeps_both():
    task = a_counted_task()
    line = a_day_off(date(2026, 12, 3))
    recount_all(day="2026-12-03")
    calendar.withdraw_day(line, reason="bão tan", by=an_officer(), now=NOW)

    recount_all(day="2026-12-03")

    task.refresh_from_db()
    assert task.due == DUE
    assert DayChange.objects.count() == 2


def test_batch_by_batch_all_are_seen_and_progress_is_said():
    tasks = [a_counted_task() for _ in range(5)]
    a_day_off(date(2026, 12, 3))
    heard = []

    moved = deadlines.recount(
        calendar=calendar.calendar_in_force(), now=NOW, batch=2, say=lambda *said: heard.append(said)
    )

    assert (moved, heard) == (5, [(2, 2), (4, 4), (5, 5)])
    assert {Task.objects.get(pk=task.pk).due for task in tasks} == {date(2026, 12, 7)}


def test_broken_off_in_the_middle_it_goes_on_where_it_was(monkeypatch):
    for _ in range(4):
        a_counted_task()
    a_day_off(date(2026, 12, 3))

    def say(done, moved):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        deadlines.recount(calendar=calendar.calendar_in_force(), now=NOW, batch=2, say=say)
    moved = deadlines.recount(calendar=calendar.calendar_in_force(), now=NOW, batch=2)

    assert (moved, DayChange.objects.count()) == (2, 4)
    assert set(Assignment.objects.values_list("due", flat=True)) == {date(2026, 12, 7)}


def test_an_event_gives_all_who_owe_their_day():
    task = a_counted_task(2, words="trong 05 ngày làm việc kể từ ngày nhận được hướng dẫn", due=None)

    recorded(task.deadline, happened_on=ON)

    assert set(task.assignments.values_list("due", flat=True)) == {date(2026, 11, 27)}
    assert Task.objects.get(pk=task.pk).due == date(2026, 11, 27)
    assert "Công văn 12/SNV" in task.assignments.first().progress.get().words


def test_a_day_counted_from_an_event_is_counted_anew_too():
    task = a_counted_task(words="trong 05 ngày làm việc kể từ ngày nhận được hướng dẫn", due=None)
    recorded(task.deadline, happened_on=ON)
    a_day_off(date(2026, 11, 25))

    recount_all(day="2026-11-25")

    assert task.assignments.get().due == date(2026, 11, 30)


def a_monthly(number=2) -> Task:
    return a_counted_task(number, words=MONTHLY, due=date(2026, 12, 15))


def opened(task, *, day) -> list[date]:
    head = actions.series_to_open().get(pk=task.pk)
    return [one.due for one in actions.open_occurrences(head, now=NOW, day=day)]


def test_a_task_that_comes_back_is_opened_a_month_ahead_and_each_body_owes_anew():
    task = a_monthly()

    assert opened(task, day=date(2026, 12, 15)) == []
    assert opened(task, day=date(2026, 12, 16)) == [date(2027, 1, 15)]

    (january,) = task.occurrences.all()
    assert set(january.assignments.values_list("unit", "state")) == {
        (part.unit_id, "waiting") for part in task.assignments.all()
    }


def test_none_is_opened_twice_and_missed_nights_are_made_up():
    task = a_monthly()

    assert opened(task, day=date(2027, 3, 20)) == [date(2027, month, 15) for month in (1, 2, 3, 4)]
    assert opened(task, day=date(2027, 3, 20)) == []
    assert opened(task, day=date(2027, 3, 1)) == []


def test_a_clock_that_jumped_far_ahead_opens_no_flood():
    assert len(opened(a_monthly(1), day=date(2060, 1, 1))) <= 60


def test_who_was_added_owes_next_time_and_who_was_taken_off_does_not():
    task = a_monthly(2)
    off = fresh(task.assignments.order_by("pk")[0])
    added = a_body(parent=task.plan.issuer)
    actions.add_members(task=task, doers=[added], by=task.handed_out_by, now=NOW, day=TODAY)
    actions.take_off(assignment=off, reason="sáp nhập", by=task.handed_out_by, now=NOW)

    opened(task, day=date(2026, 12, 20))

    (january,) = task.occurrences.all()
    owing = set(january.assignments.values_list("unit", flat=True))
    assert added.pk in owing
    assert off.unit_id not in owing


def test_a_series_is_ended_with_a_reason_and_what_is_open_stays_owed():
    task = a_monthly()
    by = task.handed_out_by
    with pytest.raises(deadlines.CannotEnd):
        deadlines.end_series(deadline=task.deadline, reason=" ", by=by, now=NOW)

    deadlines.end_series(deadline=task.deadline, reason="có kế hoạch mới", by=by, now=NOW)

    assert not actions.series_to_open().exists()
    assert task.assignments.open().count() == 2
    with pytest.raises(deadlines.CannotEnd, match="đã thôi"):
        deadlines.end_series(deadline=task.deadline, reason="lần nữa", by=by, now=NOW)


def test_a_withdrawn_task_comes_back_no_more_but_a_withdrawn_occurrence_ends_nothing():
    task = a_monthly()
    opened(task, day=date(2026, 12, 20))
    (january,) = task.occurrences.all()
    actions.withdraw_task(task=january, reason="Tết", by=task.handed_out_by, now=NOW)
    assert opened(task, day=date(2027, 1, 20)) == [date(2027, 2, 15)]

    actions.withdraw_task(task=task, reason="thôi", by=task.handed_out_by, now=NOW)

    assert not actions.series_to_open().exists()


def test_half_yearly_words_open_both_halves():
    task = a_counted_task(words="6 tháng trước ngày 05/5, năm trước ngày 05/11 hằng năm", due=date(2027, 5, 4))

    assert opened(task, day=date(2028, 4, 30)) == [date(2027, 11, 4), date(2028, 5, 4)]


def test_a_bare_rhythm_begins_when_somebody_says_the_first_day():
    task = a_counted_task(words="định kỳ hằng quý", due=None)
    assert not task.deadline.comes_back

    actions.change_due(task=task, due=date(2026, 12, 31), reason="thống nhất", by=task.handed_out_by, now=NOW)

    assert opened(task, day=date(2027, 3, 10)) == [date(2027, 3, 31)]


def test_tasks_of_before_get_their_time_kept_once():
    task = a_counted_task()
    Task.objects.filter(pk=task.pk).update(deadline=None)

    assert actions.keep_missing_times(now=NOW) == 1
    assert actions.keep_missing_times(now=NOW) == 0
    assert Task.objects.get(pk=task.pk).deadline.by_working_days


def test_days_beyond_a_month_are_not_opened_however_often_the_night_comes():
    task = a_monthly(1)
    days = [date(2026, 12, 1) + timedelta(days=n) for n in range(60)]

    found = [due for day in days for due in opened(task, day=day)]

    assert found == [date(2027, 1, 15), date(2027, 2, 15)]
