"""Pages live on the day of the factories."""

import pytest

from dinhlang.apps.reports.tests.factories import NOW
from dinhlang.apps.units.tests.factories import TODAY
from dinhlang.base import clock


@pytest.fixture(autouse=True)
def _today_is_the_day_of_the_factories(monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: NOW)
    monkeypatch.setattr(clock, "today", lambda: TODAY)
