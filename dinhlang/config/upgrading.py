"""A failed upgrade leaves the old version running: all migrations or none.

An SQLite database is copied first and put back; PostgreSQL takes them all in one transaction.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from datetime import datetime
from pathlib import Path

from django.db import connection, transaction

from dinhlang.config.recovery import copies

FOLDER = "before-upgrade"
KEPT = 3


@contextmanager
def with_a_way_back(home: Path, *, now: datetime, say: Callable[[str], None]) -> Iterator[None]:
    """Keep the latest copies; whatever goes wrong inside, the database is the one from before."""
    copy = _copy(home, now)
    try:
        with transaction.atomic() if connection.vendor == "postgresql" else nullcontext():
            yield
    except Exception:
        if copy is not None:
            copies.put_back(copy)
        say(f"Nâng cấp không thành; cơ sở dữ liệu vẫn như trước · the upgrade failed, nothing changed ({copy or ''})")
        raise


def _copy(home: Path, now: datetime) -> Path | None:
    if connection.vendor != "sqlite" or not copies.tables(copies.ask_here):
        return None
    folder = home / FOLDER
    folder.mkdir(mode=0o700, exist_ok=True)
    copy = folder / f"{now:%Y%m%d-%H%M%S-%f}.sqlite3"
    copies.copy_sqlite(copy)
    for old in sorted(folder.glob("*.sqlite3"))[:-KEPT]:
        old.unlink()
    return copy
