"""A throw-away S3 server for tests: SeaweedFS with master, volumes and filer on this disk, as a small office runs it.

It checks signatures, clocks and checksums, and knows policies of buckets; it speaks to nobody outside this machine.
"""

import json
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tools.ports import free_ports

PROGRAM = Path(sys.executable).with_name("weed")
PATIENCE = 40


@dataclass(frozen=True)
class Server:
    """Where it is, and who may do everything there."""

    endpoint: str
    key: str = "dinhlang"
    secret: str = "bi-mat-cua-kho-thu"


READER = ("chi-doc", "bi-mat-cua-nguoi-doc")
"""Someone who may read but not write."""


@contextmanager
def s3_server() -> Iterator[Server]:
    """Running, and ready to answer."""
    with tempfile.TemporaryDirectory(prefix="dinhlang-s3-") as folder:
        home = Path(folder)
        port, *others = free_ports(4, also=10_000)  # each part also listens ten thousand higher
        server = Server(f"http://127.0.0.1:{port}")
        (home / "who.json").write_text(json.dumps(_who(server)))
        with (home / "log").open("w") as log:
            running = subprocess.Popen(_command(home, port, *others), cwd=home, stdout=log, stderr=log)
            try:
                _wait(server, running, home / "log")
                yield server
            finally:
                running.kill()  # it takes ten seconds to say farewell, and nothing of it is kept
                running.wait()


def _who(server: Server) -> dict:
    people = {
        "house": (server.key, server.secret, ["Admin", "Read", "Write", "List", "Tagging"]),
        "reader": (*READER, ["Read", "List"]),
    }
    return {
        "identities": [
            {"name": name, "credentials": [{"accessKey": key, "secretKey": secret}], "actions": actions}
            for name, (key, secret, actions) in people.items()
        ]
    }


def _command(home: Path, port: int, master: int, volume: int, filer: int) -> list[str]:
    (home / "data").mkdir()
    words = {
        "dir": home / "data",
        "ip": "127.0.0.1",
        "ip.bind": "127.0.0.1",
        "master.telemetry": "false",
        "master.port": master,
        "master.volumeSizeLimitMB": 64,
        "volume.port": volume,
        "volume.max": 5000,  # each bucket takes some for itself, empty ones too
        "filer.port": filer,
        "s3.port": port,
        "s3.config": home / "who.json",
        "s3.port.iceberg": 0,
        "s3.port.lance": 0,
        "s3.autoCreateBucket": "false",
    }
    return [str(PROGRAM), "server", "-s3", *(f"-{name}={value}" for name, value in words.items())]


def _wait(server: Server, running: subprocess.Popen, log: Path) -> None:
    """It answers once its parts have found each other: then a stranger is told 403."""
    ends = time.monotonic() + PATIENCE
    while running.poll() is None and time.monotonic() < ends:
        try:
            urllib.request.urlopen(f"{server.endpoint}/nobody", timeout=2).close()
        except urllib.error.HTTPError as answer:
            answer.close()
            if answer.code in {403, 404}:
                return
        except OSError:
            pass
        time.sleep(0.1)
    raise RuntimeError(f"The S3 server did not start: {log.read_text()[-2000:]}")
