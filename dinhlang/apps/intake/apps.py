"""A document arrives and is marked."""

from django.apps import AppConfig


class IntakeConfig(AppConfig):
    """A document arrives and is marked."""

    name = "dinhlang.apps.intake"
    label = "intake"
