"""An official links an identity, leaves, and comes back by the identity server: a browser before two real servers."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from dinhlang.apps.people.tests.conftest import identity_server  # noqa: F401 - a fixture
from dinhlang.apps.people.tests.factories import PASSWORD, an_administrator, an_officer
from dinhlang.apps.units.tests.factories import a_committee, a_commune, an_office
from tests.journeys.steps import follow, press, sign_out
from tests.journeys.test_everyone_can_use_it import PHONE, RULES

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.journey]


@pytest.fixture
def committee():
    return a_committee(of=a_commune("Nhã Nam"))


def must_be_fit_for_all(page):
    """No fault of accessibility, and nothing beside the edge of a telephone."""
    found = [fault["id"] for fault in Axe().run(page, options=RULES).response["violations"]]
    too_wide = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    assert (found, too_wide) == ([], False)


def seen(page, picture, name):
    """The page on a telephone and on a laptop, before the checker, and kept as pictures if someone wants them."""
    for width, size in (("360", PHONE), ("1240", {"width": 1240, "height": 900})):
        page.set_viewport_size(size)
        must_be_fit_for_all(page)
        picture(f"{name}-{width}")


def test_an_official_links_an_identity_and_comes_back_by_it(page, enter, picture, committee, identity_server):  # noqa: F811
    ha = an_officer(at=an_office(of=committee))
    link_own_identity(page, enter, picture, ha)
    sign_out(page)
    page.goto("/vao/?next=/nhiem-vu/")
    seen(page, picture, "door")

    follow(page, "Vào bằng VNeID thử")
    follow(page, "I am Ha")

    expect(page).to_have_url(re.compile("/nhiem-vu/$"))
    sign_out(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Đã thoát")
    seen(page, picture, "left")
    follow(page, "Thoát cả VNeID thử")
    expect(page.get_by_role("heading", level=1)).to_have_text("Signed out of the identity server")


def link_own_identity(page, enter, picture, person):
    enter(person)
    page.goto("/nguoi/toi/")
    follow(page, "Danh tính điện tử")
    seen(page, picture, "before")
    page.get_by_label("Mật khẩu đang dùng").fill(PASSWORD)
    press(page, "Tiếp tục")
    seen(page, picture, "may-go")
    follow(page, "Sang VNeID thử")
    follow(page, "I am Ha")
    expect(page.get_by_role("main")).to_contain_text("Bạn đã gắn danh tính")
    seen(page, picture, "linked")
    page.goto("/nguoi/toi/")
    seen(page, picture, "me")


def test_whoever_is_unknown_reads_what_to_do(page, picture, identity_server):  # noqa: F811
    page.goto("/vao/")
    follow(page, "Vào bằng VNeID thử")
    follow(page, "I am Ha")

    expect(page.get_by_role("alert")).to_contain_text("chưa gắn với tài khoản nào")
    seen(page, picture, "unknown")
    follow(page, "Vào bằng mật khẩu")
    expect(page.get_by_label("Tên đăng nhập")).to_be_visible()


def test_an_administrator_takes_an_identity_off(page, enter, picture, committee, identity_server):  # noqa: F811
    ha = an_officer(at=an_office(of=committee))
    link_own_identity(page, enter, picture, ha)
    enter(an_administrator(at=committee))
    page.goto(f"/nguoi/{ha.pk}/")
    seen(page, picture, "person")

    follow(page, "Gỡ danh tính điện tử")
    seen(page, picture, "taking-off")
    page.get_by_label("Lý do").fill("Chị Hà đổi thẻ")
    press(page, "Gỡ")

    expect(page.get_by_role("main")).to_contain_text("gỡ danh tính điện tử của người khác")
