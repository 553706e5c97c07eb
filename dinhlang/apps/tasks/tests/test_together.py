"""Two people at the same moment: one does it, the other is told; nothing is there twice."""

import threading

import pytest
from django.db import connection

from dinhlang.apps.tasks import actions
from dinhlang.apps.tasks.models import Progress, Task
from dinhlang.apps.tasks.tests.factories import NOW, TODAY, a_clause, a_task, an_assignment, fresh, submitted
from dinhlang.apps.units.tests.factories import a_body
from dinhlang.base.refusal import Refusal

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*acts):
    """Do all at the same moment; how many went well, and what the others were told."""
    start, done, told = threading.Barrier(len(acts)), [], []

    def run(act):
        try:
            start.wait(timeout=10)
            done.append(act())
        except Refusal as refusal:
            told.append(str(refusal))
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    return len(done), told


@pytest.fixture
def threads():
    if connection.vendor == "sqlite" and connection.is_in_memory_db():
        pytest.skip("an in-memory database belongs to one thread; PostgreSQL is asked the same")


def test_two_officers_hand_the_same_clause_out(threads):
    clause = a_clause()
    body = a_body(parent=clause.plan.issuer)

    def act():
        return actions.hand_out(clause=clause, leads=[body], by=clause.plan.adopted_by, now=NOW, day=TODAY)

    done, told = at_once(act, act)

    assert done == 1
    assert "đã được giao" in told[0]
    assert Task.objects.count() == 1


def test_two_officers_accept_and_return_the_same_result(threads):
    one = submitted(an_assignment())
    first, second, by = fresh(one), fresh(one), one.task.handed_out_by

    done, told = at_once(
        lambda: actions.accept(assignment=first, by=by, now=NOW, day=TODAY),
        lambda: actions.return_(assignment=second, reason="Thiếu", by=by, now=NOW.replace(minute=31)),
    )

    assert done == 1
    assert "vừa được người khác cập nhật" in told[0] or "duyệt lúc" in told[0]
    assert Progress.objects.filter(assignment=one, state__in=("accepted", "returned")).count() == 1


def test_two_officers_accept_the_same_many(threads):
    task = a_task()
    submitted(task.assignments.get())

    def act():
        return actions.accept_many(assignments=task.assignments.all(), by=task.handed_out_by, now=NOW, day=TODAY)

    done, told = at_once(act, act)

    assert done == 1
    assert "Không có kết quả nào đang chờ" in told[0]


def test_who_was_slower_is_told_even_without_threads():
    one = submitted(an_assignment())
    seen_by_both = fresh(one)
    actions.accept(assignment=fresh(one), by=one.task.handed_out_by, now=NOW, day=TODAY)

    with pytest.raises(actions.CannotReturn, match=r"đã được .* duyệt lúc"):
        actions.return_(assignment=seen_by_both, reason="Thiếu", by=one.task.handed_out_by, now=NOW)

    assert fresh(one).state == "accepted"
