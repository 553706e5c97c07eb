import os
from pathlib import Path

from django.core.files.base import ContentFile

from dinhlang.base.storage import DurableStorage


def test_the_bytes_and_the_folders_on_the_way_are_on_the_disk_before_the_name_is_given(tmp_path, monkeypatch):
    settled = []
    fsync = os.fsync
    monkeypatch.setattr(
        os, "fsync", lambda handle: (settled.append(Path(f"/proc/self/fd/{handle}").resolve()), fsync(handle))
    )

    name = DurableStorage(location=tmp_path).save("ab/cd/abcd", ContentFile(b"xin chao"))

    assert settled == [tmp_path / name, tmp_path / "ab/cd", tmp_path / "ab", tmp_path]
