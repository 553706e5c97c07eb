"""A real browser (Debian's Chromium) before a real server on the test's own database."""

import os
import shutil
from pathlib import Path

import pytest

# Playwright's fixtures run an event loop in this thread; Django's own guard against that does not apply to a live server.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
PICTURES = Path(os.environ.get("DINHLANG_PICTURES", ""))


@pytest.fixture(scope="session")
def browser_type_launch_args():
    """Debian's browser; root may not use its sandbox."""
    return {"executable_path": shutil.which("chromium") or "/usr/bin/chromium", "args": ["--no-sandbox", "--disable-quic"]}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args):
    return {**browser_context_args, "locale": "vi-VN", "viewport": {"width": 1240, "height": 900}}


@pytest.fixture
def picture(page):
    """`picture("name")` keeps a screenshot when DINHLANG_PICTURES names a folder."""

    def take(name):
        if os.environ.get("DINHLANG_PICTURES"):
            PICTURES.mkdir(parents=True, exist_ok=True)
            page.screenshot(path=PICTURES / f"{name}.png", full_page=True)

    return take
