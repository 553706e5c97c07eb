"""One index for the whole house."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    """One index for the whole house."""

    name = "dinhlang.apps.search"
    label = "search"
