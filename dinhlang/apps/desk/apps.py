"""An official's day."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """An official's day."""

    name = "dinhlang.apps.desk"
    label = "desk"
