"""What runs by itself: once a day, at its hour in Việt Nam; what was missed and still matters is made up."""

from datetime import UTC, datetime, timedelta

import pytest

from dinhlang.apps.operations import public as operations
from dinhlang.config.timetable import TIMETABLE, planned, put_due

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 20, 5, tzinfo=UTC)  # a Friday
SEAL = "dinhlang.apps.audit.jobs.seal_yesterday"
DRILL = "dinhlang.config.jobs.drill"
DAILY = [daily.job for daily in TIMETABLE if not daily.weekday]


def days_of(job):
    return [found.told["day"] for found in operations.Job.objects.filter(path=job).order_by("pk")]


def test_a_minute_after_midnight_in_viet_nam_the_units_turn_to_the_new_day():
    before = put_due(datetime(2026, 11, 19, 17, 0, tzinfo=UTC))
    after = put_due(datetime(2026, 11, 19, 17, 1, tzinfo=UTC))

    assert (before, after) == ([], ["dinhlang.apps.register.jobs.turn_to_today 2026-11-20"])
    assert operations.Job.objects.get().told == {"day": "2026-11-20"}


def test_a_late_worker_catches_up_and_no_day_is_put_twice():
    assert put_due(NOON) == [f"{job} 2026-11-20" for job in DAILY]
    assert put_due(NOON) == []
    assert put_due(NOON + timedelta(hours=3)) == []


def test_days_without_a_worker_are_sealed_later_and_backed_up_only_today():
    put_due(NOON)

    put_due(NOON + timedelta(days=4))

    assert days_of(SEAL) == ["2026-11-20", "2026-11-21", "2026-11-22", "2026-11-23", "2026-11-24"]
    assert days_of("dinhlang.config.jobs.back_up") == ["2026-11-20", "2026-11-24"]


def test_a_missed_sunday_is_drilled_in_the_week_after_it():
    put_due(NOON)
    assert days_of(DRILL) == []

    put_due(NOON + timedelta(days=4))
    put_due(NOON + timedelta(days=5))

    assert days_of(DRILL) == ["2026-11-22"]


def test_a_new_house_has_missed_nothing():
    put_due(NOON)

    assert days_of(SEAL) == ["2026-11-20"]
    assert days_of(DRILL) == []


def test_a_clock_that_jumped_ahead_and_came_back_does_not_stop_the_days():
    put_due(NOON)
    put_due(NOON + timedelta(days=400))

    put_due(NOON + timedelta(days=1))

    assert "2026-11-21" in days_of(SEAL)


def test_a_failed_job_is_tried_again_the_same_day():
    put_due(NOON)
    job = operations.claim(worker="một", now=NOON)
    operations.fail(job, trouble="đĩa đầy", now=NOON)

    again = [operations.claim(worker="một", now=NOON + timedelta(minutes=2)) for _job in DAILY]

    assert job.pk in [found.pk for found in again if found]


def test_the_list_is_told_with_its_last_job():
    put_due(NOON)

    told = planned()

    assert [bool(line.last) for line in told] == [daily.weekday == 0 for daily in TIMETABLE]
    assert all(str(line.title) and str(line.why) for line in told)
