"""What is kept of a duty's time, and what moves its day."""

from datetime import date

import pytest

from dinhlang.apps.audit import public as audit
from dinhlang.apps.calendar.tests.factories import a_day_off
from dinhlang.apps.deadlines import actions
from dinhlang.apps.deadlines.tests.factories import NOW, WAITING, a_deadline, day_of, recorded

pytestmark = pytest.mark.django_db


def test_words_meaning_rule_and_versions_are_kept():
    deadline = a_deadline(due=date(2026, 12, 4))

    milestone = deadline.milestones.get()
    assert (deadline.kind, deadline.by_working_days, deadline.by_hand) == ("dated", True, False)
    assert deadline.counted_from == date(2026, 11, 20)
    assert (milestone.day, milestone.reckoning["number"]) == (date(2026, 12, 4), 10)
    assert ["2026-11-21", "cuối tuần"] in milestone.reckoning["skipped"]
    assert deadline.rules_version and milestone.calendar_version


def test_another_day_than_the_words_give_is_a_persons_own():
    deadline = a_deadline(due=date(2026, 12, 20))

    assert deadline.by_hand
    assert deadline.milestones.get().reckoning == {}


def test_a_person_moves_the_day_and_the_old_one_is_kept_with_how_it_was_reckoned():
    deadline = a_deadline(due=date(2026, 12, 4))
    by = deadline.plan.adopted_by

    actions.set_day(deadline=deadline, day=date(2026, 12, 9), reason="bão", by=by, now=NOW)

    change = deadline.milestones.get().changes.get()
    assert (change.before, change.after, change.words, change.by) == (
        date(2026, 12, 4), date(2026, 12, 9), "bão", by
    )  # fmt: skip
    assert change.reckoning["number"] == 10
    assert [entry.act for entry in audit.history_of(deadline)] == ["deadlines.moved", "deadlines.kept"]


def test_a_day_off_puts_one_job_into_the_queue():
    from dinhlang.apps.operations import public as operations

    a_day_off()

    job = operations.Job.objects.get()
    assert job.path == "dinhlang.apps.deadlines.jobs.recount_all"


def test_a_time_waits_counts_from_its_event_and_goes_back_when_that_is_withdrawn():
    deadline = a_deadline(WAITING)
    by = deadline.plan.adopted_by
    assert (deadline.is_waiting, day_of(deadline)) == (True, None)

    event = recorded(deadline, happened_on=date(2026, 11, 20))
    assert (deadline.is_waiting, day_of(deadline)) == (False, date(2026, 11, 27))

    actions.withdraw_event(event=event, reason="nhầm văn bản", by=by, now=NOW)
    assert (deadline.is_waiting, day_of(deadline)) == (True, None)
    whys = [(change.why, change.after) for change in deadline.milestones.get().changes.all()]
    assert whys == [("withdrawn", None), ("event", date(2026, 11, 27))]


def test_an_event_recorded_twice_is_told_by_whom():
    deadline = a_deadline(WAITING)
    recorded(deadline)

    with pytest.raises(actions.CannotRecord, match="Công văn 12/SNV"):
        recorded(deadline, happened_on=date(2026, 11, 18))

    assert deadline.events.count() == 1


@pytest.mark.parametrize(
    ("facts", "field"),
    [({"happened_on": date(2026, 11, 21)}, "happened_on"), ({"source": " "}, "source")],
    ids=["not yet", "no source"],
)
def test_an_event_without_its_day_or_source_is_refused(facts, field):
    deadline = a_deadline(WAITING)

    with pytest.raises(actions.CannotRecord) as refused:
        recorded(deadline, **facts)

    assert refused.value.field == field
    assert day_of(deadline) is None


def test_an_event_is_withdrawn_once_and_with_a_reason():
    deadline = a_deadline(WAITING)
    event, by = recorded(deadline), deadline.plan.adopted_by

    with pytest.raises(actions.CannotRecord):
        actions.withdraw_event(event=event, reason="  ", by=by, now=NOW)
    actions.withdraw_event(event=event, reason="nhầm", by=by, now=NOW)
    with pytest.raises(actions.CannotRecord, match="vừa được rút"):
        actions.withdraw_event(event=event, reason="nhầm", by=by, now=NOW)


def test_an_outer_limit_stays_where_no_number_of_days_follows_the_event():
    deadline = a_deadline("Quý III năm 2027 (sau khi Chính phủ ban hành Nghị định)", due=date(2027, 9, 30))

    recorded(deadline, count=None)

    assert day_of(deadline) == date(2027, 9, 30)
    assert not deadline.is_waiting
