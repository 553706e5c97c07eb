"""The kept counts say at every moment what counting the parts would say, whichever way these came and changed."""

from collections import Counter
from datetime import timedelta

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dinhlang.apps.people.tests.factories import an_officer
from dinhlang.apps.tasks import actions, jobs, queries
from dinhlang.apps.tasks.models import Assignment, State, Task, TaskCount
from dinhlang.apps.tasks.tests.factories import DUE, NOW, TODAY, a_clause, a_plan, a_task, an_assignment, submitted
from dinhlang.apps.units.tests.factories import a_body, a_committee

pytestmark = pytest.mark.django_db
ALIKE = ("task", "part", "state", "due")


def kept():
    tasks = list(Task.objects.values_list("pk", flat=True))
    return Counter({row[:4]: row.number for row in queries.counted(tasks)})


def there():
    return Counter(Assignment.objects.values_list(*ALIKE))


STATES = [State.WAITING, State.DOING, State.SUBMITTED, State.RETURNED, State.WITHDRAWN, State.EXEMPT]
DAYS = [None, DUE, DUE + timedelta(days=9)]
STEPS = st.one_of(
    st.tuples(st.just("came"), st.integers(0, 1), st.integers(1, 4)),
    st.tuples(st.just("state"), st.integers(0, 9), st.sampled_from(STATES)),
    st.tuples(st.just("due"), st.integers(0, 9), st.sampled_from(DAYS)),
    st.tuples(st.just("moved"), st.integers(0, 1), st.integers(0, 1)),
    st.tuples(st.just("went"), st.integers(0, 9), st.none()),
    st.tuples(st.just("undone"), st.integers(0, 9), st.sampled_from(STATES)),
    st.tuples(st.just("anew"), st.none(), st.none()),
)


def step(kind, which, what, tasks):
    """One statement as the actions of this room make them: on one row, on many, or taken back."""
    if kind == "came":
        parts = [Assignment(task=tasks[which], unit=a_body(), due=DUE, changed_at=NOW) for _ in range(what)]
        Assignment.objects.bulk_create(parts)
    elif kind == "moved":
        Assignment.objects.filter(task=tasks[which]).update(task=tasks[what])
    elif kind == "anew":
        assert actions.count_anew() == 0
    else:
        chosen = Assignment.objects.filter(pk__in=list(Assignment.objects.values_list("pk", flat=True)[which:]))
        if kind == "went":
            chosen.delete()
        elif kind == "undone":
            with transaction.atomic():
                chosen.update(state=what)
                transaction.set_rollback(True)
        else:
            chosen.update(**{kind: what}, changed_at=NOW)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(STEPS, min_size=3, max_size=10))
def test_whatever_happens_to_parts_the_kept_counts_are_those_of_counting(db, steps):
    with transaction.atomic():
        committee = a_committee()
        plan = a_plan(issuer=committee)
        tasks = [a_task(clause=a_clause(plan), leads=[a_body(parent=committee) for _ in range(2)]) for _ in range(2)]
        for one in steps:
            step(*one, tasks)
            assert kept() == there()
        transaction.set_rollback(True)


def test_acts_of_people_are_counted_as_they_happen():
    part = an_assignment()
    by = an_officer(at=part.task.plan.issuer)
    assert queries.progress_of(part.task, on=TODAY).rest == 1

    submitted(part)
    assert queries.progress_of(part.task, on=TODAY).submitted == 1
    actions.withdraw_task(task=part.task, reason="Nhầm", by=by, now=NOW)

    assert kept() == there()
    assert queries.progress_of(part.task, on=TODAY).total == 0


def test_what_went_astray_is_found_by_night_and_right_again():
    a_task()
    TaskCount.objects.update(number=7)

    assert jobs.count_parts_anew(day=TODAY.isoformat()).startswith("1 ")
    assert kept() == there()
    assert jobs.count_parts_anew(day=TODAY.isoformat()).startswith("0 ")


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite keeps one row for what is alike at once")
def test_many_rows_become_one_by_night():
    part = an_assignment()
    submitted(part)
    rows = TaskCount.objects.filter(task=part.task)
    assert rows.count() > 1

    actions.count_anew()

    assert rows.get().state == State.SUBMITTED


def test_the_database_itself_counts():
    """A migration that makes SQLite copy the table of parts loses these: it must make them again (migration 0010)."""
    names = {"tasks_part_came", "tasks_part_went", "tasks_part_changed"}
    asked = {
        "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'tasks_assignment'",
        "postgresql": "SELECT tgname FROM pg_trigger WHERE tgrelid = 'tasks_assignment'::regclass",
    }
    with connection.cursor() as cursor:
        cursor.execute(asked[connection.vendor])
        assert names <= {name for (name,) in cursor.fetchall()}
