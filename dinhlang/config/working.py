"""One worker: lays the chain, puts what is due into the queue, does one job after the other, and says that it lives."""

import logging
import os
import signal
import socket
import threading
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from secrets import token_hex
from typing import Any

from django.conf import settings
from django.db import Error as DatabaseTrouble
from django.db import InterfaceError, OperationalError, close_old_connections, connection

from dinhlang import __version__
from dinhlang.apps.audit import public as audit
from dinhlang.apps.operations import public as operations
from dinhlang.apps.webhooks import public as webhooks
from dinhlang.base import clock
from dinhlang.base.work import listening
from dinhlang.config.timetable import put_due

PAUSE = 3

log = logging.getLogger("dinhlang.worker")


class TookTooLong(BaseException):
    """The job is past its limit."""


class AskedToStop(BaseException):
    """The worker was asked to stop, and the job has had its seconds."""


class Working:
    """A worker's life, from coming to leaving."""

    def __init__(self) -> None:
        self.name = f"{socket.gethostname()[:50]}-{os.getpid()}-{token_hex(3)}"
        self.is_asked_to_stop = False
        self.job: operations.Job | None = None
        self.silence = threading.Event()

    def go_on(self, *, once: bool = False) -> None:
        """Until asked to stop; or once, until nothing is due."""
        signal.signal(signal.SIGTERM, self._stop)
        signal.signal(signal.SIGINT, self._stop)
        signal.signal(signal.SIGALRM, self._ring)
        operations.come(name=self.name, version=__version__, now=clock.now())
        threading.Thread(target=self._beat, daemon=True).start()
        while not self.is_asked_to_stop:
            self._round(is_patient=not once)
            if once:
                break
            self._rest()
        self.silence.set()
        operations.leave(name=self.name, now=clock.now())

    def _round(self, *, is_patient: bool) -> None:
        close_old_connections()
        try:
            audit.lay_links()
            put_due(clock.now())
            webhooks.wake(now=clock.now())
            while not self.is_asked_to_stop and (job := operations.claim(worker=self.name, now=clock.now())):
                self._do(job)
        except (OperationalError, InterfaceError) as trouble:  # the database is away; what is due stays due
            if not is_patient:
                raise
            log.warning("Chưa vào được cơ sở dữ liệu, sẽ thử lại · the database does not answer yet: %s", trouble)
            connection.close()

    def _do(self, job: operations.Job) -> None:
        kind = job.kind
        if kind is None:
            operations.fail(job, trouble=operations.UNKNOWN, now=clock.now(), for_good=True)
            return
        try:
            with self._in_hand(job, seconds=kind.limit.total_seconds()), listening(partial(operations.note, job)):
                answer = kind.do(**job.told)
            operations.finish(job, answer=_in_words(answer), now=clock.now())
        except AskedToStop:
            connection.close()  # it was broken off in the middle of whatever it did
            operations.put_back(job, now=clock.now())
        except (Exception, TookTooLong) as trouble:
            log.error("%s: %s", job.path, _where(trouble))
            connection.close()  # it may be what broke
            operations.fail(job, trouble=_sentence(trouble, job), now=clock.now())

    @contextmanager
    def _in_hand(self, job: operations.Job, *, seconds: float) -> Iterator[None]:
        """While it is, its lease is renewed and an alarm is set; the alarm rings for nothing else."""
        self.job = job
        try:
            signal.setitimer(signal.ITIMER_REAL, seconds)
            if self.is_asked_to_stop:  # in the moment before it was in hand
                self._hurry()
            yield
        finally:
            self.job = None  # first: an alarm of this instant finds nothing in hand
            signal.setitimer(signal.ITIMER_REAL, 0)

    def _hurry(self) -> None:
        """The job under way may go on for some seconds; then it goes back into the queue."""
        signal.setitimer(signal.ITIMER_REAL, max(0.1, settings.WORKER_GRACE))

    def _beat(self) -> None:
        """In a thread of its own: a long job must not make its worker look dead."""
        while not self.silence.wait(operations.BEAT.total_seconds()):
            try:
                operations.beat(name=self.name, now=clock.now(), job=self.job)
                audit.lay_links()  # also while a job takes hours
            except DatabaseTrouble:
                log.warning("Chưa báo được là còn sống · could not say that it lives", exc_info=False)
            finally:
                connection.close()  # this thread's own

    def _stop(self, *_signal: Any) -> None:
        if not self.is_asked_to_stop and self.job is not None:
            self._hurry()
        self.is_asked_to_stop = True

    def _ring(self, *_signal: Any) -> None:
        if self.job is not None:  # else it ended in the instant of its alarm: it is done, not to be done again
            raise AskedToStop if self.is_asked_to_stop else TookTooLong

    def _rest(self) -> None:
        ends = time.monotonic() + PAUSE
        while not self.is_asked_to_stop and time.monotonic() < ends:
            time.sleep(0.2)


def _in_words(answer: Any) -> str:
    return "" if answer is None else str(answer)


def _sentence(trouble: BaseException, job: operations.Job) -> str:
    """For the page: what it was, without the data of anyone that a traceback could hold."""
    if isinstance(trouble, TookTooLong):
        return f"Quá {job.kind.limit if job.kind else ''} mà chưa xong · it took too long."
    return f"{type(trouble).__name__}: {trouble}"[:1000]


def _where(trouble: BaseException) -> str:
    last = traceback.extract_tb(trouble.__traceback__)[-1]
    return f"{type(trouble).__name__} ({last.filename.rpartition('/')[2]}:{last.lineno})"
