"""The record is proved at the terminal, and by an outsider who has only the one file of the verifier."""

import json
import sqlite3
import subprocess
import sys
import unicodedata
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.db import connection

from dinhlang.apps.audit import public as audit
from dinhlang.apps.audit.actions import lay_links, seal_day
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
    seal_day(day=date(2026, 11, 20), now=NOW)
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
    changed = json.dumps(json.loads(lines[3]) | {"reason": "khác"})

    written_out.write_text("\n".join([*lines[:3], changed, lines[4]]))
    assert "changed after it was written: link 3" in verified(written_out)[1]

    written_out.write_text("\n".join([*lines[:2], *lines[3:]]))
    assert (verified(written_out)[0], "missing before link 2" in verified(written_out)[1]) == (1, True)


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="a database file is SQLite's")
def test_an_outsider_reads_a_database_file_too(written_out, tmp_path):
    copy = tmp_path / "copy.sqlite3"
    into = sqlite3.connect(copy)
    for table in ("audit_entry", "audit_link", "audit_seal"):
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


def test_an_outsider_sees_a_chain_that_was_laid_anew(written_out, tmp_path):
    take_off_the_seal()
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM audit_link")
        cursor.execute("UPDATE audit_entry SET reason = 'khác'")
    lay_links()
    proving.export(str(written_out), say=lambda _: None)

    code, said = verified(written_out)

    assert (code, "differs from the seal of 2026-11-20: link 4" in said) == (1, True)


def test_an_outsider_misses_an_end_that_was_sealed(written_out):
    written_out.write_text("\n".join(written_out.read_text().split("\n")[:4]))

    code, said = verified(written_out)

    assert (code, "missing that was sealed on 2026-11-20" in said) == (1, True)


def test_a_proof_first_binds_what_came_long_after_its_key(written_out, monkeypatch):
    monkeypatch.setattr("dinhlang.apps.audit.queries.chain.STRAGGLERS", 0)
    late = audit.entry("units.renamed", a_commune("Liên Sơn"), by=None, now=NOW)
    late.pk = -5  # far below the latest, as after an import that took minutes
    late.save(force_insert=True)
    assert lay_links() == 0

    assert proving.walk(say=lambda _: None) == 0
    assert Link.objects.latest("place").entry_id == late.pk
