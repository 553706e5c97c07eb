"""Reports gathered from the record."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    """Reports gathered from the record."""

    name = "dinhlang.apps.reports"
    label = "reports"
