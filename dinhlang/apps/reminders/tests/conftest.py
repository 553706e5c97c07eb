"""The mail server of the tests."""

import pytest

from dinhlang.apps.reminders.tests.post_office import PostOffice


@pytest.fixture
def office(settings):
    """A mail server that is open, and the house set up to use it."""
    made = PostOffice().open()
    settings.EMAIL_BACKEND = "dinhlang.base.post.Post"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", made.port
    settings.ADDRESS = "https://dinhlang.example.vn"
    yield made
    made.shut()
