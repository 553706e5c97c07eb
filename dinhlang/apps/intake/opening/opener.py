"""The way in: a file's bytes to its text, in a process of its own that is stopped when it takes too much."""

import json
import logging
import os
import selectors
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, Any

from dinhlang.apps.intake.opening.opened import Limits, Opened, Progress, Trouble
from dinhlang.apps.intake.opening.sentences import sentence
from dinhlang.base.refusal import Refusal

_log = logging.getLogger(__name__)
_WORKER = "dinhlang.apps.intake.opening.worker"
_LARGEST_OUTCOME = 64 * 1024 * 1024
_PASSED_ON = ("PATH", "TESSDATA_PREFIX", "LD_LIBRARY_PATH")


@dataclass(frozen=True)
class Tools:
    """Which programs beside us can be asked."""

    recognises_vietnamese: bool
    opens_older_formats: bool


class CannotOpen(Refusal):
    """A file gives no text: why, and what to do. `trouble` tells programs which case it is."""

    def __init__(self, trouble: Trouble, *, name: str = "", **facts: int) -> None:
        super().__init__(sentence(trouble, name=name, **facts), field="upload")
        self.trouble = trouble


def open_document(
    content: bytes, name: str, *, progress: Progress | None = None, limits: Limits | None = None
) -> Opened:
    """Return the text of a file, whatever its format, or refuse with `CannotOpen`; nothing else comes out.

    `progress` is told (pages done, pages in all) while pages are recognised. The name tells apart little: the content
    counts. The caller keeps the original.
    """
    limits = limits or Limits()
    with _folder_with(content) as folder:
        return Opened.from_data(_done({"name": _plain_name(name)}, folder, limits, progress, name=name))


def picture_of_page(
    content: bytes,
    name: str,
    *,
    page: int,
    width: int = 1000,
    cut: tuple[int, int] | None = None,
    limits: Limits | None = None,
) -> bytes:
    """Return a page of a PDF, scan or photograph as WebP, counted from one, or refuse with `CannotOpen`.

    `cut` tells from where to where of its height, in thousandths.
    """
    with _folder_with(content) as folder:
        _done({"page": page, "width": width, "cut": cut}, folder, limits or Limits(seconds=20), None, name=name)
        return (folder / "picture").read_bytes()


@contextmanager
def _folder_with(content: bytes) -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="dinhlang-opening-") as folder:
        Path(folder, "content").write_bytes(content)
        yield Path(folder)


def _done(
    told: dict[str, Any], folder: Path, limits: Limits, progress: Progress | None, *, name: str
) -> dict[str, Any]:
    """What the worker brought, or a refusal."""
    trouble = _run(json.dumps({**told, "limits": asdict(limits)}), folder, limits, progress)
    outcome = _outcome(folder / "outcome")
    if outcome is None or trouble is not None:
        raise CannotOpen(trouble or Trouble.DAMAGED, name=name)
    if "fault" in outcome:
        _log.error("a reader of files failed: %s", outcome["fault"])
    if "trouble" in outcome:
        raise CannotOpen(Trouble(outcome["trouble"]), name=name, **outcome.get("facts", {}))
    return outcome


def _plain_name(name: str) -> str:
    """What may stand in an argument."""
    return name.replace("\0", "").encode("utf-8", "replace").decode()[-200:]


def _run(told: str, folder: Path, limits: Limits, progress: Progress | None) -> Trouble | None:
    """Let the worker work; None if it ended by itself and well."""
    kept = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    worker = subprocess.Popen(  # noqa: S603 - our own program; the name travels as data
        [sys.executable, "-I", "-m", _WORKER, told],
        cwd=folder,
        env={**kept, "HOME": str(folder), "TMPDIR": str(folder), "LANG": "C.UTF-8", "OMP_THREAD_LIMIT": "1"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        if not _followed(worker.stdout, limits, progress):  # type: ignore[arg-type]
            return Trouble.TOO_SLOW
        code = worker.wait(timeout=5)
    except subprocess.TimeoutExpired:
        return Trouble.TOO_SLOW
    finally:
        with suppress(ProcessLookupError):
            os.killpg(worker.pid, signal.SIGKILL)
        worker.wait()
        worker.stdout.close()  # type: ignore[union-attr]
    return {0: None, -signal.SIGXCPU: Trouble.TOO_SLOW, -signal.SIGKILL: Trouble.TOO_SLOW}.get(code, Trouble.DAMAGED)


def _followed(said: IO[bytes], limits: Limits, progress: Progress | None) -> bool:
    """Pass on what the worker tells of its pages until it falls silent; False if its time ran out."""
    ends = time.monotonic() + limits.seconds
    waiting = b""
    with selectors.DefaultSelector() as selector:
        selector.register(said, selectors.EVENT_READ)
        while (left := ends - time.monotonic()) > 0:
            if not selector.select(timeout=left):
                continue
            some = os.read(said.fileno(), 65536)
            if not some:
                return True
            *lines, waiting = (waiting + some).split(b"\n")
            for line in lines:
                done, pages = json.loads(line)
                ends += pages * limits.seconds_a_page if done == 0 else 0
                if progress is not None:
                    progress(done, pages)
    return False


def _outcome(file: Path) -> dict[str, Any] | None:
    """What the worker wrote, if it got so far."""
    try:
        if file.stat().st_size > _LARGEST_OUTCOME:
            return None
        return dict(json.loads(file.read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return None


def tools_for_files() -> Tools:
    """What is installed here, for whoever looks after the machine."""
    return Tools("vie" in _languages(), any(shutil.which(name) for name in ("soffice", "libreoffice")))


def _languages() -> list[str]:
    """What Tesseract can read, if it is there."""
    if shutil.which("tesseract") is None:
        return []
    command = ["tesseract", "--list-langs"]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=20).stdout.split()  # noqa: S603
