"""Who did what, when and why."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class AuditConfig(AppConfig):
    """Who did what, when and why."""

    name = "dinhlang.apps.audit"
    label = "audit"

    def ready(self) -> None:
        from dinhlang.apps.audit import listeners
        from dinhlang.apps.people import public as people

        people.person_changed.connect(listeners.record_change_of_person, dispatch_uid="audit")
        post_migrate.connect(listeners.seal, sender=self, dispatch_uid="audit")
