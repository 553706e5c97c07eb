"""When the last backup was good, and the last drill: one small file beside the data, for `check` and for people."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path

import psycopg
from django.db import DatabaseError

from dinhlang.base.refusal import Refusal
from dinhlang.base.storage import StoreAway
from dinhlang.config.recovery.repository import CannotBackUp

NAME = "backup-state.json"


@dataclass(frozen=True)
class State:
    """Moments as text; empty where it never was. Each kind of trouble stays until the same thing was done well."""

    backed_up: str = ""
    drilled: str = ""
    trouble: str = ""
    drill_trouble: str = ""

    def age(self, now: datetime) -> float | None:
        """Days since the last good backup."""
        return (now - datetime.fromisoformat(self.backed_up)).total_seconds() / 86400 if self.backed_up else None


def read_state(home: Path) -> State:
    """What is known; nothing where nothing was ever backed up."""
    path = home / NAME
    return State(**json.loads(path.read_text())) if path.exists() else State()


def note(home: Path, **facts: str) -> None:
    """Keep what is new, whole or not at all."""
    kept = home / f"{NAME}.new"
    kept.write_text(json.dumps(asdict(replace(read_state(home), **facts))))
    kept.replace(home / NAME)


@contextmanager
def trouble_noted(home: Path, name: str) -> Iterator[None]:
    """Whatever goes wrong inside is kept under a name for `check`, and ends in a sentence, never in a traceback."""
    try:
        yield
    except (Refusal, StoreAway, OSError, sqlite3.Error, DatabaseError, psycopg.Error) as trouble:
        with suppress(OSError):  # on a full disk not even this can be written; `check` then sees that the last is old
            note(home, **{name: str(trouble)})
        if isinstance(trouble, Refusal):
            raise
        raise CannotBackUp(f"Không làm được · it failed: {trouble}. Xem lại chỗ trống trên đĩa, kho tệp.") from trouble
