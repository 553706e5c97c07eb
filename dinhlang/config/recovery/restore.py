"""Putting a backup into an empty place, after looking at all of it."""

import shutil
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.db import connection

from dinhlang.base.bucket import BucketStorage
from dinhlang.base.refusal import Refusal
from dinhlang.base.storage import StoreAway
from dinhlang.config.recovery import bucket_copy, copies, manifest
from dinhlang.config.recovery.backup import KEYS, STAGE, data_repository, keys_repository
from dinhlang.config.recovery.repository import Repository

ROOM = ".restoring"


class CannotRestore(Refusal):
    """Nothing was put in place; the sentence says why and what to do."""


def restore(*, from_: str, keys_from: str, snapshot: str, say: Callable[[str], None]) -> None:
    """Fetch, verify, and only then put in place. The passwords lie in DINHLANG_HOME, as for a backup."""
    home: Path = settings.HOME
    _must_be_empty(home)
    data = data_repository(from_)
    keys = keys_repository(keys_from) if keys_from else None
    for repository in filter(None, (data, keys)):
        _must_have_password(repository)
    room = home / ROOM
    shutil.rmtree(room, ignore_errors=True)
    room.mkdir(parents=True, mode=0o700)
    try:
        asked = data.find(snapshot)
        if keys:
            keys.fetch(into=room / "keys", snapshot=keys.of_the_time_of(asked))
        data.fetch(into=room, snapshot=asked)
        _put_in_place(room, home, say)
        _put_keys(room / "keys", home)
    finally:
        shutil.rmtree(room, ignore_errors=True)
    say("Chạy tiếp · now run: dinhlang upgrade && dinhlang reindex && dinhlang check")


def _must_have_password(data: Repository) -> None:
    if not data.password_file.exists():
        raise CannotRestore(
            f"Hãy ghi mật khẩu của bản sao lưu (đã chép ra giấy) vào tệp {data.password_file} · "
            "write the password of the backup into this file."
        )


def _must_be_empty(home: Path) -> None:
    """What is there is never written over: a restore by mistake must cost nothing.

    A bucket may have outlived the machine: what it holds is compared, and only what it lacks is put there.
    """
    files = home / "files"
    has_files = not bucket_copy.bucket_in_use() and files.exists() and any(files.iterdir())
    if has_files or copies.tables(copies.ask_here):
        raise CannotRestore(
            "Nơi này đã có dữ liệu. Chỉ lấy lại vào chỗ trống: đặt DINHLANG_HOME (và DINHLANG_DATABASE) mới · "
            "there is data here; restore into an empty place."
        )


def _put_in_place(room: Path, home: Path, say: Callable[[str], None]) -> None:
    stage = room / STAGE
    told = manifest.read(stage)
    files = manifest.files_in(room, told)
    if told["database"] != connection.vendor:
        raise CannotRestore(
            f"Bản sao lưu này của {told['database']}, ở đây là {connection.vendor} · another database. "
            "Hãy đặt DINHLANG_DATABASE cho khớp."
        )
    path = stage / copies.NAMES[connection.vendor]
    if connection.vendor == "sqlite":
        copies.must_be_sound(path)
        with copies.asking_file(path) as ask:
            must_agree(told, files, ask)
        _put_files(files, home)
        _put_sqlite(path)
    else:
        _load_and_compare(path, told, files)
        try:
            _put_files(files, home)
        except BaseException:
            copies.empty_postgresql()
            raise
    say(
        f"Đã lấy lại bản ngày · restored the backup of {told['made']}: {sum(told['rows'].values())} dòng · rows, "
        f"{told['rows'].get('files_storedfile', 0)} tệp · files; mọi số đếm và mã kiểm đều khớp · all counts agree."
    )


def _put_sqlite(path: Path) -> None:
    """Last of all, so that nothing looks like a house before it is one."""
    connection.close()
    for leftover in ("-wal", "-shm"):  # of the empty database that was looked into
        Path(f"{connection.settings_dict['NAME']}{leftover}").unlink(missing_ok=True)
    path.replace(connection.settings_dict["NAME"])


def _load_and_compare(path: Path, told: dict, files: Path) -> None:
    """A dump can only be looked into once it is loaded; what does not agree is taken out again."""
    copies.load_postgresql(path, database=str(connection.settings_dict["NAME"]))
    try:
        must_agree(told, files, copies.ask_here)
    except CannotRestore:
        copies.empty_postgresql()
        raise


def _put_files(files: Path, home: Path) -> None:
    if bucket := bucket_copy.bucket_in_use():
        _put_into(bucket, files)
        return
    shutil.rmtree(home / "files", ignore_errors=True)
    if files.exists():
        files.replace(home / "files")


def _put_into(bucket: BucketStorage, files: Path) -> None:
    """If the bucket takes not all of them the database does not come either; what is there stays for another try."""
    try:
        wrong = bucket_copy.put_back(files, bucket)
    except StoreAway as away:
        raise CannotRestore(
            f"Kho tệp không nhận · the store of files does not take them: {away}. Chạy · run: dinhlang check"
        ) from away
    if wrong:
        raise CannotRestore(
            f"Ngăn chứa đã có {len(wrong)} tệp khác nội dung · the bucket holds other bytes under these names: "
            f"{'; '.join(wrong[:3])}. Hãy dùng ngăn chứa trống · use an empty bucket."
        )


def must_agree(told: dict, files: Path, ask: copies.Ask) -> None:
    """Every count, the end of the record and every byte of every file are as the backup said."""
    wrong = [*manifest.differences(told, ask), *manifest.damaged_files(files, ask)]
    if wrong:
        raise CannotRestore(
            f"Bản sao lưu không khớp với điều nó ghi · {len(wrong)} differences: {'; '.join(wrong[:3])}. "
            "Hãy thử bản trước · try an older one (--snapshot)."
        )


def _put_keys(fetched: Path, home: Path) -> None:
    for name in KEYS:
        if (fetched / name).exists():
            (fetched / name).replace(home / name)
            (home / name).chmod(0o600)
