"""The record is proved at the terminal, and by an outsider who has only the one file of the verifier."""

import json
import sqlite3
import subprocess
import sys
import unicodedata
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection

from dinhlang.apps.audit.models import Link
from dinhlang.apps.audit.queries import head
from dinhlang.apps.audit.tests.factories import NOW, an_entry, take_off_the_seal
from dinhlang.apps.units.tests.factories import a_commune
from dinhlang.config import proving

VERIFIER = Path(__file__).resolve().parents[3] / "tools/verify_record.py"
ODD = unicodedata.normalize("NFD", "Hoà giải “đ” 🏡 \\ \u2028")


@pytest.fixture
def written_out(db, tmp_path):
    """What an administrator hands to an outsider: four entries, one full of odd letters and values."""
    commune = a_commune()
    for n in range(4):
        facts = {"reason": ODD, "after": {"b": [1, 2.50, None, {"đ": ODD}], "a": True}} if n == 2 else {}
        an_entry(unit=commune, now=NOW + timedelta(microseconds=n), **facts)
    path = tmp_path / "record.jsonl"
    proving.export(str(path), say=lambda _: None)
    return path


def verified(path, *more):
    said = subprocess.run([sys.executable, VERIFIER, path, *more], capture_output=True, text=True, check=False)
    return said.returncode, said.stdout


def test_an_outsider_comes_to_the_same_digest(written_out):
    code, said = verified(written_out)

    assert (code, said.split()[-1]) == (0, head().digest)
    assert verified(written_out, "--at", "2")[1].split()[-1] == Link.objects.get(place=2).digest


def test_an_outsider_sees_what_was_changed_and_what_is_missing(written_out):
    lines = written_out.read_text().split("\n")
    changed = json.dumps(json.loads(lines[2]) | {"reason": "khác"})

    written_out.write_text("\n".join([*lines[:2], changed, lines[3]]))
    assert "changed after it was written: link 3" in verified(written_out)[1]

    written_out.write_text("\n".join([lines[0], *lines[2:]]))
    assert (verified(written_out)[0], "missing before link 2" in verified(written_out)[1]) == (1, True)


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="a database file is SQLite's")
def test_an_outsider_reads_a_database_file_too(written_out, tmp_path):
    copy = tmp_path / "copy.sqlite3"
    into = sqlite3.connect(copy)
    for table in ("audit_entry", "audit_link"):
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT * FROM {table}")
            names = [column[0] for column in cursor.description]
            rows = cursor.fetchall()
        into.execute(f"CREATE TABLE {table} ({', '.join(names)})")
        into.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(names))})", rows)
    into.commit()
    into.close()

    assert verified(copy)[1].split()[-1] == head().digest


def test_the_terminal_names_the_broken_link_and_fails(written_out):
    heard = []
    take_off_the_seal()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE audit_entry SET reason = 'khác' WHERE id = %s", [Link.objects.get(place=3).entry_id])

    assert proving.walk(say=heard.append) == 1
    assert not proving.latest_holds(say=heard.append, now=NOW)
    assert "broken at link 3" in heard[0]
    assert "changed after it was written" in heard[1]


def test_entries_that_nobody_binds_are_told_of(written_out):
    heard = []
    an_entry(unit=a_commune("Liên Sơn"))

    assert proving.latest_holds(say=heard.append, now=NOW + timedelta(hours=1))
    assert "1 mục nhật ký chưa vào chuỗi" in heard[0]
