"""Programs are called when something has changed."""

from django.apps import AppConfig


class WebhooksConfig(AppConfig):
    """Programs are called when something has changed."""

    name = "dinhlang.apps.webhooks"
    label = "webhooks"
