"""What this room hears from the register: units end, or go on after all."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dinhlang.apps.people import public as people
from dinhlang.apps.tasks import actions
from dinhlang.apps.tasks.models import TRIGGERS, Heir
from dinhlang.apps.tasks.queries import Fate, ending, fates, moved_at
from dinhlang.apps.units import public as units
from dinhlang.base.fields import within_any
from dinhlang.look.days import numeric


def set_triggers(sender: AppConfig, *, using: str, **facts: Any) -> None:
    """The database counts parts and keeps what they were; after every migration (`models.triggers` says why)."""
    connection = connections[using]
    if "tasks_partwas" not in connection.introspection.table_names():
        return
    with connection.cursor() as cursor:
        for statement in TRIGGERS[connection.vendor]:
            cursor.execute(statement)


def units_ended(*, units: Sequence[units.Unit] | None, by: people.Person | None, now: datetime, **facts: Any) -> None:
    """What they owe goes on in the same transaction, where it is clear with whom; what ends later waits for its day."""
    among = None if units is None else ending().filter(within_any("path", [unit.path for unit in units]))
    actions.hand_over(now=now, by=by, among=among)


def ending_tried(*, units: Sequence[units.Unit], now: datetime, **facts: Any) -> list[str]:
    """The open work of these units: what went on at once, what will on its day, and what waits for a choice."""
    ended = ending().filter(within_any("path", [unit.path for unit in units]))
    at_once = [
        ngettext(
            "%(n)s phần việc đang mở của %(unit)s chuyển sang %(heir)s.",
            "%(n)s phần việc đang mở của %(unit)s chuyển sang %(heir)s.",
            number,
        )
        % {"n": number, "unit": before.full_name, "heir": after.full_name}
        for before, after, number in moved_at(now, among=ended)
    ]
    return [*at_once, *(_fate_told(fate) for fate in fates(ended))]


def _fate_told(fate: Fate) -> str:
    facts = {"n": fate.parts, "plans": fate.plans, "unit": fate.last.full_name, "day": numeric(fate.day)}
    if fate.heir is None:
        return (
            _(
                "%(unit)s còn %(n)s phần việc đang mở và %(plans)s kế hoạch đã giao việc mà chưa rõ ai nhận: "
                "ghi xong, xin chọn nơi nhận ở trang “Việc của đơn vị đã thôi hoạt động”."
            )
            % facts
        )
    facts["heir"] = fate.heir.full_name
    if not fate.parts:
        return _("%(heir)s theo dõi tiếp %(plans)s kế hoạch mà %(unit)s đã giao việc.") % facts
    return _("%(n)s phần việc đang mở của %(unit)s sẽ chuyển sang %(heir)s ngày %(day)s.") % facts


def change_withdrawn(
    *,
    ending: Sequence[units.Unit],
    removed: Sequence[units.Unit],
    day: date,
    by: people.Person | None,
    now: datetime,
    reason: str,
    **facts: Any,
) -> None:
    """Nobody takes over from a unit that goes on, nor does one that never begins."""
    of_them = Q(unit__in=ending, day=day) | Q(successor__in=removed)
    actions.withdraw_choices(choices=Heir.objects.filter(of_them), reason=reason, by=by, now=now)
