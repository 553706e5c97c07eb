"""What this room hears from the room of tasks."""

from datetime import datetime
from typing import Any

from django.utils.module_loading import import_string

from dinhlang.apps.operations import public as operations

LAY = "dinhlang.apps.reminders.jobs.lay_for"


def lay_soon(sender: type, *, tasks: list[int], now: datetime, **_: Any) -> None:
    """In the transaction of the change; a worker does it as soon as it stands."""
    operations.put(import_string(LAY), told={"tasks": list(tasks)}, now=now)
