"""The real server in processes of its own, on the loopback only."""

import contextlib
import http.client
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from tools.ports import free_port

WORKERS = 2


@contextlib.contextmanager
def serving(**settings: str) -> Iterator[tuple[int, int]]:
    """`dinhlang serve` with two workers; gives its port and process, and stops it afterwards."""
    port = free_port()
    command = [sys.executable, "-m", "dinhlang.config.cli", "serve", "--port", str(port), "--workers", str(WORKERS)]
    process = subprocess.Popen(command, env={**os.environ, **settings})
    try:
        _wait_for(port, process)
        yield port, process.pid
    finally:
        process.terminate()
        process.wait(30)


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        if process.poll() is not None:
            raise RuntimeError("The server did not start.")
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
        with contextlib.suppress(OSError), contextlib.closing(connection):
            connection.request("GET", "/")
            connection.getresponse().read()
            return
        time.sleep(0.1)
    raise RuntimeError("The server did not answer within 30 seconds.")


def children(pid: int) -> list[int]:
    """The workers of a server, in the order in which they were born."""
    found = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [int(child) for child in found]


def kilobytes(pid: int, what: str = "Rss", table: str = "smaps_rollup") -> int:
    """The memory that a process holds; "Pss" shares what it shares with others."""
    lines = Path(f"/proc/{pid}/{table}").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(f"{what}:"))
