"""Stored files, checked before they are believed."""

from django.apps import AppConfig


class FilesConfig(AppConfig):
    """Stored files, checked before they are believed."""

    name = "dinhlang.apps.files"
    label = "files"
