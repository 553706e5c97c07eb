"""Readies the demo at each start: the database, its content on the first, one password, the table of accounts."""

import json
import secrets
import shutil
from collections.abc import Callable
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from time import perf_counter

from django.conf import settings
from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX, make_password
from django.core.management import call_command
from django.db import connections

from dinhlang.apps.people import public as people
from dinhlang.apps.units import public as units
from dinhlang.base.refusal import Refusal
from dinhlang.config import environment
from dinhlang.config.demo import words
from dinhlang.config.demo.accounts import ACCOUNTS
from dinhlang.config.demo.filling import fill
from dinhlang.pure.viet import fold

Say = Callable[[str], None]
DATABASE = "dinhlang.sqlite3"


class CannotPrepare(Refusal):
    """This is not the demo's own house."""


def prepare(*, fresh: bool, say: Say, day: date, now: datetime) -> None:
    """Fill the demo unless it is filled already, and tell who may be visited. What was half filled is made anew."""
    _must_be_the_demo()
    settings.HOME.mkdir(parents=True, exist_ok=True)
    wanting = fresh or not _is_whole()
    if wanting:
        _clear()
    call_command("migrate", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    password = _password()
    if wanting:
        _fill(password, say=say, day=day, now=now)
    _let_in_with(password)
    _tell(password, say=say)


def _must_be_the_demo() -> None:
    database = settings.DATABASES["default"]
    if not settings.DEMO or Path(str(database["NAME"])) != settings.HOME / DATABASE:
        raise CannotPrepare("Bản dùng thử chỉ dựng trong thư mục của nó: dinhlang demo · only in its own folder")


def _marker() -> Path:
    return Path(settings.HOME) / "demo-filled"


def _is_whole() -> bool:
    """The marker is written last, and names the tables that were filled: another version of them is made anew."""
    try:
        return bool(json.loads(_marker().read_text())["tables"] == _tables()) and (settings.HOME / DATABASE).exists()
    except (OSError, ValueError, KeyError):
        return False


def _tables() -> str:
    """A fingerprint of all migrations of ours."""
    digest = sha256()
    for path in sorted((Path(__file__).parents[2] / "apps").glob("*/migrations/0*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _clear() -> None:
    """Take away the demo's own database and files, nothing else; the password stays."""
    connections.close_all()
    _marker().unlink(missing_ok=True)
    for ending in ("", "-wal", "-shm", "-journal"):
        (settings.HOME / f"{DATABASE}{ending}").unlink(missing_ok=True)
    shutil.rmtree(settings.HOME / "files", ignore_errors=True)


def _fill(password: str, *, say: Say, day: date, now: datetime) -> None:
    say("Dựng tỉnh mẫu, chỉ lần đầu · Making the demo province, only this once")
    started = perf_counter()
    try:
        fill(password=password, day=day, now=now, say=say)
    except KeyboardInterrupt:
        say("Đã dừng giữa chừng; lần sau sẽ dựng lại từ đầu · stopped half-way; the next start begins anew")
        raise SystemExit(130) from None
    _marker().write_text(json.dumps({"tables": _tables(), "day": day.isoformat()}))
    say(f"  Xong sau {perf_counter() - started:.0f} giây · done")


def _password() -> str:
    """From the setting, else six words made at the first filling and kept where only their owner reads them."""
    given = environment.text("DINHLANG_DEMO_PASSWORD")
    kept = settings.HOME / "demo-password"
    if given:
        return given
    if not kept.exists():
        choice = sorted({fold(word) for word in words.SYLLABLES if fold(word).isalpha()})
        kept.touch(mode=0o600)
        kept.write_text("-".join(secrets.choice(choice) for _ in range(6)))
    return str(kept.read_text()).strip()


def _let_in_with(password: str) -> None:
    """Every account knows this start's password, also when the setting changed since the first."""
    someone = people.Person.objects.get(username=ACCOUNTS[0].username)
    if not someone.check_password(password):
        known = people.Person.objects.exclude(password__startswith=UNUSABLE_PASSWORD_PREFIX)
        known.update(password=make_password(password))


def _tell(password: str, *, say: Say) -> None:
    say("\nTài khoản dùng thử · demo accounts\n")
    rows = [(a.username, f"{a.honorific} {a.full_name}", _kind(a.kind), _where(a.unit), a.look_at) for a in ACCOUNTS]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    for row in rows:
        say("  " + "  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[4]]))
    say(f"\n  Mật khẩu chung · password for all: {password}")


def _kind(kind: str) -> str:
    return str(people.RoleKind(kind).label)


def _where(code: str) -> str:
    """The unit with the place that it is of: "Sở Nội vụ · tỉnh Bắc Ninh"."""
    unit = units.Unit.objects.filter(code=code).first()
    if unit is None:
        return code
    place = units.place_of(unit)
    return unit.full_name if place.full_name in unit.full_name else f"{unit.full_name} · {place.full_name}"
