"""At the terminal days count as in the house: by the days off that an administrator has put into its table."""

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest

from dinhlang.apps.calendar.tests.factories import STORM, a_day_off
from dinhlang.config.cli import main
from dinhlang.pure.reading.tests import test_reading

PHRASE, ON = "5 ngày làm việc kể từ ngày 30/11/2026", "2026-11-20"
USUAL, LATER = "2026-12-07", "2026-12-08"
PLAN = (
    f"{test_reading.HEAD}II. TỔ CHỨC THỰC HIỆN\n1. Giao Công an xã báo cáo trước ngày 04/12/2026.\n{test_reading.FOOT}"
)


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A folder for a house; empty, so that there is none yet."""
    monkeypatch.setenv("DINHLANG_HOME", str(tmp_path))
    monkeypatch.delenv("DINHLANG_DATABASE", raising=False)
    return tmp_path


@pytest.fixture
def house(home, db):
    """There is a house: its database is that of the tests."""
    (home / "dinhlang.sqlite3").write_bytes(b"something was kept")


def due(capsys, *words):
    assert main(["when", *(words or [PHRASE]), "--on", ON, "--json"]) == 0
    told = capsys.readouterr()
    return json.loads(told.out)["due"], told.err


def test_a_phrase_is_reckoned_by_the_days_off_of_the_house(house, capsys):
    before = due(capsys)
    a_day_off(STORM)

    assert (before, due(capsys)) == (([USUAL], ""), ([LATER], ""))


def test_a_document_is_read_by_the_days_off_of_the_house(house, tmp_path, monkeypatch):
    a_day_off(STORM)
    asked = []

    def read(text, *, received_on, calendar):
        asked.append(calendar)
        raise SystemExit

    monkeypatch.setattr("dinhlang.config.read.read", read)
    (tmp_path / "ke-hoach.txt").write_text(PLAN, encoding="utf-8")
    with pytest.raises(SystemExit):
        main(["read", str(tmp_path / "ke-hoach.txt")])

    assert not asked[0].works_on(STORM)


def test_without_a_house_nothing_is_said_and_nothing_is_made(home, capsys):
    assert due(capsys) == ([USUAL], "")
    assert list(home.iterdir()) == []


def at_the_terminal(home, **more):
    environment = {**os.environ, "DINHLANG_HOME": str(home), **more}
    command = [sys.executable, "-m", "dinhlang.config.cli", "when", PHRASE, "--on", ON, "--json"]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=True)


def test_a_database_that_is_not_ready_yet_is_passed_over(home):
    with closing(sqlite3.connect(home / "dinhlang.sqlite3")) as file:
        file.execute("CREATE TABLE something (id)")
        file.commit()

    said = at_the_terminal(home)

    assert (json.loads(said.stdout)["due"], said.stderr) == ([USUAL], "")


def test_a_database_that_does_not_answer_is_told_of_and_the_phrase_is_answered(home):
    said = at_the_terminal(home, DINHLANG_DATABASE="postgres://nobody@127.0.0.1:1/none")

    assert json.loads(said.stdout)["due"] == [USUAL]
    assert "tính theo danh mục có sẵn" in said.stderr and "Traceback" not in said.stderr
