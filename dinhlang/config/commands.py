"""What each command of `dinhlang` does."""

import argparse
import json
import subprocess
import sys
from pathlib import Path

from django.conf import settings
from django.core.checks import ERROR, WARNING, run_checks
from django.core.management import call_command

from dinhlang.base import clock
from dinhlang.config import environment, recovery
from dinhlang.config.checks import NEEDS_UPGRADE


def say(sentence: str = "") -> None:
    """A line to whoever sits at the terminal."""
    print(sentence, flush=True)


def upgrade(asked: argparse.Namespace) -> int:
    """Migrate the database and gather static files; a database that cannot be migrated stays as it was."""
    from dinhlang.config.upgrading import with_a_way_back

    settings.HOME.mkdir(parents=True, exist_ok=True)
    with with_a_way_back(settings.HOME, now=clock.now(), say=say):
        call_command("migrate", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    say("Đã sẵn sàng · Ready.")
    return 0


def serve(asked: argparse.Namespace) -> int:
    """Serve the pages until stopped."""
    from dinhlang.config.server import serve_pages

    found = run_checks(databases=["default"])
    mistakes = [m for m in found if m.level >= ERROR or m.id == NEEDS_UPGRADE]
    if mistakes:
        return _tell(mistakes)
    return serve_pages(asked.host, asked.port, asked.workers)


def worker(asked: argparse.Namespace) -> int:
    """Do what waits in the queue and what the timetable says."""
    from dinhlang.config.working import Working

    Working().go_on(once=asked.once)
    return 0


def check(asked: argparse.Namespace) -> int:
    """Name each mistake with its cure; the exit code says whether anything must be mended."""
    from dinhlang.config import proving

    found = [m for m in run_checks(databases=["default"]) if m.level >= WARNING and not m.is_silenced()]
    holds = proving.latest_holds(say=say, now=clock.now())
    if not found and holds:
        say("Không thấy lỗi nào · Nothing to mend.")
    return max(_tell(found), 0 if holds else 1)


def _tell(found: list) -> int:
    for mistake in found:
        sign = "✗" if mistake.level >= ERROR else "!"
        say(f"{sign} {mistake.msg} ({mistake.id})")
        if mistake.hint:
            say(f"  → {mistake.hint}")
    return 1 if any(m.level >= ERROR for m in found) else 0


def backup(asked: argparse.Namespace) -> int:
    """One backup now, to where the settings say unless told otherwise."""
    to, keys_to = asked.place or settings.BACKUP_TO, asked.keys or settings.BACKUP_KEYS_TO
    recovery.back_up(to=to, keys_to=keys_to, now=clock.now(), say=say)
    return 0


def restore(asked: argparse.Namespace) -> int:
    """A backup into an empty place."""
    settings.HOME.mkdir(parents=True, exist_ok=True)
    from_, keys_from = asked.place or settings.BACKUP_TO, asked.keys or settings.BACKUP_KEYS_TO
    recovery.restore(from_=from_, keys_from=keys_from, snapshot=asked.snapshot, say=say)
    return 0


def drill(asked: argparse.Namespace) -> int:
    """The latest backup, restored aside and compared."""
    recovery.drill(from_=asked.place or settings.BACKUP_TO, now=clock.now(), say=say)
    return 0


def files(asked: argparse.Namespace) -> int:
    """Every file read and compared where it lies; or all of them into the bucket, or back into the folder."""
    from dinhlang.config import moving

    return moving.move(asked.to, is_dry=asked.dry_run, say=say) if asked.to else moving.verify(say=say)


def verify(asked: argparse.Namespace) -> int:
    """Walk the whole record, link by link; or write it out for the stand-alone verifier."""
    from dinhlang.config import proving

    return proving.export(asked.export, say=say) if asked.export else proving.walk(say=say)


def rekey(asked: argparse.Namespace) -> int:
    """Hide what is hidden with the newest key."""
    from dinhlang.apps.people import public as people
    from dinhlang.apps.webhooks import public as webhooks

    hidden = people.renew_secrets() + people.renew_identities() + webhooks.renew_secrets()
    say(f"Đã giấu lại bằng khoá mới nhất · Hidden with the newest key: {hidden}")
    return 0


def admin(asked: argparse.Namespace) -> int:
    """Make the first administrator; the password is random and shown once."""
    from dinhlang.apps.people import public as people
    from dinhlang.apps.units import public as units

    unit = units.Unit.objects.filter(code=asked.unit).first()
    if unit is None:
        say(f"Không có đơn vị mã {asked.unit} · There is no unit with this code. Nạp trước bằng: dinhlang country")
        return 1
    person, password = people.make_first_administrator(
        username=asked.username, full_name=asked.name, unit=unit, now=clock.now(), day=clock.today()
    )
    say(
        f"Tên đăng nhập · user name: {person.username}\nMật khẩu (chỉ hiện một lần) · password (shown once): {password}"
    )
    return 0


def country(asked: argparse.Namespace) -> int:
    """Load the country's units, before and after 01/07/2025."""
    from dinhlang.apps.register import public as register

    loaded = register.load_country(now=clock.now(), today=clock.today(), only=asked.only)
    say(f"Đã nạp · Loaded: {loaded}")
    return 0


def reindex(asked: argparse.Namespace) -> int:
    """Build the search index anew from every room's own things."""
    from dinhlang.apps.search import public as search

    say(f"Đã lập chỉ mục · Indexed: {search.rebuild_index()}")
    return 0


def gold(asked: argparse.Namespace) -> int:
    """Write what people confirmed, one text and one reading a document, where the scorer of readings looks for them."""
    from dinhlang.apps.intake import public as intake

    folder = Path(asked.to)
    for name in ("documents", "readings"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    number = 0
    for number, document in enumerate(intake.confirmed_readings(), 1):  # noqa: B007 - how many there were is told below
        told = json.dumps(intake.gold_of(document), ensure_ascii=False, indent=2)
        (folder / "documents" / f"{document.pk}.txt").write_text(document.text + "\n", encoding="utf-8")
        (folder / "readings" / f"{document.pk}.json").write_text(told + "\n", encoding="utf-8")
    say(f"Đã ghi · Written: {number} → {folder}")
    return 0


def read(asked: argparse.Namespace) -> int:
    """Read files; nothing of it is kept in the house."""
    from dinhlang.base import clock
    from dinhlang.config.read import run

    return run(asked, today=clock.today())


def demo(asked: argparse.Namespace) -> int:
    """Make the demo province once, then serve it; the worker runs beside."""
    from dinhlang.config.demo import prepare

    prepare(fresh=asked.fresh, say=say, day=clock.today(), now=clock.now())
    if asked.prepare:
        return 0
    from dinhlang.config.server import serve_pages  # looks for the static files as it loads: they must be there

    say(f"\n  http://{asked.host}:{asked.port}\n\nDừng bằng Ctrl+C · Stop with Ctrl+C")
    beside = subprocess.Popen([sys.executable, "-m", "dinhlang.config.cli", "worker"])
    try:
        return serve_pages(asked.host, asked.port, asked.workers)
    finally:
        beside.terminate()


def settings_list(asked: argparse.Namespace) -> int:
    """Print every setting with its default and meaning."""
    for setting in environment.SETTINGS:
        say(f"{setting.name} [{setting.default or '–'}]\n    {setting.meaning}")
    return 0


COMMANDS = {
    "demo": demo,
    "serve": serve,
    "worker": worker,
    "upgrade": upgrade,
    "check": check,
    "backup": backup,
    "restore": restore,
    "drill": drill,
    "files": files,
    "verify": verify,
    "rekey": rekey,
    "admin": admin,
    "country": country,
    "reindex": reindex,
    "read": read,
    "gold": gold,
    "settings": settings_list,
}
