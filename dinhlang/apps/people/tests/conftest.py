"""An identity server for the tests that need one."""

import pytest
from django.core.cache import cache

from dinhlang.apps.people.signals import person_changed
from dinhlang.apps.people.tests.identity_server import serving, use


@pytest.fixture
def identity_server(settings):
    """It runs, the house is set to it and remembers nothing of an earlier one; `told` is what the record would hear."""
    cache.clear()
    with serving() as server:
        use(settings, server)
        server.told = []

        def hear(signal, **facts):
            server.told.append(facts)

        person_changed.connect(hear)
        yield server
        person_changed.disconnect(hear)
    cache.clear()
