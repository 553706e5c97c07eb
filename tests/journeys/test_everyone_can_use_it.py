"""Every kind of page at 360 pixels, by keyboard, and before a checker of accessibility; drafts that survive."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from dinhlang.apps.people.tests.factories import PASSWORD, a_leader, an_administrator, an_officer
from dinhlang.apps.plans.tests.factories import a_plan
from dinhlang.apps.units.tests.factories import a_body, a_committee, a_commune, a_village, an_office
from tests.journeys.steps import follow, go, sign_out

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.journey]
PHONE = {"width": 360, "height": 800}
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}


@pytest.fixture
def commune():
    """Nhã Nam with a committee, a department, villages and a plan."""
    commune = a_commune("Nhã Nam", code="07294")
    committee = a_committee(of=commune)
    a_body(parent=committee)
    for name in ("Tiến Phan", "Đồng Kim"):
        a_village(name, parent=commune)
    a_plan(issuer=committee)
    return commune


@pytest.fixture
def committee(commune):
    return commune.children.get(kind="people_committee")


PUBLIC_PAGES = ["/", "/xa/07294/", "/xa/07294/ke-hoach/", "/tim/?q=nha+nam", "/vao/", "/du-lieu-ca-nhan/", "/khong-co/"]
DESK_PAGES = [
    "/ban-viec/",
    "/van-ban-den/",
    "/van-ban-den/moi/",
    "/van-ban-den/den/",
    "/ke-hoach/",
    "/nhiem-vu/",
    "/bao-cao/",
    "/bao-cao/moi/",
    "/van-ban-di/",
    "/don-vi/",
    "/tim/?q=nha+nam",
    "/nguoi/toi/",
    "/du-lieu-ca-nhan/cua-toi/",
    "/du-lieu-ca-nhan/cua-toi/yeu-cau/",
    "/du-lieu-ca-nhan/cua-toi/sua/",
    "/du-lieu-ca-nhan/cua-toi/ai-da-xem/",
]
KEEPING_PAGES = [
    "/nguoi/",
    "/nguoi/moi/",
    "/nguoi/quyen/",
    "/nhat-ky/",
    "/ngay-nghi/",
    "/ngay-nghi/them/",
    "/don-vi/",
    "/don-vi/nhap/",
    "/don-vi/xuat/",
    "/du-lieu-ca-nhan/yeu-cau/",
    "/du-lieu-ca-nhan/yeu-cau/giay/",
    "/du-lieu-ca-nhan/dong-y/",
    "/du-lieu-ca-nhan/dong-y/loi-hoi/",
]


def faults_of(page, address):
    page.goto(address)
    found = Axe().run(page, options=RULES).response["violations"]
    too_wide = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    faults = [f"{address}: {fault['id']} at {fault['nodes'][0]['target']}" for fault in found]
    return faults + ([f"{address}: scrolls sideways"] if too_wide else [])


def faults_on_a_phone(page, addresses):
    page.set_viewport_size(PHONE)
    return [fault for address in addresses for fault in faults_of(page, address)]


def test_residents_pages_have_no_faults_on_a_phone(page, commune):
    assert faults_on_a_phone(page, PUBLIC_PAGES) == []


def test_officers_pages_have_no_faults_on_a_phone(page, enter, committee):
    enter(an_officer(at=an_office(of=committee)))

    assert faults_on_a_phone(page, DESK_PAGES) == []


def test_administrators_pages_have_no_faults_on_a_phone(page, enter, committee):
    enter(an_administrator(at=committee))

    assert faults_on_a_phone(page, KEEPING_PAGES) == []


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_administrators_rooms_stand_in_one_line_on_a_laptop(page, enter, committee, language):
    enter(an_administrator(at=committee))
    page.locator(f"form[action='/ngon-ngu/'] button[value={language}]").first.evaluate("button => button.click()")
    page.wait_for_url("**/ban-viec/")

    rooms = page.locator(".bar-in > .nav > a")
    heights = {round(rooms.nth(at).bounding_box()["y"]) for at in range(rooms.count())}

    assert rooms.count() >= 13 and len(heights) == 1


def test_pages_have_no_faults_in_the_dark_on_a_laptop(page, enter, committee):
    page.emulate_media(color_scheme="dark")
    enter(a_leader(at=committee))

    assert [fault for address in DESK_PAGES for fault in faults_of(page, address)] == []


def test_what_was_typed_survives_a_reload(page, enter, committee):
    enter(an_officer(at=an_office(of=committee)))
    page.goto("/van-ban-den/moi/")
    page.get_by_label("Trích yếu").fill("Kế hoạch đang gõ dở")
    page.wait_for_timeout(1500)

    page.reload()

    expect(page.get_by_label("Trích yếu")).to_have_value("Kế hoạch đang gõ dở")
    expect(page.get_by_text("Đã khôi phục bản nháp")).to_be_visible()


def test_on_a_shared_computer_a_draft_ends_with_its_tab(page, committee):
    ha = an_officer(at=an_office(of=committee))
    page.goto("/vao/?next=/van-ban-den/moi/")
    page.get_by_label("Tên đăng nhập").fill(ha.username)
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    page.get_by_label("Máy này nhiều người dùng chung").check()
    go(page.get_by_role("main").get_by_role("button", name="Đăng nhập", exact=True))
    page.get_by_label("Trích yếu").fill("Kế hoạch chưa viết xong")
    page.wait_for_timeout(1500)
    page.reload()
    expect(page.get_by_label("Trích yếu")).to_have_value("Kế hoạch chưa viết xong")

    next_person = page.context.new_page()
    next_person.goto("/vao/")

    assert next_person.evaluate("JSON.stringify({...localStorage, ...sessionStorage})").find("Kế hoạch") == -1


def test_drafts_are_gone_after_signing_out_on_a_shared_computer(page, enter, committee):
    officer = an_officer(at=an_office(of=committee))
    enter(officer)
    page.goto("/van-ban-den/moi/")
    page.get_by_label("Trích yếu").fill("Chuyện riêng của chị Hà")
    page.wait_for_timeout(1500)
    page.goto("/ban-viec/")
    sign_out(page)

    assert "Chuyện riêng" not in page.evaluate("JSON.stringify(localStorage)")


def test_a_slash_leads_to_the_search_and_a_word_to_the_result(page, enter, committee):
    enter(an_officer(at=an_office(of=committee)))

    page.keyboard.press("/")
    page.keyboard.type("nha nam")
    page.keyboard.press("Enter")

    expect(page.get_by_role("main")).to_contain_text("Nhã Nam")


def test_the_road_is_open_without_javascript(browser, live_server, committee):
    context = browser.new_context(java_script_enabled=False, base_url=live_server.url, locale="vi-VN", viewport=PHONE)
    page = context.new_page()

    page.goto("/xa/07294/")
    follow(page, "Dân chủ")

    expect(page.get_by_role("heading", level=1)).to_contain_text("ân chủ")
    context.close()
