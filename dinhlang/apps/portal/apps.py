"""A commune's public face."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    """A commune's public face."""

    name = "dinhlang.apps.portal"
    label = "portal"
