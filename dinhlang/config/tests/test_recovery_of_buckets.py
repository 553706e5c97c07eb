"""A house with its files in a bucket is backed up, drilled and put back; all on a real S3 server, the backup too."""

import shutil

import pytest
from django.core.files.base import ContentFile

from dinhlang.base.bucket import BucketStorage
from dinhlang.config.tests.test_recovery import FILL

pytestmark = [
    pytest.mark.slow,
    pytest.mark.django_db,
    pytest.mark.skipif(not shutil.which("restic"), reason="restic is not installed (./run test installs it)"),
]
CONTENT = "Biên bản họp thôn".encode()


def another_bucket(bucket, name):
    """On the same server."""
    made = BucketStorage(
        endpoint=bucket.endpoint, bucket=f"{bucket.bucket}-{name}", key=bucket._key, secret=bucket._secret, region="x"
    )
    made.client.create_bucket(Bucket=made.bucket)
    return made


def with_files_in(house, bucket):
    told = {"ENDPOINT": bucket.endpoint, "BUCKET": bucket.bucket, "KEY": bucket._key, "SECRET": bucket._secret}
    house.environment |= {f"DINHLANG_FILES_S3_{name}": value for name, value in told.items()}
    house.environment |= {"AWS_ACCESS_KEY_ID": bucket._key, "AWS_SECRET_ACCESS_KEY": bucket._secret}
    return house


def filled(house):
    said = house.run("-c", FILL)
    assert said.returncode == 0, said.stderr
    return house


@pytest.fixture
def backed_up(ready, bucket, tmp_path):
    """Its files in one bucket, its backup in another, its keys in a folder."""
    kept = another_bucket(bucket, "backup")
    house = filled(with_files_in(ready("first"), bucket))
    house.environment["DINHLANG_BACKUP_TO"] = f"s3:{kept.endpoint}/{kept.bucket}"
    house.environment["DINHLANG_BACKUP_KEYS_TO"] = str(tmp_path / "keys")
    said = house.say("backup")
    assert said.returncode == 0, said.stderr
    yield house
    kept.client.close()


def another(build, house, *, without_bucket=False):
    """An empty house on another machine: only the passwords came along, on paper."""
    new = build("second")
    for file in ("backup-password", "backup-keys-password"):
        shutil.copy(house.home / file, new.home / file)
    told = {name: value for name, value in house.environment.items() if name.startswith(("DINHLANG_", "AWS_"))}
    leave = {"DINHLANG_HOME", "DINHLANG_DATABASE"}
    leave |= {name for name in told if without_bucket and name.startswith("DINHLANG_FILES_")}
    new.environment |= {name: value for name, value in told.items() if name not in leave}
    return new


def only_file(bucket):
    ((name, _size),) = bucket.names()
    return name


def test_it_comes_back_whole_into_an_empty_bucket_and_into_one_that_outlived_the_machine(build, bucket, backed_up):
    name = only_file(bucket)
    assert not (backed_up.home / "files").exists()
    assert backed_up.say("drill").returncode == 0
    new, empty = another(build, backed_up), another_bucket(bucket, "second")
    with_files_in(new, empty)

    said = new.say("restore")

    assert said.returncode == 0, said.stderr
    with empty.open(name) as kept:
        assert kept.read() == CONTENT
    assert "nguyên vẹn" in new.say("files").stdout
    third = another(build_again(build), backed_up)
    assert third.say("restore").returncode == 0, "the first bucket still holds the same bytes"
    empty.client.close()


def build_again(build):
    """A third house under a name of its own."""
    return lambda _name: build("third")


def test_it_comes_back_into_a_folder_as_well(build, backed_up):
    new = another(build, backed_up, without_bucket=True)

    said = new.say("restore")

    assert said.returncode == 0, said.stderr
    assert [path.read_bytes() for path in (new.home / "files").rglob("*") if path.is_file()] == [CONTENT]


def test_a_bucket_with_other_bytes_is_not_written_over_and_nothing_is_put_in_place(build, bucket, backed_up):
    new, other = another(build, backed_up), another_bucket(bucket, "second")
    other.save(only_file(bucket), ContentFile(b"khac"))
    with_files_in(new, other)

    said = new.say("restore")

    assert (said.returncode, "khác nội dung" in said.stderr) == (1, True), said.stderr
    with other.open(only_file(bucket)) as kept:
        assert kept.read() == b"khac"
    with_files_in(new, bucket)
    assert new.say("restore").returncode == 0, "the place is still empty"
    other.client.close()


def test_what_the_bucket_loses_is_named_and_still_in_the_backup_and_can_be_put_back(bucket, backed_up):
    name = only_file(bucket)
    bucket.delete(name)

    said = backed_up.say("backup")

    assert (said.returncode, name in said.stderr) == (1, True)
    assert backed_up.say("drill").returncode == 0
    assert backed_up.say("files").returncode == 1
    assert backed_up.say("files", "--to", "s3").returncode == 0
    with bucket.open(name) as kept:
        assert kept.read() == CONTENT


def test_files_move_into_the_bucket_and_back_and_go_on_where_they_were_stopped(ready, bucket):
    house = filled(ready("first"))
    place = next(path for path in (house.home / "files").rglob("*") if path.is_file())
    name = place.relative_to(house.home / "files").as_posix()
    (house.home / "files/exports").mkdir()
    (house.home / "files/exports/x.zip").write_bytes(b"PK")
    assert "DINHLANG_FILES_S3_ENDPOINT" in house.say("files", "--to", "s3").stderr
    with_files_in(house, bucket)

    assert "would copy: 2" in house.say("files", "--to", "s3", "--dry-run").stdout
    assert list(bucket.names()) == []
    bucket.save(name, ContentFile(CONTENT))  # a first run was stopped here
    assert "copied: 1, đã có sẵn · were there: 1" in house.say("files", "--to", "s3").stdout
    assert dict(bucket.names()) == {name: len(CONTENT), "exports/x.zip": 2}
    shutil.rmtree(house.home / "files")
    assert "copied: 2" in house.say("files", "--to", "folder").stdout
    assert place.read_bytes() == CONTENT


def test_a_file_spoiled_in_the_folder_is_named_and_takes_no_good_one_away(ready, bucket):
    house = with_files_in(filled(ready("first")), bucket)
    place = next(path for path in (house.home / "files").rglob("*") if path.is_file())
    name = place.relative_to(house.home / "files").as_posix()
    bucket.save(name, ContentFile(CONTENT))
    place.write_bytes(b"khac")

    said = house.say("files", "--to", "s3")

    assert (said.returncode, name in said.stdout) == (1, True)
    with bucket.open(name) as kept:
        assert kept.read() == CONTENT
