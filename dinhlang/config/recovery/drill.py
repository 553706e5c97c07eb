"""The fire drill: the latest backup is put into a place of its own, compared with what it says, and cleared away."""

import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import connection

from dinhlang.config.recovery import copies, manifest
from dinhlang.config.recovery.backup import STAGE, data_repository
from dinhlang.config.recovery.restore import must_agree
from dinhlang.config.recovery.state import note, trouble_noted

ROOM = ".drill"


def drill(*, from_: str, now: datetime, say: Callable[[str], None]) -> None:
    """A backup that nobody ever restored is a hope. The state says how it went."""
    with trouble_noted(settings.HOME, "drill_trouble"):
        made = _restored_aside(from_)
    note(settings.HOME, drilled=now.isoformat(), drill_trouble="")
    say(f"Diễn tập lấy lại bản ngày {made}: mọi thứ khớp · the backup was restored aside and agrees.")


def _restored_aside(from_: str) -> str:
    """When the backup was made that was put there and compared; nothing of it stays."""
    room: Path = settings.HOME / ROOM
    shutil.rmtree(room, ignore_errors=True)
    room.mkdir(mode=0o700)
    try:
        data = data_repository(from_)
        data.fetch(into=room, snapshot=data.find("latest"))
        told = manifest.read(room / STAGE)
        _compare(room, told)
    finally:
        shutil.rmtree(room, ignore_errors=True)
    return str(told["made"])


def _compare(room: Path, told: dict) -> None:
    path, files = room / STAGE / copies.NAMES[connection.vendor], manifest.files_in(room, told)
    if connection.vendor == "sqlite":
        copies.must_be_sound(path)
        with copies.asking_file(path) as ask:
            must_agree(told, files, ask)
    else:
        _compare_postgresql(path, told, files)


def _compare_postgresql(path: Path, told: dict, files: Path) -> None:
    """A database of the drill's own; the role needs the right to make one (ALTER ROLE … CREATEDB)."""
    import psycopg

    name, facts = f"{connection.settings_dict['NAME']}_drill", connection.settings_dict
    copies.run_postgresql("dropdb", "--if-exists", name, database="postgres")
    copies.run_postgresql("createdb", "--template", "template0", "--encoding", "UTF8", name, database="postgres")
    try:
        copies.load_postgresql(path, database=name)
        told_where = {name: facts[name.upper()] for name in ("host", "port", "user", "password")}
        with psycopg.connect(dbname=name, **{key: value for key, value in told_where.items() if value}) as opened:
            must_agree(told, files, lambda question: opened.execute(question).fetchall())
    finally:
        copies.run_postgresql("dropdb", "--if-exists", name, database="postgres")
