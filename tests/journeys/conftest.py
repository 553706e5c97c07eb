"""A real browser (Debian's Chromium) before a real server on the test's own database."""

import os
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import expect, sync_playwright

from dinhlang.apps.people.tests.factories import PASSWORD

# Playwright runs an event loop in this thread; Django's guard against that does not apply to a live server.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
LAPTOP = {"width": 1240, "height": 900}
PATIENCE = 10_000


@pytest.fixture(scope="session")
def browser():
    """Debian's browser; root may not use its sandbox."""
    with sync_playwright() as playwright:
        program = shutil.which("chromium") or "/usr/bin/chromium"
        chromium = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-quic"])
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser, live_server):
    """A page of a Vietnamese laptop; addresses are those of the test's own server."""
    context = browser.new_context(locale="vi-VN", viewport=LAPTOP, base_url=live_server.url)
    context.set_default_timeout(PATIENCE)
    expect.set_options(timeout=PATIENCE)
    yield context.new_page()
    context.close()


@pytest.fixture
def enter(page):
    """Sign in as a person, leaving whoever was there before."""

    def sign_in(person):
        page.context.clear_cookies()
        page.goto("/vao/")
        page.get_by_label("Tên đăng nhập").fill(person.username)
        page.get_by_label("Mật khẩu").fill(PASSWORD)
        page.get_by_role("main").get_by_role("button", name="Đăng nhập", exact=True).click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("Chào")

    return sign_in


@pytest.fixture
def picture(page):
    """`picture("name")` keeps a screenshot when DINHLANG_PICTURES names a folder."""
    folder = os.environ.get("DINHLANG_PICTURES")

    def take(name):
        if folder:
            Path(folder).mkdir(parents=True, exist_ok=True)
            page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)

    return take
