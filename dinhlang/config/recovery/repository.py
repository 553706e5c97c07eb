"""Where backups lie: a restic repository in a folder, or in S3. Encrypted, incremental, each content once."""

import json
import os
import re
import secrets
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from dinhlang.base.refusal import Refusal
from dinhlang.base.storage import INCOMING

KEEP = ("--keep-last", "10", "--keep-daily", "14", "--keep-weekly", "8", "--keep-monthly", "12")


class CannotBackUp(Refusal):
    """A backup was not made, or not read; the sentence says why and what to do."""


@dataclass(frozen=True)
class Snapshot:
    """One backup in a repository; `run` is what its data and its keys have in common."""

    name: str
    made: datetime
    run: str


RUN = "run-"


def _snapshot(told: dict[str, Any]) -> Snapshot:
    moment = re.sub(r"(\.\d{6})\d+", r"\1", told["time"])  # restic counts nanoseconds
    run = next((tag for tag in told.get("tags") or [] if tag.startswith(RUN)), "")
    return Snapshot(told["id"], datetime.fromisoformat(moment), run)


@dataclass(frozen=True)
class Repository:
    """An address that restic understands, and the file with its password."""

    address: str
    password_file: Path

    def prepare(self, *, say: Callable[[str], None], is_watched: bool) -> None:
        """Make the password and the repository where they are not there yet; the password is shown this once."""
        if not self.password_file.exists():
            if not is_watched:
                raise CannotBackUp(
                    "Chưa có mật khẩu sao lưu · no password yet. Chạy một lần · run once: dinhlang backup"
                )
            self._make_password(say)
        if self._run("cat", "config", check=False).returncode != 0:
            self._run("init")

    def _make_password(self, say: Callable[[str], None]) -> None:
        password = secrets.token_urlsafe(24)
        handle = os.open(self.password_file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w") as written:
            written.write(password)
        say(f"Mật khẩu của bản sao lưu {self.address} · the password of this backup: {password}")
        say("Hãy chép ra giấy và cất nơi khác: mất máy mà không có mật khẩu thì không lấy lại được · write it down.")

    def keep(self, *names: str, under: Path, run: str) -> None:
        """One more snapshot of these names under a folder; old ones are thinned out.

        Snapshots of one run bear its name, so that data finds the keys of its own time.
        """
        self._run("unlock")  # a backup that was killed leaves its lock behind; one that still runs keeps its own
        left_out = [word for name in names for word in ("--exclude", f"{name}/{INCOMING}")]
        tags = ("--tag", "dinhlang", "--tag", run)
        self._run("backup", "--host", "dinhlang", *tags, *left_out, *names, cwd=under)
        self._run("forget", "--host", "dinhlang", "--tag", "dinhlang", "--group-by", "host", *KEEP, "--prune")

    def fetch(self, *, into: Path, snapshot: "Snapshot") -> None:
        """The content of a snapshot, into a folder."""
        self._run("unlock")
        self._run("restore", snapshot.name, "--target", str(into), "--verify")

    def find(self, name: str) -> "Snapshot":
        """The one that was asked for, by the beginning of its name; or the latest."""
        there = self._snapshots()
        found = there[-1:] if name == "latest" else [one for one in there if one.name.startswith(name)]
        if len(found) != 1:
            raise CannotBackUp(
                f"Trong {self.address} không có đúng một bản “{name}” · there is not exactly one such snapshot. "
                "Xem danh sách · list them: restic snapshots"
            )
        return found[0]

    def of_the_time_of(self, other: "Snapshot") -> "Snapshot":
        """What was kept here in the same run; else the last from before, else the first from after."""
        there = self._snapshots()
        same = [one for one in there if one.run and one.run == other.run]
        before = [one for one in there if one.made <= other.made]
        found = (same or before)[-1:] or there[:1]
        if not found:
            raise CannotBackUp(f"Trong {self.address} chưa có bản nào · there is no snapshot.")
        return found[0]

    def _snapshots(self) -> list["Snapshot"]:
        """Oldest first."""
        told = json.loads(self._run("snapshots", "--host", "dinhlang", "--json").stdout or "[]") or []
        return sorted((_snapshot(one) for one in told), key=lambda one: one.made)

    def _run(self, *words: str, cwd: Path | None = None, check: bool = True) -> subprocess.CompletedProcess[str]:
        program = shutil.which("restic")
        if program is None:
            raise CannotBackUp("Máy chưa có chương trình restic · restic is missing. Cài · run: apt-get install restic")
        command = [program, "--repo", self.address, "--password-file", str(self.password_file), *words]
        said = subprocess.run(command, capture_output=True, text=True, check=False, cwd=cwd)  # noqa: S603 - no shell
        if check and said.returncode != 0:
            trouble = (said.stderr.strip() or said.stdout.strip()).splitlines()[-1:] or ["?"]
            raise CannotBackUp(
                f"Sao lưu ở {self.address} không làm được · it failed: {trouble[0]}. "
                "Xem lại địa chỉ, mật khẩu và chỗ trống."
            )
        return said
