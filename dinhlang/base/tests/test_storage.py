import errno
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.core.files.base import ContentFile

from dinhlang.base.storage import INCOMING, DurableStorage

NOW = datetime(2026, 11, 20, 3, tzinfo=UTC)


def test_the_bytes_and_the_folders_on_the_way_are_on_the_disk_before_the_name_is_given(tmp_path, monkeypatch):
    settled = []
    fsync = os.fsync
    monkeypatch.setattr(
        os, "fsync", lambda handle: (settled.append(Path(f"/proc/self/fd/{handle}").resolve()), fsync(handle))
    )

    name = DurableStorage(location=tmp_path).save("ab/cd/abcd", ContentFile(b"xin chao"))

    assert settled[0].parent == tmp_path / INCOMING, "its bytes before it has a name"
    assert settled[1:] == [(tmp_path / name).parent, tmp_path / "ab", tmp_path]


def test_of_a_file_that_does_not_fit_nothing_stays(tmp_path):
    class TooMuch(ContentFile):
        def chunks(self, chunk_size=None):
            yield b"xin"
            raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        DurableStorage(location=tmp_path).save("ab/cd/abcd", TooMuch(b"xin chao"))

    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_what_a_killed_process_left_unfinished_is_swept_after_its_time_and_nothing_else(tmp_path):
    store = DurableStorage(location=tmp_path)
    kept = store.save("ab/cd/abcd", ContentFile(b"xin chao"))
    for name, hours in (("cu", 48), ("moi", 1)):
        (tmp_path / INCOMING / name).write_bytes(b"xi")
        os.utime(tmp_path / INCOMING / name, (NOW.timestamp() - hours * 3600,) * 2)

    assert store.sweep(before=NOW - timedelta(days=1)) == 1

    assert [path.name for path in (tmp_path / INCOMING).iterdir()] == ["moi"]
    assert [name for name, _ in store.names()] == [kept]


def test_a_second_file_of_one_name_never_goes_over_the_first(tmp_path, monkeypatch):
    store = DurableStorage(location=tmp_path)
    monkeypatch.setattr(store, "exists", lambda name: False)  # both looked before either wrote

    first = store.save("ab/cd/abcd", ContentFile(b"mot"))
    monkeypatch.undo()
    second = store._save("ab/cd/abcd", ContentFile(b"hai"))

    assert ((tmp_path / first).read_bytes(), (tmp_path / second).read_bytes()) == (b"mot", b"hai")
