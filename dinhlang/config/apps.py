"""Puts the house together: system checks and the commands that belong to no room."""

from django.apps import AppConfig


class ConfigConfig(AppConfig):
    """The roof of the house."""

    name = "dinhlang.config"
    label = "config"

    def ready(self) -> None:
        from dinhlang.config import (  # noqa: F401 - they register themselves
            checks,
            facts,
            sign_in_checks,
            store_checks,
            timetable,
        )
