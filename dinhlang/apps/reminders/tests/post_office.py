"""A real mail server on this machine, which can be shut, can be slow, and can refuse."""

import logging
import smtplib
import socket
import time
from email import message_from_bytes

from aiosmtpd.controller import Controller

logging.getLogger("mail.log").setLevel(logging.WARNING)


def a_free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


class PostOffice:
    """Keeps what it accepted; `answers` says what it tells about a recipient instead of "250"."""

    def __init__(self, port=None):
        self.port, self.came, self.answers, self.closes_after = port or a_free_port(), [], {}, None
        self.controller = None

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address in self.answers:
            return self.answers[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        self.came.append((envelope.rcpt_tos[0], message_from_bytes(envelope.content)))
        if self.closes_after is not None and len(self.came) >= self.closes_after:
            server.transport.close()  # it took the letter, and nobody hears it say so
        return "250 Accepted"

    def open(self):
        self.controller = Controller(self, hostname="127.0.0.1", port=self.port)
        self.controller.start()
        return self

    def shut(self):
        if self.controller is not None:
            self.controller.stop()
            self.controller = None

    def wait_for(self, number, *, seconds=30):
        ends = time.monotonic() + seconds
        while len(self.came) < number and time.monotonic() < ends:
            time.sleep(0.05)
        return len(self.came)

    @property
    def whom(self):
        return [to for to, _message in self.came]


def is_open(port) -> bool:
    try:
        smtplib.SMTP("127.0.0.1", port, timeout=2).quit()
    except OSError:
        return False
    return True
