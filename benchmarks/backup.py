"""Backup, a second one after a day of work, a drill and a restore of 10 GB of files, by the commands that people use.

At scale 1 the house keeps 10 GB in files of 2 MB each (nothing that packs well, as photos do not) and a small province.
Set TMPDIR to a disk with three times that room.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks import world
from benchmarks.figures import Figures

WHOLE, EACH = 10 * 1024**3, 2 * 1024**2
NEW = 0.01
"""What comes in on a day."""


def run(scale: float, figures: Figures) -> None:
    """Made once, changed a little, brought back."""
    from django.conf import settings

    world.province(min(scale, 1.0) / 10, figures)
    number = max(10, round(WHOLE * scale / EACH))
    _keep(number)
    with tempfile.TemporaryDirectory(prefix="dinhlang-bench-backup-") as place:
        to = {"DINHLANG_BACKUP_TO": f"{place}/data", "DINHLANG_BACKUP_KEYS_TO": f"{place}/keys"}
        size = number * EACH / 1024**2
        figures.add("files", size, "MB")
        _told(figures, "first backup", size, _say(to, "backup"))
        _keep(max(1, round(number * NEW)))
        figures.add("second backup, a hundredth of the files new", _say(to, "backup"))
        _told(figures, "drill", size, _say(to, "drill"))
        if settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"):
            _restore(figures, Path(place), to, size)


def _restore(figures: Figures, place: Path, to: dict[str, str], size: float) -> None:
    """On PostgreSQL another, empty database is needed, so only SQLite is measured."""
    from django.conf import settings

    new = place / "new"
    new.mkdir()
    for name in ("backup-password", "backup-keys-password"):
        (new / name).write_bytes((settings.HOME / name).read_bytes())
        (new / name).chmod(0o600)
    seconds = _say({**to, "DINHLANG_HOME": str(new)}, "restore")
    _told(figures, "restore into an empty place, verified", size, seconds)


def _told(figures: Figures, what: str, size: float, seconds: float) -> None:
    figures.add(what, seconds)
    figures.add(f"{what}, speed", size / seconds, "MB/s")


def _say(settings: dict[str, str], *words: str) -> float:
    started = time.perf_counter()
    command = [sys.executable, "-m", "dinhlang.config.cli", *words]
    subprocess.run(command, env={**os.environ, **settings}, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - started


def _keep(number: int) -> None:
    """Stored as a room stores them, without looking into each: what is measured comes after that."""
    import hashlib

    from django.core.files.base import ContentFile
    from django.core.files.storage import default_storage

    from dinhlang.apps.files.models import StoredFile
    from dinhlang.base import clock

    rows = []
    for _number in range(number):
        content = os.urandom(EACH)
        digest = hashlib.sha256(content).hexdigest()
        blob = default_storage.save(f"{digest[:2]}/{digest[2:4]}/{digest}", ContentFile(content))
        facts = {"name": "anh.bin", "content_type": "application/octet-stream", "size": EACH, "stored_at": clock.now()}
        rows.append(StoredFile(sha256=digest, blob=blob, **facts))
    StoredFile.objects.bulk_create(rows, batch_size=500)
