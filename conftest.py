"""What every test relies on: quick hashing, no far-away sockets, a folder of its own."""

import pytest
from django.utils import translation


@pytest.fixture(autouse=True)
def _a_house_of_its_own(settings, tmp_path):
    """Files of a test go into its own folder; passwords are hashed quickly; pages of strangers are not kept."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.STORAGES = {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": tmp_path}},
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    settings.PORTAL_SECONDS = 0
    translation.activate(settings.LANGUAGE_CODE)  # a page asked for in English leaves its language behind


@pytest.fixture(scope="session", autouse=True)
def _a_flush_may_empty_the_record():
    """Tests with `transaction=True` (also live servers) flush all tables, which the record's seal refuses.

    It goes off right before; the flush ends with post_migrate, which sets it again.
    """
    from django.test import TransactionTestCase

    from dinhlang.apps.audit.tests.factories import take_off_the_seal

    flush = TransactionTestCase._fixture_teardown
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda case: (take_off_the_seal(), flush(case)))
        yield
