"""Who did what, when and why."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """Who did what, when and why."""

    name = "dinhlang.apps.audit"
    label = "audit"
