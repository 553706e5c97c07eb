"""A real ClamAV daemon with a signature of our own, so that no real virus lies in the project."""

import subprocess
import time
import zipfile
from pathlib import Path

import pytest

from dinhlang.apps.files import public as files
from dinhlang.apps.files.models import StoredFile
from dinhlang.apps.files.tests.factories import NOW, PDF, a_stored_file, a_zip, an_upload

CLAMD = Path("/usr/sbin/clamd")
BAD = b"%PDF-1.4\nxin-chao-ma-doc-thu-nghiem\n%%EOF\n"
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not CLAMD.exists(), reason="ClamAV is not installed (./run test installs it)"),
]


@pytest.fixture(scope="module")
def daemon(tmp_path_factory):
    """The socket of a daemon that knows one signature."""
    home = tmp_path_factory.mktemp("clamav")
    (home / "ours.ndb").write_text(f"Dinhlang.Test:0:*:{b'xin-chao-ma-doc-thu-nghiem'.hex()}\n")
    line = home / "line"
    (home / "clamd.conf").write_text(f"Foreground yes\nDatabaseDirectory {home}\nLocalSocket {line}\n")
    running = subprocess.Popen([CLAMD, "-c", home / "clamd.conf"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    until = time.monotonic() + 30
    while not line.exists() and time.monotonic() < until:
        time.sleep(0.1)
    yield str(line)
    running.terminate()
    running.wait(timeout=20)


def test_a_clean_file_is_kept(settings, daemon):
    settings.CLAMAV = daemon

    assert a_stored_file(PDF).size == len(PDF)


def test_a_file_that_the_daemon_knows_is_refused_and_nothing_is_kept(settings, daemon):
    settings.CLAMAV = daemon

    with pytest.raises(files.CannotStore, match="có mã độc"):
        a_stored_file(BAD)

    assert not StoredFile.objects.exists()


def test_without_an_answer_nothing_is_kept_and_nobody_is_there(settings, tmp_path):
    settings.CLAMAV = str(tmp_path / "nobody")

    with pytest.raises(files.CannotStore, match="Chưa quét được"):
        a_stored_file(PDF)

    assert not files.virus_daemon_answers(settings.CLAMAV)


def test_a_daemon_that_runs_answers(daemon):
    assert files.virus_daemon_answers(daemon)


def test_an_infected_file_is_refused_where_others_would_be_kept_aside(settings, daemon):
    settings.CLAMAV = daemon
    macros = {"[Content_Types].xml": "<Types/>", "word/document.xml": "x", "word/vbaProject.bin": BAD}
    infected = an_upload(a_zip(macros, packing=zipfile.ZIP_STORED), "lệnh.docm")

    with pytest.raises(files.CannotStore, match="có mã độc"):
        files.store(infected, by=None, now=NOW, quarantines=True)

    assert not StoredFile.objects.exists()
