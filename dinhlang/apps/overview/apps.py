"""How things stand, seen from above: plans, places, days."""

from django.apps import AppConfig


class OverviewConfig(AppConfig):
    """How things stand, seen from above: plans, places, days."""

    name = "dinhlang.apps.overview"
    label = "overview"
