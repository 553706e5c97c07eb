"""When things are due, and why."""

from django.apps import AppConfig


class DeadlinesConfig(AppConfig):
    """When things are due, and why."""

    name = "dinhlang.apps.deadlines"
    label = "deadlines"

    def ready(self) -> None:
        from dinhlang.apps.calendar import public as calendar
        from dinhlang.apps.deadlines import listeners

        calendar.calendar_amended.connect(listeners.queue_recount, dispatch_uid="deadlines")
