"""Days off as this house was told of them."""

from django.apps import AppConfig


class CalendarConfig(AppConfig):
    """Days off as this house was told of them."""

    name = "dinhlang.apps.calendar"
    label = "calendar"
