"""An alarm in the instant in which the job ends undoes nothing."""

import signal
from datetime import timedelta
from types import SimpleNamespace

import pytest

from dinhlang.config import working


@pytest.mark.parametrize("is_asked_to_stop", [False, True])
def test_a_job_that_ended_in_the_instant_of_its_alarm_is_done(monkeypatch, is_asked_to_stop):
    worker, said = working.Working(), []

    def set_alarm(_which, seconds):
        if seconds == 0:  # it rings just before it is taken back
            worker.is_asked_to_stop = is_asked_to_stop
            worker._ring()

    monkeypatch.setattr(signal, "setitimer", set_alarm)
    for name in ("finish", "fail", "put_back"):
        monkeypatch.setattr(working.operations, name, lambda *_job, name=name, **_facts: said.append(name))
    monkeypatch.setattr(working.connection, "close", lambda: None)
    kind = SimpleNamespace(limit=timedelta(minutes=1), do=lambda: "xong")

    worker._do(SimpleNamespace(kind=kind, told={}, path="a.job"))

    assert (said, worker.job) == (["finish"], None)
