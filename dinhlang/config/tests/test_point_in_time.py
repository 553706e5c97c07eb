"""Back to a minute, on a PostgreSQL that archives its log: by the very steps of docs/operations/recovery.md."""

import os
import re
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

import pytest
from django.db import connection

from dinhlang.config.tests.conftest import ROOT, House
from tools.ports import free_port
from tools.with_postgres import as_its_owner, server_programs

pytestmark = [
    pytest.mark.slow,
    pytest.mark.django_db,
    pytest.mark.skipif(
        connection.vendor != "sqlite" or not list(Path("/usr/lib/postgresql").glob("*/bin/initdb")),
        reason="it makes a server of its own, once",
    ),
]
MANUAL = (ROOT / "docs/operations/recovery.md").read_text()
OPEN = """
import sys, django; django.setup()
from datetime import date
from dinhlang.apps.people import public as people
from dinhlang.apps.units import public as units
from dinhlang.base import clock
now, day = clock.now(), clock.today()
place = units.Unit.objects.filter(code="24").first() or units.open_unit(
    code="24", kind="province", name="Bắc Ninh", begins=date(2025, 7, 1), parent=None, today=day)
people.make_first_administrator(username=sys.argv[1], full_name=sys.argv[1], unit=place, now=now, day=day)
"""
NAMES = """
import django; django.setup()
from dinhlang.apps.people.models import Person
print(" ".join(Person.objects.order_by("pk").values_list("username", flat=True)))
"""


class Server:
    """PostgreSQL as in a real house: it waits for its disk and archives its log."""

    def __init__(self, folder):
        self.folder, self.port, self.data = folder, free_port(), folder / "data"
        self.programs = server_programs()
        as_its_owner(
            str(self.programs / "initdb"), "-D", str(self.data), "-U", "dinhlang", "--auth=trust", "--locale=C.UTF-8"
        )

    def write_settings(self, *lines):
        with (self.data / "postgresql.conf").open("a") as settings:
            settings.write("\n".join(lines) + "\n")

    def start(self):
        options = f"-p {self.port} -k {self.folder} -c listen_addresses=127.0.0.1"
        words = ["-D", str(self.data), "-w", "-t", "180", "-l", str(self.folder / "log"), "-o", options, "start"]
        try:
            as_its_owner(str(self.programs / "pg_ctl"), *words)
        except subprocess.CalledProcessError as fault:
            raise AssertionError(f"PostgreSQL did not start:\n{self.said()}") from fault

    def stop(self, mode="fast"):
        as_its_owner(str(self.programs / "pg_ctl"), "-D", str(self.data), "-m", mode, "-w", "stop")

    def copy_base(self, into):
        words = ["-h", "127.0.0.1", "-p", str(self.port), "-U", "dinhlang", "-D", str(into), "--checkpoint=fast"]
        as_its_owner(str(self.programs / "pg_basebackup"), *words)

    def archive_all(self):
        """What was written up to now lies in the archive: whoever goes back past its end finds no house at all."""
        last = self.sql("SELECT pg_walfile_name(pg_switch_wal())")
        for _ in range(600):
            if self.sql("SELECT coalesce(last_archived_wal, '') FROM pg_stat_archiver") >= last:
                return
            time.sleep(0.1)
        raise AssertionError(f"{last} never came into the archive:\n{self.said()}")

    def said(self):
        return (self.folder / "log").read_text()

    def sql(self, words):
        command = ["psql", "-h", "127.0.0.1", "-p", str(self.port), "-U", "dinhlang", "-d", "postgres", "-Atc", words]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


@pytest.fixture
def server():
    folder = Path(tempfile.mkdtemp(prefix="dinhlang-moment-"))
    (folder / "archive").mkdir()
    if os.geteuid() == 0:
        for place in (folder, folder / "archive"):
            shutil.chown(place, "postgres")
    made = Server(folder)
    yield made
    try:
        made.stop("immediate")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def setting(name, folder):
    """A line of the manual, with the archive of this test in place of its own."""
    (found,) = re.findall(rf"^    ({name} = .*)$", MANUAL, re.MULTILINE)
    return found.replace("/archive", str(folder / "archive"))


def test_the_house_goes_back_to_the_minute_before_the_mistake(server, tmp_path):
    server.write_settings(setting("archive_mode", server.folder), setting("archive_command", server.folder))
    server.start()
    (tmp_path / "home").mkdir()
    house = House(tmp_path / "home", f"postgres://dinhlang@127.0.0.1:{server.port}/postgres")
    assert house.say("upgrade").returncode == 0
    assert house.run("-c", OPEN, "before").returncode == 0
    server.copy_base(server.folder / "base")
    assert house.run("-c", OPEN, "after").returncode == 0
    time.sleep(1.1)
    moment = server.sql("SELECT now()")
    time.sleep(1.1)
    assert house.run("-c", OPEN, "mistake").returncode == 0
    server.archive_all()
    server.stop("immediate")

    server.data = server.folder / "base"
    server.write_settings(
        setting("restore_command", server.folder),
        f"recovery_target_time = '{moment}'",
        setting("recovery_target_action", server.folder),
    )
    (server.data / "recovery.signal").touch()
    if os.geteuid() == 0:
        shutil.chown(server.data / "recovery.signal", "postgres")
    server.start()

    assert house.run("-c", NAMES).stdout.split() == ["before", "after"]
    assert "nguyên vẹn" in house.say("verify").stdout
    assert house.run("-c", OPEN, "next").returncode == 0, "the house goes on from there"
