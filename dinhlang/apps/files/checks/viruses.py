"""Asks a ClamAV daemon about a file, where the administrator named one (DINHLANG_CLAMAV).

A daemon that does not answer means that nothing is kept: whoever set it up did not want unchecked files.
"""

import socket
import struct
from typing import IO

from dinhlang.apps.files.checks.unfit import Reason, Unfit

_CHUNK = 64 * 1024
_PATIENCE = 60


def look_for_viruses(file: IO[bytes], *, daemon: str) -> None:
    """Raise `Unfit` if the daemon finds something, or if it could not look; the position in the file is lost."""
    try:
        answer = _asked(file, daemon)
    except OSError:
        raise Unfit(Reason.NOT_SCANNED) from None
    if answer.endswith("FOUND"):
        raise Unfit(Reason.VIRUS)
    if answer != "stream: OK":
        raise Unfit(Reason.NOT_SCANNED)


def answers(daemon: str) -> bool:
    """Whether the daemon is there."""
    try:
        with _connected(daemon, patience=3) as line:
            line.sendall(b"zPING\0")
            return _said(line) == "PONG"
    except OSError:
        return False


def _connected(daemon: str, *, patience: int = _PATIENCE) -> socket.socket:
    """A path is a socket of this machine; anything else is host:port."""
    if daemon.startswith("/"):
        line = socket.socket(socket.AF_UNIX)
        line.settimeout(patience)
        try:
            line.connect(daemon)
        except OSError:
            line.close()
            raise
        return line
    host, _, port = daemon.rpartition(":")
    return socket.create_connection((host.strip("[]"), int(port)), timeout=patience)


def _asked(file: IO[bytes], daemon: str) -> str:
    """ClamAV's INSTREAM: pieces with their length before them, then a length of nought."""
    file.seek(0)
    with _connected(daemon) as line:
        line.sendall(b"zINSTREAM\0")
        while chunk := file.read(_CHUNK):
            line.sendall(struct.pack(">I", len(chunk)) + chunk)
        line.sendall(struct.pack(">I", 0))
        return _said(line)


def _said(line: socket.socket) -> str:
    said = b""
    while not said.endswith(b"\0") and len(said) < 4096 and (more := line.recv(1024)):
        said += more
    return said.rstrip(b"\0").decode(errors="replace")
