"""A full disk and a database that goes away, for real: a sentence answers, nothing kept is lost, and work goes on."""

import contextlib
import http.client
import json
import subprocess
import time

import psycopg
import pytest
from django.db import connection

from benchmarks.server import serving
from benchmarks.writers import Writer

pytestmark = [pytest.mark.slow, pytest.mark.django_db]
SETTLE = "import json, django; django.setup(); from benchmarks import kill; print(json.dumps(kill.parts()))"
LOOK = """
import json, sys, django; django.setup()
from benchmarks import kill
wrong = kill.what_is_lost(json.loads(sys.argv[1])) + kill.what_is_half_done()
sys.exit("; ".join(wrong) or None)
"""
ROOM = "20m"


@pytest.fixture
def disk(tmp_path):
    """A disk of its own, so small that it is soon full."""
    place = tmp_path / "disk"
    place.mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={ROOM}", "none", str(place)], check=False)
    if made.returncode:
        pytest.skip("a small disk can only be made by root, and not everywhere")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)


def settled(house):
    said = house.run("-c", SETTLE)
    assert said.returncode == 0, said.stderr
    return json.loads(said.stdout.splitlines()[-1])


def is_whole(house, kept):
    said = house.run("-c", LOOK, json.dumps(kept))
    assert said.returncode == 0, said.stderr
    return True


def until_refused(writer, *, seconds=60):
    """Write until the house refuses; answers with its status and its page."""
    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        status, page = send(writer)
        if status not in (302, 200):
            return status, page
    raise AssertionError("The disk never got full.")


def send(writer):
    writer.told.append(f"Đã họp {len(writer.told)} {time.monotonic_ns()}")
    return writer.send(writer.told[-1])


def test_on_a_full_disk_nothing_kept_is_lost_and_work_goes_on_once_there_is_room(disk):
    if connection.vendor != "sqlite":
        pytest.skip("the small disk holds the database too: SQLite's")
    from dinhlang.config.tests.conftest import House

    house = House(disk)
    (cookie, part), *_others = settled(house)
    ballast = disk / "ballast"
    ballast.write_bytes(bytes(6_000_000))
    with serving(**house.environment) as (port, _server):
        writer = Writer(port, cookie, part)
        status, page = until_refused(writer)
        assert (status, "hết chỗ trống" in page) == (507, True)
        ballast.unlink()
        before = len(writer.kept)
        assert send(writer)[0] == 302

    assert len(writer.kept) == before + 1 > 1
    assert is_whole(house, writer.kept)


def test_a_database_that_goes_away_and_comes_back_is_waited_for(ready):
    if connection.vendor != "postgresql":
        pytest.skip("SQLite is a file and does not go away")
    house = ready("away")
    (cookie, part), *_others = settled(house)
    server, name = house.environment["DINHLANG_DATABASE"].rpartition("/")[::2]
    with serving(**house.environment) as (port, _server), psycopg.connect(f"{server}/postgres", autocommit=True) as sql:
        writer = Writer(port, cookie, part)
        assert send(writer)[0] == 302
        throw_out(sql, name)
        assert send(writer)[0] == 302, "a connection that was cut is made anew, and nobody notices"
        sql.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS false")
        throw_out(sql, name)
        status, page = send(writer)
        assert (status, "chưa được ghi nhận" in page) == (503, True)
        sql.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS true")
        assert send(writer)[0] == 302

    assert len(writer.kept) == 3
    assert is_whole(house, writer.kept)


def throw_out(sql, name):
    sql.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name])


def test_a_monitor_reads_the_figures_of_all_processes_together(ready):
    house = ready("measured")
    with serving(**house.environment, DINHLANG_METRICS_KEY="key-of-the-monitor") as (port, _server):
        asked = [ask(port, "/khoe/") for _ in range(40)]
        figures = ask(port, "/van-hanh/so-do/", Authorization="Bearer key-of-the-monitor")

    assert all(status == 200 for status, _page in asked)
    (line,) = [line for line in figures[1].splitlines() if 'requests_total{method="GET",route="alive"' in line]
    assert float(line.rsplit(" ", 1)[1]) == 40
    assert "dinhlang_record_length 0.0" in figures[1]


def ask(port, page, **headers):
    with contextlib.closing(http.client.HTTPConnection("127.0.0.1", port, timeout=30)) as connection:
        connection.request("GET", page, headers=headers)
        with connection.getresponse() as answer:
            return answer.status, answer.read().decode()
