"""A walk asks faster than people can, and all of it within one minute of the clock."""

import pytest


@pytest.fixture(autouse=True)
def _as_many_pages_as_a_walk_needs(settings):
    settings.READS_A_MINUTE = settings.WRITES_A_MINUTE = 1_000_000
