"""What this room hears from below: the days off changed."""

from datetime import datetime
from typing import Any

from dinhlang.apps.calendar import public as calendar
from dinhlang.apps.deadlines.jobs import recount_all
from dinhlang.apps.operations import public as operations


def queue_recount(sender: type, *, line: calendar.DecidedDay, now: datetime, **_: Any) -> None:
    """One job for each calendar that was in force: told twice of the same, it is in the queue once."""
    version = calendar.calendar_in_force().version
    operations.put(recount_all, told={"day": line.day.isoformat()}, now=now, key=f"{version} {now.isoformat()}")
