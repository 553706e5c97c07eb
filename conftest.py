"""What every test relies on: quick hashing, no far-away sockets, a folder of its own."""

import pytest


@pytest.fixture(autouse=True)
def _a_house_of_its_own(settings, tmp_path):
    """Files of a test go into its own folder; passwords are hashed quickly; pages of strangers are not kept."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.STORAGES = {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": tmp_path}},
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    settings.PORTAL_SECONDS = 0
