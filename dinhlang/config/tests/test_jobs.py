"""Each table has one job that empties it: what tells of people goes as its room declares, the sweep takes the rest."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session

from dinhlang.apps.operations.models import Job, JobState
from dinhlang.apps.operations.tests.factories import a_waiting_job
from dinhlang.apps.people.models import SignIn, WrongTries
from dinhlang.apps.people.tests.factories import an_officer
from dinhlang.apps.privacy.jobs import clear_what_passed_its_time
from dinhlang.base import clock
from dinhlang.config.jobs import sweep

pytestmark = pytest.mark.django_db
LONG_AGO = timedelta(days=400)
OF_PEOPLE = [SignIn, WrongTries, Session]


@pytest.fixture
def past():
    """A sign-in, a wrong try, a session and a finished job, all long over."""
    past = clock.now() - LONG_AGO
    SignIn.objects.create(person=an_officer(), how="password", session_key="k", began_at=past, seen_at=past)
    WrongTries.objects.create(key="k", latest_at=past)
    Session.objects.create(session_key="k", session_data="", expire_date=past)
    a_waiting_job(due=past)
    Job.objects.update(state=JobState.DONE, finished_at=past)
    return past


def test_the_sweep_takes_jobs_and_keys_and_leaves_to_the_clearing_what_tells_of_people(past):
    swept = sweep(day=clock.today().isoformat())

    assert (swept, Job.objects.count()) == (2, 0)
    assert [table.objects.count() for table in OF_PEOPLE] == [1, 1, 1]
    assert SignIn.objects.get().session_key == ""


def test_the_clearing_takes_what_tells_of_people_and_counts_it(past):
    assert clear_what_passed_its_time(day=clock.today().isoformat()) == "3"

    assert [table.objects.count() for table in OF_PEOPLE] == [0, 0, 0]
    assert Job.objects.count() == 1
