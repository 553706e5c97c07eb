"""What is due, late or not received is told to whom it concerns, once."""

from django.apps import AppConfig


class RemindersConfig(AppConfig):
    """What is due, late or not received is told to whom it concerns, once."""

    name = "dinhlang.apps.reminders"
    label = "reminders"

    def ready(self) -> None:
        """Hear of what is handed out and of days that change."""
        from dinhlang.apps.reminders.listeners import lay_soon
        from dinhlang.apps.tasks.public import tasks_changed

        tasks_changed.connect(lay_soon, dispatch_uid="reminders")
