"""What the page of operations tells about this installation; `dinhlang check` knows the same and names the cures."""

import shutil
from datetime import datetime

from django.conf import settings
from django.core.checks import ERROR, WARNING, CheckMessage, run_checks
from django.db import connection
from django.utils.translation import gettext as _

from dinhlang import __version__
from dinhlang.apps.audit import public as audit
from dinhlang.apps.operations import public as operations
from dinhlang.config.checks import LEAST_ROOM
from dinhlang.config.recovery import read_state
from dinhlang.look import days

GIGABYTE = 1024**3
TOLD_APART = {"dinhlang.W011", "dinhlang.W013", "dinhlang.W014", "dinhlang.W015", "dinhlang.W016"}
"""Checks whose matter has a line of its own here."""


@operations.facts
def of_this_house(now: datetime) -> list[operations.Fact]:
    """Backup, drill, seal, disk, software; then whatever else `check` finds."""
    return [_backup(now), _drill(now), _seal(now), _room(), _software(), *_findings()]


@operations.figures
def for_monitors(now: datetime) -> dict[str, tuple[str, float]]:
    """How old the last good backup is, how much room the disk has, how long the chain is."""
    age, last = read_state(settings.HOME).age(now), audit.head()
    return {
        "backup_age_seconds": (
            "Since the last good backup; -1 where there is none",
            -1 if age is None else age * 86400,
        ),
        "disk_free_bytes": ("Room on the disk of DINHLANG_HOME", shutil.disk_usage(settings.HOME).free),
        "record_length": ("Entries in the chain of the record", last.place if last else 0),
    }


def _backup(now: datetime) -> operations.Fact:
    state, label = read_state(settings.HOME), _("Bản sao lưu tốt gần nhất")
    age = state.age(now)
    if not settings.BACKUP_TO:
        cure = _("Đặt DINHLANG_BACKUP_TO và DINHLANG_BACKUP_KEYS_TO.")
        return operations.Fact(label, _("Chưa có chỗ nào để sao lưu."), "late", cure)
    if state.trouble or age is None or age >= 2:
        return operations.Fact(label, f"{_told(state.backed_up)} {state.trouble}", "late", "dinhlang backup")
    return operations.Fact(label, _told(state.backed_up))


def _drill(now: datetime) -> operations.Fact:
    state, label = read_state(settings.HOME), _("Diễn tập khôi phục gần nhất")
    if state.drill_trouble:
        return operations.Fact(label, f"{_told(state.drilled)} {state.drill_trouble}", "late", "dinhlang drill")
    return operations.Fact(label, _told(state.drilled), "done" if state.drilled else "soon")


def _told(moment: str) -> str:
    return days.moment(datetime.fromisoformat(moment)) if moment else _("chưa có")


def _seal(now: datetime) -> operations.Fact:
    last, label = audit.seals().first(), _("Niêm phong nhật ký gần nhất")
    if audit.is_seal_late(now):
        return operations.Fact(label, days.numeric(last.day) if last else _("chưa có"), "late", "dinhlang worker")
    text = days.numeric(last.day) if last else _("Sau nửa đêm hôm nay sẽ có niêm phong đầu tiên.")
    return operations.Fact(label, text)


def _room() -> operations.Fact:
    usage = shutil.disk_usage(settings.HOME)
    text = _("còn %(free)s GB trong %(total)s GB") % {
        "free": days.number(round(usage.free / GIGABYTE, 1)),
        "total": days.number(round(usage.total / GIGABYTE, 1)),
    }
    return operations.Fact(_("Chỗ trống trên đĩa"), text, "done" if usage.free >= LEAST_ROOM else "late")


def _software() -> operations.Fact:
    database = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}[connection.vendor]
    return operations.Fact(_("Phần mềm"), f"Đình Làng {__version__} · {database}")


def _findings() -> list[operations.Fact]:
    found = [m for m in run_checks(databases=["default"]) if m.level >= WARNING and not m.is_silenced()]
    return [_finding(message) for message in found if message.id not in TOLD_APART]


def _finding(message: CheckMessage) -> operations.Fact:
    mark = "late" if message.level >= ERROR else "soon"
    return operations.Fact(_("Cài đặt"), message.msg, mark, message.hint or "")
