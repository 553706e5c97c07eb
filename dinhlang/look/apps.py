"""The look of every page."""

from django.apps import AppConfig


class LookConfig(AppConfig):
    """Frames and components; no tables."""

    name = "dinhlang.look"
    label = "look"
