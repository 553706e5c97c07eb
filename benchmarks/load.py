"""Readers: some connections that stay open, each asking for page after page for some seconds. Runs by itself.

python -m benchmarks.load '{"port": 8000, "paths": ["/"], "connections": 8, "seconds": 4, "cookie": ""}'
"""

import http.client
import json
import subprocess
import sys
import threading
import time
from dataclasses import asdict, dataclass

from benchmarks.figures import percentile


@dataclass(frozen=True)
class Asked:
    """What to read, from where, with how many connections, for how long."""

    port: int
    paths: list[str]
    connections: int = 8
    seconds: float = 4.0
    cookie: str = ""


@dataclass(frozen=True)
class Measured:
    """What came of it."""

    per_second: float
    median: float
    p95: float
    slowest: float
    wrong: int
    bytes_each: float


def measured(asked: Asked) -> Measured:
    """Let a process of its own read, so that it does not share an interpreter with anything measured."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.load", json.dumps(asdict(asked))],
        check=True,
        capture_output=True,
        timeout=asked.seconds * 4 + 60,
    )
    return Measured(**json.loads(done.stdout))


class Reader(threading.Thread):
    """One connection."""

    def __init__(self, asked: Asked, number: int, until: float) -> None:
        super().__init__(daemon=True)
        self.asked, self.number, self.until = asked, number, until
        self.times: list[float] = []
        self.wrong = self.bytes = 0

    def run(self) -> None:
        headers = {"Accept-Encoding": "gzip", "Accept-Language": "vi"}
        if self.asked.cookie:
            headers["Cookie"] = self.asked.cookie
        connection = http.client.HTTPConnection("127.0.0.1", self.asked.port, timeout=30)
        turn = self.number
        while time.perf_counter() < self.until:
            started = time.perf_counter()
            connection.request("GET", self.asked.paths[turn % len(self.asked.paths)], headers=headers)
            answer = connection.getresponse()
            self.bytes += len(answer.read())
            self.wrong += answer.status != 200
            self.times.append(time.perf_counter() - started)
            turn += self.asked.connections


def read(asked: Asked) -> Measured:
    """All connections at once."""
    started = time.perf_counter()
    readers = [Reader(asked, number, started + asked.seconds) for number in range(asked.connections)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    took = time.perf_counter() - started
    times = [one for reader in readers for one in reader.times]
    return Measured(
        per_second=len(times) / took,
        median=percentile(times, 0.5),
        p95=percentile(times, 0.95),
        slowest=max(times),
        wrong=sum(reader.wrong for reader in readers),
        bytes_each=sum(reader.bytes for reader in readers) / len(times),
    )


if __name__ == "__main__":
    print(json.dumps(asdict(read(Asked(**json.loads(sys.argv[1]))))))
