"""Files from the folder into the bucket or back, and whether every file of the record is where it should be.

Nothing is taken away from where it was and nothing is written over; a second run goes on where the first was stopped.
"""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.core.files.storage import Storage, storages
from django.db import connection

from dinhlang.base.bucket import BucketStorage
from dinhlang.base.refusal import Refusal
from dinhlang.base.storage import DurableStorage, StoreAway
from dinhlang.config.recovery.bucket_copy import COPY, bucket_in_use, digest_of, is_brought

Say = Callable[[str], None]


class CannotMove(Refusal):
    """Files stay where they are; the sentence says why and what to do."""


def move(to: str, *, is_dry: bool, say: Say) -> int:
    """Every file of the one place into the other, each read back and compared; 1 where something is wrong."""
    folder, bucket = DurableStorage(location=settings.HOME / "files"), _bucket()
    copy = DurableStorage(location=settings.HOME / COPY)
    sources: list[Storage] = [folder, copy] if to == "s3" else [bucket, copy]
    target: Storage = bucket if to == "s3" else folder
    try:
        done, wrong = _moved([one for one in sources if _is_there(one)], target, is_dry)
        lacking = [] if is_dry else _lacking(target)
    except StoreAway as away:
        raise CannotMove(
            f"Kho tệp không trả lời, chưa xong · the store is away: {away}. Chạy lại để đi tiếp · run again to go on."
        ) from away
    say(
        f"{'Sẽ chép · would copy' if is_dry else 'Đã chép · copied'}: {done['copied']}, "
        f"đã có sẵn · were there: {done['there']}, không khớp · differ: {len(wrong)}, "
        f"còn thiếu · still lacking: {len(lacking)}"
    )
    for name in [*wrong, *lacking][:20]:
        say(f"✗ {name}")
    return 1 if wrong or lacking else 0


def verify(*, say: Say) -> int:
    """Every byte of every file that the record knows, read from where files lie now."""
    try:
        lacking = _lacking(storages["default"])
    except StoreAway as away:
        raise CannotMove(f"Kho tệp không trả lời · the store is away: {away}. Chạy · run: dinhlang check") from away
    for name in lacking[:20]:
        say(f"✗ {name}")
    say(
        f"Tệp thiếu hoặc hỏng · missing or spoiled: {len(lacking)}"
        if lacking
        else "Mọi tệp đều nguyên vẹn · Every file is whole."
    )
    return 1 if lacking else 0


def _bucket() -> BucketStorage:
    bucket = bucket_in_use()
    if bucket is None:
        raise CannotMove("Chưa nêu kho tệp · no store is named. Đặt · set: DINHLANG_FILES_S3_ENDPOINT, _BUCKET, _KEY…")
    return bucket


def _is_there(store: Storage) -> bool:
    return not isinstance(store, DurableStorage) or Path(store.location).is_dir()


def _moved(sources: list[Storage], target: Storage, is_dry: bool) -> tuple[Counter[str], list[str]]:
    done: Counter[str] = Counter()
    wrong: list[str] = []
    seen: set[str] = set()
    for source in sources:
        for name in [name for name, _size in source.names() if name not in seen]:  # type: ignore[attr-defined]
            seen.add(name)
            was_there = target.exists(name)
            if is_dry or is_brought(name, source, target):
                done["there" if was_there else "copied"] += 1
            else:
                wrong.append(name)
    return done, wrong


def _lacking(store: Storage) -> list[str]:
    """What a row points to and is not there, or has other bytes."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT blob, sha256, thumbnail FROM files_storedfile ORDER BY id")
        rows = cursor.fetchall()
    expected = {blob: sha256 for blob, sha256, _thumbnail in rows}
    lacking = [blob for blob, sha256 in expected.items() if not _is_whole(store, blob, sha256)]
    small = dict.fromkeys(thumbnail for _blob, _sha256, thumbnail in rows if thumbnail)
    return lacking + [name for name in small if not store.exists(name)]


def _is_whole(store: Storage, blob: str, sha256: str) -> bool:
    try:
        return digest_of(store, blob) == sha256
    except FileNotFoundError:
        return False
