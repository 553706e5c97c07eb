"""What a backup says of itself, and whether what came back agrees with it."""

import json
from collections.abc import Iterator
from datetime import datetime
from hashlib import file_digest
from pathlib import Path
from typing import Any

from django.db import connection

from dinhlang import __version__
from dinhlang.config.recovery.bucket_copy import COPY
from dinhlang.config.recovery.copies import Ask, tables

NAME = "manifest.json"


def counted(ask: Ask) -> dict[str, Any]:
    """The rows of every table, and the end of the record's chain."""
    rows = {table: ask(f'SELECT count(*) FROM "{table}"')[0][0] for table in tables(ask)}  # noqa: S608 - our own names
    last = ask("SELECT place, digest FROM audit_link ORDER BY place DESC LIMIT 1")
    return {"rows": rows, "record": list(last[0]) if last else []}


def write(folder: Path, facts: dict[str, Any], *, now: datetime) -> None:
    """Beside the copy of the database."""
    about = {"version": __version__, "database": connection.vendor, "made": now.isoformat(), **facts}
    (folder / NAME).write_text(json.dumps(about, ensure_ascii=False, indent=1))


def read(folder: Path) -> dict[str, Any]:
    """What the backup said of itself."""
    return dict(json.loads((folder / NAME).read_text()))


def files_in(room: Path, told: dict[str, Any]) -> Path:
    """Where the files of a fetched backup lie: those of a bucket lay in a folder of their own."""
    return room / ("files" if told.get("files", "files") == "files" else COPY)


def differences(told: dict[str, Any], ask: Ask) -> list[str]:
    """What is otherwise than the backup said, each in a sentence; nothing where all agrees."""
    found = counted(ask)
    wrong = [
        f"{table}: {told['rows'].get(table)} → {found['rows'].get(table)}"
        for table in sorted({*told["rows"], *found["rows"]})
        if told["rows"].get(table) != found["rows"].get(table)
    ]
    return wrong if found["record"] == told["record"] else [*wrong, f"{told['record']} → {found['record']}"]


def damaged_files(files: Path, ask: Ask) -> Iterator[str]:
    """Each stored file that is not there, or whose bytes are not those that were kept."""
    for blob, sha256, thumbnail in ask("SELECT blob, sha256, thumbnail FROM files_storedfile ORDER BY id"):
        if not _is_whole(files / blob, sha256) or (thumbnail and not (files / thumbnail).is_file()):
            yield blob


def _is_whole(path: Path, sha256: str) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as opened:
        return file_digest(opened, "sha256").hexdigest() == sha256
