"""People who write and remember what they were told is kept: a report of progress with a file, over and over."""

import contextlib
import http.client
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from uuid import uuid4

TOKEN = "k" * 32
BOUNDARY = "ranh-gioi"
KEPT, SIGNED_OUT = 302, "/vao/"


@dataclass(eq=False)
class Writer(threading.Thread):
    """One village head with a phone that sends as fast as it is answered. A broken answer promises nothing."""

    port: int
    cookie: str
    part: int
    told: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    ends: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        super().__init__(daemon=True)

    def run(self) -> None:
        for number in count():
            if self.ends.is_set():
                return
            words = f"Đã họp lần {number}, {uuid4()}"
            self.told.append(words)
            with contextlib.suppress(OSError, http.client.HTTPException):
                self.send(words)

    def send(self, words: str) -> tuple[int, str]:
        """One report; what was answered with a way onward, and not to the door, counts as kept."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        headers = {
            "Cookie": f"{self.cookie}; csrftoken={TOKEN}",
            "Content-Type": f"multipart/form-data; boundary={BOUNDARY}",
        }
        with contextlib.closing(connection):
            connection.request("POST", f"/nhiem-vu/phan-viec/{self.part}/tien-do/", _form(words), headers)
            with connection.getresponse() as answer:
                page = answer.read().decode(errors="replace")
        if answer.status == KEPT and not (answer.getheader("Location") or "").startswith(SIGNED_OUT):
            self.kept.append(words)
        return answer.status, page


def content_of(words: str) -> bytes:
    """The file that goes along: so long that writing it takes a moment."""
    return (f"Biên bản: {words}\n" * 2000).encode()


def _form(words: str) -> bytes:
    return b"".join([*_fields(words), f"--{BOUNDARY}--\r\n".encode()])


def _fields(words: str) -> Iterator[bytes]:
    for name, value in {"csrfmiddlewaretoken": TOKEN, "words": words}.items():
        yield f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
    head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="uploads"; filename="bien-ban.txt"\r\n'
    yield f"{head}Content-Type: text/plain\r\n\r\n".encode() + content_of(words) + b"\r\n"
