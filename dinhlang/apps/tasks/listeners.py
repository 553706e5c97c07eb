"""What this room hears from the register: units end, or go on after all."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db.models import Q

from dinhlang.apps.people import public as people
from dinhlang.apps.tasks import actions
from dinhlang.apps.tasks.models import Heir
from dinhlang.apps.tasks.queries import ending
from dinhlang.apps.units import public as units
from dinhlang.base.fields import within_any


def units_ended(*, units: Sequence[units.Unit] | None, by: people.Person | None, now: datetime, **_: Any) -> None:
    """What they owe goes on in the same transaction, where it is clear with whom; what ends later waits for its day."""
    among = None if units is None else ending().filter(within_any("path", [unit.path for unit in units]))
    actions.hand_over(now=now, by=by, among=among)


def change_withdrawn(
    *,
    ending: Sequence[units.Unit],
    removed: Sequence[units.Unit],
    day: date,
    by: people.Person | None,
    now: datetime,
    reason: str,
    **_: Any,
) -> None:
    """Nobody takes over from a unit that goes on, nor does one that never begins."""
    of_them = Q(unit__in=ending, day=day) | Q(successor__in=removed)
    actions.withdraw_choices(choices=Heir.objects.filter(of_them), reason=reason, by=by, now=now)
