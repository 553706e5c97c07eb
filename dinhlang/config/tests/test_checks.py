"""What `dinhlang check` finds."""

from datetime import UTC, datetime
from types import SimpleNamespace

import pytest
from django.db import connection

from dinhlang.apps.audit import public as audit
from dinhlang.apps.audit.jobs import seal_yesterday
from dinhlang.apps.audit.tests.factories import an_entry
from dinhlang.apps.operations import public as operations
from dinhlang.apps.operations.tests.factories import a_given_up_job
from dinhlang.apps.register import public as register
from dinhlang.apps.tasks.tests.factories import an_assignment
from dinhlang.apps.units.tests.factories import a_commune
from dinhlang.base import clock
from dinhlang.config.checks import (
    a_commit_is_on_the_disk,
    disk_has_room,
    files_can_be_read,
    nobody_owes_from_the_grave,
    virus_daemon_answers,
    work_is_done,
)


def test_a_virus_daemon_that_was_named_and_is_not_there_is_a_finding_with_its_cure(settings, tmp_path):
    settings.CLAMAV = str(tmp_path / "nobody")

    (found,) = virus_daemon_answers()

    assert (found.id, "DINHLANG_CLAMAV" in found.hint) == ("dinhlang.W010", True)


def test_without_a_virus_daemon_there_is_nothing_to_find(settings):
    settings.CLAMAV = ""

    assert virus_daemon_answers() == []


def test_programs_that_read_files_are_missed_by_name_and_package(monkeypatch, tmp_path):
    assert files_can_be_read() == []

    monkeypatch.setenv("PATH", str(tmp_path))

    assert [found.hint.split()[-1] for found in files_can_be_read()] == [
        "tesseract-ocr-vie",
        "libreoffice-writer-nogui",
    ]


@pytest.mark.django_db
def test_a_house_without_a_worker_is_told_so():
    assert "dinhlang.W014" in found_by(work_is_done(databases=["default"]))

    operations.come(name="một", version="1", now=clock.now())

    assert found_by(work_is_done(databases=["default"])) == set()


@pytest.mark.django_db
def test_a_job_that_was_given_up_is_a_finding_with_the_page_to_go_to():
    a_given_up_job()

    found = {message.id: message for message in work_is_done(databases=["default"])}

    assert "/van-hanh/" in found["dinhlang.W013"].hint


@pytest.mark.django_db
def test_a_day_without_a_seal_is_missed_in_the_morning():
    an_entry(unit=a_commune(), now=datetime(2026, 11, 18, 5, tzinfo=UTC))
    audit.lay_links()
    six_in_the_morning = datetime(2026, 11, 19, 23, 1, tzinfo=UTC)

    assert audit.is_seal_late(six_in_the_morning)
    seal_yesterday(day="2026-11-20")
    assert not audit.is_seal_late(six_in_the_morning)


@pytest.mark.django_db
def test_where_nothing_was_ever_written_no_seal_is_missed():
    assert not audit.is_seal_late(datetime(2026, 11, 20, 5, tzinfo=UTC))


def test_a_disk_that_is_nearly_full_is_a_finding(monkeypatch):
    assert disk_has_room() == []

    monkeypatch.setattr("shutil.disk_usage", lambda place: SimpleNamespace(free=5_000_000))

    (found,) = disk_has_room()
    assert (found.id, "4 MB" in found.msg) == ("dinhlang.W016", True)


@pytest.mark.django_db
def test_a_postgresql_that_does_not_wait_for_its_disk_is_a_finding():
    found = found_by(a_commit_is_on_the_disk(databases=["default"]))

    assert found == ({"dinhlang.W017"} if connection.vendor == "postgresql" else set())  # the tests' own is made fast


def found_by(messages):
    return {message.id for message in messages}


@pytest.mark.django_db
def test_open_parts_of_units_that_are_no_more_are_named():
    part = an_assignment()
    assert nobody_owes_from_the_grave(databases=["default"]) == []

    register.abolish_unit(part.unit, day=clock.today(), by=None, now=clock.now())

    (found,) = nobody_owes_from_the_grave(databases=["default"])
    assert found.id == "dinhlang.W025"
    assert part.unit.full_name in found.msg
