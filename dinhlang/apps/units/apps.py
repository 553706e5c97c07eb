"""Bodies, their tree and their time."""

from django.apps import AppConfig


class UnitsConfig(AppConfig):
    """Bodies, their tree and their time."""

    name = "dinhlang.apps.units"
    label = "units"
