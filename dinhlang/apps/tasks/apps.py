"""Who does what, and how far they are."""

from django.apps import AppConfig


class TasksConfig(AppConfig):
    """Who does what, and how far they are."""

    name = "dinhlang.apps.tasks"
    label = "tasks"
