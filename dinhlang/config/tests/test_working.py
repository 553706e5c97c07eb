"""Workers as processes: they end when asked, they are killed, they hang, and no job is lost or done by two at once."""

import json
import os
import signal
import subprocess
import sys
import time

import pytest

from dinhlang.config.tests.conftest import ROOT

pytestmark = [pytest.mark.slow, pytest.mark.django_db]
PUT = """
import json, sys, django; django.setup()
from datetime import timedelta
from django.utils import timezone
from dinhlang.apps.operations import public as operations
from dinhlang.config.tests import jobs
for name, told in json.loads(sys.argv[1]):
    operations.put(getattr(jobs, name), told=told, now=timezone.now() - timedelta(days=2))
"""
TELL = """
import json, django; django.setup()
from dinhlang.apps.operations import public as operations
ours = operations.Job.objects.filter(path__startswith="dinhlang.config.tests").order_by("pk")
print(json.dumps(list(ours.values("state", "tries", "answer", "trouble", "worker"))))
"""
NINETY_SECONDS_LATER = """
import django; django.setup()
from datetime import timedelta
from django.utils import timezone
from dinhlang.apps.operations import public as operations
operations.Job.objects.filter(state="running").update(leased_until=timezone.now() - timedelta(seconds=1))
"""
DAILY = """
import django; django.setup()
from django.db.models import Count
from dinhlang.apps.operations import public as operations
daily = operations.Job.objects.exclude(path__startswith="dinhlang.config.tests")
print(daily.count(), daily.values("path", "told").distinct().count(), daily.exclude(state="done").count())
"""


@pytest.fixture
def house(ready):
    return ready("work")


@pytest.fixture
def file(tmp_path):
    return tmp_path / "lines"


@pytest.fixture
def begin(house):
    """Starts workers; whatever still lives at the end is killed."""
    begun = []

    def start(*words):
        command = [sys.executable, "-m", "dinhlang.config.cli", "worker", *words]
        begun.append(subprocess.Popen(command, cwd=ROOT, env=house.environment, stderr=subprocess.PIPE, text=True))
        return begun[-1]

    yield start
    for process in begun:
        process.kill()
        process.communicate()


def put(house, *jobs):
    said = house.run("-c", PUT, json.dumps(jobs))
    assert said.returncode == 0, said.stderr


def told(house):
    return json.loads(house.run("-c", TELL).stdout)


def until(true, seconds=180):
    ends = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < ends, "it never came to pass"
        time.sleep(0.1)


def lines(file):
    return file.read_text().splitlines() if file.exists() else []


def test_a_worker_does_what_is_due_and_what_the_timetable_says(house, begin, file):
    put(house, ["long", {"file": str(file), "seconds": 0}])

    begin("--once").wait(60)

    assert [(job["state"], job["answer"]) for job in told(house)] == [("done", "xong")]
    count, different, not_done = map(int, house.run("-c", DAILY).stdout.split())
    assert count == different
    assert not_done == 0


def test_a_killed_workers_job_is_done_by_the_next(house, begin, file):
    put(house, ["long", {"file": str(file), "seconds": 30}])
    first = begin()
    until(lambda: lines(file))
    first.send_signal(signal.SIGKILL)
    first.wait()
    assert [job["state"] for job in told(house)] == ["running"]

    file.unlink()
    house.run("-c", NINETY_SECONDS_LATER)
    begin()
    until(lambda: lines(file))

    assert [(job["state"], job["tries"]) for job in told(house)] == [("running", 2)]


def test_a_job_killed_in_its_transaction_leaves_nothing_half_done(house, begin, file):
    put(house, ["half", {"file": str(file)}])
    worker = begin()
    until(lambda: lines(file))

    worker.send_signal(signal.SIGKILL)
    worker.wait()

    names = "from dinhlang.apps.people import public as p; print(list(p.Person.objects.values_list('full_name')))"
    assert "Nửa Vời" not in house.run("-c", f"import django; django.setup(); {names}").stdout


def test_a_worker_that_is_asked_to_stop_ends_its_job_first(house, begin, file):
    put(house, ["long", {"file": str(file), "seconds": 3}])
    worker = begin()
    until(lambda: lines(file))

    worker.send_signal(signal.SIGTERM)

    assert worker.wait(20) == 0
    assert lines(file)[-1] == "ended"
    assert [job["state"] for job in told(house)] == ["done"]


def test_a_long_job_goes_back_into_the_queue_when_its_worker_has_to_stop(house, begin, file):
    house.environment["DINHLANG_WORKER_GRACE_SECONDS"] = "1"
    put(house, ["long", {"file": str(file), "seconds": 50}])
    worker = begin()
    until(lambda: lines(file))

    worker.send_signal(signal.SIGTERM)
    worker.send_signal(signal.SIGTERM)  # an impatient service manager asks twice

    assert worker.wait(20) == 0
    assert "ended" not in lines(file)
    assert [(job["state"], job["tries"]) for job in told(house)] == [("waiting", 0)]


def test_a_broken_job_waits_to_be_tried_again_and_stops_nobody(house, begin, file):
    put(house, ["broken", {"file": str(file)}], ["long", {"file": str(file), "seconds": 0}])

    begin("--once").wait(60)

    broken, long = told(house)
    assert (broken["state"], broken["tries"], broken["trouble"]) == ("waiting", 1, "ValueError: Trống thủng")
    assert long["state"] == "done"


def test_a_job_past_its_limit_is_broken_off(house, begin, file):
    put(house, ["endless", {"file": str(file)}])

    begin("--once").wait(60)

    assert [(job["state"], job["tries"]) for job in told(house)] == [("waiting", 1)]
    assert "it took too long" in told(house)[0]["trouble"]


def test_two_workers_who_start_together_do_each_job_once(house, begin, file):
    put(house, *[["long", {"file": str(file), "seconds": 0.05}]] * 12)

    workers = [begin("--once") for _ in range(2)]
    for worker in workers:
        worker.wait(90)

    assert lines(file).count("ended") == 12
    assert len([line for line in lines(file) if line.startswith("begun")]) == 12
    count, different, _not_done = map(int, house.run("-c", DAILY).stdout.split())
    assert count == different


def test_the_pid_of_a_worker_is_its_own(house, begin, file):
    put(house, ["long", {"file": str(file), "seconds": 0}])
    worker = begin("--once")
    worker.wait(60)

    assert lines(file)[0] == f"begun {worker.pid}"
    assert f"-{worker.pid}-" in told(house)[0]["worker"]
    assert worker.pid != os.getpid()
