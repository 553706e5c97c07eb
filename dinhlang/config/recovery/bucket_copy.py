"""A folder beside the house with what lies in the bucket: backups are made from it, so that they are encrypted,
incremental and thinned as those of a folder. Only what is new is fetched; what the bucket loses, the copy still has.
"""

from collections.abc import Iterable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from django.core.files.base import File
from django.core.files.storage import Storage, storages

from dinhlang.base.bucket import BucketStorage
from dinhlang.base.storage import DurableStorage
from dinhlang.config.recovery.copies import Ask

COPY = ".files-copy"


def bucket_in_use() -> BucketStorage | None:
    """The bucket of the settings, where they name one."""
    store = storages["default"]
    return store if isinstance(store, BucketStorage) else None


def named(ask: Ask) -> list[str]:
    """Every name that a row of the database points to."""
    rows = ask("SELECT blob, thumbnail FROM files_storedfile ORDER BY id")
    return list(dict.fromkeys(name for row in rows for name in row if name))


def bring_up_to_date(folder: Path, bucket: BucketStorage, wanted: Iterable[str]) -> list[str]:
    """What the bucket has is in the folder, too; answers with what is wrong in the bucket, a sentence each."""
    wanted, copy = list(wanted), DurableStorage(location=folder)
    there, have = dict(bucket.names()), dict(copy.names())
    wrong = [f"{name}: {'lost' if name not in have else 'not in the bucket'}" for name in wanted if name not in there]
    for name, size in there.items():
        if have.get(name) != size and (trouble := _fetched(name, bucket, copy)):
            wrong.append(f"{name}: {trouble}")
    for name in set(have) - set(there) - set(wanted):
        copy.delete(name)
    return wrong


def _fetched(name: str, bucket: BucketStorage, copy: DurableStorage) -> str:
    """What is wrong with it, or nothing; a whole copy is never replaced by bytes that are not those of the name."""
    with suppress(FileNotFoundError):  # an export that was cleared since we looked
        if not agrees_with_its_name(name, digest_of(bucket, name)):
            return "spoiled in the bucket"
        copy.delete(name)
        with bucket.open(name) as opened:
            copy.save(name, opened)
        if not agrees_with_its_name(name, digest_of(copy, name)):
            copy.delete(name)
            return "changed on the way"
    return ""


def digest_of(store: Storage, name: str) -> str:
    """Of all its bytes, as they lie there."""
    with store.open(name) as opened:
        return digest(opened)


def digest(opened: File) -> str:
    """SHA-256 of all bytes, read piece by piece."""
    found = sha256()
    for chunk in opened.chunks():
        found.update(chunk)
    return found.hexdigest()


def agrees_with_its_name(name: str, found: str) -> bool:
    """What people sent is named by its checksum; small pictures and exports are not."""
    last = name.rpartition("/")[2]
    is_by_checksum = len(last.partition("_")[0]) == len(found) and name.startswith(f"{last[:2]}/{last[2:4]}/")
    return not is_by_checksum or last.startswith(found)


def put_back(folder: Path, bucket: BucketStorage) -> list[str]:
    """Every file of the folder is in the bucket; nothing there is written over. Answers with what is other there."""
    source, wrong = DurableStorage(location=folder), []
    for name, _size in source.names():
        if not is_brought(name, source, bucket):
            wrong.append(name)
    return wrong


def is_brought(name: str, source: Storage, target: Storage) -> bool:
    """The same bytes lie under the name in both, read back from where they were put."""
    expected = digest_of(source, name)
    try:
        return digest_of(target, name) == expected
    except FileNotFoundError:
        with source.open(name) as opened:
            saved = target.save(name, opened)
    if saved == name and digest_of(target, name) == expected:
        return True
    target.delete(saved)
    return False
