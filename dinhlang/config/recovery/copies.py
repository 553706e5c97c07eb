"""A copy of the database as of one moment, while people go on working; and how to put one back."""

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from django.db import connection, transaction

from dinhlang.config.recovery.repository import CannotBackUp

Ask = Callable[[str], list[tuple[Any, ...]]]
"""Puts a question in SQL to a database and returns its rows."""

NAMES = {"sqlite": "database.sqlite3", "postgresql": "database.dump"}


@contextmanager
def asking_file(path: Path) -> Iterator[Ask]:
    """Questions to a copy that is an SQLite file."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as opened:
        yield lambda question: opened.execute(question).fetchall()


def ask_here(question: str) -> list[tuple[Any, ...]]:
    """Questions to the database that the house stands on."""
    with connection.cursor() as cursor:
        cursor.execute(question)
        return list(cursor.fetchall())


def copy_database(into: Path, count: Callable[[Ask], dict[str, Any]]) -> dict[str, Any]:
    """Write the copy into a folder; what is counted is counted in the same moment."""
    path = into / NAMES[connection.vendor]
    return _copy_sqlite(path, count) if connection.vendor == "sqlite" else _copy_postgresql(path, count)


def copy_sqlite(path: Path) -> None:
    """One file, whole, while others write."""
    connection.ensure_connection()
    with closing(sqlite3.connect(path)) as copy:
        connection.connection.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")
    must_be_sound(path)


def put_back(path: Path) -> None:
    """The content of a copy, into the database that is open here."""
    connection.close()
    connection.ensure_connection()
    with closing(sqlite3.connect(path)) as copy:
        copy.backup(connection.connection)


def _copy_sqlite(path: Path, count: Callable[[Ask], dict[str, Any]]) -> dict[str, Any]:
    copy_sqlite(path)
    with asking_file(path) as ask:
        return count(ask)


def must_be_sound(path: Path) -> None:
    """SQLite's own look at every page of a file."""
    with asking_file(path) as ask:
        found = ask("PRAGMA integrity_check")
    if found != [("ok",)]:
        raise CannotBackUp(f"Bản sao cơ sở dữ liệu bị hỏng · the copy is damaged: {found[0][0]}")


def _copy_postgresql(path: Path, count: Callable[[Ask], dict[str, Any]]) -> dict[str, Any]:
    with transaction.atomic():
        with connection.cursor() as cursor:  # one snapshot for the counts and for the dump
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        ((snapshot,),) = ask_here("SELECT pg_export_snapshot()")
        run_postgresql("pg_dump", "--format=custom", f"--snapshot={snapshot}", "--file", str(path), database=_name())
        return count(ask_here)


def _name() -> str:
    return str(connection.settings_dict["NAME"])


def load_postgresql(path: Path, *, database: str) -> None:
    """Put a dump into an empty database, all or nothing."""
    words = (
        "--clean",
        "--if-exists",
        "--no-owner",
        "--exit-on-error",
        "--single-transaction",
        "--dbname",
        database,
        str(path),
    )
    run_postgresql("pg_restore", *words, database=database)


def empty_postgresql() -> None:
    """Take out again what was just loaded into an empty database and did not agree."""
    with connection.cursor() as cursor:
        for table in tables(ask_here, everything=True):
            cursor.execute(f'DROP TABLE "{table}" CASCADE')


def run_postgresql(program: str, *words: str, database: str) -> None:
    """A program of PostgreSQL, told by the environment where the server is; a password is on no command line."""
    facts = connection.settings_dict
    told = {"PGHOST": facts["HOST"], "PGPORT": facts["PORT"], "PGUSER": facts["USER"], "PGPASSWORD": facts["PASSWORD"]}
    environment = {**os.environ, "PGDATABASE": database, **{key: value for key, value in told.items() if value}}
    found = shutil.which(program)
    if found is None:
        raise CannotBackUp(
            f"Máy chưa có {program} · {program} is missing. Cài · run: apt-get install postgresql-client"
        )
    said = subprocess.run([found, *words], capture_output=True, text=True, check=False, env=environment)  # noqa: S603
    if said.returncode != 0:
        raise CannotBackUp(f"{program}: {(said.stderr.strip() or '?').splitlines()[-1]}")


def tables(ask: Ask, *, everything: bool = False) -> list[str]:
    """The tables of the house, by name; those that the search keeps for itself can be built anew."""
    rows = ask(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        if connection.vendor == "sqlite"
        else "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
    )
    return sorted(name for (name,) in rows if everything or not name.startswith("search_words"))
