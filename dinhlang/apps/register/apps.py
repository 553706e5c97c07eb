"""The room where bodies are kept."""

from django.apps import AppConfig


class RegisterConfig(AppConfig):
    """The room where bodies are kept."""

    name = "dinhlang.apps.register"
    label = "register"
