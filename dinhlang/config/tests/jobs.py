"""Jobs for the tests of the worker: each leaves lines in a file, so that one sees how often it was begun and ended."""

import os
import time
from datetime import timedelta
from pathlib import Path

from dinhlang.base.work import job


def _write(file: str, word: str) -> None:
    with Path(file).open("a") as lines:
        lines.write(f"{word}\n")


@job("Việc dài")
def long(*, file: str, seconds: float) -> str:
    _write(file, f"begun {os.getpid()}")
    time.sleep(seconds)
    _write(file, "ended")
    return "xong"


@job("Việc hỏng")
def broken(*, file: str) -> None:
    _write(file, "begun")
    raise ValueError("Trống thủng")


@job("Việc quá lâu", limit=timedelta(seconds=1))
def endless(*, file: str) -> None:
    _write(file, "begun")
    time.sleep(60)


@job("Việc có giao dịch")
def half(*, file: str) -> None:
    """Changes the database in a transaction and lingers in the middle."""
    from django.db import transaction

    from dinhlang.apps.people import public as people

    with transaction.atomic():
        people.Person.objects.update(full_name="Nửa Vời")
        _write(file, "begun")
        time.sleep(60)
