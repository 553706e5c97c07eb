"""What is sent arrives whole or not at all.

A connection that is lost in the middle of an upload looks to Django like the end of the form: the words would be kept
and the file that was on its way dropped without a word, and whoever sends again would have told it twice. Here the end
that came too early is an error of reading, which every door refuses before anything is written.
"""

from collections.abc import Callable, Iterable
from typing import Any

Environ = dict[str, Any]
App = Callable[[Environ, Callable[..., Any]], Iterable[bytes]]


class CutOff(OSError):
    """The connection was lost before all that was announced had come."""


class WholeBody:
    """A stream that must give as much as was announced."""

    def __init__(self, stream: Any, announced: int) -> None:
        self.stream, self.left = stream, announced

    def read(self, size: int | None = -1, /) -> bytes:
        """So many bytes, or all that are left; an end before that is an error."""
        wanted = self.left if size is None or size < 0 else min(size, self.left)
        pieces = []
        while wanted > 0:
            piece = self.stream.read(wanted)
            if not piece:
                raise CutOff(f"{self.left} bytes of the body never came")
            pieces.append(piece)
            wanted -= len(piece)
            self.left -= len(piece)
        return b"".join(pieces)

    def readline(self, size: int | None = -1, /) -> bytes:
        """A line, or what is left of the last one."""
        if self.left <= 0:
            return b""
        wanted = self.left if size is None or size < 0 else min(size, self.left)
        line: bytes = self.stream.readline(wanted)
        if not line and wanted:
            raise CutOff(f"{self.left} bytes of the body never came")
        self.left -= len(line)
        return line


def whole(app: App) -> App:
    """A web application whose bodies are read whole; without an announced length nothing is known or changed."""

    def watched(environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        try:
            announced = int(environ.get("CONTENT_LENGTH") or 0)
        except ValueError:
            announced = 0
        if announced > 0:
            environ["wsgi.input"] = WholeBody(environ["wsgi.input"], announced)
        return app(environ, start_response)

    return watched
