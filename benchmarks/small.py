"""A commune's box: everything on one core, in 1 GB: pages read by four at once while the worker backs up and rebuilds.

The server, its workers, the worker and whatever they start are held to one core. Memory is what all of them hold
together at the worst moment, what they share counted once; 1,024 MB minus the system's own is the room there is.
"""

import os
import subprocess
import sys
import tempfile
import threading

from benchmarks import world
from benchmarks.figures import Figures
from benchmarks.load import Asked, measured
from benchmarks.pages import public_pages, signed_in_pages
from benchmarks.server import children, kilobytes, serving

ONE = {0}


def run(scale: float, figures: Figures) -> None:
    """A hundredth of the province is a commune and a half."""
    world.province(scale / 75, figures)
    mine = os.sched_getaffinity(0)
    pages = {page.what: page for page in [*public_pages(), *signed_in_pages()]}
    with tempfile.TemporaryDirectory(prefix="dinhlang-bench-small-") as place:
        os.sched_setaffinity(0, ONE)  # whoever is born now stays there
        backup = {"DINHLANG_BACKUP_TO": f"{place}/data", "DINHLANG_BACKUP_KEYS_TO": f"{place}/keys"}
        command, settings = [sys.executable, "-m", "dinhlang.config.cli"], {**os.environ, **backup}
        subprocess.run([*command, "backup"], env=settings, check=True, stdout=subprocess.DEVNULL)  # makes the passwords
        with serving(**backup) as (port, server):
            worker = subprocess.Popen([*command, "worker"], env=settings)
            watch = Watch([server, worker.pid])
            watch.start()
            os.sched_setaffinity(0, mine - ONE or mine)  # the readers do not take the core away
            for what, page in pages.items():
                found = measured(Asked(port, list(page.paths), 4, 1.5, page.cookie))
                figures.add(f"{what}, p95", found.p95 * 1000, "ms")
                if found.wrong:
                    raise RuntimeError(f"{what}: {found.wrong} wrong answers")
            figures.add("memory of all together, at most", watch.end() / 1024, "MB")
            worker.terminate()
            worker.wait(60)
    os.sched_setaffinity(0, mine)


class Watch(threading.Thread):
    """Looks five times a second at what some processes and all their children hold."""

    def __init__(self, roots: list[int]) -> None:
        super().__init__(daemon=True)
        self.roots, self.most, self.is_over = roots, 0, threading.Event()

    def run(self) -> None:
        while not self.is_over.wait(0.2):
            self.most = max(self.most, sum(_held(pid) for root in self.roots for pid in _tree(root)))

    def end(self) -> int:
        """The most they ever held, in kilobytes."""
        self.is_over.set()
        self.join()
        return self.most


def _tree(pid: int) -> list[int]:
    try:
        return [pid, *(below for child in children(pid) for below in _tree(child))]
    except FileNotFoundError:
        return []


def _held(pid: int) -> int:
    try:
        return kilobytes(pid, "Pss")
    except (FileNotFoundError, ProcessLookupError, StopIteration):
        return 0
