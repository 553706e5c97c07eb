"""Who does what, and how far they are."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class TasksConfig(AppConfig):
    """Who does what, and how far they are."""

    name = "dinhlang.apps.tasks"
    label = "tasks"

    def ready(self) -> None:
        from dinhlang.apps.plans import public as plans
        from dinhlang.apps.register import public as register
        from dinhlang.apps.tasks import access, listeners

        post_migrate.connect(listeners.set_triggers, sender=self, dispatch_uid="tasks")
        plans.also_read_by(access.reads_as_heir)
        register.units_ended.connect(listeners.units_ended, dispatch_uid="tasks")
        register.ending_tried.connect(listeners.ending_tried, dispatch_uid="tasks")
        register.change_withdrawn.connect(listeners.change_withdrawn, dispatch_uid="tasks")
