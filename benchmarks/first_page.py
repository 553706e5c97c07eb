"""Seconds from a fresh clone to the first page: clones this repository and runs ./run demo; takes minutes."""

import contextlib
import http.client
import os
import signal
import subprocess
import tempfile
import time
from pathlib import Path

from benchmarks.figures import Figures
from tools.ports import free_port

MOST = 900


def run(scale: float, figures: Figures) -> None:
    """The first start with everything to install and to fill, then the second."""
    here = Path(__file__).parents[1]
    with tempfile.TemporaryDirectory(prefix="dinhlang-first-") as folder:
        clone = Path(folder) / "dinh-lang"
        subprocess.run(["git", "clone", "-q", "--depth", "1", here.as_uri(), str(clone)], check=True)
        figures.add("from a fresh clone to the first page", _seconds_to_a_page(clone))
        figures.add("second start", _seconds_to_a_page(clone))


def _seconds_to_a_page(clone: Path) -> float:
    port = free_port()
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("DINHLANG_", "DJANGO_"))}
    started = time.perf_counter()
    process = subprocess.Popen(
        ["./run", "demo", "--port", str(port)], cwd=clone, env=kept, start_new_session=True, stdout=subprocess.DEVNULL
    )
    try:
        while time.perf_counter() - started < MOST:
            if process.poll() is not None:
                raise RuntimeError("./run demo ended before it served a page.")
            if _answers(port):
                return time.perf_counter() - started
            time.sleep(0.2)
        raise RuntimeError(f"No page within {MOST} seconds.")
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(60)


def _answers(port: int) -> bool:
    with contextlib.suppress(OSError, http.client.HTTPException):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        connection.request("GET", "/")
        return connection.getresponse().status == 200
    return False
