"""A worker killed for real in the middle of counting anew: done again, no day is lost and nobody is told twice."""

import json
import signal

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.django_db]
FILL = """
import django; django.setup()
from datetime import date
from dinhlang.apps.tasks.tests.factories import a_clause, a_plan, a_task
from dinhlang.apps.units.tests.factories import a_body, a_committee
words = "trong 10 ngày làm việc kể từ ngày ban hành Kế hoạch này"
committee = a_committee()
plan = a_plan(issuer=committee, issued_on=date(2026, 11, 20))
for n in range(6):
    due = date(2026, 12, 4)
    a_task(clause=a_clause(plan, time_words=words, due=due), leads=[a_body(f"Phòng {n}", parent=committee)], due=due)
from dinhlang.apps.calendar.tests.factories import a_day_off
a_day_off(date(2026, 12, 3))
"""
KILLED = """
import django; django.setup()
import os, signal
from dinhlang.apps.calendar import public as calendar
from dinhlang.apps.deadlines.actions import recounting
from dinhlang.base import clock
told, tell = [], recounting.tell_moved
def tell_and_die(moves, **facts):
    tell(moves, **facts)
    told.append(moves)
    if len(told) == 2:
        os.kill(os.getpid(), signal.SIGKILL)
recounting.tell_moved = tell_and_die
recounting.recount(calendar=calendar.calendar_in_force(), now=clock.now(), batch=2)
"""
COUNTED = """
import django; django.setup()
import json
from dinhlang.apps.deadlines.models import DayChange
from dinhlang.apps.tasks.models import Assignment, Progress
moved = Assignment.objects.filter(due="2026-12-07").count()
print(json.dumps([moved, Progress.objects.count(), DayChange.objects.count()]))
"""
AGAIN = """
import django; django.setup()
from dinhlang.apps.deadlines.jobs import recount_all
recount_all(day="2026-12-03")
"""


def test_killed_within_a_batch_it_leaves_whole_batches_and_the_next_worker_does_the_rest(ready):
    house = ready("recount")
    filled = house.run("-c", FILL)
    assert filled.returncode == 0, filled.stderr[-2000:]

    assert house.run("-c", KILLED).returncode == -signal.SIGKILL
    assert json.loads(house.run("-c", COUNTED).stdout) == [2, 2, 2]

    again = house.run("-c", AGAIN)
    assert again.returncode == 0, again.stderr[-2000:]
    assert json.loads(house.run("-c", COUNTED).stdout) == [6, 6, 6]
