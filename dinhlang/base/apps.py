"""Django helpers that every room uses; no tables."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class BaseConfig(AppConfig):
    """Finds what each room shows on other rooms' pages and in the navigation."""

    name = "dinhlang.base"
    label = "base"

    def ready(self) -> None:
        autodiscover_modules("panels")
