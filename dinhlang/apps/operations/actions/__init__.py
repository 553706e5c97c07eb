"""What happens to jobs, and what workers say of themselves."""

from dinhlang.apps.operations.actions.deciding import drop, rerun
from dinhlang.apps.operations.actions.queue import UNKNOWN, claim, fail, finish, note, put, put_back, sweep
from dinhlang.apps.operations.actions.workers import beat, come, leave

__all__ = [
    "UNKNOWN",
    "beat",
    "claim",
    "come",
    "drop",
    "fail",
    "finish",
    "leave",
    "note",
    "put",
    "put_back",
    "rerun",
    "sweep",
]
