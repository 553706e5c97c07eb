"""A backup while people work: the database first, then the files, so that every file which the copy names is there.

Files in a bucket are copied to a folder beside the house first (`bucket_copy`).
"""

import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings

from dinhlang.config.recovery import bucket_copy, copies, manifest
from dinhlang.config.recovery.repository import RUN, CannotBackUp, Repository
from dinhlang.config.recovery.state import note, trouble_noted

STAGE = ".backup"
KEYS = ("secret-key", "data-keys", "push-key")


def data_repository(address: str) -> Repository:
    """For database and files."""
    return Repository(address, settings.HOME / "backup-password")


def keys_repository(address: str) -> Repository:
    """For the keys, apart and with a password of its own: who finds one of the two can read nothing."""
    return Repository(address, settings.HOME / "backup-keys-password")


def back_up(*, to: str, keys_to: str, now: datetime, say: Callable[[str], None], is_watched: bool = True) -> None:
    """Make one backup; the state says how it went. Only where somebody watches is a password made."""
    if not to:
        raise CannotBackUp(
            "Chưa nói sao lưu vào đâu · no place is named. Đặt DINHLANG_BACKUP_TO, hoặc: dinhlang backup --to /cho"
        )
    with trouble_noted(settings.HOME, "trouble"):
        _back_up(to, keys_to, now, say, is_watched)
    note(settings.HOME, backed_up=now.isoformat(), trouble="")
    say(f"Đã sao lưu vào {to} · Backed up.")


def _back_up(to: str, keys_to: str, now: datetime, say: Callable[[str], None], is_watched: bool) -> None:
    home: Path = settings.HOME
    data = data_repository(to)
    data.prepare(say=say, is_watched=is_watched)
    stage = home / STAGE
    shutil.rmtree(stage, ignore_errors=True)
    stage.mkdir(mode=0o700)
    run = f"{RUN}{now.isoformat()}"
    try:
        folder, wrong = _stage(stage, home, now)
        data.keep(STAGE, folder, under=home, run=run)
    finally:
        shutil.rmtree(stage, ignore_errors=True)
    _keep_keys(keys_to, home, say, is_watched, run)
    if wrong:
        raise CannotBackUp(
            "Đã sao lưu, nhưng kho tệp thiếu hoặc hỏng · backed up, but files are missing or spoiled in the store: "
            f"{len(wrong)} ({'; '.join(wrong[:3])}). Tệp còn ở bản sao thì chép lại bằng · mend: dinhlang files --to s3"
        )


def _stage(stage: Path, home: Path, now: datetime) -> tuple[str, list[str]]:
    """The copy of the database is written; the folder with the files, and what is wrong with them."""
    named: list[str] = []

    def look(ask: copies.Ask) -> dict[str, Any]:
        named.extend(bucket_copy.named(ask))
        return manifest.counted(ask)

    facts = copies.copy_database(stage, look)
    bucket = bucket_copy.bucket_in_use()
    folder = bucket_copy.COPY if bucket else "files"
    manifest.write(stage, {**facts, "files": folder}, now=now)
    (home / folder).mkdir(exist_ok=True)
    return folder, bucket_copy.bring_up_to_date(home / folder, bucket, named) if bucket else []


def _keep_keys(keys_to: str, home: Path, say: Callable[[str], None], is_watched: bool, run: str) -> None:
    names = [name for name in KEYS if (home / name).exists()]
    if not keys_to:
        say("! Khoá chưa được sao lưu; đặt DINHLANG_BACKUP_KEYS_TO ở nơi khác · the keys are not backed up.")
    elif names:
        keys = keys_repository(keys_to)
        keys.prepare(say=say, is_watched=is_watched)
        keys.keep(*names, under=home, run=run)
