"""Work in the background and those who do it."""

from django.apps import AppConfig


class OperationsConfig(AppConfig):
    """Work in the background and those who do it."""

    name = "dinhlang.apps.operations"
    label = "operations"
