import pytest

from dinhlang.apps.search import kinds


@pytest.fixture(autouse=True)
def _kinds_of_our_own(monkeypatch):
    """The kinds of the rooms above are none of these tests' business."""
    monkeypatch.setattr(kinds, "_kinds", {})
    monkeypatch.setattr(kinds, "_sources", {})
    monkeypatch.setattr(kinds, "_public_pages", {})
    kinds.kind("plan", "Kế hoạch", order=20)
    kinds.kind("task", "Nhiệm vụ", order=30)
    kinds.kind("unit", "Đơn vị", order=10)
