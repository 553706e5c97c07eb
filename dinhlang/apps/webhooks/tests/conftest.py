"""A receiver of its own: a real server on the loopback that keeps what it is told and answers as a test wants."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from django.http import Http404

from dinhlang.apps.audit import public as audit
from dinhlang.apps.people.public import Word
from dinhlang.apps.units import public as units
from dinhlang.apps.webhooks import kinds
from dinhlang.base import clock


class Receiver(ThreadingHTTPServer):
    """Keeps what came; answers with the numbers in `answers`, the last of them for ever."""

    daemon_threads = True

    def __init__(self):
        self.heard, self.answers, self.is_slow = [], [204], threading.Event()
        super().__init__(("127.0.0.1", 0), _Answers)

    @property
    def address(self):
        return f"http://127.0.0.1:{self.server_port}/bao"


class _Answers(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.heard.append((dict(self.headers), body))
        if self.server.is_slow.is_set():
            self.server.is_slow.wait(3)
            threading.Event().wait(0.6)
        answers = self.server.answers
        self.send_response(answers.pop(0) if len(answers) > 1 else answers[0])
        self.send_header("Location", "http://127.0.0.1:9/")
        self.end_headers()

    def log_message(self, *_args):
        """Keeps the output of the tests clean."""


@pytest.fixture
def receiver(settings):
    server = Receiver()
    settings.WEBHOOK_HOSTS = ["127.0.0.1"]
    settings.ADDRESS = "https://dinhlang.example.vn"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()


def something_happens(unit, words=""):
    """An act of a thing that a program may read where it reads plans."""
    return audit.record("units.seen", unit, by=None, now=clock.now(), unit=unit, reason=words)


def _read(person, pk):
    unit = units.Unit.objects.get(pk=pk)
    if not person.may(Word.PLANS_READ, at=unit.path):
        raise Http404
    return unit


@pytest.fixture(autouse=True)
def _told_of_units(monkeypatch):
    """A kind of its own, so that the tests of this room need none of the rooms above."""
    monkeypatch.setitem(kinds._things, "units.Unit", kinds.Kind(_read, "/api/v1/don-vi/{key}"))
    for act in ("units.seen", "units.other"):
        monkeypatch.setitem(kinds._acts, act, "units.Unit")
