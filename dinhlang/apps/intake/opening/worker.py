"""The process that reads one file: it bounds itself, reads, writes the outcome, ends. Knows no Django.

    python -I -m dinhlang.apps.intake.opening.worker '{"name": …, "limits": {…}}'

stands in a folder of its own, which holds `content`; it leaves `outcome` there and tells its progress in lines.
"""

import json
import os
import resource
import signal
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from dinhlang.apps.intake.opening.opened import Limits, Trouble, Unreadable

LARGEST_FILE_WRITTEN = 512 * 1024 * 1024
MEMORY_OF_HELPERS = 4 * 1024**3
"""Address space that LibreOffice wants, most of it never touched."""


def main() -> None:
    """Read the content in this folder."""
    told = json.loads(sys.argv[1])
    limits = Limits(**told["limits"])
    bound(limits)
    do = _draw if "page" in told else _read
    Path("outcome").write_text(json.dumps(_outcome(do, told, limits)), encoding="utf-8")


def bound(limits: Limits) -> None:
    """Bound this process and all that it starts. The parent keeps the clock; an alarm does if the parent is gone."""
    most_seconds = int(limits.seconds + limits.seconds_a_page * limits.pages) + 1
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory, max(limits.memory, MEMORY_OF_HELPERS)))
    resource.setrlimit(resource.RLIMIT_CPU, (int(limits.seconds) + 1, most_seconds))
    resource.setrlimit(resource.RLIMIT_FSIZE, (LARGEST_FILE_WRITTEN, LARGEST_FILE_WRITTEN))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.signal(signal.SIGALRM, lambda *_: os.killpg(0, signal.SIGKILL))
    signal.alarm(most_seconds + 60)


def _read(told: dict[str, Any], limits: Limits) -> dict[str, Any]:
    from dinhlang.apps.intake.opening.readers import read

    return read(Path("content").read_bytes(), told["name"], limits, _tell, Path.cwd()).as_data()


def _draw(told: dict[str, Any], limits: Limits) -> dict[str, Any]:
    """A picture lies beside the outcome."""
    from dinhlang.apps.intake.opening.drawing import drawn

    Path("picture").write_bytes(drawn(Path("content").read_bytes(), told["page"], told["width"], told.get("cut")))
    return {}


def _outcome(
    do: Callable[[dict[str, Any], Limits], dict[str, Any]], told: dict[str, Any], limits: Limits
) -> dict[str, Any]:
    try:
        return do(told, limits)
    except Unreadable as unreadable:
        return {"trouble": str(unreadable.trouble), "facts": unreadable.facts}
    except MemoryError:
        return {"trouble": str(Trouble.TOO_MUCH_MEMORY), "facts": {}}
    except RecursionError:
        return {"trouble": str(Trouble.BOMB), "facts": {}}
    except Exception as fault:  # a reader met what nobody thought of: the person gets a sentence, the log the place
        return {"trouble": str(Trouble.DAMAGED), "facts": {}, "fault": _place(fault)}


def _place(fault: Exception) -> str:
    """What went wrong and where, without a word of the file."""
    frames = traceback.extract_tb(fault.__traceback__)
    return f"{type(fault).__name__} at " + " ← ".join(
        f"{Path(one.filename).name}:{one.lineno}" for one in frames[:-6:-1]
    )


def _tell(done: int, pages: int) -> None:
    """Recognition takes long: each page gives more time, to this process and at its parent."""
    if done == 0:
        _soft, hard = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (hard, hard))
    with suppress(BrokenPipeError):
        sys.stdout.write(json.dumps([done, pages]) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
