"""A house is backed up while it stands, and put back in an empty place, by the commands that people use."""

import json
import shutil
import subprocess
import time

import pytest
from cryptography.fernet import Fernet

from dinhlang.config.tests.conftest import a_house

pytestmark = [
    pytest.mark.slow,
    pytest.mark.django_db,
    pytest.mark.skipif(not shutil.which("restic"), reason="restic is not installed (./run test installs it)"),
]
FILL = """
import django; django.setup()
from datetime import date
from django.core.files.uploadedfile import SimpleUploadedFile
from dinhlang.apps.audit import public as audit
from dinhlang.apps.files import public as files
from dinhlang.apps.people import public as people
from dinhlang.apps.units import public as units
from dinhlang.base import clock
now, day = clock.now(), clock.today()
place = units.open_unit(code="24", kind="province", name="Bắc Ninh", begins=date(2025, 7, 1), parent=None, today=day)
person, _ = people.make_first_administrator(username="quan", full_name="Vũ Anh Quân", unit=place, now=now, day=day)
files.store(SimpleUploadedFile("Biên bản.txt", "Biên bản họp thôn".encode()), by=person, now=now)
audit.lay_links()
"""


@pytest.fixture(scope="module")
def _kept(upgraded, tmp_path_factory):
    """Filled and backed up once; every test has a copy of the house and of its two repositories."""
    folder = tmp_path_factory.mktemp("kept")
    house = a_house(folder, "kept", like=upgraded)
    filled = house.run("-c", FILL)
    assert filled.returncode == 0, filled.stderr
    said = house.say("backup", "--to", str(folder / "data"), "--keys", str(folder / "keys"))
    assert said.returncode == 0, said.stderr
    assert "Mật khẩu của bản sao lưu" in said.stdout
    return house


@pytest.fixture
def backed_up(_kept, tmp_path):
    """A house with a person, a file and a record, and its two repositories."""
    for repository in ("data", "keys"):
        shutil.copytree(_kept.home.parent / repository, tmp_path / repository)
    return a_house(tmp_path, "first", like=_kept)


def another(build, house):
    """An empty house on another machine: only the passwords came along, on paper."""
    new = build("second")
    for file in ("backup-password", "backup-keys-password"):
        shutil.copy(house.home / file, new.home / file)
    return new


def restored(new, tmp_path):
    return new.say("restore", "--from", str(tmp_path / "data"), "--keys", str(tmp_path / "keys"))


def test_a_house_comes_back_whole_in_another_place(build, backed_up, tmp_path):
    new = another(build, backed_up)

    said = restored(new, tmp_path)

    assert said.returncode == 0, said.stderr
    assert "1 tệp" in said.stdout
    assert (new.home / "secret-key").read_text() == (backed_up.home / "secret-key").read_text()
    kept = [path.read_bytes() for path in (new.home / "files").rglob("*") if path.is_file()]
    assert kept == ["Biên bản họp thôn".encode()]
    assert "nguyên vẹn" in new.say("verify").stdout


def test_a_backup_is_never_put_over_a_house_that_stands(backed_up, tmp_path):
    refused = restored(backed_up, tmp_path)

    assert (refused.returncode, "đã có dữ liệu" in refused.stderr) == (1, True)


def test_a_drill_restores_aside_and_says_that_it_agrees(backed_up, tmp_path):
    said = backed_up.say("drill", "--from", str(tmp_path / "data"))

    assert said.returncode == 0, said.stderr
    assert "mọi thứ khớp" in said.stdout
    assert not (backed_up.home / ".drill").exists()


def test_a_file_that_was_spoiled_before_the_backup_is_named_by_the_drill(backed_up, tmp_path):
    spoiled = next(path for path in (backed_up.home / "files").rglob("*") if path.is_file())
    spoiled.write_bytes(b"khac")
    backed_up.say("backup", "--to", str(tmp_path / "data"))

    said = backed_up.say("drill", "--from", str(tmp_path / "data"))

    assert (said.returncode, spoiled.name in said.stderr) == (1, True)


def test_a_drill_that_failed_is_not_forgotten_by_the_next_good_backup(backed_up, tmp_path):
    spoiled = next(path for path in (backed_up.home / "files").rglob("*") if path.is_file())
    spoiled.write_bytes(b"khac")
    backed_up.environment |= {"DINHLANG_BACKUP_TO": str(tmp_path / "data")}
    backed_up.say("backup")
    backed_up.say("drill")
    backed_up.say("backup")

    assert spoiled.name in backed_up.say("check").stdout


def test_a_restore_that_does_not_agree_leaves_the_place_empty_for_an_older_one(build, backed_up, tmp_path):
    spoiled = next(path for path in (backed_up.home / "files").rglob("*") if path.is_file())
    spoiled.write_bytes(b"khac")
    backed_up.say("backup", "--to", str(tmp_path / "data"))
    new = another(build, backed_up)
    assert "không khớp" in restored(new, tmp_path).stderr

    said = new.say("restore", "--from", str(tmp_path / "data"), "--snapshot", older(backed_up, tmp_path))

    assert said.returncode == 0, said.stderr


def older(house, tmp_path):
    """The name of the first backup."""
    command = ["restic", "--repo", tmp_path / "data", "--password-file", house.home / "backup-password"]
    said = subprocess.run([*command, "snapshots", "--json"], capture_output=True, text=True, check=True)
    return json.loads(said.stdout)[0]["short_id"]


def test_a_missing_password_of_the_keys_is_said_before_anything_is_put_in_place(build, backed_up, tmp_path):
    new = build("sixth")
    shutil.copy(backed_up.home / "backup-password", new.home)
    assert "backup-keys-password" in restored(new, tmp_path).stderr
    shutil.copy(backed_up.home / "backup-keys-password", new.home)

    assert restored(new, tmp_path).returncode == 0


def test_the_lock_of_a_backup_that_was_killed_does_not_stop_the_next(backed_up, tmp_path):
    command = ["restic", "--repo", tmp_path / "data", "--password-file", backed_up.home / "backup-password"]
    running = subprocess.Popen([*command, "backup", "--stdin"], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
    until = time.monotonic() + 20
    while not list((tmp_path / "data/locks").iterdir()) and time.monotonic() < until:
        time.sleep(0.05)
    running.kill()
    running.wait()
    running.stdin.close()
    assert list((tmp_path / "data/locks").iterdir())

    said = backed_up.say("backup", "--to", str(tmp_path / "data"))

    assert said.returncode == 0, said.stderr


def test_a_drill_that_finds_no_room_is_answered_with_a_sentence_and_noted(backed_up, tmp_path):
    (backed_up.home / ".drill").touch()

    said = backed_up.say("drill", "--from", str(tmp_path / "data"))

    assert (said.returncode, "Traceback" in said.stderr) == (1, False), said.stderr
    assert json.loads((backed_up.home / "backup-state.json").read_text())["drill_trouble"]


def test_a_full_disk_is_answered_with_a_sentence(backed_up, tmp_path):
    """No file may grow beyond what is there already: the copy of the database does not fit."""
    small = "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
    small += "resource.setrlimit(resource.RLIMIT_FSIZE, (20000, 20000));"
    small += (
        f"from dinhlang.config.cli import main; raise SystemExit(main(['backup', '--to', {str(tmp_path / 'data')!r}]))"
    )

    said = backed_up.run("-c", small, str(tmp_path / "data"))

    assert (said.returncode, "Traceback" in said.stderr) == (1, False), said.stderr
    assert json.loads((backed_up.home / "backup-state.json").read_text())["trouble"]


def test_without_its_password_a_backup_opens_for_nobody(build, backed_up, tmp_path):
    new = build("third")
    (new.home / "backup-password").write_text("doan")

    refused = new.say("restore", "--from", str(tmp_path / "data"))

    assert (refused.returncode, "wrong password" in refused.stderr) == (1, True)


def test_a_backup_without_a_place_is_answered_with_what_to_do(build):
    said = build("fourth").say("backup")

    assert (said.returncode, "DINHLANG_BACKUP_TO" in said.stderr) == (1, True)


def test_an_older_backup_comes_with_the_keys_of_its_time(build, backed_up, tmp_path):
    """The keys were changed meanwhile, and the old one let go: what that backup hides, only the old one opens."""
    of_its_time = (backed_up.home / "data-keys").read_text()
    (backed_up.home / "data-keys").write_text(Fernet.generate_key().decode())
    said = backed_up.say("backup", "--to", str(tmp_path / "data"), "--keys", str(tmp_path / "keys"))
    assert said.returncode == 0, said.stderr
    new, wanted = another(build, backed_up), older(backed_up, tmp_path)

    places = ("--from", str(tmp_path / "data"), "--keys", str(tmp_path / "keys"))
    said = new.say("restore", *places, "--snapshot", wanted)

    assert said.returncode == 0, said.stderr
    assert (new.home / "data-keys").read_text() == of_its_time


def test_a_snapshot_that_is_not_there_is_answered_with_a_sentence(build, backed_up, tmp_path):
    said = another(build, backed_up).say("restore", "--from", str(tmp_path / "data"), "--snapshot", "khong-co")

    assert (said.returncode, "khong-co" in said.stderr) == (1, True)
