"""What runs by itself: once a day, at its hour in Việt Nam."""

from datetime import UTC, datetime

import pytest
from django_tasks_db.models import DBTaskResult

from dinhlang.config.timetable import TIMETABLE, enqueue_due

pytestmark = pytest.mark.django_db


def test_a_minute_after_midnight_in_viet_nam_the_units_turn_to_the_new_day():
    before = enqueue_due(datetime(2026, 11, 19, 17, 0, tzinfo=UTC))
    after = enqueue_due(datetime(2026, 11, 19, 17, 1, tzinfo=UTC))

    assert (before, after) == ([], ["dinhlang.apps.register.jobs.turn_to_today"])
    assert DBTaskResult.objects.get().args_kwargs["kwargs"] == {"day": "2026-11-20"}


def test_a_late_worker_catches_up_and_no_day_is_run_twice():
    noon = datetime(2026, 11, 20, 5, tzinfo=UTC)

    assert enqueue_due(noon) == [daily.job for daily in TIMETABLE]
    assert enqueue_due(noon) == []
