"""What this room hears from below: the days off changed."""

from datetime import datetime
from typing import Any

from django.utils.module_loading import import_string

from dinhlang.apps.calendar import public as calendar
from dinhlang.apps.operations import public as operations


def queue_recount(sender: type, *, line: calendar.DecidedDay, now: datetime, **_: Any) -> None:
    """A job for each change, also for one back to what was in force before."""
    version = calendar.calendar_in_force().version
    recount_all = import_string("dinhlang.apps.deadlines.jobs.recount_all")  # beside this file, not below it
    operations.put(recount_all, told={"day": line.day.isoformat()}, now=now, key=f"{version} {now.isoformat()}")
