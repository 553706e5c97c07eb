"""A worker that hands letters over is killed in the middle, for real: none is lost, and nobody gets two."""

import json
import os
import signal
import subprocess
import sys
import time

import pytest

from dinhlang.apps.reminders.tests.post_office import PostOffice
from dinhlang.config.tests.conftest import ROOT

pytestmark = [pytest.mark.slow, pytest.mark.django_db]
PEOPLE = 40

SET_UP = f"""
import django; django.setup()
from datetime import timedelta
from dinhlang.apps.people.models import Person
from dinhlang.apps.reminders import actions
from dinhlang.apps.reminders.models import Letter, Wish
from dinhlang.apps.reminders.tests.factories import a_part, an_officer_with_mail
from dinhlang.base import clock

now = clock.now()
part, _ = a_part(due=clock.today() + timedelta(days=1))
for number in range({PEOPLE} - 1):
    an_officer_with_mail(at=part.unit, email=f"so{{number}}@nhanam.example.vn")
for person in Person.objects.exclude(email=""):
    Wish.objects.create(person=person, mail="at_once", changed_at=now)
actions.lay(now=now)
actions.tell_due(now=now)
print("letters", Letter.objects.count())
"""
GO_ON = "import django; django.setup(); from dinhlang.apps.reminders import jobs; print(jobs.send_letters())"
COUNT = """
import django; django.setup()
import json
from collections import Counter
from dinhlang.apps.reminders.models import Letter
print(json.dumps(Counter(Letter.objects.values_list("state", flat=True))))
"""
NEXT_NIGHT = """
import django; django.setup()
from datetime import timedelta
from dinhlang.apps.reminders import actions
from dinhlang.apps.reminders.models import Letter
from dinhlang.base import clock
print(actions.settle_unsure(now=clock.now() + timedelta(hours=1)))
print(list(Letter.objects.filter(state="waiting").values_list("notices__reminder__step", flat=True)))
"""


class SlowOffice(PostOffice):
    """Takes its time over each letter, so that a worker is killed while it waits."""

    async def handle_DATA(self, server, session, envelope):
        answer = await super().handle_DATA(server, session, envelope)
        time.sleep(0.03)
        return answer


def test_no_letter_is_lost_or_sent_twice_when_a_worker_is_killed(ready):
    office = SlowOffice().open()
    house = ready("letters")
    house.environment |= {"DINHLANG_MAIL_HOST": "127.0.0.1", "DINHLANG_MAIL_PORT": str(office.port)}
    try:
        laid = house.run("-c", SET_UP)
        assert f"letters {PEOPLE}" in laid.stdout, laid.stderr
        _killed_in_the_middle(house, office)
        after_killing = len(office.came)

        finished = house.run("-c", GO_ON)

        states = json.loads(house.run("-c", COUNT).stdout)
        assert finished.returncode == 0, finished.stderr
        assert 0 < after_killing < PEOPLE
        assert len(office.whom) == len(set(office.whom))
        assert states.get("handing", 0) <= 1
        assert states["sent"] + states.get("handing", 0) == PEOPLE
        _told_of_next_night(house, states.get("handing", 0))
    finally:
        office.shut()


def _killed_in_the_middle(house, office):
    command = [sys.executable, "-m", "dinhlang.config.cli", "worker"]
    worker = subprocess.Popen(
        command, cwd=ROOT, env=house.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        assert office.wait_for(8, seconds=120) >= 8
    finally:
        os.kill(worker.pid, signal.SIGKILL)
        worker.wait()


def _told_of_next_night(house, unsure):
    """Whoever's letter was in the dead worker's hands finds its reminders in the next letter."""
    said = house.run("-c", NEXT_NIGHT)
    assert said.stdout.splitlines()[0] == str(unsure), said.stderr
    assert said.stdout.splitlines()[1].count("before") == unsure
