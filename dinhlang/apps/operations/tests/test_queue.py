"""A job has one worker, is tried again when it fails, outlives its worker, and is in the end shown to a person."""

from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.db import connection, transaction

from dinhlang.apps.operations import actions
from dinhlang.apps.operations.models import Job, JobState, Worker
from dinhlang.apps.operations.rules import LEASE, MOST_TRIES, PAUSES, pause_after
from dinhlang.apps.operations.tests.factories import a_given_up_job, a_waiting_job, drum
from dinhlang.apps.people.tests.factories import NOW

pytestmark = pytest.mark.django_db
LATER = timedelta(seconds=1)


def test_one_key_is_one_job():
    first = a_waiting_job()
    second = a_waiting_job()

    assert (first, Job.objects.count()) == (second, 1)


def test_jobs_without_a_key_are_each_their_own():
    for _number in range(2):
        actions.put(drum, told={"day": "2026-11-20"}, now=NOW)

    assert Job.objects.count() == 2


def test_a_job_is_put_with_its_transaction_or_not_at_all():
    with pytest.raises(RuntimeError), transaction.atomic():
        a_waiting_job()
        raise RuntimeError

    assert not Job.objects.exists()


def test_what_is_not_due_yet_waits():
    a_waiting_job(due=NOW + LATER)

    assert actions.claim(worker="một", now=NOW) is None
    assert actions.claim(worker="một", now=NOW + LATER)


def test_the_longest_due_comes_first():
    a_waiting_job(day="2", due=NOW)
    a_waiting_job(day="1", due=NOW - LATER)

    assert [actions.claim(worker="một", now=NOW).told["day"] for _ in "12"] == ["1", "2"]


def test_a_taken_job_is_nobody_elses():
    a_waiting_job()

    assert actions.claim(worker="một", now=NOW)
    assert actions.claim(worker="hai", now=NOW + LEASE) is None


def test_a_job_whose_worker_fell_silent_is_taken_over_and_the_first_cannot_end_it_any_more():
    a_waiting_job()
    taken = actions.claim(worker="một", now=NOW)
    again = actions.claim(worker="hai", now=NOW + LEASE + LATER)

    assert (again.pk, again.tries, again.trouble) == (taken.pk, 2, actions.queue.SILENCE)
    assert not actions.finish(taken, answer="tôi", now=NOW)
    assert not actions.fail(taken, trouble="tôi", now=NOW)
    assert actions.finish(again, answer="xong", now=NOW)
    again.refresh_from_db()
    assert (again.state, again.answer, again.trouble) == (JobState.DONE, "xong", "")


def test_a_worker_that_says_it_lives_keeps_its_job():
    a_waiting_job()
    actions.come(name="một", version="1", now=NOW)
    job = actions.claim(worker="một", now=NOW)
    actions.beat(name="một", now=NOW + LEASE, job=job)

    assert actions.claim(worker="hai", now=NOW + LEASE + LATER) is None
    assert actions.claim(worker="hai", now=NOW + LEASE + LEASE + LATER)


def test_a_job_that_a_living_worker_let_fall_is_taken_over():
    a_waiting_job()
    a_waiting_job(day="khác", due=NOW + LATER)
    actions.come(name="một", version="1", now=NOW)
    fallen = actions.claim(worker="một", now=NOW)  # the database went away before it could be ended
    in_hand = actions.claim(worker="một", now=NOW + LATER)
    actions.beat(name="một", now=NOW + LEASE, job=in_hand)

    assert actions.claim(worker="hai", now=NOW + LEASE + LATER).pk == fallen.pk


def test_a_job_that_fails_waits_longer_each_time_and_is_then_given_up():
    job = a_waiting_job()
    now, waited = NOW, []
    for _try in range(MOST_TRIES):
        actions.fail(actions.claim(worker="một", now=now), trouble="Trống thủng", now=now)
        job.refresh_from_db()
        waited.append(job.due_at - now)
        now = max(now, job.due_at)

    assert tuple(waited[:-1]) == PAUSES
    assert (job.state, job.tries, job.trouble) == (JobState.GIVEN_UP, MOST_TRIES, "Trống thủng")
    assert actions.claim(worker="một", now=now + timedelta(days=30)) is None


def test_a_job_that_kills_every_worker_is_given_up_too():
    job, now = a_waiting_job(), NOW
    for _try in range(MOST_TRIES + 1):
        actions.claim(worker="một", now=now)
        now += LEASE + LATER
    job.refresh_from_db()

    assert (job.state, job.trouble) == (JobState.GIVEN_UP, actions.queue.SILENCE)


def test_a_job_put_back_by_a_worker_that_was_asked_to_stop_has_not_been_tried():
    job = a_waiting_job()
    actions.put_back(actions.claim(worker="một", now=NOW), now=NOW)
    job.refresh_from_db()

    assert (job.state, job.tries) == (JobState.WAITING, 0)
    assert actions.claim(worker="hai", now=NOW)


@pytest.mark.parametrize(("tries", "pause"), [(0, None), (1, PAUSES[0]), (5, PAUSES[4]), (6, None), (7, None)])
def test_pauses(tries, pause):
    assert pause_after(tries) == pause


def test_what_is_done_goes_after_a_month_and_what_waits_for_a_person_stays():
    done = a_waiting_job(day="1")
    actions.finish(actions.claim(worker="một", now=NOW), answer="", now=NOW)
    given_up = a_given_up_job(day="2")
    actions.come(name="cũ", version="1", now=NOW)

    gone = actions.sweep(now=NOW + timedelta(days=60), kept=timedelta(days=30))

    assert (gone, list(Job.objects.all())) == (1, [given_up])
    assert done not in Job.objects.all()
    assert not Worker.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_of_many_workers_at_once_each_job_has_one():
    if connection.vendor == "sqlite":
        pytest.skip("an in-memory database has no second writer")
    for number in range(30):
        a_waiting_job(day=str(number))
    start, taken = Barrier(6), []

    def work(name):
        start.wait()
        while job := actions.claim(worker=name, now=NOW):
            taken.append(job.pk)
            actions.finish(job, answer="", now=NOW)
        connection.close()

    threads = [Thread(target=work, args=(str(number),)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    while job := actions.claim(worker="cuối", now=NOW):  # whoever lost ten races in a row went home early
        taken.append(job.pk)

    assert sorted(taken) == sorted(Job.objects.values_list("pk", flat=True))
