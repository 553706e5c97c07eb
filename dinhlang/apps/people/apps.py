"""Accounts, roles in units, permission."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Accounts, roles in units, permission."""

    name = "dinhlang.apps.people"
    label = "people"
