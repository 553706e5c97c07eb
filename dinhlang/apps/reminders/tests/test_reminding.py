"""Reminders come once each: before, on and after the day; a missed night is caught up, a changed day cancels."""

from datetime import date

import pytest
from django.db.models import Count

from dinhlang.apps.operations import public as operations
from dinhlang.apps.people.actions import let_stand_in
from dinhlang.apps.people.tests.factories import a_leader, an_administrator, an_officer
from dinhlang.apps.reminders import actions
from dinhlang.apps.reminders.models import Because, Notice, Reminder, ReminderState
from dinhlang.apps.reminders.tests.factories import a_part, at, night
from dinhlang.apps.tasks import actions as tasks
from dinhlang.apps.tasks.tests.factories import NOW, TODAY, a_task, fresh, submitted
from dinhlang.apps.units.tests.factories import a_body, a_committee, a_commune

pytestmark = pytest.mark.django_db


def told(**facts):
    rows = Reminder.objects.filter(state="told", **facts).order_by("due_at", "step")
    return [(one.step, one.days) for one in rows]


def test_each_step_is_told_once_on_its_day():
    part, officer = a_part()
    a_leader(at=part.unit)
    for day in [*range(20, 31)] * 2:
        night(day)
    night(1, month=12), night(2, month=12), night(2, month=12)

    steps = [("before", 7), ("before", 3), ("unreceived", 3), ("before", 1), ("on", 0), ("after", 1)]
    assert told() == [*steps, *told(step="after", days=7), *told(step="leader")]
    assert len(told()) == 8
    assert Notice.objects.filter(person=officer).count() == 7
    assert Notice.objects.count() == Notice.objects.values("reminder", "person").distinct().count()


def test_a_second_run_changes_nothing():
    a_part()
    night(22)
    before = list(Reminder.objects.order_by("pk").values()), Notice.objects.count()

    assert night(22) == 0
    assert (list(Reminder.objects.order_by("pk").values()), Notice.objects.count()) == before


def test_many_are_laid_piece_by_piece_and_none_is_left_out(monkeypatch):
    a_task(leads=[a_body() for _ in range(7)])
    monkeypatch.setattr("dinhlang.apps.reminders.actions.laying.AT_A_TIME", 2)

    laid = actions.lay(now=at(20, 9))

    there = Reminder.objects.values_list("step", "days").annotate(n=Count("pk"))
    assert laid.new == Reminder.objects.count() == 7 * len(there)
    assert {number for _step, _days, number in there} == {7}
    assert actions.lay(now=at(20, 9)).new == 0


def test_after_missed_nights_only_the_latest_is_told_and_the_others_say_why():
    _part, officer = a_part()
    actions.lay(now=at(20, 9))

    night(27, 11)

    assert told(step__in=["before", "on", "after"]) == [("after", 1)]
    overtaken = Reminder.objects.filter(because=Because.OVERTAKEN).order_by("due_at")
    steps = [(one.step, one.days) for one in overtaken]
    assert steps == [("before", 7), ("before", 3), ("unreceived", 3), ("before", 1), ("on", 0)]
    assert Notice.objects.filter(person=officer).count() == 1


def test_another_day_cancels_what_waits_and_lays_the_new_without_deleting():
    part, _officer = a_part()
    night(22)
    tasks.change_due(
        task=part.task, due=date(2026, 12, 10), reason="Chờ hướng dẫn", by=an_officer(at=part.unit), now=at(23, 9)
    )

    actions.lay(now=at(23, 9))

    moved = Reminder.objects.filter(because=Because.MOVED)
    assert {one.anchor for one in moved} == {date(2026, 11, 25)}
    assert all(one.settled_at == at(23, 9) for one in moved)
    assert Reminder.objects.waiting().filter(anchor=date(2026, 12, 10), step="on").exists()
    assert told(step="before") == [("before", 3)]


def test_a_day_moved_away_and_back_brings_the_waiting_ones_back_and_tells_none_twice():
    part, officer = a_part()
    night(22)
    for due in (date(2026, 12, 10), date(2026, 11, 25)):
        tasks.change_due(task=part.task, due=due, reason="Đổi hạn", by=an_officer(at=part.unit), now=at(23, 9))
        actions.lay(now=at(23, 9))

    night(24)

    assert told(step="before") == [("before", 3), ("before", 1)]
    assert Notice.objects.filter(person=officer, reminder__step="before").count() == 2


def test_who_handed_in_is_not_reminded_and_who_got_it_back_is_again():
    part, _officer = a_part()
    night(20)
    handed = submitted(part)
    night(22), night(24)
    assert told(step="before") == [("before", 7)]

    tasks.return_(assignment=handed, reason="Thiếu danh sách", by=an_officer(at=part.task.plan.issuer), now=at(24, 9))
    night(25)

    assert told(step="on") == [("on", 0)]


@pytest.mark.parametrize("act", ["withdraw", "take_off"])
def test_what_is_withdrawn_reminds_nobody_and_says_so(act):
    part, _officer = a_part()
    actions.lay(now=at(20, 9))
    facts = {"reason": "Giao nhầm", "by": part.task.plan.adopted_by, "now": at(21, 9)}
    tasks.withdraw_task(task=part.task, **facts) if act == "withdraw" else tasks.take_off(assignment=part, **facts)

    actions.lay(now=at(21, 9))

    assert not Reminder.objects.waiting().exists()
    assert set(Reminder.objects.values_list("because", flat=True)) == {Because.ENDED}


def test_who_received_is_not_told_to_receive():
    part, officer = a_part()
    tasks.receive(assignment=part, by=officer, now=at(21, 9))

    night(23)

    assert told(step="unreceived") == []
    assert not Reminder.objects.filter(step="unreceived", state=ReminderState.TOLD).exists()


def test_partners_only_help_and_are_not_reminded():
    committee = a_committee()
    a_task(leads=[a_committee()], partners=[committee])

    actions.lay(now=at(20, 9))

    assert not Reminder.objects.filter(assignment__unit=committee).exists()


def test_the_leader_of_the_place_hears_of_it_after_a_week():
    commune = a_commune()
    committee = a_committee(of=commune)
    chairman, body = a_leader(at=committee), a_body("Trạm Y tế", parent=commune, kind="service_unit")
    part, _officer = a_part(unit=body)

    night(1, month=12)
    assert not Notice.objects.filter(person=chairman).exists()
    night(2, month=12)

    heard = Notice.objects.get(person=chairman)
    assert (heard.reminder.step, heard.reminder.assignment) == ("leader", part)


def test_a_department_without_accounts_is_its_committees_affair():
    committee = a_committee()
    officer, department = an_officer(at=committee), a_body(parent=committee)
    a_task(leads=[department])

    night(22)

    assert Notice.objects.filter(person=officer).count() == 1


def test_where_nobody_has_an_account_the_reminder_says_so():
    a_task(leads=[a_committee()])

    night(22)

    assert set(Reminder.objects.filter(step="before", days=3).values_list("because", flat=True)) == {Because.NOBODY}


def test_who_stands_in_is_reminded_too():
    part, officer = a_part()
    other, quan = an_officer(at=a_committee()), an_administrator(at=part.unit)
    facts = {"begins": TODAY, "ends": date(2026, 12, 31), "reason": "nghỉ phép", "by": quan, "now": NOW}
    let_stand_in(other, absent=officer, **facts)

    night(22)

    assert Notice.objects.filter(person=other).exists()


def test_handing_out_lays_them_soon_through_the_queue():
    part, _officer = a_part()

    job = operations.Job.objects.get(path="dinhlang.apps.reminders.jobs.lay_for")
    job.kind.do(**job.told)

    assert Reminder.objects.filter(assignment=part, step="on").exists()


def test_other_days_may_be_chosen_and_the_old_ones_are_cancelled(settings):
    a_part()
    actions.lay(now=NOW)
    settings.REMIND = {"before": (2,), "after": (), "leader": (), "unreceived": (), "issuer": ()}

    actions.lay(now=NOW)

    waiting = Reminder.objects.waiting().order_by("due_at")
    assert [(one.step, one.days) for one in waiting] == [("before", 2), ("on", 0)]
    assert Because.SETTINGS in set(Reminder.objects.values_list("because", flat=True))


def test_a_part_without_a_day_is_only_asked_to_be_received():
    part, _officer = a_part(due=None)

    night(30)

    assert told() == [("unreceived", 3)]
    assert fresh(part).due is None
